"""Misspelt words of a question → words that the reports hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from itertools import product
from typing import Protocol

from extract.danish.lexicon import Lexicon

SHORTEST = 5
"""Letters from which a word may be mended: shorter ones have too many neighbours."""
LONG = 9
"""Letters from which two slips are allowed."""
MOST_PAIRS = 3
"""Places at which a letter may have been written as two."""
_LETTER = {"aa": "å", "oe": "ø", "ae": "æ"}
_PAIR = re.compile("|".join(_LETTER))


class Vocabulary(Protocol):
    """The words that stand in reports, lower case."""

    def holds(self, word: str) -> bool:
        """Whether the word stands there as it is."""

    def beginning(self, letters: str) -> Iterable[str]:
        """The words that begin so."""


def mend(word: str, known: Vocabulary, danish: Lexicon, also: Collection[str] = ()) -> str:
    """The word itself where the reports or Danish have it, else the nearest word of the reports; lower case.

    ``also`` are words of questions that it may be meant for, whatever the reports hold.
    """
    lower = word.lower()
    if known.holds(lower) or lower in also:
        return lower
    if (lettered := _with_letters(lower, known, danish)) is not None:
        return lettered
    if len(lower) < SHORTEST or not lower.isalpha() or danish.danish(lower):
        return lower
    from rapidfuzz.distance import OSA

    # "komuner" may be read as a compound of a cow; one that the reports hold with a letter more is meant.
    slips = 2 if len(lower) >= LONG and not danish.compound(lower) else 1
    near = {
        found: distance
        for found in (*known.beginning(lower[0]), *also)
        if abs(len(found) - len(lower)) <= slips
        and (distance := OSA.distance(lower, found, score_cutoff=slips)) <= slips
    }
    return min(near, key=lambda found: (near[found], found), default=lower)


def _with_letters(lower: str, known: Vocabulary, danish: Lexicon) -> str | None:
    """The word with æ, ø and å where it was written without: "aarsag", "boer", "laenge"; ``None`` where it was not."""
    places = [match.span() for match in _PAIR.finditer(lower)]
    if not places or len(places) > MOST_PAIRS or danish.danish(lower):
        return None
    for chosen in product((True, False), repeat=len(places)):
        found = lower
        for (start, end), changed in zip(reversed(places), reversed(chosen), strict=True):
            found = found[:start] + _LETTER[found[start:end]] + found[end:] if changed else found
        if found != lower and (known.holds(found) or danish.knows(found)):
            return found
    return None
