"""Running text of a report with what a reader knows where it stands: theme, section, and the zone it belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from extract.danish.words import sentences
from extract.report import Block, Report, Section, SectionRole
from extract.roles import role_of
from extract.statements.cues import embedding, learning

Zone = Literal["learnings", "embedding", "elsewhere", "summary"]
"""What a text is about: learnings, embedding, anything else, or all of it once more in short."""

_SILENT: frozenset[SectionRole] = frozenset({"front", "introduction", "method", "appendix", "theory_of_change"})
"""Sections that state neither: how it was meant to be, how it was looked into, lists."""
_ZONES: dict[SectionRole, Zone] = {
    "learnings": "learnings", "recommendations": "learnings", "embedding": "embedding", "summary": "summary",
}  # fmt: skip
LONGEST_SIDE_HEADING = 4
"""Words; a longer margin heading that holds the word "erfaring" is a target's own text."""
FEWEST_CUED = 2
"""Sentences on embedding that make a section whose title does not say so a section on embedding."""


_EVALUATION = re.compile(
    r"\b(?:projekt(?:et|ets|perioden)\b|\w*evaluering|\w*evaluer|indsatsen\b|målopfyldelse|\w*pulje|målgruppen)",
    re.IGNORECASE,
)
FEWEST_NAMED = 3
WORDS_A_NAMING = 250
"""Words; evaluations name the project, its efforts or the evaluation once in 40 to 100."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of running text: ``spans`` are its sentences, ``theme`` the heading it stands under."""

    section: Section
    block: Block
    zone: Zone
    theme: str | None
    spans: tuple[tuple[int, int], ...]
    opening: bool
    """Whether nothing but such text stands before it in its section."""

    def words(self, start: int, end: int) -> str:
        """A stretch of its text."""
        return self.block.text[start:end]


def pieces_of(report: Report) -> tuple[Piece, ...]:
    """The paragraphs and list items in which statements may stand, in reading order.

    A document that evaluates nothing (a manual that recommends a setting) has them only in chapters that say so.
    """
    pieces = [p for section in report.sections if section.role not in _SILENT for p in _in_section(section)]
    if not _evaluates(report):
        pieces = [piece for piece in pieces if piece.zone in ("learnings", "embedding")]
    return tuple(pieces)


def _evaluates(report: Report) -> bool:
    """Whether a report speaks of a project and how it went as often as an evaluation does."""
    texts = [block.text for section in report.sections for block in section.blocks]
    words = sum(len(text.split()) for text in texts)
    named = sum(len(_EVALUATION.findall(text)) for text in texts)
    return named >= FEWEST_NAMED and named * WORDS_A_NAMING >= words


def _in_section(section: Section) -> Iterator[Piece]:
    zone = _ZONES.get(section.role, "elsewhere")
    side: str | None = None
    found: list[Piece] = []
    for block in section.blocks:
        side = block.margin_heading or side
        if block.type not in ("paragraph", "list_item") or not block.text.strip():
            continue
        theme = side or section.title or None
        found.append(Piece(section, block, _beside(side, zone), theme, tuple(sentences(block.text)), opening=not found))
    if zone == "elsewhere" and section.role in ("other", "project", "conclusion") and _on_embedding(found):
        found = [replace(piece, zone="embedding") for piece in found]
    yield from found


def _beside(side: str | None, zone: Zone) -> Zone:
    """The zone of text beside a margin heading."""
    if side is None:
        return zone
    role = role_of(side, None)
    if zone == "elsewhere" and (role == "embedding" or embedding("continues", "sure").search(side)):
        return "embedding"
    if zone == "elsewhere" and role in ("learnings", "recommendations") and len(side.split()) <= LONGEST_SIDE_HEADING:
        return "learnings"
    return zone


def _on_embedding(pieces: list[Piece]) -> bool:
    """Whether half of a section's sentences speak of what goes on and what ends."""
    texts = [piece.words(*span) for piece in pieces for span in piece.spans]
    sure = sum(1 for text in texts if any(embedding(g, "sure").search(text) for g in ("continues", "ends")))
    cued = sum(
        1
        for text in texts
        if any(embedding(g, key).search(text) for g in ("continues", "ends") for key in ("sure", "likely"))
        or embedding("undecided").search(text)
    )
    return sure >= FEWEST_CUED and 2 * cued >= len(texts)


def leads_in(text: str) -> bool:
    """Whether a sentence only announces what follows it."""
    return text.rstrip().endswith(":")


@lru_cache(maxsize=2_000)
def introduces(text: str) -> bool:
    """Whether a sentence speaks of the report itself, or of how its statements came about."""
    return leads_in(text) or learning("introduction").search(text) is not None
