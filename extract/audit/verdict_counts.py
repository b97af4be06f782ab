"""How many targets a sentence gives a verdict: the eight of "otte af de ni mål er opfyldt"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.audit.material import Sentence
from extract.audit.terms import matches, pattern
from extract.danish.figures import figures_in
from extract.danish.verdicts import Verdict
from extract.report import Status

COUNTED: tuple[Status, ...] = ("achieved", "partly_achieved", "not_achieved")
"""Statuses whose targets are counted."""
_GOALS = ("goals_activity", "goals_outcome", "goals_impact", "goals_any")
_WHOLE = re.compile(r"\b(?:af|ud af|blandt)\s+(?:de|sine|projektets|alle|i alt)?\s*(?:i alt\s+)?$", re.IGNORECASE)
_ALL = re.compile(r"\b(?:alle|samtlige|begge)\b", re.IGNORECASE)
_NONE = re.compile(r"\bingen\b", re.IGNORECASE)
_THE_GOALS = re.compile(
    r"^\W*(?:projektets\s+)?\w*(?:målene|kriterierne|målsætningerne|leverancerne|milepælene)\s+(?:er|blev|vurderes)\b|"
    r"\b(?:har|fik|nåede|indfriede|opfyldte|opnåede|nået|indfriet|opfyldt|opnået)\s+(?:alle\s+)?"
    r"(?:sine|projektets)\s+\w*(?:mål|kriterier|målsætninger)\s*(?:[.,]|$)",
    re.IGNORECASE,
)
"""All targets of a kind: "Effektmålene er nået", "har nået sine effektmål", with nothing behind that narrows them."""
_NEAR = re.compile(
    r"\s*$|[.,]|\s+(?:af|ud\s+af|er|var|blev|har|fuldt|helt|delvis\w*|ikke|kun|opfyldt|nået|opnået|indfriet|realiseret)\b"
)
"""What may stand behind a number of targets: a verb, the verdict, the whole; another thing's name may not."""


@dataclass(frozen=True, slots=True)
class Told:
    """So many targets have a status, by the words of a clause; ``number`` is ``None`` for all of them."""

    status: Status
    number: int | None
    start: int
    end: int


def told_of(sentence: Sentence, verdict: Verdict, *, general: bool = False) -> Told | None:
    """How many a verdict counts; ``None`` where it counts none, or what is no target.

    ``general``: in a section on the whole project, where "effektmålene" are all of them.
    """
    text = sentence.piece.text
    clause = text[slice(*verdict.clause)]
    status = verdict.status
    if status == "partly_achieved" and not matches("in_part", verdict.raw):
        status = "achieved"  # "syv af ni mål er nået" is partly of the whole, but says seven are met
    if status not in COUNTED or not (of_goals(clause) or verdict.scope in ("some", "all")):
        return None
    if verdict.scope == "all" and (_ALL.search(clause) or _NONE.search(clause)):
        number = 0 if _NONE.search(clause) else None
        return Told("achieved" if number == 0 else status, number, *verdict.clause)
    if general and verdict.scope == "one" and status == "achieved" and _THE_GOALS.search(clause):
        return Told(status, None, *verdict.clause)
    found = _number(clause)
    return None if found is None else Told(status, found, *verdict.clause)


def whole_of(sentence: Sentence) -> int | None:
    """The number that they are of: the 9 of "otte af ni mål"; of several wholes none."""
    found = set()
    for figure in figures_in(sentence.text):
        if figure.kind == "ratio" and figure.whole and goal_noun(sentence.text[figure.end :]):
            found.add(int(figure.whole))
        elif figure.kind == "count" and figure.value and _is_whole(sentence.text, figure.start, figure.end):
            found.add(int(figure.value))
    return found.pop() if len(found) == 1 else None


def of_goals(clause: str) -> bool:
    """Whether a clause names targets."""
    return any(matches(name, clause) for name in _GOALS)


def goal_noun(text: str) -> bool:
    """Whether a text begins with a noun of targets, with adjectives before it."""
    return any(
        re.match(rf"\s+(?:\w+(?:e|te)\s+){{0,2}}(?:{pattern(name).pattern})", text, re.IGNORECASE) for name in _GOALS
    )


def _is_whole(text: str, start: int, end: int) -> bool:
    return bool(_WHOLE.search(text[:start])) and goal_noun(text[end:])


def _number(clause: str) -> int | None:
    """The number of targets that a clause gives a verdict."""
    for figure in figures_in(clause):
        exact = figure.kind in ("count", "ratio") and figure.qualifier is None and figure.unit != "part"
        if not exact or _WHOLE.search(clause[: figure.start]):
            continue
        behind = clause[figure.end :]
        near = goal_noun(behind) or bool(_NEAR.match(behind))
        return int(figure.value) if near and figure.value == int(figure.value or 0) else None
    return None
