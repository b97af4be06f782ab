"""Figures of the prose on a target against the target's own row: counts, what was aimed at, what it began with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.audit.check import Check, Place
from extract.audit.figure_roles import Spoken, roles_of
from extract.audit.goal_words import GoalWords, among, same
from extract.audit.material import Material, Sentence
from extract.audit.terms import matches, pattern
from extract.danish.figures import Figure, figures_in
from extract.danish.names import municipalities_in
from extract.indicators.prose_places import is_midterm
from extract.indicators.prose_words import alike, stems
from extract.quotes import quote_row
from extract.report import Indicator, Quantity

WHOLE, EXACT = 0.75, 0.8
"""Shares of a target's words in a clause, and of the clause's words in the target, that make it the same thing."""
ANCHORED = 0.45
"""The same where another figure of the sentence is the target's."""
_CLAUSE = re.compile(r";|:|,\s+(?:og|men|mens|hvilket|idet|fordi|så|hvoraf|heraf|hvor|da|selv)\b|\s+(?:mens|men)\s+")
_AND = re.compile(r",?\s+(?:og|samt)\s+|,\s+")
_NOUN = re.compile(r"\s+((?:[a-zæøå-]+(?:e|te|ede|ende)\s+)?[A-ZÆØÅa-zæøå-]{2,})")
_WHEN = re.compile(r",?\s*(?:efter|da|hvis|når|inden|før|indtil|siden)\b", re.IGNORECASE)
"""What follows a clause and says when, or of which: "…, efter at", "…, da"."""
_MAY_BE = re.compile(
    r"\b(?:brug for|behov for|anbefal\w*|bør|burde|skal|skulle|kan|kunne|vil|ville|må|måtte|mulighed\w*|"
    r"før|inden|efter)\b",
    re.IGNORECASE,
)
_THERE_IS = re.compile(r"^\s*der\s+(?:er|var|blev)(?:\s+(?:i alt|nu|samlet))?\s*$", re.IGNORECASE)
_RELATIVE = re.compile(r",?\s+(?:som|der)\s+")
_MIDTERM = re.compile(r"midtvejs|foreløbig", re.IGNORECASE)
_NAMES = {"target": "målet", "baseline": "udgangspunktet", "actual": "resultatet", "open": "resultatet"}


def goal_figures(material: Material) -> Iterator[Check]:
    """The sentences of the prose that give a figure of one of the targets of the tables."""
    goals = [goal for goal in material.report.indicators if goal.table and goal.row is not None]
    match = GoalWords.of_goals(goals)
    midterm = is_midterm(material.report)
    known = _known(material)
    for sentence in material.sentences if goals else ():
        figures = figures_in(sentence.text)
        if not figures or municipalities_in(_around(sentence)) or _of_other_time(sentence.text, midterm=midterm):
            continue
        spoken = list(roles_of(sentence.text, figures))
        yield from _anchored(material, sentence, spoken, match)
        yield from _alone(material, sentence, spoken, match, known)


def _anchored(material: Material, sentence: Sentence, spoken: Sequence[Spoken], match: GoalWords) -> Iterator[Check]:
    """Figures with a role, where another figure of the sentence is surely the target's."""
    if len(spoken) < 2 or not any(one.role != "open" for one in spoken):
        return
    before = sentence.piece.block.margin_heading or ""
    goal = match.meant(sentence.text, ANCHORED, 0.0) or match.meant(f"{before} {_so_far(sentence)}", 0.6, 0.0)
    if goal is None:
        return
    right = [one for one in spoken if same(one.figure, _meant(goal, one))]
    for one in spoken:
        quantity = _meant(goal, one)
        alone = one.role != "open" or _only_open(one, spoken)
        others = [other for other in right if other is not one and other.role != one.role]
        if quantity is None or quantity.kind != one.figure.kind or quantity.value is None or not others or not alone:
            continue
        if one.role == "open" and (one.figure.kind == "count" and not _noun_fits(sentence, one.figure, goal)):
            continue
        if not among(one.figure, goal):
            yield _conflict(material, sentence, one, goal, quantity)


