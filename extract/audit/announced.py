"""Where running text says how many there are of what a report lists: "Der er fastlagt i alt tolv aktivitetsmål"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extract.audit.material import Sentence
from extract.audit.terms import matches, pattern
from extract.danish.figures import Figure, figures_in
from extract.danish.verdicts import verdicts_in

Noun = Literal["goals", "municipalities", "statements", "parts"]
_NOUNS: tuple[tuple[Noun, str], ...] = (
    ("goals", "goals_activity"), ("goals", "goals_outcome"), ("goals", "goals_impact"), ("goals", "goals_any"),
    ("municipalities", "municipalities"), ("statements", "statements"), ("parts", "parts"),
)  # fmt: skip
_ADJECTIVE = re.compile(r"[a-zæøåé-]+(?:e|t|nye)\s+(?:og\s+)?", re.IGNORECASE)
MOST_ADJECTIVES = 3
MOST = 60
"""More than this no report lists by number words."""
_RELATIVE = re.compile(r",?\s+(?:der|som)\b\s*(?P<rest>.{0,40})")
_TRAILING = re.compile(r"[\s,:]*$")


@dataclass(frozen=True, slots=True)
class Announced:
    """A count of what is listed somewhere: offsets into the text of the block, the noun in lower case."""

    start: int
    end: int
    number: int
    kind: Noun
    noun: str
    term: str
    """The list of nouns it is in: ``goals_impact`` …"""
    sentence: Sentence
    whole: bool
    """Whether the words say that all are meant."""
    adjectives: str
    other_time: bool
    narrowed: bool
    """Whether a clause or a verdict says that only some are meant."""


def announced_in(sentence: Sentence) -> Iterator[Announced]:
    """The counts of a sentence that are exact, whole, and stand before a noun of what reports list."""
    for figure in figures_in(sentence.text):
        if figure.kind == "count" and _plain(figure):
            found = _before_noun(sentence, figure)
            if found is not None:
                yield found


def _plain(figure: Figure) -> bool:
    value = figure.value
    exact = figure.qualifier is None and figure.whole is None and figure.share is None and not figure.decimals
    return exact and value is not None and value == int(value) and 1 < value <= MOST and figure.unit in (None, "each")


def _before_noun(sentence: Sentence, figure: Figure) -> Announced | None:
    text = sentence.text
    for at in _noun_places(text, figure.end):
        adjectives = text[figure.end : at]
        for kind, term in _NOUNS:
            noun = pattern(term).match(text, at)
            if noun is not None and not matches("some_only", adjectives):
                return _announced(sentence, figure, (kind, term), adjectives, noun.end())
    return None


def _announced(sentence: Sentence, figure: Figure, listed: tuple[Noun, str], adjectives: str, end: int) -> Announced:
    text, (kind, term) = sentence.text, listed
    narrowed = _narrowed(text, end, kind) or _judged(text, figure)
    whole = _whole(text, figure.start, end) and not narrowed
    noun = text[figure.end + len(adjectives) : end].lower()
    return Announced(
        sentence.start + figure.start, sentence.start + end, int(figure.value or 0), kind, noun, term, sentence, whole,
        adjectives, matches("other_time", text), narrowed,
    )  # fmt: skip


def _noun_places(text: str, end: int) -> Iterator[int]:
    """Where the noun of a number may begin: right behind it, or behind one adjective or several."""
    at = end + len(text[end:]) - len(text[end:].lstrip())
    if at == end:
        return
    yield at
    for _ in range(MOST_ADJECTIVES):
        adjective = _ADJECTIVE.match(text, at)
        if adjective is None:
            return
        at = adjective.end()
        yield at


def _whole(text: str, start: int, end: int) -> bool:
    before = _without_filler(text[:start])
    if not before:
        tells = pattern("tells_all").match(text, end + 1)
        return tells is not None or text[end : end + 1] == ":"
    last = [m for m in pattern("whole_before").finditer(before) if m.end() == len(before)]
    return bool(last) or before.endswith(":")


def _without_filler(before: str) -> str:
    """What stands before a number, without "i alt", "således" and the like."""
    while True:
        shorter = _TRAILING.sub("", before) if not before.rstrip().endswith(":") else before.rstrip()
        fillers = [m for m in pattern("filler").finditer(shorter) if m.end() == len(shorter)]
        if not fillers:
            return shorter
        before = shorter[: fillers[0].start()]


def _narrowed(text: str, end: int, kind: Noun) -> bool:
    """Whether a clause behind the noun says which of them: "de tre kommuner, der har …"."""
    found = _RELATIVE.match(text, end)
    if found is None:
        return False
    return kind == "municipalities" or not pattern("clause_of_all").match(found["rest"])


def _judged(text: str, figure: Figure) -> bool:
    """Whether the count is of goals with a verdict: "tre mål er nået"."""
    return any(
        verdict.scope == "some" and verdict.clause[0] <= figure.start < verdict.clause[1]
        for verdict in verdicts_in(text)
    )
