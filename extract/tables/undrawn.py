"""Cells between which nothing is drawn, though the line is drawn elsewhere, are one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from extract.tables.frames import DRAWN, SAME_LINE
from extract.tables.merges import Merger
from extract.tables.model import Edges, Frame, overlap
from extract.tables.rows import RowLine
from extract.tables.sides import Sides

LEADING = 1.3  # times the type size; a wider step between two lines is no line feed within a cell
USUAL = 0.5  # share of the rows in which a side must be drawn for its absence to mean something
Groups = Sequence[tuple[int, Sequence[RowLine]]]
"""For each row the drawn band it lies in, and its lines."""


def merge_undrawn(
    frame: Frame, sides: Sides, edges: Edges, groups: Groups, filled: Mapping[tuple[int, int], bool], merger: Merger
) -> None:
    """Merge across sides and lines that are left out; `filled` are the places with text."""
    down = _lines_by_column(frame, sides, edges)
    if frame.kind == "ruled":
        _across(frame, sides, groups, filled, merger)
    for r in range(len(groups) - 1):
        if groups[r][0] == groups[r + 1][0]:
            continue
        for c in range(len(sides.places)):
            if not down[groups[r][0]][c]:
                _down(r, c, groups, filled, merger, anyway=frame.kind == "ruled")


def _lines_by_column(frame: Frame, sides: Sides, edges: Edges) -> list[list[bool]]:
    """For each inner line of the frame, over which of the found columns it is drawn."""
    if frame.kind == "ruled":
        return [[row[place] for place in sides.places] for row in frame.down]
    out = []
    for y in frame.ys[1:-1]:
        near = [e for e in edges.horizontal if abs(e.at - y) <= SAME_LINE]
        shares = [
            sum(max(0.0, overlap(e.start, e.end, a, b)) for e in near) / max(b - a, 1.0) for a, b in pairwise(sides.xs)
        ]
        out.append([share >= DRAWN for share in shares])
    return out


def _across(frame: Frame, sides: Sides, groups: Groups, filled: Mapping[tuple[int, int], bool], merger: Merger) -> None:
    for c, drawn in enumerate(sides.drawn):
        place = sides.places[c]
        if not drawn or sum(row[place] for row in frame.across) < USUAL * len(frame.across):
            continue
        for r, (band, _) in enumerate(groups):
            if not frame.across[band][place] and not ((r, c) in filled and (r, c + 1) in filled):
                merger.merge(r, c, r, c + 1)


def _down(
    r: int, c: int, groups: Groups, filled: Mapping[tuple[int, int], bool], merger: Merger, *, anyway: bool
) -> None:
    upper, lower = (r, c) in filled, (r + 1, c) in filled
    if upper and lower:
        if _unbroken(groups[r][1], groups[r + 1][1], c):
            merger.merge(r, c, r + 1, c)
    elif upper or lower or anyway:
        merger.merge(r, c, r + 1, c)


def _unbroken(upper: Sequence[RowLine], lower: Sequence[RowLine], column: int) -> bool:
    """Whether the text of a column runs on from one row to the next as one cell's text does."""
    above = [(m, p) for m in upper for p in m.pieces if p.first == column]
    below = [(m, p) for m in lower for p in m.pieces if p.first == column]
    if not above or not below:
        return False
    (line, last), (after, first) = above[-1], below[0]
    close = after.baseline - line.baseline <= LEADING * line.size
    return close and (first.text[:1].islower() or last.text.endswith("-"))
