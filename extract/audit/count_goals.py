"""Counts of targets ("Der er fastlagt tolv aktivitetsmål") against the targets that the report lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.audit.announced import Announced
from extract.audit.check import Check
from extract.audit.goal_sets import GoalSet, goal_set, in_series, set_quote
from extract.audit.material import Material
from extract.audit.terms import matches
from extract.danish.figures import figures_in
from extract.report import Indicator

_KINDS = re.compile(r"\bkva(?:li|nti)tativ", re.IGNORECASE)
MOST_NAMED = 12
"""So many ids are named in a message."""


def count_goals(material: Material, found: Announced) -> Iterator[Check]:
    """The check of one count of targets; none where it is not of all of them."""
    if found.noun == "resultater" or not (found.whole or _leads(material, found)):
        return
    meant = goal_set(material, found)
    claim = found.sentence.piece.quote(found.start, found.end)
    if meant is None or claim is None:
        return
    place = found.sentence.piece.place(found.start, found.end)
    if found.number in meant.sizes:
        yield Check("count_mismatch", claim, place, holds=True)
        return
    raw = found.sentence.piece.text[found.start : found.end]
    why = _why_not(found, meant)
    if why:
        yield Check("count_mismatch", claim, place, None, f"”{raw}”: {why}.")
        return
    message = f"”{raw}” stemmer ikke overens med {meant.name}, som har {len(meant.goals)} mål{_named(meant.goals)}."
    yield Check(
        "count_mismatch", claim, place, holds=False, message=message, against=set_quote(material, meant.goals),
        stated=float(found.number), computed=float(len(meant.goals)),
    )  # fmt: skip


def _leads(material: Material, found: Announced) -> bool:
    """Whether the count stands in the text that leads to a target table, so that no other targets can be meant."""
    section = found.sentence.piece.section
    tables = [t.id for t in material.report.tables if t.section == section.id and t.role == "indicators"]
    first = min((material.table_items[ident] for ident in tables), default=-1)
    before = found.sentence.text[: found.start - found.sentence.start].rstrip().lower()
    return found.sentence.piece.item < first and not found.narrowed and not before.endswith((" af", "blandt", "heraf"))


def _why_not(found: Announced, meant: GoalSet) -> str | None:
    """Why nothing is held against the count, in Danish."""
    if matches("changed", found.sentence.text):
        return "antallet gælder muligvis et andet tidspunkt"
    if _partition(found, len(meant.goals)):
        return "sætningen deler målene op, og det kan ikke ses, hvilke der er talt med"
    if len(meant.goals) < 2 or not in_series(meant.goals):
        return "målene kan ikke tælles med sikkerhed"
    return None


def _partition(found: Announced, size: int) -> bool:
    """Whether this or the next sentence goes on counting: "Tre mål handler om …, to om …"."""
    sentences = found.sentence.piece.sentences
    place = sentences.index(found.sentence)
    near = sentences[place : place + 2]
    if any(matches("next_ones", sentence.text) for sentence in near) or _KINDS.search(found.adjectives):
        return True
    counts = [f.value or 0.0 for sentence in near for f in figures_in(sentence.text) if f.kind == "count"]
    return found.number < size and sum(counts) == size


def _named(goals: tuple[Indicator, ...]) -> str:
    ids = [goal.id for goal in goals if not goal.id.startswith("i")]
    return f" ({', '.join(ids)})" if ids and len(goals) == len(ids) <= MOST_NAMED else ""
