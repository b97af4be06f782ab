"""Columns that are none: signs of currency, marks behind numbers, a header beside its own numbers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from extract.geometry import union
from extract.page import Page
from extract.tables.model import Grid, GridCell
from extract.tables.values import CURRENCY, TRAILING

LOW_ROW = 8.0  # pt; lower drawn rows without text are double rules
NARROW = 12.0  # pt; narrower drawn columns without text are double rules


def tidy_columns(page: Page, grid: Grid, soft: Sequence[bool], firm: Collection[int]) -> Grid | None:
    """The grid without empty columns and rows at its sides, and with split columns put together.

    `soft` says of each inner side of a column whether it is not drawn, `firm` which rows are drawn whole.
    """
    texts = _texts(page, grid)
    target = list(range(grid.columns))
    for c in range(grid.columns):
        own = [t for (_, k), t in texts.items() if k == c]
        if not own:
            continue
        if c + 1 < grid.columns and soft[c] and all(map(CURRENCY.match, own)) and any(k == c + 1 for _, k in texts):
            target[c + 1] = target[c]
        elif c and soft[c - 1] and all(map(TRAILING.match, own)) and len(own) > 1:
            target[c] = target[c - 1]
    for c in range(1, grid.columns):
        if soft[c - 1] and target[c] != target[c - 1] and _complementary(grid, texts, c):
            target[c] = target[c - 1]
    return _renumbered(grid, target, firm)


def _texts(page: Page, grid: Grid) -> dict[tuple[int, int], str]:
    return {
        (cell.row, cell.column): " ".join(page.words[i].text for i in cell.words)
        for cell in grid.cells
        if cell.words and cell.column_span == 1
    }


def _complementary(grid: Grid, texts: dict[tuple[int, int], str], c: int) -> bool:
    """Whether of two neighbours one holds only header text, and no row has text in both."""
    left = {r for r, k in texts if k == c - 1}
    right = {r for r, k in texts if k == c}
    spans = any(x.row in right | left and x.column < c < x.column + x.column_span for x in grid.cells if x.words)
    if not left or not right or left & right or spans or c == 1:
        return False
    few, many = sorted((left, right), key=len)
    return len(few) <= 2 and max(few) < min(many) and len(many) > 1


def _renumbered(grid: Grid, target: Sequence[int], firm: Collection[int]) -> Grid | None:
    """The grid with columns renamed; rows and columns without text at the sides, and thin ones, are dropped."""
    used_columns = sorted({target[c.column] for c in grid.cells if c.words})
    full_rows = {r for c in grid.cells if c.words for r in range(c.row, c.row + c.row_span)}
    if not used_columns:
        return None
    heights = {c.row: c.bbox[3] - c.bbox[1] for c in grid.cells if c.row_span == 1}
    first, last = min(full_rows), max(full_rows)
    empty = {r for r, height in heights.items() if height > LOW_ROW and r not in full_rows}
    keep = [
        r
        for r in range(grid.rows)
        if r in full_rows or (r in empty and (r in firm or (grid.kind == "ruled" and first < r < last)))
    ]
    if grid.kind == "ruled":
        used_columns = _with_inner_columns(grid, target, used_columns)
    columns = {c: k for k, c in enumerate(used_columns)}
    rows = {r: k for k, r in enumerate(keep)}
    cells: dict[tuple[int, int], GridCell] = {}
    for cell in grid.cells:
        own_rows = [rows[r] for r in range(cell.row, cell.row + cell.row_span) if r in rows]
        own = sorted(
            {columns[target[c]] for c in range(cell.column, cell.column + cell.column_span) if target[c] in columns}
        )
        if not own_rows or not own:
            continue
        key = (own_rows[0], own[0])
        new = replace(cell, row=own_rows[0], column=own[0], row_span=len(own_rows), column_span=own[-1] - own[0] + 1)
        old = cells.get(key)
        cells[key] = _put_together(old, new) if old else new
    kept = tuple(cells[k] for k in sorted(cells))
    xs = (*tuple(grid.xs[c] for c in used_columns), grid.xs[-1])
    return replace(
        grid, rows=len(keep), columns=len(used_columns), cells=kept, xs=xs, bbox=union([c.bbox for c in kept])
    )


def _with_inner_columns(grid: Grid, target: Sequence[int], used: list[int]) -> list[int]:
    """Drawn columns without text stay where they are wide enough to be meant."""
    wide = {target[c] for c in range(grid.columns) if grid.xs[c + 1] - grid.xs[c] > NARROW}
    return sorted(set(used) | {c for c in wide if used[0] < c})


def _put_together(a: GridCell, b: GridCell) -> GridCell:
    return replace(
        a,
        words=(*a.words, *b.words),
        bbox=union([a.bbox, b.bbox]),
        row_span=max(a.row_span, b.row_span),
        column_span=max(a.column_span, b.column_span),
    )
