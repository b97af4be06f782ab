"""How often something happens: "1 pr. kvartal", "to gange om året", "hver 14. dag", "halvårligt"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.danish.terms import any_of, by_word, tables

_WEEK_DAYS = {7: 1.0, 14: 0.5, 28: 0.25}
_NOUN_OR_ADVERB = re.compile(r"(?:lige|lig|ligt|vis|vist|vise|mæssig|mæssigt|mæssige)$")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Words that say how often: ``value`` times a ``unit`` (year, half_year, quarter, month, week, day)."""

    start: int
    end: int
    value: float
    unit: str


@cache
def _units() -> dict[str, str]:
    return by_word(tables("figures")["frequencies"])


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    units = _units()
    nouns = [word for word in units if not _NOUN_OR_ADVERB.search(word)]
    adverbs = [word for word in units if _NOUN_OR_ADVERB.search(word)]
    ordinals = any_of(tables("figures")["ordinals"])
    nth = rf"(?:(?P<nth>\d+)\.\s*|(?P<ordinal>{ordinals})\s+)?(?:enkelte?\s+)?"
    every = rf"(?<!\w)(?:hver|hvert)\s+{nth}(?P<noun>{any_of(nouns)})(?!\w)"
    alone = rf"(?<!\w)(?P<adverb>{any_of(adverbs)})(?!\w)"
    word = r"\s+(?!pr\b|per\b|om\b|i\b|hver|halv|time|minut|kr\b|er\b|har\b|var\b)[^\W\d_][\w-]*"
    words = rf"(?:{word}){{0,3}}"
    definite = [noun for noun in nouns if noun.endswith(("et", "en")) and noun != "halvåret"]
    each = rf"(?:{word})?\s+(?:hver|hvert)\s+(?P<each>{any_of(nouns)})"
    rate = rf"{words}\s*(?:pr\.?|per|/)\s*(?P<rate>{any_of(nouns)})"
    within = rf"{words}\s+(?:om|i)\s+(?P<within>{any_of(definite)})"
    adverbial = rf"(?:{word})?\s+(?P<adverb>{any_of(adverbs)})"
    return (
        re.compile(rf"{every}|{alone}", re.IGNORECASE),
        re.compile(rf"(?:{rate}|{within}|{each}|{adverbial})(?!\w|\s+\d)", re.IGNORECASE),
        re.compile(
            rf"{words}\s+(?:pr\.?|per|i\s+hver|i\s+hvert|for\s+hver|for\s+hvert|til\s+hver|til\s+hvert|hos\s+hver|hos\s+hvert|på\s+hver|på\s+hvert|hver)(?!\s+(?:{any_of(nouns)})\b)(?:\s+[^\W\d_][\w-]*|\s*$|(?=\W))",
            re.IGNORECASE,
        ),
    )


def _unit(word: str) -> str:
    return _units()[re.sub(r"\s+", " ", word.lower())]


def rhythms_in(text: str) -> list[Rhythm]:
    """What says how often by itself: "kvartalsvise", "hvert halve år", "hver anden måned" (half a time a month)."""
    return [_rhythm(match) for match in _patterns()[0].finditer(text)]


def _rhythm(match: re.Match[str]) -> Rhythm:
    if match["adverb"]:
        return Rhythm(match.start(), match.end(), 1.0, _unit(match["adverb"]))
    unit = _unit(match["noun"])
    nth = int(match["nth"] or 0)
    if match["ordinal"]:
        nth = int(tables("figures")["ordinals"][match["ordinal"].lower()])
    if unit == "day" and nth in _WEEK_DAYS:
        return Rhythm(match.start(), match.end(), _WEEK_DAYS[nth], "week")
    return Rhythm(match.start(), match.end(), 1.0 / nth if nth else 1.0, unit)


def rhythm_after(text: str, end: int) -> tuple[int, str] | None:
    """Where how often follows a number that ends at ``end`` ("… møder pr. kvartal"): its end and unit."""
    match = _patterns()[1].match(text, end)
    if match is None:
        return None
    unit = next(word for word in match.groups() if word)
    return match.end(), _unit(unit)


def each_after(text: str, end: int) -> bool:
    """Whether a number is said of each of several ("Et i hvert jobcenter", "2 pr. kommune"), not of all."""
    return bool(_patterns()[2].match(text, end))
