"""What a report is about → pieces of passages: who, when, how much, which municipalities, and where that is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from extract.danish.words import sentences
from extract.report import Region, Report, TextLine
from index.pieces import Piece, block_pieces, part_of, row_pieces
from index.stated import FACTS, Fact

MOST_PIECES = 6
"""Places that a fact is quoted from; what is read from more is a list of names all over the report."""
COVERED = 0.5
"""Share of a line's or cell's height that a region has to cover to be read from it."""


def stated_facts(report: Report) -> Iterator[tuple[Fact, str, tuple[Piece, ...]]]:
    """The facts that a report states, each with its section and the pieces it was read from; the first shows it."""
    places = _places(report)
    for fact in FACTS:
        said = fact.said(report.metadata)
        found = _read_from(places, report.metadata.evidence.get(fact.field, ()))
        if said and found:
            pieces = [piece for _, piece in found[:MOST_PIECES]]
            yield fact, found[0][0], (Piece(pieces[0].text, pieces[0].lines, said), *pieces[1:])


def _places(report: Report) -> list[tuple[str, Piece]]:
    """All pieces of text and all table rows with their sections."""
    held = [
        (section.id, piece) for section in report.sections for block in section.blocks for piece in block_pieces(block)
    ]
    return held + [(table.section or "", piece) for table in report.tables for piece in row_pieces(table)]


def _read_from(places: Sequence[tuple[str, Piece]], regions: Sequence[Region]) -> list[tuple[str, Piece]]:
    """The sentences and rows that stand where a fact was read, in reading order."""
    found = []
    for section, piece in places:
        touched = [line for line in piece.lines if any(_covers(region, line) for region in regions)]
        found += [(section, part) for part in _whole(piece, touched)]
    return found


def _whole(piece: Piece, touched: Sequence[TextLine]) -> Iterator[Piece]:
    """The row, or each run of sentences of a text that the lines touch."""
    if not touched or piece.shown != piece.text:
        yield from (piece,) if touched else ()
        return
    spans = sentences(piece.text)
    chosen = [any(line.start < end and line.end > start for line in touched) for start, end in spans]
    for wanted, run in groupby(zip(chosen, spans, strict=True), key=lambda pair: pair[0]):
        if wanted:
            held = [span for _, span in run]
            yield part_of(piece, held[0][0], held[-1][1])


def _covers(region: Region, line: TextLine) -> bool:
    """Whether the region holds most of the line's height and touches it from the side."""
    if region.page != line.page:
        return False
    box, own = region.bbox, line.bbox
    height = min(box[3], own[3]) - max(box[1], own[1])
    return height >= COVERED * (own[3] - own[1]) and min(box[2], own[2]) > max(box[0], own[0])
