"""Pieces of passages: text that stands word for word in one block or one table row, and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.danish.words import sentences
from extract.report import BBox, Block, Cell, Table, TextLine


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one block's text, or one table row with its cells joined by a space."""

    text: str
    lines: tuple[TextLine, ...]
    """Offsets into ``text`` with their boxes: a block's printed lines, a row's cells."""
    shown: str
    """The text, or the row as a sentence with the names of its columns."""

    @property
    def words(self) -> int:
        """The number of words shown."""
        return len(self.shown.split())


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a piece on one page."""

    start: int
    end: int
    page: int
    bbox: BBox


def block_pieces(block: Block) -> tuple[Piece, ...]:
    """The block as a piece, none where it has no text or no place."""
    lines = block.lines or tuple(TextLine(0, len(block.text), r.page, r.bbox) for r in block.regions[:1])
    return (Piece(block.text, lines, block.text),) if block.text and lines else ()


def row_pieces(table: Table) -> tuple[Piece, ...]:
    """The body rows of a table."""
    covering = {
        (row, column): cell
        for cell in table.cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    pieces = []
    for number, row in enumerate(table.rows):
        text, lines, named, last = "", [], [], None
        for column, value in enumerate(row):
            cell = covering.get((number, column))
            if not value or (cell is not None and cell is last):
                continue
            last = cell
            start = len(text) + 1 if text else 0
            text = f"{text} {value}" if text else value
            lines.append(TextLine(start, len(text), *_place_of(cell, table)))
            name = table.columns[column] if column < len(table.columns) else ""
            named.append(f"{name}: {value}" if name and name != value else value)
        if text:
            pieces.append(Piece(text, tuple(lines), "; ".join(named).rstrip(".") + "."))
    return tuple(pieces)


def _place_of(cell: Cell | None, table: Table) -> tuple[int, BBox]:
    if cell is not None:
        return cell.page, cell.bbox
    return table.regions[0].page, table.regions[0].bbox


def split_piece(piece: Piece, most: int) -> Iterator[Piece]:
    """The piece, or its sentences in groups of at most ``most`` words where it is longer and no table row."""
    if piece.words <= most or piece.shown != piece.text:
        yield piece
        return
    start = end = 0
    for first, last in sentences(piece.text):
        if end > start and len(piece.text[start:last].split()) > most:
            yield part_of(piece, start, end)
            start = first
        end = last
    yield part_of(piece, start, end)


def sentence_pieces(piece: Piece) -> Iterator[Piece]:
    """The sentences of a text as pieces; a table row and what is shown in other words are whole."""
    if piece.shown != piece.text:
        yield piece
        return
    for start, end in sentences(piece.text):
        yield part_of(piece, start, end)


def part_of(piece: Piece, start: int, end: int) -> Piece:
    """A stretch of a piece as a piece."""
    lines = tuple(
        TextLine(max(line.start, start) - start, min(line.end, end) - start, line.page, line.bbox)
        for line in piece.lines
        if line.start < end and line.end > start
    )
    text = piece.text[start:end]
    return Piece(text, lines, text)


def place_on_one_page(piece: Piece, start: int, end: int) -> Place | None:
    """Where a stretch stands; over a page break, its whole words on the page that holds most of it."""
    lines = [line for line in piece.lines if line.start < end and line.end > start]
    shares: dict[int, int] = {}
    for line in lines:
        shares[line.page] = shares.get(line.page, 0) + min(line.end, end) - max(line.start, start)
    if not shares:
        return None
    page = max(shares, key=lambda number: (shares[number], -number))
    here = [line for line in lines if line.page == page]
    first, last = max(start, here[0].start), min(end, here[-1].end)
    while first < last and first > 0 and not piece.text[first - 1].isspace():
        first += 1
    while last > first and last < len(piece.text) and not piece.text[last].isspace():
        last -= 1
    here = [line for line in here if line.start < last and line.end > first]
    if not here or any(line.page != page and line.start < last and line.end > first for line in lines):
        return None
    return Place(first, last, page, around([line.bbox for line in here]))


def around(boxes: Sequence[BBox]) -> BBox:
    """The box around boxes."""
    return (
        min(box[0] for box in boxes), min(box[1] for box in boxes),
        max(box[2] for box in boxes), max(box[3] for box in boxes),
    )  # fmt: skip
