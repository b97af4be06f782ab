"""Which municipalities have a thing, by a target's cell and by the prose under the target's heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.audit.check import Check
from extract.audit.material import Material, Sentence
from extract.audit.terms import matches
from extract.danish.names import Mention, municipalities_in
from extract.danish.words import sentences
from extract.indicators.prose_words import coverage, stems, weights
from extract.quotes import quote_row
from extract.report import Indicator

FEWEST = 2
"""Municipalities of a cell that says where a thing is."""
HEADED, SAID = 0.6, 0.7
"""Shares of a target's words in the heading, or in the sentence, that make them its own."""
_CLAUSE = re.compile(r"[.;]|,\s+(?:mens|men|og|hvor|hvorimod|idet)\s|\s(?:mens|men|hvorimod)\s")
_OTHER = re.compile(
    r"oprindelig|planlagt|tanken|meningen|skulle|ville|tidligere|ved midtvejs|fremover|hvis", re.IGNORECASE
)


def names_in_cells(material: Material) -> Iterator[Check]:
    """The sentences that say where a thing is which a target's cell tells of too."""
    goals = [goal for goal in material.report.indicators if goal.table and goal.row is not None]
    words = [stems(goal.text) for goal in goals]
    weight = weights(words)
    for goal, own in zip(goals, words, strict=True):
        here = _of_row(material, goal)
        if len(here) < FEWEST:
            continue
        for sentence in material.sentences:
            heading = stems(sentence.piece.block.margin_heading or sentence.piece.section.title)
            headed = coverage(own, heading, weight) >= HEADED
            said = coverage(own, stems(sentence.text), weight) >= (SAID if not headed else 0.3)
            if said and municipalities_in(sentence.text) and not _OTHER.search(sentence.text):
                yield from _compared(material, goal, sentence, here)


def _compared(material: Material, goal: Indicator, sentence: Sentence, here: dict[str, bool]) -> Iterator[Check]:
    told = _sides(sentence.text)
    both = [name for name in told if name in here]
    claim = sentence.piece.quote(sentence.start, sentence.end)
    table = material.table(goal.table or "")
    if not both or claim is None or table is None or goal.row is None:
        return
    place = sentence.piece.place(sentence.start, sentence.end)
    wrong = [name for name in both if told[name] != here[name]]
    if not wrong:
        yield Check("text_table_conflict", claim, place, holds=True)
        return
    name = table.label or "tabellen"
    cell = next((text for text in table.rows[goal.row] if len(municipalities_in(text)) >= FEWEST), "")
    message = (
        f"”{claim.quote.rstrip(' .')}” stemmer ikke overens med {name}, hvor der står ”{cell.rstrip(' .')}”: "
        f"det gælder {' og '.join(wrong)}."
    )
    yield Check(
        "text_table_conflict", claim, place, holds=False, message=message, severity="warning",
        against=quote_row(table, goal.row), stated=_list(told), computed=_list(here),
    )  # fmt: skip


def _list(sides: dict[str, bool]) -> str:
    there = " og ".join(name for name, side in sides.items() if side)
    lacking = " og ".join(name for name, side in sides.items() if not side)
    return f"{there} (ikke {lacking})" if lacking else there


def _of_row(material: Material, goal: Indicator) -> dict[str, bool]:
    """For each municipality of the target's row whether it has the thing; empty for cells of figures alone."""
    table = material.table(goal.table or "")
    if table is None or goal.row is None:
        return {}
    for text in table.rows[goal.row]:
        if text != goal.text and len(municipalities_in(text)) >= FEWEST and not re.search(r"\d", text):
            return _sides(text)
    return {}


def _sides(text: str) -> dict[str, bool]:
    """Each municipality of a text with whether its clause says that the thing is there."""
    found: dict[str, bool] = {}
    mentions = municipalities_in(text)
    for start, end in sentences(text):
        for first, last in _clauses(text, start, end):
            clause = text[first:last]
            side = _side(clause)
            if side is not None:
                found.update({m.name: side for m in _within(mentions, first, last)})
    return found


def _side(clause: str) -> bool | None:
    if matches("not_there", clause):
        return False
    return True if matches("is_there", clause) else None


def _clauses(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    for stop in _CLAUSE.finditer(text, start, end):
        yield first, stop.start()
        first = stop.end()
    if first < end:
        yield first, end


def _within(mentions: tuple[Mention, ...], start: int, end: int) -> list[Mention]:
    return [mention for mention in mentions if start <= mention.start < end]
