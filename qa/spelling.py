"""Misspelt words of a question → words that the reports hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from extract.danish.lexicon import Lexicon

SHORTEST = 5
"""Letters from which a word may be mended: shorter ones have too many neighbours."""
LONG = 9
"""Letters from which two slips are allowed."""


class Vocabulary(Protocol):
    """The words that stand in reports, lower case."""

    def holds(self, word: str) -> bool:
        """Whether the word stands there as it is."""

    def beginning(self, letters: str) -> Iterable[str]:
        """The words that begin so."""


def mend(word: str, known: Vocabulary, danish: Lexicon) -> str:
    """The word itself where the reports or Danish have it, else the nearest word of the reports; lower case."""
    lower = word.lower()
    if len(lower) < SHORTEST or not lower.isalpha() or known.holds(lower) or danish.knows(lower):
        return lower
    from rapidfuzz.distance import OSA

    slips = 2 if len(lower) >= LONG else 1
    near = {
        found: distance
        for found in known.beginning(lower[0])
        if abs(len(found) - len(lower)) <= slips
        and (distance := OSA.distance(lower, found, score_cutoff=slips)) <= slips
    }
    return min(near, key=lambda found: (near[found], found), default=lower)
