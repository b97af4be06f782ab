"""What a target measures, in words: whom it speaks of, a measure of the codebook, its content words, its direction."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from corpus.wordlist import data, pattern
from index.analysis import analyser
from index.folding import fold

_FIGURE = re.compile(r"\d[\d.,]*")
_HORIZON = re.compile(
    r"(\w+)\s*(?:-\s*\w+\s+)?(uge|måned|år)(?:er|ers|s|e)?\b(?=.{0,25}(?:efter|senere))"
    r"|(?:efter|inden for|senest)\s+(\w+)\s+(uge|måned|år)(?:er|ers|s|e)?\b"
)
_SEVERAL = {"uge": "uger", "måned": "måneder", "år": "år"}
_ONE = frozenset({"1", "en", "et", "én", "ét"})
OTHERS = "§"
"""Begins the term of those whom a target speaks of besides the first."""
SHORTEST = 2
"""Letters of a term that says something."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What the words of a target say that it measures."""

    measure: str | None
    """A key of the codebook (`corpus/data/measures.toml`)."""
    actor: str | None
    """Whom it speaks of first."""
    words: tuple[tuple[str, ...], ...]
    """Its content words, each as its terms: the stem, then the stems of a compound's parts."""
    direction: frozenset[str]
    """Of ``up``, ``down`` and ``negated``."""
    horizon: str | None
    """How long after something it looks: "seks måneder"."""


@dataclass(frozen=True, slots=True)
class _Measure:
    key: str
    of: frozenset[str]
    words: tuple[re.Pattern[str], ...]
    without: re.Pattern[str]


@lru_cache(maxsize=65536)
def measured(text: str) -> Measured:
    """What the words of a target's text say that it measures."""
    small = _FIGURE.sub(" ", text.lower()) if text else ""
    named = _named(small)
    actor = named[0][2] if named else None
    ways = frozenset(name for name, found in _directions().items() if found.search(small))
    return Measured(_measure(small, actor), actor, tuple(_words(small, named)), ways, _horizon(text.lower()))


def measure_name(key: str, lang: str) -> str:
    """A measure's name for readers."""
    return str(next(one[lang] for one in data("measures")["measure"] if one["key"] == key))


def printed_words(text: str, stems: Collection[str]) -> tuple[str, ...]:
    """The words of a text that have these stems, as they stand there in small letters."""
    known = analyser()
    found = ((word, known.content(word)) for word in known.words(text))
    return tuple(dict.fromkeys(word for word, terms in found if terms and _same().get(terms[0], terms[0]) in stems))


def _measure(small: str, actor: str | None) -> str | None:
    for one in _measures():
        if one.of and (actor or "") not in one.of:
            continue
        if all(words.search(small) for words in one.words) and not one.without.search(small):
            return one.key
    return None


def _named(small: str) -> list[tuple[int, int, str]]:
    """Start, end and kind of those it speaks of, in their order; of those that overlap the first and longest."""
    found = sorted((m.start(), -m.end(), name) for name, one in _actors().items() for m in one.finditer(small))
    kept: list[tuple[int, int, str]] = []
    for start, end, name in found:
        if not kept or start >= kept[-1][1]:
            kept.append((start, -end, name))
    return kept


def _words(small: str, named: list[tuple[int, int, str]]) -> Iterator[tuple[str, ...]]:
    """The content words without those of any target, of directions, and of the one it speaks of first.

    The others that it speaks of stand for all of their kind. A word and the last part of a compound may be put for
    what means the same; the parts before only narrow it.
    """
    known, rest = analyser(), list(small)
    for start, end, _ in named:
        rest[start:end] = " " * (end - start)
    yield from sorted({(f"{OTHERS}{name}",) for _, _, name in named} - {(f"{OTHERS}{named[0][2]}",)} if named else ())
    for word in known.words(_directed().sub(" ", "".join(rest))):
        stem, *parts = known.content(word) or [""]
        if len(stem) >= SHORTEST and stem not in _general():
            whole = _same().get(stem, stem)
            yield (whole, *parts[:-1], _same().get(parts[-1], parts[-1])) if parts else (whole,)


def _horizon(small: str) -> str | None:
    match = _HORIZON.search(small)
    if not match:
        return None
    number, unit = (part for part in match.groups() if part)
    return f"{number} {unit if number in _ONE else _SEVERAL[unit]}"


@cache
def _measures() -> tuple[_Measure, ...]:
    return tuple(
        _Measure(one["key"], frozenset(one["of"]), tuple(map(pattern, one["words"])), pattern(one["without"]))
        for one in data("measures")["measure"]
    )


@cache
def _actors() -> dict[str, re.Pattern[str]]:
    return {name: pattern(words) for name, words in data("measures")["actors"].items()}


@cache
def _directions() -> dict[str, re.Pattern[str]]:
    return {name: pattern(words) for name, words in data("measures")["directions"].items()}


@cache
def _directed() -> re.Pattern[str]:
    return pattern([*data("measures")["directions"]["up"], *data("measures")["directions"]["down"]])


@cache
def _general() -> frozenset[str]:
    return frozenset(term for word in data("measures")["general"]["words"] for term in analyser().split(word)[0])


@cache
def _same() -> dict[str, str]:
    """Terms that mean the same, each with the first of its group."""
    groups = [
        [analyser().split(fold(word))[0][0] for word in group] for group in data("measures")["synonyms"]["groups"]
    ]
    return {term: group[0] for group in groups for term in group}
