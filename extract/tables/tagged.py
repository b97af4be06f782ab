"""Tables that the structure tree of a tagged PDF names: its rows and cells, by marked-content ids."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.geometry import union
from extract.page import Element, Page, walk
from extract.tables.model import Grid, GridCell

CELLS = frozenset(("TD", "TH"))
SAME_LEFT = 3.0  # pt; how far left of its column's text a cell's text may begin
Raw = tuple[int, int, int, int, list[int]]
"""Row, column, row span, column span and words of a cell."""


def tagged_grids(page: Page) -> list[Grid]:
    """The grids that the page's structure tree gives; nested tables are read as part of the outer cell."""
    if not page.structure:
        return []
    by_mcid: dict[int, list[int]] = {}
    for i, word in enumerate(page.words):
        if word.mcid >= 0:
            by_mcid.setdefault(word.mcid, []).append(i)
    grids = [_grid(page, table, by_mcid) for table in _outermost(page.structure)]
    return [g for g in grids if g is not None]


def _outermost(elements: Sequence[Element]) -> Iterator[Element]:
    for element in elements:
        if element.type == "Table":
            yield element
        else:
            yield from _outermost(element.children)


def _rows(table: Element) -> Iterator[tuple[Element, bool]]:
    """The rows, with whether they stand in the table's head."""
    for child in table.children:
        if child.type == "TR":
            yield child, False
        elif child.type in ("THead", "TBody", "TFoot"):
            yield from ((row, child.type == "THead") for row in child.children if row.type == "TR")


def _grid(page: Page, table: Element, by_mcid: dict[int, list[int]]) -> Grid | None:
    rows = list(_rows(table))
    placed: dict[tuple[int, int], bool] = {}
    raw: list[Raw] = []
    header = 0
    for r, (row, head) in enumerate(rows):
        c = 0
        cells = [x for x in row.children if x.type in CELLS]
        for cell in cells:
            while (r, c) in placed:
                c += 1
            row_span = min(max(1, cell.row_span), len(rows) - r)
            column_span = max(1, cell.column_span)
            words = [i for m in _mcids(cell) for i in by_mcid.get(m, ())]
            raw.append((r, c, row_span, column_span, words))
            placed.update({(r + i, c + j): True for i in range(row_span) for j in range(column_span)})
            c += column_span
        if header == r and cells and (head or all(x.type == "TH" for x in cells)):
            header = r + 1
    if not any(words for *_, words in raw):
        return None
    columns = max(c for _, c in placed) + 1
    return _placed(page, _shifted(page, raw, len(rows), columns), len(rows), columns, header)


def _shifted(page: Page, raw: list[Raw], rows: int, columns: int) -> list[Raw]:
    """The cells of short rows under the columns they stand in: a cell that is empty on this page has no tag here."""
    filled = [0] * rows
    for r, _, row_span, column_span, _ in raw:
        for k in range(r, min(r + row_span, rows)):
            filled[k] += column_span
    lefts: dict[int, float] = {}
    for r, c, _, column_span, words in raw:
        if filled[r] == columns and column_span == 1 and words:
            lefts[c] = min(lefts.get(c, 1e9), *(page.words[i].x0 for i in words))
    if len(lefts) < columns or all(n == columns for n in filled):
        return raw
    out: list[Raw] = []
    for r, c, row_span, column_span, words in raw:
        place = c
        if filled[r] < columns and column_span == 1 and words:
            left = min(page.words[i].x0 for i in words)
            place = max((k for k in lefts if lefts[k] <= left + SAME_LEFT), default=c)
        taken = any(o[0] == r and o[1] <= place < o[1] + o[3] for o in out)
        out.append((r, c if taken else place, row_span, column_span, words))
    return out


def _mcids(cell: Element) -> Iterator[int]:
    for element in walk((cell,)):
        yield from element.mcids


def _placed(page: Page, raw: Sequence[Raw], rows: int, columns: int, header: int) -> Grid:
    """The grid with boxes: columns and rows as far as their words reach."""
    xs = _sides([(c, n, words) for _, c, _, n, words in raw], columns, page, axis=0)
    ys = _sides([(r, n, words) for r, _, n, _, words in raw], rows, page, axis=1)
    cells = []
    for r, c, row_span, column_span, words in raw:
        box = (xs[c], ys[r], xs[min(c + column_span, columns)], ys[min(r + row_span, rows)])
        if words:
            box = union([box, *(page.words[i].bbox for i in words)])
        cells.append(GridCell(r, c, row_span, column_span, tuple(words), box))
    box = union([page.words[i].bbox for *_, words in raw for i in words])
    return Grid(page.number, box, rows, columns, tuple(cells), tuple(xs), "tagged", header or -1)


def _sides(items: Sequence[tuple[int, int, list[int]]], count: int, page: Page, axis: int) -> list[float]:
    """Where the columns (axis 0) or rows (axis 1) begin, from the words of the cells that span only one."""
    low: list[float | None] = [None] * count
    high: list[float | None] = [None] * count
    for at, span, words in items:
        if span != 1 or not words:
            continue
        boxes = [page.words[i].bbox for i in words]
        a, b = min(x[axis] for x in boxes), max(x[axis + 2] for x in boxes)
        low[at] = a if low[at] is None else min(low[at] or a, a)
        high[at] = b if high[at] is None else max(high[at] or b, b)
    edges_of_all = [page.words[i].bbox for *_, words in items for i in words]
    first, last = min(b[axis] for b in edges_of_all), max(b[axis + 2] for b in edges_of_all)
    sides = [first]
    for k in range(1, count):
        left, right = high[k - 1], low[k]
        value = (left + right) / 2 if left is not None and right is not None else (right if right is not None else left)
        sides.append(max(sides[-1], value if value is not None else sides[-1]))
    sides.append(max(last, sides[-1]))
    return sides
