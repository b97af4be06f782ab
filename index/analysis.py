"""Danish text → terms: lower case, å for aa, stop words out, Snowball stems, compounds with their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from extract.danish.characters import tidy
from extract.danish.lexicon import Lexicon

if TYPE_CHECKING:
    from collections.abc import Callable

_TOKEN = re.compile(r"\d+(?:[.,]\d+)+|[^\W_]+")
_LONG = 8
"""Letters from which a word may be a compound worth taking apart."""
_NO_DOCUMENT = Lexicon()


def words(text: str) -> list[str]:
    """The content words of a text, lower case."""
    return [word for word in _TOKEN.findall(tidy(text).lower()) if word not in _stop_words()]


def terms(text: str) -> list[str]:
    """The stems of the content words."""
    return [_stem(word) for word in words(text)]


def terms_and_parts(text: str) -> list[str]:
    """The stems of the content words, and behind each compound those of its parts."""
    return [term for word in words(text) for term in _with_parts(word)]


@lru_cache(maxsize=100_000)
def _stem(word: str) -> str:
    return _stemmer()(word.replace("aa", "å"))


@lru_cache(maxsize=100_000)
def _with_parts(word: str) -> tuple[str, ...]:
    return (_stem(word), *map(_stem, _parts(word)))


def _parts(word: str) -> Iterator[str]:
    if len(word) >= _LONG and word.isalpha():
        yield from (part for part in _NO_DOCUMENT.parts(word) if part not in _stop_words())


@cache
def _stemmer() -> Callable[[str], str]:
    import snowballstemmer

    stem: Callable[[str], str] = snowballstemmer.stemmer("danish").stemWord
    return stem


@cache
def _stop_words() -> frozenset[str]:
    lines = Path(__file__).with_name("data").joinpath("stopwords.txt").read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
