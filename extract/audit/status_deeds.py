"""Whether a thing was done, by a target's Ja or Nej and by the prose: "Håndbogen er ikke udgivet" against "Ja"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.audit.check import Check
from extract.audit.goal_words import GoalWords
from extract.audit.material import Material, Sentence
from extract.audit.terms import matches
from extract.danish.figures import figures_in
from extract.danish.names import municipalities_in
from extract.quotes import quote_row
from extract.report import Indicator

WHOLE, EXACT = 0.75, 0.5
"""Shares of a target's words in a clause, and of the clause's words in the target, that make it the same deed."""
_CLAUSE = re.compile(
    r"[;:]|,\s+(?:og|men|mens|hvilket|idet|fordi|så|hvor|da|som|der|selv\s+om|selvom)\b|\s+(?:mens|men)\s+"
)
_NOT = re.compile(r"\b(?:ikke|aldrig|ingen|hverken|endnu|mangler|opgivet|droppet|aflyst|udskudt)\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:er|blev|har|var)\b[^.]*\b\w+(?:et|t|dt)\b", re.IGNORECASE)
_OPEN = re.compile(
    r"\b(?:skal|skulle|vil|ville|kan|kunne|bør|burde|må|forvent\w*|(?<!som )planlagt\w*|målet|mål|hvis|delvis\w*|"
    r"næsten|udkast\w*|i gang|under|flere|nogle|enkelte|kun)\b",
    re.IGNORECASE,
)


def against_deeds(material: Material) -> Iterator[Check]:
    """The clauses that say of a target with Ja or Nej whether it was done."""
    goals = [goal for goal in material.report.indicators if goal.table and goal.row is not None]
    done = {id(goal) for goal in goals if _answer(goal) is not None}
    match = GoalWords.of_goals(goals)
    for sentence in material.sentences if done else ():
        if matches("another_time", sentence.text) or municipalities_in(sentence.text):
            continue
        for start, end in _clauses(sentence.text):
            clause = sentence.text[start:end]
            if _OPEN.search(clause) or not _DONE.search(clause) or figures_in(clause):
                continue
            goal = match.meant(clause, WHOLE, EXACT)
            if goal is not None and id(goal) in done:
                yield from _checked(material, sentence, (start, end), goal)


def _checked(material: Material, sentence: Sentence, span: tuple[int, int], goal: Indicator) -> Iterator[Check]:
    claim = sentence.piece.quote(sentence.start + span[0], sentence.start + span[1])
    table = material.table(goal.table or "")
    if claim is None or table is None or goal.row is None or goal.actual is None:
        return
    place = sentence.piece.place(sentence.start + span[0], sentence.start + span[1])
    said = not _NOT.search(sentence.text[slice(*span)])
    if said is _answer(goal):
        yield Check("status_conflict", claim, place, holds=True)
        return
    message = (
        f"”{claim.quote.strip(' .,')}” stemmer ikke overens med {table.label or 'tabellen'}, hvor der ud for "
        f"”{goal.text}” står ”{goal.actual.raw.strip(' .')}”."
    )
    yield Check(
        "status_conflict", claim, place, holds=False, message=message, severity="warning",
        against=quote_row(table, goal.row), stated="achieved" if said else "not_achieved", computed=goal.status,
    )  # fmt: skip


def _answer(goal: Indicator) -> bool | None:
    """What the target's cell answers: yes, no, or nothing of the kind."""
    if goal.actual is None or goal.actual.kind != "yes_no" or goal.actual.raw.strip(" .").lower() not in ("ja", "nej"):
        return None
    return goal.actual.value == 1.0


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    first = 0
    for stop in _CLAUSE.finditer(text):
        yield first, stop.start()
        first = stop.end()
    yield first, len(text)
