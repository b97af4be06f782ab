"""The word lists of questions: kinds, cues, units, synonyms and English words, read from `qa/data`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from index.analysis import analyser


@dataclass(frozen=True, slots=True)
class Unit:
    """What asks for figures of one unit, and what shows them."""

    asked: re.Pattern[str]
    shown: re.Pattern[str]


Phrase = frozenset[str]
"""The stems of a phrase; it holds where all of them stand."""


_LEAD = re.compile(
    r"(?::|\b(?:at|som|fordi|hvis|blandt andet|bl\.\s?a\.|f\.\s?eks\.|herunder|nemlig|følgende))\s*[-–…]?\s*$",
    re.IGNORECASE,
)


@cache
def kinds() -> Mapping[str, re.Pattern[str]]:
    """The wordings of each kind of question, in the order in which they lead."""
    return {name: _any(patterns) for name, patterns in _read("kinds").items()}


@cache
def cues() -> Mapping[str, re.Pattern[str]]:
    """The words by which a sentence shows that it answers a kind of question."""
    return {name: _any(patterns) for name, patterns in _read("cues").items()}


@cache
def units() -> Mapping[str, Unit]:
    """The units that figures are asked for in."""
    return {name: Unit(_any(unit["asked"]), _any(unit["shown"])) for name, unit in _read("units").items()}


@cache
def record_words() -> Mapping[str, re.Pattern[str]]:
    """The wordings of questions about records, those of a group as ``group.name``."""
    found: dict[str, re.Pattern[str]] = {}
    for name, value in _read("record_words").items():
        named = {name: value} if isinstance(value, str) else {f"{name}.{key}": text for key, text in value.items()}
        found |= {key: re.compile(text) for key, text in named.items()}
    return found


@cache
def fact_words() -> Mapping[str, re.Pattern[str]]:
    """The wordings by which each field of the metadata is asked for."""
    return {name: re.compile(text) for name, text in _read("fact_words").items()}


@cache
def synonyms() -> tuple[tuple[Phrase, ...], ...]:
    """Groups of phrases that stand for one another."""
    groups = [[phrase_of(member) for member in group] for group in _read("synonyms")["groups"]]
    return tuple(tuple(dict.fromkeys(phrase for phrase in group if phrase)) for group in groups)


@cache
def english() -> Mapping[str, str]:
    """English words and phrases of the field with their Danish ones."""
    return dict(_read("glossary_en"))


def phrase_of(text: str) -> Phrase:
    """The stems of a phrase's words, those aside that no index holds."""
    return frozenset(analyser().fields(text)[0])


def leads_in(text: str) -> bool:
    """Whether a text only leads in what follows, as a list: it ends in a colon, or in a word that nothing ends with."""
    return _LEAD.search(text) is not None


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


@cache
def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("data").joinpath(f"{name}.toml").read_text("utf-8"))
