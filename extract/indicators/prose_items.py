"""A goal in running text taken apart: its id, its own words, what was reached, and what the evaluator says of it.

"C1: Mindst 80 pct. er i job. Indtil videre gælder det 28 af 32. Status: I proces." and the labelled lines of forms:
"Effektmål: … Resultat: … Vurdering: …".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from extract.danish.figures import figures_in
from extract.danish.verdicts import verdicts_in
from extract.danish.words import sentences
from extract.indicators.goal_target import target_in
from extract.indicators.ids import split_id
from extract.indicators.prose_words import goal_terms

_COUNTS = frozenset({"count", "ratio", "range", "product", "amount"})
_FEWEST = 3
"""Words of a goal."""


@dataclass(frozen=True, slots=True)
class Item:
    """A goal's words, and what stands with them."""

    ident: str | None
    text: str
    target: str | None
    actual: str | None
    status: str | None
    baseline: str | None = None


@dataclass(frozen=True, slots=True)
class Lead:
    """A word that names what follows as a goal: "Effektmål 2:"; ``bare``: it says no more than "Mål"."""

    word: str
    ident: str | None
    end: int
    bare: bool


def lead_of(text: str) -> Lead | None:
    """The lead that a paragraph begins with."""
    found = _leads().match(text)
    if found is None:
        return None
    word, number = found["word"].lower(), found["number"]
    return Lead(
        word,
        f"{found['word']} {number}" if number else None,
        found.end(),
        word in {"mål", "effekt", "output", "måltal", "formål"},
    )


def read_item(text: str, *, midterm: bool) -> Item | None:
    """A list item or paragraph with a goal first; ``None`` where no goal's words are there."""
    ident, rest = split_id(text)
    pieces = labelled(rest)
    goal, told = _first(pieces.pop("", ""))
    goal = goal or pieces.pop("target", "")
    if len(goal.split()) < _FEWEST:
        return None
    target = pieces.get("target") or target_in(goal)
    actual = pieces.get("actual") or _reached(told, target)
    status = pieces.get("status") or _said(told, midterm)
    return Item(ident, goal, target, actual, status, pieces.get("baseline"))


def labelled(text: str) -> dict[str, str]:
    """The parts of a text by their labels ("Status: …"); what stands before the first under ``""``."""
    marks = [(found.start(), found.end(), found[1].lower()) for found in _labels().finditer(text)]
    ends = [start for start, _, _ in marks[1:]] + [len(text)]
    parts = {"": text[: marks[0][0] if marks else len(text)].strip()}
    for (_, start, word), end in zip(marks, ends, strict=False):
        kind = next(kind for kind, words in goal_terms()["parts"].items() if word in words)
        parts.setdefault(kind, text[start:end].strip().rstrip(".;"))
    return parts


def _first(text: str) -> tuple[str, str]:
    """The goal's sentence without its stop, and what follows it."""
    spans = sentences(text)
    if not spans:
        return "", ""
    start, end = spans[0]
    return text[start:end].strip().rstrip(".;:"), text[end:].strip()


def _reached(told: str, target: str | None) -> str | None:
    """The words of the figure that says what was reached: of the target's kind, the last where there are several."""
    if not told:
        return None
    percent = bool(target and re.search(r"%|pct|procent", target))
    kinds = {"percent"} if percent else _COUNTS
    fitting = [figure for figure in figures_in(told) if figure.kind in kinds]
    if target is None or not fitting:
        return None if verdicts_in(told) else told
    return fitting[-1].raw


def _said(told: str, midterm: bool) -> str | None:
    found = verdicts_in(told, midterm=midterm)
    return found[-1].raw if found else None


@cache
def _leads() -> re.Pattern[str]:
    words = sorted((word for words in goal_terms()["leads"].values() for word in words), key=len, reverse=True)
    names = "|".join(map(re.escape, words))
    return re.compile(
        rf"(?P<word>(?:projektets\s+)?(?:{names}))\s*(?P<number>[A-Z]?\d{{1,2}}(?:\.\d{{1,2}})*[a-z]?)?\s*(?::|\.(?=\s+[A-ZÆØÅ0-9])|\s[–—-])\s+(?=\S)",
        re.IGNORECASE,
    )


@cache
def _labels() -> re.Pattern[str]:
    words = sorted((word for words in goal_terms()["parts"].values() for word in words), key=len, reverse=True)
    return re.compile(
        rf"(?:(?<=^)|(?<=[.;,)] )|(?<=[a-zæøå0-9] ))({'|'.join(map(re.escape, words))})\s*:\s+", re.IGNORECASE
    )
