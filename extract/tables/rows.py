"""Which printed lines make one row: numbers never wrap, words wrap only where the next did not fit."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from extract.tables.values import is_value

WIDE_STEP = 1.35  # times the smallest step between lines; a wider step parts rows
MIDDLED_SHARE = 0.25  # share of steps so small from which they are no accident
MIDDLED_STEP = 1.06  # line feeds; a wider step parts rows where lines of cells interleave
INTERLEAVED = 0.9  # times the type size; lines nearer than this are cells of one row, set to the middle of its height
GUTTER = 1.0  # em; room that a text leaves before the next column
SLACK = 0.4  # em; a word counts as not fitting when it would end this near the column's edge


@dataclass(frozen=True, slots=True)
class Piece:
    """The text of one line in one column, or in several that it spans."""

    first: int
    last: int
    x0: float
    x1: float
    text: str
    words: tuple[int, ...]
    opening: float
    """Width of its first word."""
    bold: bool = False


@dataclass(frozen=True, slots=True)
class RowLine:
    """One printed line of a region, by columns."""

    top: float
    bottom: float
    baseline: float
    size: float
    pieces: tuple[Piece, ...]

    def columns(self) -> frozenset[int]:
        """The columns it has text in."""
        return frozenset(c for p in self.pieces for c in range(p.first, p.last + 1))


def data_line(line: RowLine) -> bool:
    """Whether a line reads like data: beside the first column mostly numbers."""
    rest = [p for p in line.pieces if p.first > 0]
    values = sum(is_value(p.text) for p in rest)
    return bool(rest) and values * 2 >= len(rest) and values > 0


def group_rows(lines: Sequence[RowLine], edges: Sequence[tuple[float, float]]) -> list[list[RowLine]]:
    """The lines of a body, grouped to rows; `edges` are left and right of the text of each column."""
    if not lines:
        return []
    steps = [b.baseline - a.baseline for a, b in itertools.pairwise(lines)]
    spaced = _spaced(lines, steps)
    groups = [[lines[0]]]
    for step, line in zip(steps, lines[1:], strict=True):
        beside = step < INTERLEAVED * line.size and not any(_clash(member, line) for member in groups[-1])
        joins = beside or (step < spaced if spaced else goes_on(groups[-1], line, edges))
        if joins:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _spaced(lines: Sequence[RowLine], steps: Sequence[float]) -> float:
    """The step from which a new row begins, where rows are set apart by space; else 0."""
    near = [step < INTERLEAVED * line.size for step, line in zip(steps, lines[1:], strict=True)]
    if sum(near) > MIDDLED_SHARE * len(near):
        return _middled(lines, steps)
    if len(steps) < 2 or max(steps) < WIDE_STEP * min(steps):
        return 0.0
    limit = min(steps) * (1 + WIDE_STEP) / 2
    narrow = [(a, b) for a, b, s in zip(lines, lines[1:], steps, strict=False) if s < limit]
    if any(_clash(a, b) for a, b in narrow) or not narrow:
        return 0.0
    # Full lines one narrow step apart are rows of their own, and the wide steps part groups of rows.
    full = sum(len(a.columns()) > 1 and a.columns() == b.columns() and not _wraps(a, b) for a, b in narrow)
    return 0.0 if full > len(narrow) / 3 else limit


def _middled(lines: Sequence[RowLine], steps: Sequence[float]) -> float:
    """The step from which a new row begins where cells are set to the middle of their row, so that lines interleave.

    A cell's own lines are one line feed apart, all others of the row stand between them.
    """
    last: dict[int, float] = {}
    feeds: list[float] = []
    for line in lines:
        for piece in line.pieces:
            if piece.first in last:
                feeds.append(line.baseline - last[piece.first])
            last[piece.first] = line.baseline
    feed = min((f for f in feeds if f >= INTERLEAVED * lines[0].size), default=0.0)
    limit = MIDDLED_STEP * feed
    return limit if feed and max(steps) >= limit else 0.0


def _wraps(a: RowLine, b: RowLine) -> bool:
    return any(q.text[:1].islower() or p.text.endswith("-") for p in a.pieces for q in b.pieces if p.first == q.first)


def _clash(a: RowLine, b: RowLine) -> bool:
    return any(p.first == q.first and is_value(p.text) and is_value(q.text) for p in a.pieces for q in b.pieces)


def goes_on(group: Sequence[RowLine], line: RowLine, edges: Sequence[tuple[float, float]]) -> bool:
    """Whether the line continues the row, where lines are evenly spaced."""
    if any(_clash(member, line) for member in group):
        return False
    above = group[-1]
    had = frozenset(c for member in group for c in member.columns())
    has = line.columns()
    if any(p.last > p.first for p in (*above.pieces, *line.pieces)):
        return False
    if 0 not in has:
        return has <= had or had == {0}
    if 0 in had and has != {0} and had != {0} and _valued(line) and any(map(_valued, group)):
        return False
    tests = [_wrapped(p, q, edges, line.size) for p in above.pieces for q in line.pieces if p.first == q.first]
    if has == {0} or had == {0}:
        return all(tests) and bool(tests)
    return bool(tests) and all(tests)


def _valued(line: RowLine) -> bool:
    return any(is_value(p.text) for p in line.pieces)


def _wrapped(above: Piece, below: Piece, edges: Sequence[tuple[float, float]], size: float) -> bool:
    """Whether `below` can be the same text as `above`, wrapped at the column's edge."""
    if below.bold != above.bold:
        return False
    if below.text[:1].islower() or below.text.startswith("(") or above.text.endswith(("-", ",", "(", "/", "&")):
        return True
    if above.text.endswith((":", ".", ";")) or below.text.endswith(":") or abs(below.x0 - above.x0) > 0.5 * size:
        return False
    right = edges[above.last][1]
    if above.last + 1 < len(edges):
        right = max(right, edges[above.last + 1][0] - GUTTER * size)
    return above.x1 + 0.25 * size + below.opening > right - SLACK * size and above.x1 - above.x0 > 4 * size
