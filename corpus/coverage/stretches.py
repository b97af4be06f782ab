"""What a report says, sentence by sentence and row by row: all that may state an item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from corpus.coverage.codebook import Kind
from extract.report import Block, Report, Section, SectionRole
from index.pieces import Piece, block_pieces, row_pieces, sentence_pieces
from index.surroundings import section_paths

FEWEST_WORDS = 4
"""Words of a stretch of running text that can state something; "Periode: 2019-2022" is one by its colon."""
LONGEST_SIGNATURE = 8
"""Words of a line that says who is quoted."""
_REFERENCE = re.compile(r"\bISBN\b|\bISSN\b|https?://|\bdoi\b|\bvol\.\s*\d|\(red\.\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence or a table row with what it is read under."""

    piece: Piece
    kind: Kind
    section: str
    role: SectionRole
    headings: tuple[str, ...]
    """Titles of the sections above it, its margin heading, and its table's caption."""
    before: str
    """The sentence before it in the same block, or the line that opens its list; empty where there is none."""
    speaker: str = ""
    """Of a quotation the whole of it, and the short line below it that says whose it is."""


def stretches_of(report: Report) -> Iterator[Stretch]:
    """The sentences of the running text and the rows of tables, in reading order; captions and headings are none."""
    paths = section_paths(report)
    for section in report.sections:
        opening = ""
        for block, following in zip_longest(section.blocks, section.blocks[1:]):
            above = (*paths[section.id], *filter(None, (block.margin_heading,)))
            speaker = _speaker(block, following)
            yield from (replace(one, speaker=speaker) for one in _of_block(section, block, above, opening))
            if block.type != "list_item":
                opening = block.text if block.text.endswith(":") else ""
        yield from _of_tables(report, section, paths[section.id])


def _of_block(section: Section, block: Block, above: tuple[str, ...], opening: str) -> Iterator[Stretch]:
    if block.type in ("table", "figure"):
        return
    before = opening if block.type == "list_item" else ""
    for piece in block_pieces(block):
        for sentence in sentence_pieces(piece):
            if _says_something(sentence.text):
                yield Stretch(sentence, block.type, section.id, section.role, above, before)  # type: ignore[arg-type]
            before = sentence.text


def _speaker(block: Block, following: Block | None) -> str:
    """A quotation with the short line after it; empty where the block is none."""
    if block.type != "quote":
        return ""
    signed = following is not None and len(following.text.split()) <= LONGEST_SIGNATURE
    return f"{block.text} {following.text}" if signed and following else block.text


def _of_tables(report: Report, section: Section, above: tuple[str, ...]) -> Iterator[Stretch]:
    for table in report.tables:
        # What was to lead to what is no account of what did.
        if table.section == section.id and table.role != "theory_of_change":
            headings = (*above, *filter(None, (table.caption,)))
            for row in row_pieces(table):
                yield Stretch(row, "row", section.id, section.role, headings, "")


def _says_something(text: str) -> bool:
    label, colon, value = text.partition(":")
    labelled = bool(colon and label.strip() and value.strip())
    return (labelled or len(text.split()) >= FEWEST_WORDS) and not _REFERENCE.search(text)
