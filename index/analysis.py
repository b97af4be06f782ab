"""Danish text → terms of two fields: stems of lemmas, and the same with the parts of compounds.

The steps: tidy characters, soft hyphens out, lower case, one spelling for æ, ø, å and aa; words with hyphens both
whole and split; numbers as printed and normalised; question words and the commonest words out; the stem of the lemma;
for the second field also the parts of compounds. Passages and queries go the same way.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from extract.danish.characters import SOFT, tidy
from extract.danish.lexicon import danish_words
from index.compounds import FREQUENT, LISTED, SHORTEST_TAIL, UNKNOWN, Rank, parts
from index.folding import fold
from index.lemmas import lemma_table
from index.stems import stem

VERSION = "da-3"
"""Of the analysis: an index made with another must be made anew."""

SHORTEST_STEM = 5
"""Letters of a stem from which a word may be a compound."""
_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+(?:-[^\W_]+)*")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")

StemOf = Callable[[str], str | None]
"""The stem of a folded word's lemma, ``None`` where the word is not known."""
Terms = tuple[tuple[str, ...], tuple[str, ...]]
"""The terms of one word: those of both fields, and those that only the second has (parts of a compound)."""


@dataclass(frozen=True, slots=True)
class Analyser:
    """The analysis, with the words it has met."""

    stem_of: StemOf
    rank: Rank
    """How well a folded string is known as a word that may be part of a compound."""
    seen: dict[str, Terms] = field(default_factory=dict, compare=False, repr=False)

    def fields(self, text: str) -> tuple[list[str], list[str]]:
        """The terms of a text in order: those of the first field, and those of the second, which has them too."""
        stems, split = self.split(text)
        return stems, stems + split

    def split(self, text: str) -> tuple[list[str], list[str]]:
        """The terms of a text in order: those of both fields, and those that only the second has."""
        stems: list[str] = []
        split: list[str] = []
        for word in self.words(text):
            terms = self.seen.get(word) or self._kept(word)
            stems += terms[0]
            split += terms[1]
        return stems, split

    def content(self, text: str) -> list[str]:
        """The terms of both fields without those of function words: what a text is about, word by word."""
        words = [word for word in self.words(text) if fold(word) not in _function_words()]
        return [term for word in words for field in self._kept(word) for term in field]

    def words(self, text: str) -> list[str]:
        """The words and numbers of a text as they are looked up in `seen`."""
        return _TOKEN.findall(_plain(text))

    def _kept(self, word: str) -> Terms:
        terms = self.seen.get(word)
        if terms is None:
            terms = self.seen[word] = self._terms(word)
        return terms

    def _terms(self, token: str) -> Terms:
        words = [word for word in _words(token) if word not in _stop_words()]
        pieces = [part for word in words if self._may_be_compound(word) for part in parts(word, self.rank)]
        return (
            tuple(self._stem(word) for word in words),
            tuple(self._stem(part) for part in pieces if part not in _function_words()),
        )

    def _may_be_compound(self, word: str) -> bool:
        """Whether a word is long enough without its endings: "borgere" is no compound of "bor"."""
        return word.isalpha() and len(self._stem(word)) >= SHORTEST_STEM

    def _stem(self, word: str) -> str:
        return self.stem_of(word) or stem(word)


@cache
def analyser(*, make: bool = False) -> Analyser:
    """The analyser of this machine; with ``make`` its table of lemmas is made where it is missing.

    Words of three letters may stand in a compound where the small list of frequent words has them, longer ones also
    where the dictionary of lemmas does. Without a table the stems are those of the words themselves.
    """
    if make:
        table = lemma_table(make=True)
        analyser.cache_clear()  # what was asked for before there was a table is made anew with it
        lemma_table.cache_clear()
    else:
        table = lemma_table()
    words = frozenset(fold(word) for word in danish_words() if word.isalpha() and len(word) >= SHORTEST_TAIL)
    if table is None:
        return Analyser(lambda _: None, lambda word: FREQUENT if word in words else UNKNOWN)

    def rank(word: str) -> int:
        if word in words:
            return FREQUENT
        return LISTED if len(word) > SHORTEST_TAIL and table.has(word) else UNKNOWN

    return Analyser(table.stem, rank)


def _plain(text: str) -> str:
    return tidy(text).replace(SOFT, "").lower()


def _words(token: str) -> Iterator[str]:
    """The folded words of a token: a hyphenated one whole and split, a number as printed and normalised."""
    word = fold(token)
    if token[0].isdigit() and not token.isalnum() and "-" not in token:
        yield word
        if _THOUSANDS.fullmatch(word):
            yield word.replace(".", "")
        return
    if "-" in word:
        yield word.replace("-", "")
        yield from word.split("-")
        return
    yield word


@cache
def _stop_words() -> frozenset[str]:
    return _listed("stopwords.txt")


@cache
def _function_words() -> frozenset[str]:
    return _listed("function_words.txt")


def _listed(name: str) -> frozenset[str]:
    lines = Path(__file__).with_name("data").joinpath(name).read_text("utf-8").splitlines()
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))
