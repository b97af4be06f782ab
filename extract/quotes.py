"""Words of a report → quotes: word for word as they stand, with the page and the box that holds them.

A quote stands within one block, one table row, one cell, or one caption, note, heading or running header,
and on one page: of words over a page break the part on the page that holds most of them is quoted.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.geometry import union
from extract.report import Block, Cell, Furniture, Quote, Region, Section, Table, TextLine

FEWEST_WORDS = 3
"""Fewer words are a quote only where they are the whole of a cell or block."""


def quote_block(block: Block, start: int, end: int, section: str | None) -> Quote | None:
    """The words ``block.text[start:end]``; ``None`` where the block has no place or the words are too few."""
    lines = block.lines or tuple(TextLine(0, len(block.text), r.page, r.bbox) for r in block.regions[:1])
    return quote_lines(block.text, lines, (start, end), section)


def quote_lines(text: str, lines: Sequence[TextLine], span: tuple[int, int], section: str | None) -> Quote | None:
    """The words of a span of a text whose lines have places; on the page that holds most of them."""
    start, end = _trimmed(text, *span)
    shares: dict[int, int] = {}
    for line in lines:
        if line.start < end and line.end > start:
            shares[line.page] = shares.get(line.page, 0) + min(line.end, end) - max(line.start, start)
    if not shares:
        return None
    page = max(shares, key=lambda number: (shares[number], -number))
    here = [line for line in lines if line.page == page and line.start < end and line.end > start]
    first, last = max(start, here[0].start), min(end, here[-1].end)
    if len(shares) > 1:
        first, last = _whole_words(text, first, last)
    quote = text[first:last]
    whole = first == 0 and last == len(text)
    if not quote or (len(quote.split()) < FEWEST_WORDS and not whole):
        return None
    return Quote(quote, page, union([line.bbox for line in here]), section)


def quote_cell(table: Table, row: int, column: int) -> Quote | None:
    """A whole cell; a row of the header is negative. ``None`` where it is empty or not there."""
    cell = cell_at(table, row, column)
    if cell is None or not cell.text:
        return None
    places = [(p.text, p.page, p.bbox) for p in cell.paragraphs]
    if len({page for _, page, _ in places}) <= 1:
        return Quote(cell.text, cell.page, cell.bbox, table.section)
    # Over a page break the cell is quoted by its longest paragraph, which stands on one page.
    text, page, box = max(places, key=lambda place: len(place[0]))
    return Quote(text, page, box, table.section) if len(text.split()) >= FEWEST_WORDS else None


def quote_row(table: Table, row: int) -> Quote | None:
    """A row, its cells joined by a space; ``None`` where it is empty, or lies on two pages."""
    cells = [cell for column in range(len(table.columns)) if (cell := cell_at(table, row, column)) is not None]
    filled = [cell for cell in cells if cell.text]
    pages = {cell.page for cell in filled} | {p.page for cell in filled for p in cell.paragraphs}
    if len(pages) != 1:
        return None
    text = " ".join(text for text in table.rows[row] if text)
    return Quote(text, filled[0].page, union([cell.bbox for cell in filled]), table.section)


def quote_title(section: Section) -> Quote | None:
    """A heading without its number."""
    return _quoted(section.title, section.title_regions, section.id)


def quote_caption(table: Table) -> Quote | None:
    """A caption with its label."""
    text = " ".join(filter(None, (table.label, table.caption)))
    return _quoted(text, [table.caption_region] if table.caption_region else [], table.section)


def quote_note(table: Table, number: int) -> Quote | None:
    """One of a table's notes, counted from 0."""
    return _quoted(table.notes[number], table.note_regions[number : number + 1], table.section)


def quote_furniture(item: Furniture) -> Quote:
    """A running header, footer or contents line."""
    return Quote(item.text, item.page, item.bbox, None)


def cell_at(table: Table, row: int, column: int) -> Cell | None:
    """The cell that covers this place, header rows being negative."""
    for cell in table.cells:
        if cell.row <= row < cell.row + cell.row_span and cell.column <= column < cell.column + cell.column_span:
            return cell
    return None


def _quoted(text: str, regions: Sequence[Region], section: str | None) -> Quote | None:
    if not text or len(regions) != 1:
        return None
    return Quote(text, regions[0].page, regions[0].bbox, section)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the words that a page break cuts through."""
    while start < end and start > 0 and not text[start - 1].isspace():
        start += 1
    while end > start and end < len(text) and not text[end].isspace():
        end -= 1
    return _trimmed(text, start, end)
