"""A frame and the words in it → a grid: columns and rows found, words put into cells, cells merged."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Sequence

from extract.geometry import union
from extract.page import Page
from extract.tables.bands import band_rows, rows_are_drawn
from extract.tables.lines import lines_of
from extract.tables.merges import Merger
from extract.tables.model import Edges, Frame, Grid, GridCell
from extract.tables.pieces import row_line, text_edges
from extract.tables.rows import RowLine
from extract.tables.sides import Sides, sides_of
from extract.tables.spanning import spanning_columns
from extract.tables.tidy import tidy_columns
from extract.tables.undrawn import merge_undrawn

FIT = 1.5  # pt; how far a word may stick out of a frame
WHOLE = 0.8  # share of its columns under which a rule must be drawn to run over the full width
Groups = list[tuple[int, list[RowLine]]]


def fill(page: Page, frame: Frame, edges: Edges) -> Grid | None:
    """The grid that this frame and the page's words in it make, or `None` where it holds no text."""
    x0, top, x1, bottom = frame.bbox
    inside = [
        i
        for i, w in enumerate(page.words)
        if top - FIT <= (w.top + w.bottom) / 2 <= bottom + FIT and x0 - FIT <= (w.x0 + w.x1) / 2 <= x1 + FIT
    ]
    if not inside:
        return None
    lines = lines_of(page.words, inside)
    sides = sides_of(page, frame, lines, edges)
    bands: list[list[RowLine]] = [[] for _ in range(len(frame.ys) - 1)]
    for line in lines:
        band = min(max(bisect_right(frame.ys, (line.top + line.bottom) / 2) - 1, 0), len(bands) - 1)
        bands[band].append(row_line(page, line, sides.xs, sides.in_band(frame, band)))
    ends = text_edges([row for band in bands for row in band], sides.xs)
    drawn = rows_are_drawn(bands)
    groups: Groups = []
    for band, members in enumerate(bands):
        groups += [(band, rows) for rows in band_rows(frame, band, members, ends, drawn)] or [(band, [])]
    turned = [i for i in inside if page.words[i].angle != 0]
    grid = _grid(page, frame, sides, edges, groups, turned, list(spanning_columns(groups, ends, edges, frame)))
    whole = {
        r for r, (b, _) in enumerate(groups) if frame.kind == "ruled" and all(frame.across[b]) and len(frame.xs) > 2
    }
    return tidy_columns(page, grid, [not drawn for drawn in sides.drawn], whole)


def _grid(
    page: Page,
    frame: Frame,
    sides: Sides,
    edges: Edges,
    groups: Groups,
    turned: list[int],
    spans: list[tuple[int, int, int]],
) -> Grid:
    xs, ys = sides.xs, _row_sides(frame, groups)
    merger = Merger(len(groups), len(xs) - 1)
    words: dict[tuple[int, int], list[int]] = {}
    for r, (_, members) in enumerate(groups):
        for piece in (p for m in members for p in m.pieces):
            words.setdefault((r, piece.first), []).extend(piece.words)
            merger.merge(r, piece.first, r, piece.last)
    for i in turned:
        word = page.words[i]
        r = min(max(bisect_right(ys, (word.top + word.bottom) / 2) - 1, 0), len(groups) - 1)
        c = min(max(bisect_right(xs, (word.x0 + word.x1) / 2) - 1, 0), len(xs) - 2)
        words.setdefault((r, c), []).append(i)
    merge_undrawn(frame, sides, edges, groups, dict.fromkeys(words, True), merger)
    for r, a, b in spans:
        merger.merge(r, a, r, b)
    cells = tuple(_cell(box, words, xs, ys) for box in merger.cells())
    rules = tuple(frame.ys[k + 1] for k, row in enumerate(frame.down) if sum(row) >= WHOLE * len(row))
    return Grid(
        page=page.number,
        bbox=union([c.bbox for c in cells]),
        rows=len(groups),
        columns=len(xs) - 1,
        cells=cells,
        xs=xs,
        kind=frame.kind,
        rules=rules,
    )


def _cell(
    box: tuple[int, int, int, int], words: dict[tuple[int, int], list[int]], xs: Sequence[float], ys: Sequence[float]
) -> GridCell:
    r0, c0, r1, c1 = box
    held = [i for r in range(r0, r1 + 1) for c in range(c0, c1 + 1) for i in words.get((r, c), ())]
    return GridCell(r0, c0, r1 - r0 + 1, c1 - c0 + 1, tuple(held), (xs[c0], ys[r0], xs[c1 + 1], ys[r1 + 1]))


def _row_sides(frame: Frame, groups: Groups) -> list[float]:
    """Where the rows begin, and the last one ends: at drawn lines, or midway between printed ones."""
    ys = [frame.ys[0]]
    for (a, upper), (b, lower) in itertools.pairwise(groups):
        if a == b and upper and lower:
            ys.append((max(m.bottom for m in upper) + min(m.top for m in lower)) / 2)
        else:
            ys.append(frame.ys[b])
    ys.append(frame.ys[-1])
    return ys
