"""A report made ready for the rules: its running text and its tables in reading order, with places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from extract.audit.check import Check, Place
from extract.audit.grid import Grid, read_grid
from extract.audit.table_checks import table_checks
from extract.danish.dates import DateSpan, dates_in
from extract.danish.words import sentences
from extract.quotes import quote_block
from extract.report import Block, Quote, Report, Section, Table

_WHOLE = re.compile(r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+|\d+)(?![\d.,]*\d)")
PROSE = {"paragraph", "list_item", "footnote"}
"""Types of block whose statements are the evaluator's; quotations are others' words, a figure's text its caption."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of a piece: offsets into the text of its block."""

    piece: Piece
    start: int
    end: int

    @cached_property
    def text(self) -> str:
        """The words."""
        return self.piece.text[self.start : self.end]

    @cached_property
    def dates(self) -> tuple[DateSpan, ...]:
        """The dates in it; their offsets are those of the block."""
        return tuple(d for d in self.piece.dates if self.start <= d.start and d.end <= self.end)


@dataclass(frozen=True)
class Piece:
    """A block of running text: its number in reading order, its section, and what is read in it when asked for."""

    item: int
    section: Section
    block: Block

    @property
    def text(self) -> str:
        """The text of the block."""
        return self.block.text

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences in order."""
        return tuple(Sentence(self, start, end) for start, end in sentences(self.block.text))

    @cached_property
    def dates(self) -> tuple[DateSpan, ...]:
        """Its dates in order."""
        return dates_in(self.block.text)

    def place(self, start: int, end: int) -> Place:
        """The place of a stretch of its text."""
        return Place(self.item, start, end)

    def quote(self, start: int, end: int) -> Quote | None:
        """The stretch as a quote; widened by a word on either side until it has three, and by its closing bracket."""
        text = self.block.text
        end += _open_bracket(text, start, end)
        while len(text[start:end].split()) < 3 and (start > 0 or end < len(text)):
            start, end = _wider(text, start, end)
        return quote_block(self.block, start, end, self.section.id)


@dataclass(frozen=True)
class Material:
    """What the rules read."""

    report: Report
    pieces: tuple[Piece, ...]
    table_items: dict[str, int]
    """The number in reading order of the block of each table."""

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences of the running text, in order."""
        return tuple(sentence for piece in self.pieces for sentence in piece.sentences)

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The figures of the tables that have some."""
        read = (read_grid(table, self.table_items[table.id]) for table in self.report.tables)
        return tuple(grid for grid in read if grid is not None)

    @cached_property
    def known_numbers(self) -> frozenset[int]:
        """The whole numbers above 9 that the running text and the tables' captions and notes state."""
        texts = [p.text for p in self.pieces]
        texts += [t for table in self.report.tables for t in (table.caption or "", *table.notes, *table.columns)]
        return frozenset(
            int(found.replace(".", "")) for text in texts for found in _WHOLE.findall(text) if len(found) > 1
        )

    @cached_property
    def table_checks(self) -> tuple[Check, ...]:
        """What was checked of the sums and percentages within tables."""
        return tuple(check for grid in self.grids for check in table_checks(grid, self.known_numbers))

    def table(self, ident: str) -> Table | None:
        """The table with this id (``2-3``)."""
        return next((table for table in self.report.tables if table.id == ident), None)


def prepare(report: Report) -> Material:
    """The material of a report; nothing is read in a block before a rule asks."""
    pieces, tables = [], {}
    for item, (section, block) in enumerate(_blocks(report)):
        if block.type in PROSE and block.text:
            pieces.append(Piece(item, section, block))
        if block.table is not None:
            tables[block.table] = item
    for table in report.tables:
        tables.setdefault(table.id, len(pieces) + len(tables))
    return Material(report, tuple(pieces), tables)


def _blocks(report: Report) -> Iterator[tuple[Section, Block]]:
    return ((section, block) for section in report.sections for block in section.blocks)


def _open_bracket(text: str, start: int, end: int) -> int:
    """1 where a bracket is opened in a stretch and closed right behind it, else 0."""
    opened = text.rfind("(", start, end)
    return int(opened >= 0 and text.find(")", opened, end) < 0 and text[end : end + 1] == ")")


def _wider(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch with one more word before it, else one more after it."""
    before = text[:start].rstrip()
    if before:
        return before.rfind(" ") + 1, end
    after = len(text) - len(text[end:].lstrip())
    stop = text.find(" ", after)
    return start, len(text) if stop < 0 else stop