def _alone(
    material: Material, sentence: Sentence, spoken: Sequence[Spoken], match: GoalWords, known: frozenset[float]
) -> Iterator[Check]:
    """A figure of a target in a clause that says little else: "46 arbejdspladser har fået besøg"."""
    for one in spoken:
        start, end = clause_of(sentence.text, one.figure, [other.figure for other in spoken])
        clause = sentence.text[start:end]
        rest = clause[: one.figure.start - start] + clause[one.figure.end - start :]
        if one.role in ("target", "baseline") or matches("of_a_part", clause) or _WHEN.match(sentence.text, end):
            continue
        goal = match.exactly(rest, WHOLE, EXACT)
        if goal is not None and any(m[0].lower() not in goal.text.lower() for m in _MAY_BE.finditer(clause)):
            continue
        quantity = goal.actual if goal else None
        if goal is None or quantity is None or quantity.kind != one.figure.kind or quantity.value is None:
            continue
        if len(figures_in(clause)) > 1 or (one.figure.kind == "count" and not _noun_fits(sentence, one.figure, goal)):
            continue
        if among(one.figure, goal):
            claim = sentence.piece.quote(sentence.start + start, sentence.start + end)
            if claim is not None:
                place = _place(sentence, one.figure)
                yield Check("text_table_conflict", claim, place, holds=True)
        elif one.figure.value not in known and not sentence.dates:
            yield _conflict(material, sentence, one, goal, quantity)


def _conflict(material: Material, sentence: Sentence, one: Spoken, goal: Indicator, quantity: Quantity) -> Check:
    start, end = clause_of(sentence.text, one.figure)
    claim = sentence.piece.quote(sentence.start + start, sentence.start + end)
    assert claim is not None, "a clause of a block is a quote"
    assert quantity.value is not None
    table = material.table(goal.table or "")
    name = (table.label if table else None) or "tabellen"
    message = (
        f"”{one.figure.raw}” stemmer ikke overens med {name}, hvor {_NAMES[one.role]} for ”{_short(goal.text)}” "
        f"er {quantity.raw.strip(' .')}."
    )
    against = quote_row(table, goal.row) if table is not None and goal.row is not None else None
    return Check(
        "text_table_conflict", claim, _place(sentence, one.figure), holds=False, message=message,
        severity="warning", against=against, stated=one.figure.value, computed=quantity.value,
    )  # fmt: skip


def _short(text: str) -> str:
    return text if len(text) <= 90 else text[:90].rsplit(" ", 1)[0] + " …"


def _place(sentence: Sentence, figure: Figure) -> Place:
    return sentence.piece.place(sentence.start + figure.start, sentence.start + figure.end)


def _meant(goal: Indicator, one: Spoken) -> Quantity | None:
    """The quantity of the target that a figure with this role should be."""
    if one.role == "target":
        return goal.target
    return goal.baseline if one.role == "baseline" else goal.actual


def _only_open(one: Spoken, spoken: Sequence[Spoken]) -> bool:
    return sum(other.role == "open" and other.figure.kind == one.figure.kind for other in spoken) == 1


def _noun_fits(sentence: Sentence, figure: Figure, goal: Indicator) -> bool:
    """Whether the noun behind a number is one of the target's words."""
    noun = _NOUN.match(sentence.text, figure.end)
    if noun is None:
        return False
    own = stems(goal.text)
    return any(alike(word, other) >= 0.75 for word in stems(noun[1]) for other in own)


def clause_of(text: str, figure: Figure, others: Sequence[Figure] = ()) -> tuple[int, int]:
    """The clause of a figure; *og* ends it where another figure stands behind or before that."""
    first = max((f.end for f in others if f.end <= figure.start), default=None)
    last = min((f.start for f in others if f.start >= figure.end), default=None)
    starts = [m.end() for m in _CLAUSE.finditer(text, 0, figure.start)]
    ends = [m.start() for m in _CLAUSE.finditer(text, figure.end)]
    starts += [m.end() for m in _AND.finditer(text, first, figure.start)] if first is not None else []
    ends += [m.start() for m in _AND.finditer(text, figure.end, last)] if last is not None else []
    start, end = max(starts, default=0), min(ends, default=len(text))
    relative = _RELATIVE.search(text, figure.end, end)
    if relative and not _THERE_IS.search(text[start : figure.start]):
        end = relative.start()
    return start, end


def _around(sentence: Sentence) -> str:
    """The sentence with what it may be about: the one before, the heading in the margin."""
    sentences = sentence.piece.sentences
    place = sentences.index(sentence)
    before = sentences[place - 1].text if place else ""
    return f"{sentence.piece.block.margin_heading or ''}. {before} {sentence.text}"


def _so_far(sentence: Sentence) -> str:
    return sentence.piece.text[: sentence.end]


def _of_other_time(text: str, *, midterm: bool) -> bool:
    """Whether the sentence tells of another time than the table; in a midterm report midterm is its own time."""
    return any(not (midterm and _MIDTERM.search(m[0])) for m in pattern("another_time").finditer(text))


def _known(material: Material) -> frozenset[float]:
    """The counts of the tables' total lines and of the lines with figures of measures; these are true elsewhere."""
    values = set()
    for grid in material.grids:
        if grid.table.role == "indicators":
            continue
        for line, entries in enumerate(grid.entries):
            if grid.is_total(line):
                values |= {entry.count.value for entry in entries if entry and entry.count}
    return frozenset(values)
