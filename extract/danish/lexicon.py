"""What words there are: those of the document itself, and those of Danish."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from extract.danish.characters import SOFT, tidy

# Marks that stand around a word without being part of it.
_MARKS = " \t.,;:!?()[]{}<>\"'“”„‘’»«*•…/\\|–—"
# Danish endings that the word list does not hold for every word, longest first.
_ENDINGS = (
    "ernes", "erne", "enes", "ende", "ene", "ens", "ets", "ers", "ede",
    "et", "en", "er", "es", "te", "t", "e", "s", "r", "n",
)  # fmt: skip
_SEPARATORS = re.compile("[/.]+")
_SHORTEST_STEM = 3
_SHORTEST_HEAD = 3
_SHORTEST_TAIL = 4
_LINKS = "se"


def bare(word: str) -> str:
    """The word without the punctuation around it."""
    return word.strip(_MARKS)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one document, with the Danish list behind them, loaded only where the document does not decide."""

    words: Mapping[str, int] = field(default_factory=dict)
    """Lower-case words and how often each stands unbroken in the document; hyphenated ones with their hyphen."""
    names: frozenset[str] = frozenset()
    """Lower-case forms of the words that always stand with a capital."""
    heads: frozenset[str] = frozenset()
    """First parts of the document's hyphenated words, lower case ("it" of "IT-systemer")."""
    _compounds: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    @staticmethod
    def of(words: Iterable[str]) -> Lexicon:
        """A lexicon of words that stand unbroken in the document; those that end in a hyphen count as no words."""
        cased = Counter(filter(None, (bare(word) for word in words)))
        counts: Counter[str] = Counter()
        small: set[str] = set()
        for word, count in cased.items():
            if word[0] == "-" or word[-1] == "-" or SOFT in word:
                continue
            lower = word.lower()
            for form in (lower, *_parts(lower)):
                counts[form] += count
            if word == lower:
                small.update((lower, *_parts(lower)))
        heads = frozenset(word[: word.index("-")] for word in counts if "-" in word)
        return Lexicon(dict(counts), frozenset(counts.keys() - small), heads)

    @staticmethod
    def of_lines(lines: Iterable[str]) -> Lexicon:
        """A lexicon of printed lines: words broken at a line's end, and their rests on the next line, are left out."""
        return Lexicon.of(_unbroken(lines))

    def count(self, word: str) -> int:
        """How often the document has the word, unbroken, in any case."""
        return self.words.get(word.lower(), 0)

    def danish(self, word: str) -> bool:
        """Whether the Danish list has the word, as it stands or with a Danish ending."""
        return _danish(word.lower())

    def compound(self, word: str) -> bool:
        """Whether the word is made of known parts, also with a linking -s- or -e-."""
        return len(self.parts(word)) > 1

    def parts(self, word: str) -> tuple[str, ...]:
        """The known words that a compound is made of, without linking letters; the last as long as can be.

        Empty for a word that is no compound.
        """
        lower = word.lower()
        if lower not in self._compounds:
            self._compounds[lower] = self._split(lower)
        return self._compounds[lower]

    def knows(self, word: str) -> bool:
        """Whether the document or Danish has the word, or all its parts."""
        return self.count(word) > 0 or self.danish(word) or self.compound(word)

    def _part(self, word: str) -> bool:
        return word in self.words or _danish(word)

    def _split(self, word: str) -> tuple[str, ...]:
        for cut in range(_SHORTEST_HEAD, len(word) - _SHORTEST_TAIL + 1):
            tail = word[cut:]
            head = self._head(word[:cut]) if self._part(tail) else ()
            if head:
                return (*head, tail)
        return ()

    def _head(self, word: str) -> tuple[str, ...]:
        linked = word[-1] in _LINKS and len(word) > _SHORTEST_HEAD
        for stem in (word, word[:-1]) if linked else (word,):
            known = (stem,) if self._part(stem) else self.parts(stem)
            if known:
                return known
        return ()


def _parts(word: str) -> list[str]:
    """The words of a string such as "og/eller" or "MessageHeader.id"."""
    return [part for part in _SEPARATORS.split(word) if len(part) > 1] if "/" in word or "." in word else []


def _unbroken(lines: Iterable[str]) -> Iterable[str]:
    broken = False
    for line in lines:
        tokens = tidy(line).split()
        if not tokens:
            continue
        first, broken = (1 if broken else 0), tokens[-1][-1] in ("-", SOFT)
        yield from tokens[first : len(tokens) - 1 if broken else None]


@cache
def _danish(word: str) -> bool:
    known = danish_words()
    if word in known:
        return True
    for ending in _ENDINGS:
        stem = word[: -len(ending)]
        if len(stem) >= _SHORTEST_STEM and word.endswith(ending):
            if stem in known or (ending[0] == "e" and stem + "e" in known):
                return True
            if stem[-1] == stem[-2] and ending[0] == "e" and stem[:-1] in known:
                return True
    return False


@cache
def danish_words() -> frozenset[str]:
    """The small Danish list of wordfreq, from its package's file: importing the package costs seven times as much."""
    import msgpack  # type: ignore[import-untyped,unused-ignore]

    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:  # the package is a dependency; without it the document alone decides
        return frozenset()
    path = Path(spec.origin).parent / "data" / "small_da.msgpack.gz"
    _header, *bins = msgpack.unpackb(gzip.decompress(path.read_bytes()), raw=False)
    return frozenset(word for words in bins for word in words)
