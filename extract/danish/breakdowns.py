"""A figure told apart by units: "Kalundborg: 5 Furesø: 3 Kolding:5", "5 i Kolding, 3 i Furesø og 2 i Faxe"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.danish.number_words import word_value
from extract.danish.numerals import read_numeral
from extract.danish.terms import any_of
from extract.report import Breakdown

_CAPITAL = r"[A-ZÆØÅ][\wÆØÅæøåé.'’&/-]*"
_KIND = r"(?:\s+(?:[Kk]ommune|[Jj]obcenter|[Rr]egion|[Aa]fdeling|by))?"
_NAME = rf"I\s+alt|{_CAPITAL}(?:\s+(?:(?:og|for|af|i|på|-|–)\s+)?{_CAPITAL}){{0,3}}{_KIND}"
_FIGURE = r"\d{1,3}(?:[.\u00a0 ]\d{3})+|\d+(?:,\d+)?"
_WORD = r"én|ét|en|et|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|ingen"
_COUNTED = r"(?:\s+(?:stk\.?|[a-zæøå]{3,}(?:er|e|r|s|ere|løb|møder)?|i\s+alt)){0,2}?"
_OF = rf"(?:\s?[(\[]?\s?(?:mål(?:et)?|måltal|planlagt|ud\s+af|af|mod|/)\s?:?\s?(?P<target>{_FIGURE})\s?[)\]]?)?"
_END = r"(?![\d%,.]*\d|\s?(?:pct|procent|%))"
_NAME_FIRST = rf"(?P<name>{{name}})\s?(?:[:=–-]\s?|\s)\s?(?P<number>{_FIGURE}){_COUNTED}{_OF}{_END}"
_BRACKETED = rf"(?P<name>{{name}})\s?[(\[]\s?(?P<number>{_FIGURE}){_COUNTED}(?P<target>$^)?\s?[)\]]"
_NUMBER_FIRST = (
    rf"(?<![\w.,])(?P<number>{_FIGURE}|(?i:{_WORD})){_COUNTED}{_OF}\s+(?:i|fra|på|hos|til|ved|for)\s+(?P<name>{{name}})"
)
_BETWEEN = re.compile(r"[\s,;.·•|/–-]*(?:\b(?:og|samt|mens|heraf)\b\s*)?")
_TOTALS = re.compile(r"(?:i alt|ialt|total|sum|samlet|alle|mål|heraf)\b", re.IGNORECASE)
_MIN_PARTS = 2


@dataclass(frozen=True, slots=True)
class Parted:
    """The parts of a figure, where in the text they stand, and the total printed among them."""

    start: int
    end: int
    parts: tuple[Breakdown, ...]
    total: float | None = None


def read_breakdown(text: str, names: Sequence[str] = ()) -> tuple[Breakdown, ...]:
    """The parts of a figure told apart by named units, each with its number as ``actual``; empty where there are none.

    Units are capitalised names, or those of ``names``, which may hold small letters. Two at least make a breakdown, and
    they must stand one after the other; a total among them ("I alt: 13") is none of them. A number behind "mål" or
    "ud af" is the part's ``target``.
    """
    found = parted(text, tuple(names))
    return found.parts if found else ()


def parted(text: str, names: tuple[str, ...] = ()) -> Parted | None:
    """The breakdown with its place, or ``None``."""
    if not re.search(r"[A-ZÆØÅ]", text) and not names:
        return None
    chains = [chain for pattern in _patterns(names) for chain in _chains(text, pattern)]
    best = max(chains, key=lambda chain: len(chain.parts), default=None)
    if best is None or len(best.parts) < _MIN_PARTS or len({part.unit for part in best.parts}) < len(best.parts):
        return None
    return best


@cache
def _patterns(names: tuple[str, ...]) -> list[re.Pattern[str]]:
    name = rf"(?:{any_of(names)})(?!\w)|{_NAME}" if names else _NAME
    return [re.compile(form.replace("{name}", name)) for form in (_NAME_FIRST, _BRACKETED, _NUMBER_FIRST)]


def _chains(text: str, pattern: re.Pattern[str]) -> list[Parted]:
    """The runs of parts that stand one after the other."""
    chains: list[Parted] = []
    for match in pattern.finditer(text):
        part = _part(match)
        if part is None:
            continue
        last = chains[-1] if chains and _BETWEEN.fullmatch(text[chains[-1].end : match.start()]) else None
        parts, total = (last.parts, last.total) if last else ((), None)
        if _TOTALS.match(part.unit):
            total = part.actual
        else:
            parts = (*parts, part)
        joined = Parted(last.start if last else match.start(), match.end(), parts, total)
        chains[len(chains) - bool(last) :] = [joined]
    return chains


def _part(match: re.Match[str]) -> Breakdown | None:
    unit = re.sub(r"\s+", " ", match["name"]).strip(" :-–")
    number = _value(match["number"])
    if number is None:
        return None
    return Breakdown(unit, target=_value(match["target"]) if match["target"] else None, actual=number)


def _value(text: str) -> float | None:
    if text[0].isdigit():
        found = read_numeral(text)
        return found[0] if found else None
    return 0.0 if text.lower() == "ingen" else word_value(text)
