"""Nouns of a question that was understood."""

from __future__ import annotations

from dataclasses import dataclass

from qa.wording import Phrase


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


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with what it asks for."""

    question: str
    """As it was asked."""
    query: str
    """As it is searched for: spelling mended, English words with their Danish ones."""
    kinds: tuple[str, ...]
    """What it asks for: why, when, number, who, list, which, learning, embedding, status, comparison, yes_no."""
    units: tuple[str, ...]
    """The units that a figure is asked for in."""
    terms: tuple[Term, ...]
    municipalities: tuple[str, ...]
    targets: tuple[str, ...]
    """Ids of targets, such as A5."""
    mended: tuple[tuple[str, str], ...] = ()
    """Words that were misspelt, and what they were taken for."""

    def asks(self, *kinds: str) -> bool:
        """Whether it asks for one of these."""
        return any(kind in self.kinds for kind in kinds)
