"""The numbers of a sentence one by one, and the sentence with a mark for each: what the rules on prose read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from extract.danish.figure_terms import Term, terms_in
from extract.danish.figures import Figure, figures_in

Kind = Literal["count", "percent", "points", "amount", "measure", "other"]
_SYMBOL: dict[Kind, str] = {
    "count": "\ue001",
    "percent": "\ue002",
    "points": "\ue003",
    "amount": "\ue004",
    "measure": "\ue005",
    "other": "\ue006",
}
_FIRST = 0xE100
COUNT, PERCENT, POINTS, AMOUNT, MEASURE, OTHER = _SYMBOL.values()
"""The first of the two characters of a mark; the second tells which of the numbers it is."""
ANY = "[\ue001-\ue006]"


_OF_A_RATE = re.compile(r"procent(?:en|andel|andelen)?\s+(?:er|var|på|blev)\s+(?:[^\W\d_]+\.?\s+)?$", re.IGNORECASE)
"""Before a number without "pct.": "en svarprocent på 77"."""
LONGEST = 1500
"""Letters of a sentence; what is longer is a table or a list that was read as text."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A number of a sentence; ``start`` and ``end`` are offsets into the sentence.

    ``percent``: 45.0 for 45 pct., also for "halvdelen" (then ``about`` unless a word says otherwise); ``amount`` in
    kroner, ``scale`` being 1e6 for millions; ``measure``: a count of days, years …; ``other``: one end of a range.
    """

    start: int
    end: int
    kind: Kind
    value: float
    decimals: int = 0
    qualifier: str | None = None
    scale: float = 1.0
    fraction: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence in which each number is two characters: the sign of its kind, and its place among the numbers."""

    text: str
    numbers: tuple[Spoken, ...]

    def number(self, mark: str) -> Spoken:
        """The number that a mark's second character stands for."""
        return self.numbers[ord(mark) - _FIRST]

    def offset(self, at: int) -> int:
        """Where a place of the marked text stands in the sentence."""
        return at + sum(number.end - number.start - 2 for number in self.numbers_of(self.text[:at]))

    def numbers_of(self, stretch: str, kind: str = ANY) -> list[Spoken]:
        """The numbers whose marks stand in a stretch of the text."""
        return [self.number(m[1]) for m in re.finditer(f"{kind}(.)", stretch)]


def fits_a_sentence(text: str) -> bool:
    """Whether a text is no longer than sentences are."""
    return len(text) <= LONGEST


@lru_cache(maxsize=4096)
def marked(text: str) -> Marked:
    """A sentence with its numbers marked; dates, references and codes stay as they are."""
    numbers = tuple(_numbers(text))
    parts, at = [], 0
    for place, number in enumerate(numbers):
        parts += [text[at : number.start], _SYMBOL[number.kind], chr(_FIRST + place)]
        at = number.end
    return Marked("".join((*parts, text[at:])), numbers)


def _numbers(text: str) -> Iterator[Spoken]:
    for figure in figures_in(text):
        if figure.unit == "part" and figure.share is None and figure.value and figure.whole:
            value = 100 * figure.value / figure.whole
            yield Spoken(figure.start, figure.end, "percent", value, 0, figure.qualifier or "about", fraction=True)
        elif figure.kind in ("ratio", "range", "product", "percent"):
            yield from _within(text, figure)
        else:
            single = _single(figure)
            bare = single.kind == "count" and _OF_A_RATE.search(text, 0, figure.start) is not None
            yield replace(single, kind="percent") if bare else single


def _within(text: str, figure: Figure) -> Iterator[Spoken]:
    """The numbers of a figure that is made of several."""
    terms = [t for t in terms_in(text[figure.start : figure.end]) if t.kind != "ratio"]
    if figure.kind == "product" and figure.value is not None:
        yield Spoken(figure.start, figure.end, "other", figure.value)
        return
    for place, term in enumerate(terms):
        kind: Kind = "other" if figure.kind == "range" else _kind(term)
        qualifier = figure.qualifier if place == 0 else term.qualifier
        start, end = figure.start + term.start, figure.start + term.end
        yield Spoken(start, end, kind, round(term.value * term.scale, 6), term.decimals, qualifier, term.scale)


def _kind(term: Term) -> Kind:
    if term.kind == "percent_points":
        return "points"
    if term.kind == "count":
        return "measure" if term.unit else "count"
    return term.kind if term.kind in ("percent", "amount") else "other"


_OF_FIGURE: dict[str, Kind] = {"percent": "percent", "percent_points": "points", "amount": "amount", "count": "count"}


def _single(figure: Figure) -> Spoken:
    kind = _OF_FIGURE.get(figure.kind, "other")
    if kind == "count" and figure.unit:
        kind = "measure"
    scale = _scale(figure.raw) if kind == "amount" else 1.0
    return Spoken(figure.start, figure.end, kind, figure.value or 0.0, figure.decimals, figure.qualifier, scale)


def _scale(raw: str) -> float:
    low = raw.lower()
    if re.search(r"mia|milliard|mrd", low):
        return 1e9
    if re.search(r"mio|mil[l.]|\bm\.?\s?kr", low):
        return 1e6
    return 1e3 if re.search(r"1\.?000\s*\)?kr|\bt\.?\s?kr|tusind", low) else 1.0
