"""A report's running text as passages: blocks that a page, column or heading cut are put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from extract.danish.words import sentences
from extract.report import Block, Region, Report, Section, SectionRole

RUNNING = frozenset({"paragraph", "list_item", "footnote"})
_ENDS = re.compile(r"[.!?:;…][\"'”»)\]]*$")
_CONTINUES = re.compile(r"[a-zæøå(]|Kommune\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block's part of a passage: ``passage.text[start:end]`` is the block's text."""

    start: int
    end: int
    block: Block


@dataclass(frozen=True, slots=True)
class Passage:
    """Running text of one section, and where its words stand."""

    text: str
    pieces: tuple[Piece, ...]
    section: str
    role: SectionRole
    place: float
    """How far into the report's text it stands, 0 to 1."""

    def regions(self, start: int, end: int) -> tuple[Region, ...]:
        """The lines that hold the words from ``start`` to ``end``, one region a line."""
        return tuple(
            Region(line.page, line.bbox)
            for piece in self.pieces
            for line in piece.block.lines
            if piece.start + line.start < end and piece.start + line.end > start
        ) or tuple(piece.block.regions[0] for piece in self.pieces[:1] if piece.block.regions)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage: ``passage.text[start:end]``."""

    passage: Passage
    start: int
    end: int

    @property
    def text(self) -> str:
        """The words of the sentence."""
        return self.passage.text[self.start : self.end]

    def regions(self, start: int = 0, end: int | None = None) -> tuple[Region, ...]:
        """The places of the words from ``start`` to ``end``, counted from the sentence's beginning."""
        return self.passage.regions(self.start + start, self.start + (len(self.text) if end is None else end))


def passages(report: Report) -> tuple[Passage, ...]:
    """The passages of a report in reading order: paragraphs, list items, footnotes; the notes of tables at the end."""
    total = max(1, len(report.sections))
    found = [one for k, section in enumerate(report.sections) for one in _of_section(section, k / total)]
    for table in report.tables:
        for k, note in enumerate(table.notes):
            regions = table.note_regions[k : k + 1] or table.regions[:1]
            block = Block(f"{table.id}-note-{k}", "footnote", note, regions, ())
            found.append(Passage(note, (Piece(0, len(note), block),), table.section or "", "other", 0.5))
    return tuple(found)


def sentences_of(found: tuple[Passage, ...], gate: re.Pattern[str]) -> Iterator[Sentence]:
    """The sentences in which the gate finds something, in reading order."""
    quick = _in_small_letters(gate)
    for passage in found:
        text = _small(passage.text) if quick is not gate else passage.text
        if quick.search(text):
            for start, end in sentences(passage.text):
                if quick.search(text, start, end):
                    yield Sentence(passage, start, end)


@cache
def _in_small_letters(gate: re.Pattern[str]) -> re.Pattern[str]:
    """The gate for text in small letters, where it ignores case throughout: looked for in half of the time."""
    if not gate.flags & re.IGNORECASE or "(?-i" in gate.pattern:
        return gate
    small = re.sub(r"(\\.)|([A-ZÆØÅ])", lambda m: m[1] or m[2].lower(), gate.pattern)
    return re.compile(small, gate.flags & ~re.IGNORECASE)


@lru_cache(maxsize=4096)
def _small(text: str) -> str:
    """The text in small letters, place for place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _of_section(section: Section, place: float) -> Iterator[Passage]:
    run: list[Block] = []
    for block in section.blocks:
        if block.type not in RUNNING or not block.text:
            continue
        if block.type == "footnote":
            yield _joined([block], section, place)
            continue
        if run and not _goes_on(run, block):
            yield _joined(run, section, place)
            run = []
        run.append(block)
    if run:
        yield _joined(run, section, place)


def _goes_on(run: list[Block], block: Block) -> bool:
    """Whether a block carries on the one before it: an unfinished paragraph, or the items after a colon."""
    last = run[-1]
    if block.type == "list_item":
        return last.type == "list_item" or last.text.endswith(":")
    unfinished = not _ENDS.search(last.text) and last.type == "paragraph"
    return unfinished and _CONTINUES.match(block.text) is not None


def _joined(run: list[Block], section: Section, place: float) -> Passage:
    text, pieces = "", []
    for block in run:
        items = block.type == "list_item" and text
        gap = ", " if items and not _ENDS.search(text) and len(block.text.split()) <= 4 else " " if text else ""
        text += gap
        pieces.append(Piece(len(text), len(text) + len(block.text), block))
        text += block.text
    return Passage(text, tuple(pieces), section.id, section.role, place)
