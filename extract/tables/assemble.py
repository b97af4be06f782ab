"""Parts of one table → the table of the report, and its grid as printed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.danish.hyphens import join_lines
from extract.danish.lexicon import Lexicon
from extract.geometry import union
from extract.page import BBox
from extract.report import Cell, CellParagraph, Region, Table
from extract.tables.continuation import Part, same_header
from extract.tables.headers import column_names
from extract.tables.text import cell_paragraphs
from extract.tables.turned import box_back
from extract.tables.values import is_value

ROW_CODE = re.compile(r"^[A-ZÆØÅ]{1,2}\.?\d{1,2}\b|^\d{1,2}\.(?:\d|\s|$)")
Spans = tuple[tuple[int, int, int, int], ...]


@dataclass(frozen=True, slots=True)
class Printed:
    """A table as printed: all rows, a spanning cell's text only in its first cell."""

    grid: tuple[tuple[str, ...], ...]
    spans: Spans


def table_of(parts: Sequence[Part], table_id: str, lexicon: Lexicon) -> tuple[Table, Printed]:
    """The table that these parts make; header rows repeated on later pages are left out."""
    header = parts[0].header
    cells: list[Cell] = []
    rows = 0
    for k, part in enumerate(parts):
        skip = max(1, header) if k and same_header(parts[0], part) and header else 0
        own = _cells(part, lexicon, skip)
        if k and own and _splits(cells, own, rows, parts[0].grid.columns):
            cells, own = _mended(cells, own, rows, lexicon)
            rows -= 1
        cells += [replace(c, row=c.row + rows) for c in own]
        rows += part.grid.rows - skip
    columns = parts[0].grid.columns
    full = _grid(cells, rows, columns, repeat=True)
    printed = _grid(cells, rows, columns, repeat=False)
    spans = tuple((c.row, c.column, c.row_span, c.column_span) for c in cells if c.row_span > 1 or c.column_span > 1)
    named = next((p for p in parts if p.around.label or p.around.caption), parts[0])
    around = named.around
    noted = [(p, note, p.around.note_words[i]) for p in parts for i, note in enumerate(p.around.notes)]
    sourced = next((p for p in parts if p.around.source), None)
    table = Table(
        id=table_id,
        label=around.label,
        caption=_line(around.caption, lexicon),
        section=None,
        regions=tuple(Region(_number(p), _box(p, p.grid.bbox)) for p in parts),
        columns=column_names(full[:header], columns),
        rows=tuple(full[header:]),
        cells=tuple(replace(c, row=c.row - header) for c in cells),
        notes=tuple(_line(note, lexicon) or "" for _, note, _ in noted),
        source=_line(sourced.around.source, lexicon) if sourced else None,
        role="other",
        caption_region=_region(named, around.caption_words),
        note_regions=tuple(filter(None, (_region(part, words) for part, _, words in noted))),
        source_region=_region(sourced, sourced.around.source_words) if sourced else None,
    )
    return table, Printed(tuple(printed), spans)


def _region(part: Part, words: Sequence[int]) -> Region | None:
    """Where these words of the part's page stand."""
    if not words:
        return None
    return Region(_number(part), _box(part, union([part.page.words[i].bbox for i in words])))


def _line(texts: Sequence[str], lexicon: Lexicon) -> str | None:
    return join_lines(list(texts), lexicon).text or None if texts else None


def _number(part: Part) -> int:
    return part.page.number


def _box(part: Part, box: BBox) -> BBox:
    back = box_back(box, part.original, part.angle) if part.original is not None and part.angle else box
    return (round(back[0], 2), round(back[1], 2), round(back[2], 2), round(back[3], 2))


def _cells(part: Part, lexicon: Lexicon, skip: int) -> list[Cell]:
    out = []
    for cell in part.grid.cells:
        if cell.row + cell.row_span <= skip:
            continue
        width = (cell.bbox[2] - cell.bbox[0]) * 0.94 if part.grid.kind == "ruled" else 0.0
        found = cell_paragraphs(part.page, cell.words, lexicon, width)
        out.append(
            Cell(
                row=max(cell.row, skip) - skip,
                column=cell.column,
                row_span=cell.row + cell.row_span - max(cell.row, skip),
                column_span=cell.column_span,
                text=" ".join(text for text, _ in found),
                page=part.page.number,
                bbox=_box(part, cell.bbox),
                paragraphs=tuple(CellParagraph(text, part.page.number, _box(part, box)) for text, box in found),
            )
        )
    return out


def _grid(cells: Sequence[Cell], rows: int, columns: int, *, repeat: bool) -> list[tuple[str, ...]]:
    grid = [[""] * columns for _ in range(rows)]
    for cell in cells:
        down = range(cell.row, cell.row + (cell.row_span if repeat else 1))
        across = range(cell.column, cell.column + (cell.column_span if repeat else 1))
        for r in down:
            for c in across:
                if 0 <= r < rows and c < columns:
                    grid[r][c] = cell.text
    return [tuple(row) for row in grid]


def _splits(upper: Sequence[Cell], lower: Sequence[Cell], rows: int, columns: int) -> bool:
    """Whether the page break cuts a row: the texts go on below it."""
    above = {c.column: c.text for c in upper if c.row + c.row_span == rows}
    below = {c.column: c.text for c in lower if c.row == 0}
    if below.get(0) == "" and not any(above.get(c) for c, text in below.items() if text):
        return True  # what the cut row lacks, and no label of a row of its own
    votes = 0.0
    for c in range(columns):
        a, b = above.get(c, ""), below.get(c, "")
        if b and is_value(b) and a:
            votes -= 3
        elif a and b:
            votes += _goes_on(a, b)
        elif c == 0 and a and not b:
            votes += 1.0
        elif b and not a:
            votes -= 1.0
    if ROW_CODE.match(below.get(0, "")):
        votes -= 3
    return votes > 0


def _goes_on(a: str, b: str) -> float:
    if b[:1].islower() or a.endswith("-"):
        return 1.0
    return -0.5 if a.endswith((".", "!", "?")) else -0.25


def _mended(upper: list[Cell], lower: list[Cell], rows: int, lexicon: Lexicon) -> tuple[list[Cell], list[Cell]]:
    """The cells with the cut row's halves put together."""
    rest = {c.column: c for c in lower if c.row == 0}
    out = []
    for cell in upper:
        other = rest.pop(cell.column, None) if cell.row + cell.row_span == rows else None
        out.append(_joined(cell, other, lexicon) if other else cell)
    return out, [c for c in lower if c.row > 0 or c.column in rest]


def _joined(a: Cell, b: Cell, lexicon: Lexicon) -> Cell:
    paragraphs = (*a.paragraphs, *b.paragraphs)
    if a.paragraphs and b.paragraphs and _goes_on(a.text, b.text) > 0:
        seam = join_lines([a.paragraphs[-1].text, b.paragraphs[0].text], lexicon).text
        paragraphs = (*a.paragraphs[:-1], replace(a.paragraphs[-1], text=seam), *b.paragraphs[1:])
    row_span = max(a.row_span, a.row_span + b.row_span - 1)
    return replace(a, text=" ".join(p.text for p in paragraphs), paragraphs=paragraphs, row_span=row_span)
