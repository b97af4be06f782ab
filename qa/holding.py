"""How well a text holds a term of a question: as asked, inflected, as part of a compound, or in other words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.analysis import analyser
from qa.asked import Term

PART, OTHER, OTHER_PART, HEAD = 0.85, 0.8, 0.65, 0.4
"""What a term is worth as part of a compound, in other words, as part of such, or by its last part alone."""


@dataclass(frozen=True, slots=True)
class Words:
    """The terms of a text."""

    stems: frozenset[str]
    parts: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Both."""
        return self.stems | self.parts

    def __or__(self, other: Words) -> Words:
        """The terms of both texts."""
        return Words(self.stems | other.stems, self.parts | other.parts)


NO_WORDS = Words(frozenset(), frozenset())


def words_of(text: str) -> Words:
    """The terms of a text."""
    stems, parts = analyser().split(text)
    return Words(frozenset(stems), frozenset(parts))


def holds(term: Term, words: Words) -> float:
    """How well a text holds a term, 0 to 1."""
    if term.stems <= words.stems:
        return 1.0
    if term.stems <= words.all:
        return PART
    if any(other <= words.stems for other in term.others):
        return OTHER
    if term.parts and term.parts <= words.all:
        return PART
    if any(other <= words.all for other in term.others):
        return OTHER_PART
    return HEAD if term.parts & words.stems else 0.0


def share(terms: Sequence[Term], held: Sequence[float]) -> float:
    """The share of the question's weight that is held; 1 where the question has no terms."""
    whole = sum(term.weight for term in terms)
    return sum(term.weight * value for term, value in zip(terms, held, strict=True)) / whole if whole else 1.0
