"""Nouns of an answer; the contract is `docs/contract.md`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.report import BBox

AnswerKind = Literal["extractive", "records", "generated", "none"]
UNASKED = "Spørgsmålet kan ikke stilles: "
"""What an answer begins with whose question cannot be asked, in a batch where others can."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage of a report, ranked by how well it fits the question."""

    id: str
    document: str
    """The file's sha256."""
    file: str
    section: str
    section_title: str
    page: int
    """The first of its pages."""
    pages: tuple[int, ...]
    kind: str
    text: str
    score: float


@dataclass(frozen=True, slots=True)
class Citation:
    """Words that stand in a report, and where."""

    document: str
    file: str
    section: str
    section_title: str
    page: int
    bbox: BBox
    quote: str
    """Word for word from one block's text or one table row, on this page."""
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What the reports say to a question, or that they do not."""

    question: str
    answered: bool
    answer: str
    """In Danish."""
    kind: AnswerKind
    citations: tuple[Citation, ...]
    passages: tuple[Candidate, ...]
    """Best first."""
    dropped: int = 0
    """Sentences of a language model that were left out, because no quote of theirs stands where they say."""
