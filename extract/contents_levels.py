"""Levels of contents entries: from their numbers, else from indentation and type."""

from __future__ import annotations

from collections.abc import Sequence

from extract.contents_rows import Row
from extract.numbering import read_number

OWN_COLUMN = 0.8  # em between a number and its title where numbers stand in a column of their own
INDENT = 4.0  # points; entries of one level begin on one edge

_Place = tuple[float, bool]
"""Left edge and boldness of a row."""


def levels_of(rows: Sequence[Row]) -> list[int | None]:
    """The level of each entry of a contents list, 1 = chapter; `None` where the list does not tell."""
    numbered = [read_number(r.title) for r in rows]
    depths = [n.depth if n.number else 1 if n.kind == "appendix" and n.ordinal else 0 for n in numbered]
    ranks = _by_indent(rows)
    if not any(n.number for n in numbered):
        return [rank or depth or None for rank, depth in zip(ranks, depths, strict=True)]
    starts = [((row.x0, _bold(row)), depth) for row, depth in zip(rows, depths, strict=True) if depth]
    titles = [
        ((row.words[1].x0, _bold(row)), depth)
        for row, n, depth in zip(rows, numbered, depths, strict=True)
        if n.number and len(row.words) > 1 and row.words[1].x0 - row.words[0].x1 > OWN_COLUMN * row.size
    ]
    levels: list[int | None] = []
    for row, depth, rank in zip(rows, depths, ranks, strict=True):
        own = _alike(row, starts)
        own = own or _alike(row, titles) or own
        levels.append(depth or (rank if own is None else own or None))
    return levels


def _alike(row: Row, known: Sequence[tuple[_Place, int]]) -> int | None:
    """The level of numbered entries that begin at the row's edge and have its weight.

    0 where there are entries of several levels, or of another weight only; `None` where there are none.
    """
    near = [(bold, level) for (left, bold), level in known if abs(left - row.x0) <= INDENT]
    found = {level for bold, level in near if bold == _bold(row)}
    return None if not near else found.pop() if len(found) == 1 else 0


def _bold(row: Row) -> bool:
    return row.words[-1].style.bold if row.target else row.words[0].style.bold


def _by_indent(rows: Sequence[Row]) -> list[int | None]:
    """Levels by left edge; where all begin on one edge, the most prominent are chapters and the others unknown."""
    lefts = sorted({round(r.x0, 1) for r in rows})
    edges = [x for i, x in enumerate(lefts) if i == 0 or x - lefts[i - 1] > INDENT]
    if len(edges) > 1:
        return [max(i for i, edge in enumerate(edges) if r.x0 >= edge - INDENT) + 1 for r in rows]
    looks = [(round(r.size), _bold(r)) for r in rows]
    most = max(looks, default=None)
    return [1 if look == most and len(set(looks)) > 1 else None for look in looks]
