"""Levels of contents entries: from their numbers, else from indentation and type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from extract.contents_rows import Row
from extract.numbering import read_number

INDENT = 4.0  # points; entries of one level begin on one edge


def levels_of(rows: Sequence[Row]) -> list[int]:
    """The level of each entry of a contents list, 1 = chapter."""
    numbered = [read_number(r.title) for r in rows]
    depths = [n.depth if n.number else 1 if n.kind == "appendix" and n.ordinal else 0 for n in numbered]
    edges = _edges([r.x0 for r in rows])
    ranks = [_rank(r.x0, edges) for r in rows]
    known: dict[tuple[int, bool], Counter[int]] = {}
    for rank, row, depth in zip(ranks, rows, depths, strict=True):
        if depth:
            known.setdefault((rank, row.words[0].style.bold), Counter())[depth] += 1
    by_rank = {rank: counts for (rank, _), counts in known.items()}
    levels = []
    for rank, row, depth in zip(ranks, rows, depths, strict=True):
        alike = known.get((rank, row.words[0].style.bold)) or by_rank.get(rank)
        levels.append(depth or (alike.most_common(1)[0][0] if alike else rank + 1))
    return _without_gaps(levels) if not any(depths) else levels


def _edges(lefts: Sequence[float]) -> list[float]:
    edges: list[float] = []
    for left in sorted(lefts):
        if not edges or left - edges[-1] > INDENT:
            edges.append(left)
    return edges


def _rank(left: float, edges: Sequence[float]) -> int:
    return max(i for i, edge in enumerate(edges) if left >= edge - 0.01)


def _without_gaps(levels: Sequence[int]) -> list[int]:
    """Levels that occur, counted from 1."""
    used = sorted(set(levels))
    return [used.index(level) + 1 for level in levels]
