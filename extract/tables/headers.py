"""How many rows of a table are its header, and the names of its columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.page import Page
from extract.tables.model import Grid, GridCell
from extract.tables.values import is_number, is_value

MOST_LEVELS = 4


def header_rows(page: Page, grid: Grid) -> int:
    """Number of header rows at the top of the grid (0 where its first row is data like the others)."""
    if grid.rows < 2:
        return 0
    if grid.header > 0:
        return min(grid.header, grid.rows - 1)
    by_row = _by_row(grid)
    if _headless(page, grid, by_row):
        return 0
    depth = _spanned_depth(grid, by_row)
    while depth < min(MOST_LEVELS, grid.rows - 1) and _like_header(page, grid, by_row, depth):
        depth += 1
    return max(1, min(depth, grid.rows - 1))


def _by_row(grid: Grid) -> dict[int, list[GridCell]]:
    rows: dict[int, list[GridCell]] = {}
    for cell in grid.cells:
        rows.setdefault(cell.row, []).append(cell)
    return rows


def _text(page: Page, cell: GridCell) -> str:
    return " ".join(page.words[i].text for i in cell.words)


def _headless(page: Page, grid: Grid, rows: Mapping[int, Sequence[GridCell]]) -> bool:
    """The first row has numbers where the others have them, and is set like them."""
    first = [c for c in rows.get(0, ()) if c.words]
    values = [c for c in first if c.column > 0 and is_number(_text(page, c))]
    if not values or len(values) * 2 < sum(c.column > 0 for c in first):
        return False
    years = all(_text(page, c).strip("*").isdigit() and len(_text(page, c).strip("*")) == 4 for c in values)
    return not years and not _bold(page, first) and _fill(page, grid, first) == _fill(page, grid, rows.get(1, ()))


def _spanned_depth(grid: Grid, rows: Mapping[int, Sequence[GridCell]]) -> int:
    """Rows covered by the first row's tall cells, and by the levels under its wide ones."""
    depth, row = 1, 0
    while row < depth < grid.rows:
        own = [c for c in rows.get(row, ()) if c.words]
        tall = max((c.row + c.row_span for c in own if c.row_span < grid.rows - 1), default=1)
        # A cell over all columns is a title: what is below it may be the header, or the body.
        wide = any(1 < c.column_span < grid.columns for c in own)
        depth = max(depth, min(tall, MOST_LEVELS), row + 2 if wide else 1)
        row += 1
    return min(depth, grid.rows - 1, MOST_LEVELS)


def _like_header(page: Page, grid: Grid, rows: Mapping[int, Sequence[GridCell]], row: int) -> bool:
    """The row is set like the header above it and unlike the body below."""
    own = [c for c in rows.get(row, ()) if c.words]
    below = [c for r in range(row + 1, min(row + 3, grid.rows)) for c in rows.get(r, ()) if c.words]
    above = [c for c in rows.get(0, ()) if c.words]
    if not own or not below or not above or len(own) < 2 or grid.rows - row < 2:
        return False
    if sum(is_value(_text(page, c)) for c in own) > len(own) / 2:
        return False
    bold = _bold(page, own) and _bold(page, above) and not _bold(page, below)
    shade = _fill(page, grid, own)
    shaded = shade is not None and shade == _fill(page, grid, above) and shade != _fill(page, grid, below)
    return bold or shaded


def _bold(page: Page, cells: Sequence[GridCell]) -> bool:
    letters = sum(len(page.words[i].text) for c in cells for i in c.words)
    return (
        letters > 0
        and sum(len(page.words[i].text) for c in cells for i in c.words if page.words[i].style.bold) > 0.8 * letters
    )


def _fill(page: Page, grid: Grid, cells: Sequence[GridCell]) -> str | None:
    """The shade behind most of these cells' text, `None` for white."""
    del grid
    found: list[str | None] = []
    for cell in cells:
        if not cell.words:
            continue
        word = page.words[cell.words[0]]
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        shades = [r.fill for r in page.rects if r.fill and r.x0 <= x <= r.x1 and r.top <= y <= r.bottom]
        found.append(shades[-1] if shades and shades[-1] != "#ffffff" else None)
    return max(set(found), key=found.count) if found else None


def column_names(header: Sequence[Sequence[str]], columns: int) -> tuple[str, ...]:
    """Names of the columns from header rows whose spanning texts are repeated; equal neighbours count once."""
    names = []
    for c in range(columns):
        levels: list[str] = []
        for row in header:
            if row[c] and (not levels or levels[-1] != row[c]):
                levels.append(row[c])
        names.append(" / ".join(levels))
    return tuple(names)
