"""Phrases of a codebook, and where they stand in a text.

A phrase is one word or several in a row. A word stands for all its inflections. ``*word`` is also the end of a
compound (``*gruppe``: kontrolgruppen), ``word*`` the beginning of anything longer (``frafald*``: frafaldsprocent),
``*word*`` what has it anywhere, ``=word`` that very form (``=bør``). ``…`` between words stands for up to five others:
``kan … vurderes`` is in "kan derfor ikke vurderes".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from index.analysis import Analyser, analyser
from index.folding import fold
from index.stems import stem as stem_of

GAP = 6
"""How far the word behind ``…`` may stand from the one before, in words."""
SHORTEST_TAIL = 4
"""Letters of a stem by which the end of a compound is known: "hvornår" does not end in the stem of "årig"."""
SHORTEST_PART = 3
"""Letters of a ``*word`` or ``word*``, at least."""
_GAPS = re.compile(r"\s*(?:…|\.\.\.)\s*")
_WORD = re.compile(r"[*=]?[^\W_]+(?:-[^\W_]+)*\*?")

Places = Mapping[str, Sequence[int]]
"""Phrases with the places of their first words in a text, counted in words."""


Spot = tuple[int, int]
"""A phrase by number, and which of its words."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One word of a phrase; ``kind`` says what of a word is looked at."""

    kind: Literal["stem", "form", "begins", "ends", "holds"]
    text: str
    stem: str
    far: bool
    """Whether other words may stand before it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase, ready to be looked for."""

    text: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Spotter:
    """Finds phrases in texts; what each word may be is kept, since reports repeat their words."""

    phrases: tuple[Phrase, ...]
    words: Analyser
    tables: Mapping[str, Mapping[str, frozenset[Spot]]]
    """By kind of pattern what it looks for, with the places in phrases."""
    met: dict[str, frozenset[Spot]] = field(default_factory=dict, compare=False, repr=False)

    def found(self, text: str) -> Places:
        """The phrases that stand in a text."""
        fits = [self._fits(word) for word in self.words.words(text)]
        hits: dict[str, list[int]] = {}
        for place, here in enumerate(fits):
            for number, rank in here:
                if rank == 0 and self._goes_on(number, fits, place):
                    hits.setdefault(self.phrases[number].text, []).append(place)
        return hits

    def _goes_on(self, number: int, fits: Sequence[frozenset[Spot]], place: int) -> bool:
        """Whether the rest of the phrase follows; the nearest fitting word is taken."""
        for rank, pattern in enumerate(self.phrases[number].patterns[1:], start=1):
            reach = range(place + 1, min(place + 1 + (GAP if pattern.far else 1), len(fits)))
            place = next((k for k in reach if (number, rank) in fits[k]), -1)
            if place < 0:
                return False
        return True

    def _fits(self, word: str) -> frozenset[Spot]:
        known = self.met.get(word)
        if known is None:
            known = self.met[word] = frozenset(self._looked_up(word))
        return known

    def _looked_up(self, word: str) -> Iterator[Spot]:
        """Every place of a phrase where a word fits, by its parts."""
        folded, stem = fold(word), _stem(word, self.words)
        yield from self.tables["stem"].get(stem, ())
        yield from self.tables["form"].get(word, ())
        for cut in range(len(folded)):
            yield from self.tables["begins"].get(folded[: cut + 1], ())
            yield from self.tables["ends"].get(folded[cut:], ())
        for cut in range(max(0, len(stem) - SHORTEST_TAIL + 1)):
            yield from self.tables["stem_ends"].get(stem[cut:], ())
        for held, spots in self.tables["holds"].items():
            if held in folded:
                yield from spots


def spotter(phrases: Iterable[str]) -> Spotter:
    """A spotter of these phrases, each once."""
    words = analyser(make=True)
    made = tuple(Phrase(text, _patterns(text, words)) for text in dict.fromkeys(phrases))
    tables: dict[str, dict[str, set[Spot]]] = {
        kind: {} for kind in ("stem", "form", "begins", "ends", "stem_ends", "holds")
    }
    for number, phrase in enumerate(made):
        for rank, pattern in enumerate(phrase.patterns):
            tables[pattern.kind].setdefault(pattern.text, set()).add((number, rank))
            if pattern.kind == "ends":
                tables["stem_ends"].setdefault(pattern.stem, set()).add((number, rank))
    return Spotter(made, words, {k: {text: frozenset(spots) for text, spots in t.items()} for k, t in tables.items()})


def words_before(text: str, place: int) -> int:
    """How many words stand before a place of a text that is counted in characters."""
    return len(analyser(make=True).words(text[:place]))


def is_phrase(text: str) -> bool:
    """Whether a text can be looked for: a word is in it, and parts of words are long enough."""
    parts = [part for part in _WORD.findall(_GAPS.sub(" ", text)) if "*" in part]
    return bool(_patterns(text, analyser(make=True))) and all(len(part.strip("*")) >= SHORTEST_PART for part in parts)


def _patterns(text: str, words: Analyser) -> tuple[Pattern, ...]:
    found: list[Pattern] = []
    for number, stretch in enumerate(_GAPS.split(text.strip())):
        for rank, part in enumerate(_WORD.findall(stretch)):
            bare = part.strip("*=").lower()
            kind, text = _kind(part, bare)
            stem = _stem(bare, words)
            found.append(Pattern(kind, text or stem, stem, far=number > 0 and rank == 0))
    return tuple(found)


def _kind(part: str, bare: str) -> tuple[Literal["stem", "form", "begins", "ends", "holds"], str]:
    """What the marks of a phrase's word say, and what is looked for; empty is the stem."""
    if part.startswith("="):
        return "form", bare
    if part.startswith("*"):
        return ("holds" if part.endswith("*") else "ends"), fold(bare)
    return ("begins", fold(bare)) if part.endswith("*") else ("stem", "")


def _stem(word: str, words: Analyser) -> str:
    """The stem of a word's lemma. Unlike an index, phrases need the commonest words too: "i job" is not "job"."""
    folded = fold(word)
    return words.stem_of(folded) or stem_of(folded)
