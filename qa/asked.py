"""Nouns of a question that was understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from qa.wording import Phrase

Expected = Literal["figure", "date", "municipality", "name", "unit", "share"]
"""What an answer must show: a figure, a date, the name of a municipality, any name, a figure of the unit asked for, a
percentage or a part of a whole."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase of the question, and what may stand for it."""

    words: str
    """As asked, spelling mended."""
    stems: Phrase
    parts: frozenset[str]
    """The parts of a compound."""
    others: tuple[Phrase, ...]
    """Phrases that say the same."""
    weight: float
    """0 to 1: how much the question turns on it."""
    entity: bool = False
    """Whether it is a name."""
    counted: bool = False
    """Whether it is what is counted or measured: "borgere" of "hvor mange borgere"."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what it asks for."""

    question: str
    """As it was asked."""
    query: str
    """As it is searched for: spelling mended, English words with their Danish ones, without the project's name."""
    meant: str
    """As its meaning is compared: like the query, but in English where it was asked so."""
    kinds: tuple[str, ...]
    """What it asks for: why, when, number, who, list, which, learning, embedding, status, comparison, yes_no or across,
    any of them."""
    units: tuple[str, ...]
    """The units that a figure is asked for in."""
    terms: tuple[Term, ...]
    municipalities: tuple[str, ...]
    targets: tuple[str, ...]
    """Ids of targets, such as A5."""
    expects: tuple[Expected, ...] = ()
    """What an answer must show, each of them."""
    facts: tuple[str, ...] = ()
    """Fields of the metadata that it may ask for."""
    of_one_that_left: bool = False
    """Whether it asks, and not why or when, after a municipality that left the project: little is told of one."""
    mended: tuple[tuple[str, str], ...] = ()
    """Words that were misspelt, and what they were taken for."""

    @property
    def lower(self) -> str:
        """As it was asked and as it is searched for, in small letters: what wordings are looked for in."""
        return f"{self.question} {self.query}".lower()

    def asks(self, *kinds: str) -> bool:
        """Whether it asks for one of these."""
        return any(kind in self.kinds for kind in kinds)
