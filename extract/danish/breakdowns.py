"""A figure told apart by units: "Kalundborg: 5 Furesø: 3 Kolding:5", "5 i Kolding, 3 i Furesø og 2 i Faxe"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.danish.numerals import read_numeral
from extract.danish.terms import any_of
from extract.report import Breakdown

_CAPITAL = r"[A-ZÆØÅ][\wÆØÅæøåé.'’&/-]*"
_KIND = r"(?:\s+(?:[Kk]ommune|[Jj]obcenter|[Rr]egion|[Aa]fdeling|by))?"
_NAME = rf"{_CAPITAL}(?:\s+(?:(?:og|for|af|i|på|-|–)\s+)?{_CAPITAL}){{0,3}}{_KIND}"
_NUMBER = r"\d{1,3}(?:[.\u00a0 ]\d{3})+|\d+(?:,\d+)?"
_COUNTED = r"(?:\s+(?:stk\.?|personer|borgere|unge|deltagere|virksomheder|forløb|mentorer|i\s+alt))?"
_NAME_FIRST = r"(?P<name>{name})\s?(?:[:=–-]\s?|\s)\s?(?P<number>{number}){counted}(?![\d%,.]*\d|\s?(?:pct|procent|%))"
_NAME_BRACKETED = r"(?P<name>{name})\s?[(\[]\s?(?P<number>{number}){counted}\s?[)\]]"
_NUMBER_FIRST = r"(?<![\d.,])(?P<number>{number}){counted}\s+(?:i|fra|på|hos|til|ved)\s+(?P<name>{name})"
_BETWEEN = re.compile(r"[\s,;.·•|/–-]*(?:\b(?:og|samt|mens|heraf)\b\s*)?")
_TOTALS = re.compile(r"(?:i alt|ialt|total|sum|samlet|alle)\b", re.IGNORECASE)
_MIN_PARTS = 2


def read_breakdown(text: str, names: Sequence[str] = ()) -> tuple[Breakdown, ...]:
    """The parts of a figure told apart by named units, each with its number as ``actual``; empty where there are none.

    Units are capitalised names, or those of ``names``, which may hold small letters. Two at least make a breakdown, and
    they must stand one after the other; a total among them ("I alt: 13") is none of them.
    """
    best: tuple[Breakdown, ...] = ()
    for pattern in _patterns(tuple(names)):
        parts = _parts(text, pattern)
        if len(parts) > len(best):
            best = parts
    return best if len(best) >= _MIN_PARTS else ()


def _patterns(names: tuple[str, ...]) -> list[re.Pattern[str]]:
    name = rf"(?:{any_of(names)})(?!\w)|{_NAME}" if names else _NAME
    slots = {"name": name, "number": _NUMBER, "counted": _COUNTED}
    return [re.compile(form.format(**slots)) for form in (_NAME_FIRST, _NAME_BRACKETED, _NUMBER_FIRST)]


def _parts(text: str, pattern: re.Pattern[str]) -> tuple[Breakdown, ...]:
    """The longest chain of parts that stand one after the other."""
    chains: list[list[Breakdown]] = [[]]
    end = None
    for match in pattern.finditer(text):
        if end is not None and not _BETWEEN.fullmatch(text[end : match.start()]):
            chains.append([])
        end = match.end()
        number = read_numeral(match["number"])
        unit = re.sub(r"\s+", " ", match["name"]).strip(" :-–")
        if number and not _TOTALS.match(unit):
            chains[-1].append(Breakdown(unit, actual=number[0]))
    chain = max(chains, key=len)
    return tuple(chain) if len({part.unit for part in chain}) == len(chain) else ()
