"""The level of a target: what its row, table, section and id say, weighed.

A group row counts more than a column's header or a caption, these more than the headings above, an id's letter least.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

from extract.indicators.draft import Reason
from extract.report import IndicatorLevel, Section, SectionRole

Kind = Literal["activity", "outcome", "impact"]
Term = Literal["short", "long"]

COLUMN, GROUP, HEADER, CAPTION, SECTION, ABOVE, LETTER = 5.0, 4.0, 2.5, 2.5, 1.5, 0.6, 0.4
WEAK = 0.4
"""What a weak word counts beside a strong one."""
WORDING = 0.3
BY_ROLE: Mapping[SectionRole, Kind] = {
    "activity_status": "activity",
    "outcome_status": "outcome",
    "impact_status": "impact",
}


@dataclass(frozen=True, slots=True)
class Hint:
    """One sign of a level."""

    kind: Kind | None
    term: Term | None
    weight: float
    rule: str = ""
    words: str = ""


def level_of_words(text: str) -> Hint | None:
    """What a caption, heading, header or group row says of the level; ``None`` where it says nothing."""
    name = " ".join(text.lower().split())
    term = _term(name)
    strong = _kinds(name, "strong")
    kinds = strong or _kinds(name, "weak")
    kind = kinds[0] if len(kinds) == 1 else None
    if kind == "impact" and term == "short" and "effektmål" not in name:
        kind = "outcome"
    if kind is None and term is None:
        return None
    return Hint(kind, term, 1.0 if strong or kind is None else WEAK)


def hint(text: str | None, weight: float, source: str) -> tuple[Hint, ...]:
    """The sign that a text of this weight gives, if any."""
    found = level_of_words(text) if text else None
    return () if found is None else (Hint(found.kind, found.term, found.weight * weight, source, text or ""),)


def section_hints(section: Section | None, sections: Mapping[str, Section]) -> tuple[Hint, ...]:
    """What the heading of a section, its role and the headings above it say."""
    if section is None:
        return ()
    own = hint(section.title, SECTION, "heading")
    role = BY_ROLE.get(section.role)
    by_role = (Hint(role, None, ABOVE, "section", section.title),) if role and not own else ()
    above = sections.get(section.parent) if section.parent else None
    return (*own, *by_role, *(hint(above.title, ABOVE, "heading_above") if above else ()))


def own_hints(text: str, printed_id: str | None) -> tuple[Hint, ...]:
    """What a goal's own wording and its id say."""
    found: list[Hint] = []
    low = text.lower()
    for kind, phrases in _data()["wording"].items():
        phrase = next((p for p in phrases if p in low), None)
        if phrase:
            found.append(Hint(kind, None, WORDING, "wording", phrase))
    if printed_id and (word := re.match(r"\w*mål|milepæl|leverance|formål|krav", printed_id, re.IGNORECASE)):
        found.extend(hint(word[0], GROUP, "id"))
    letters = re.match(r"[A-ZÆØÅ]+", printed_id or "")
    if letters:
        found.extend(_letter_hint(letters[0]))
    return tuple(found)


def weigh(hints: Sequence[Hint]) -> tuple[IndicatorLevel, tuple[Reason, ...]]:
    """The level that the signs give together, and the signs that counted most; an outcome where there is none."""
    totals: dict[Kind, float] = {}
    for sign in hints:
        if sign.kind:
            totals[sign.kind] = totals.get(sign.kind, 0.0) + sign.weight
    terms = sorted((s for s in hints if s.term), key=lambda s: -s.weight)
    if not totals:
        term = terms[0].term if terms else None
        return _level("outcome", term), _reasons(terms[:1]) or (Reason("level", "no_level"),)
    kind = max(totals, key=lambda k: totals[k])
    best = max((s for s in hints if s.kind == kind), key=lambda s: s.weight)
    timed = next((s for s in terms if s.kind in (None, kind)), None)
    return _level(kind, timed.term if timed else None), _reasons([best, *([timed] if timed else [])])


def _reasons(signs: Sequence[Hint]) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(Reason("level", f"level_{sign.rule}", sign.words) for sign in signs))


def _level(kind: Kind, term: Term | None) -> IndicatorLevel:
    if kind != "outcome" or term is None:
        return kind
    return "outcome_short" if term == "short" else "outcome_long"


def _letter_hint(letters: str) -> tuple[Hint, ...]:
    for name, known in _data()["letters"].items():
        if letters in known:
            kind, _, term = name.partition("_")
            return (
                Hint(
                    _kind(kind),
                    "short" if term == "short" else "long" if term else None,
                    LETTER,
                    "letter",
                    letters,
                ),
            )
    return ()


def _kind(name: str) -> Kind:
    return "activity" if name == "activity" else "impact" if name == "impact" else "outcome"


def _kinds(name: str, strength: str) -> list[Kind]:
    return [_kind(kind) for kind, words in _data()[strength].items() if any(word in name for word in words)]


def _term(name: str) -> Term | None:
    short, long = (any(word in name for word in _data()["term"][term]) for term in ("short", "long"))
    return None if short == long else "short" if short else "long"


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("extract.danish").joinpath("data/indicator_levels.toml").read_text(encoding="utf-8"))
