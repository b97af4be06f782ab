"""Danish number words in running text: whole numbers by text2num, halves and fractions by the data file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.danish.terms import any_of, tables

_ONES = "nul|én|ét|èn|en|et|to|tre|fire|fem|seks|syv|otte|ni"
_TEENS = "ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten"
_TENS = r"(?:tyve|tredive|fyrre(?:tyve)?|(?:halvtreds|tres|halvfjerds|firs|halvfems)(?:indstyve)?)"
_BELOW_100 = rf"(?:(?:{_ONES[4:]})og{_TENS}|{_TENS}|{_TEENS}|{_ONES})"
_PART = rf"(?:(?:{_BELOW_100})?hundred[eo]?|(?:{_BELOW_100})?tusinde?|million(?:er)?|milliard(?:er)?|{_BELOW_100})"
_WORD = rf"{_PART}(?:(?:og)?{_PART})*"
_HALVES = {"halvanden": 1.5, "halvandet": 1.5}
_ARTICLES = frozenset(("en", "et", "én", "ét", "èn"))
_VAGUE = re.compile(r"(?:flere|mange|adskillige|nogle|par|snesevis|få)\s+$", re.IGNORECASE)
_LONG = {"fyrretyve": "fyrre", "indstyve": ""}


@dataclass(frozen=True, slots=True)
class Spelled:
    """A number in letters. ``weak`` where it may be an article (en, et), which only its neighbours can tell."""

    start: int
    end: int
    value: float
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Fraction:
    """A part of a whole in letters: "halvdelen" is 1 of 2, "tre fjerdedele" 3 of 4, "hver tredje" 1 of 3."""

    start: int
    end: int
    parts: float
    whole: int


@cache
def _run() -> re.Pattern[str]:
    half = r"(?:\s+og)?\s+(?:en|et)\s+halvt?"
    return re.compile(
        rf"(?<![\w'’])(?:{'|'.join(_HALVES)}|{_WORD}(?:(?!{half})(?:\s+og)?\s+{_WORD})*(?:{half})?)(?![\w'’])",
        re.IGNORECASE,
    )


def spelled_in(text: str) -> Iterator[Spelled]:
    """The number words of a text, in order; ordinals and words for vague amounts are none."""
    for match in _run().finditer(text):
        yield from _parted(text, match.start(), match.end())


def _parted(text: str, start: int, end: int) -> Iterator[Spelled]:
    """The numbers of a run of words: "to hundrede og tre" is one, "tre og fire" and "to en" are two."""
    words = [(start + m.start(), start + m.end()) for m in re.finditer(r"\w+", text[start:end])]
    k = 0
    while k < len(words):
        if text[slice(*words[k])].lower() == "og":
            k += 1
            continue
        for last in range(len(words), k, -1):
            value = word_value(text[words[k][0] : words[last - 1][1]])
            if value is not None:
                phrase = text[words[k][0] : words[last - 1][1]]
                vague = value in (100, 1000) and _VAGUE.search(text[max(0, words[k][0] - 14) : words[k][0]])
                if not vague:
                    yield Spelled(words[k][0], words[last - 1][1], value, phrase.lower() in ("en", "et"))
                k = last
                break
        else:
            k += 1


@cache
def word_value(phrase: str) -> float | None:
    """The number that the words name, or ``None``: "to hundrede og tre" is 203, "to og en halv" is 2.5."""
    from text_to_num import text2num

    words = phrase.lower().split()
    if len(words) == 1 and words[0] in _HALVES:
        return _HALVES[words[0]]
    if len(words) > 2 and words[-1] in ("halv", "halvt") and words[-2] in _ARTICLES:
        whole = word_value(" ".join(words[:-2]).removesuffix(" og"))
        return None if whole is None else whole + 0.5
    if any(word in _ARTICLES for word in words[1:]) or words[-1] == "og":
        return None
    plain = " ".join("en" if word in _ARTICLES else word for word in words)
    for long, short in _LONG.items():
        plain = plain.replace(long, short)
    try:
        return float(text2num(plain, "da"))
    except ValueError:
        return None


@cache
def _fraction() -> tuple[re.Pattern[str], dict[str, int], dict[str, int]]:
    table = tables("figures")
    parts: dict[str, int] = table["fractions"]
    ordinals: dict[str, int] = table["ordinals"]
    count = r"(?P<count>halvanden|halvandet|[a-zæøåé]+|\d+)"
    of = rf"(?:{count}[\s-]+)?(?P<part>{any_of(parts)})(?:e|en|ene|ens|s)?"
    each = rf"(?:hver|hvert)\s+(?:(?P<ordinal>{any_of(ordinals)})|(?P<nth>\d{{1,2}})\.)"
    pattern = re.compile(rf"(?<![\w-])(?:{of}|{each})(?![\w-])", re.IGNORECASE)
    return pattern, parts, ordinals


@cache
def _ordinals() -> frozenset[str]:
    """What makes of "halvdel" a part of a time and not of a number: "anden halvdel"."""
    return frozenset(tables("dates")["ordinals"])


def fractions_in(text: str) -> Iterator[Fraction]:
    """The fractions in letters: "halvdelen", "en tredjedel", "tre fjerdedele", "hver tredje deltager"."""
    pattern, parts, ordinals = _fraction()
    for match in pattern.finditer(text):
        if match["nth"]:
            yield Fraction(match.start(), match.end(), 1, max(1, int(match["nth"])))
            continue
        if match["ordinal"]:
            yield Fraction(match.start(), match.end(), 1, ordinals[match["ordinal"].lower()])
            continue
        count = match["count"]
        if count and count.lower() in _ordinals():
            continue
        parted = float(count) if count and count.isdigit() else word_value(count) if count else 1.0
        start = match.start() if parted is not None else match.start("part")
        if parted is None and match["part"].lower() == "kvart":
            continue
        yield Fraction(start, match.end(), 1.0 if parted is None else parted, parts[match["part"].lower()])
