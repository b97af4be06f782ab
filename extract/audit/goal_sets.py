"""Which of a report's targets a count or a verdict on several of them is about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.audit.announced import Announced
from extract.audit.material import Material
from extract.indicators.levels import BY_ROLE, level_of_words
from extract.quotes import quote_caption
from extract.report import Indicator, Quote, Section

_BY_TERM = {"goals_activity": "activity", "goals_outcome": "outcome", "goals_impact": "impact"}
_REFERENCE = re.compile(r"\b(?:tabel|skema|oversigt)\s+(\w+(?:[.\-–]\d+)*)", re.IGNORECASE)
_SERIES = re.compile(r"^(.*?)(\d+)$")
_CLAUSE_END = re.compile(r"[,.;:]|\s(?:og|men|mens)\s(?:de|der|den|det)\b")


@dataclass(frozen=True, slots=True)
class GoalSet:
    """The targets that are meant, and other numbers that would be right as well."""

    goals: tuple[Indicator, ...]
    sizes: frozenset[int]
    name: str
    """What they are called in a message: "Tabel 5", "afsnittets mål"."""


def goal_set(material: Material, found: Announced) -> GoalSet | None:
    """The targets that a count speaks of: those of its section, else of the level that its noun names."""
    section = found.sentence.piece.section
    level = named_level(found)
    here = of_sections(material, {section.id})
    below = of_sections(material, below_of(material, section))
    alike = tuple(goal for goal in material.report.indicators if level and goal.level.startswith(level))
    named = _referenced(material, found)
    own = tuple(goal for goal in here if not level or goal.level.startswith(level))
    goals = named or own or (tuple(g for g in below if not level or g.level.startswith(level)) if not here else ())
    goals = goals or alike
    if not goals:
        return None
    sizes = {len(part) for part in (goals, own, here, below, alike, named) if part}
    sizes |= {len(t.rows) for t in material.report.tables if t.role == "indicators" and t.section == section.id}
    return GoalSet(goals, frozenset(sizes), set_name(material, goals))


def named_level(found: Announced) -> str | None:
    """The level that the noun and the words behind it name: "activity", "outcome_short" …; ``None`` where none."""
    text = found.sentence.text[found.start - found.sentence.start :]
    behind = text[found.end - found.start :]
    stop = _CLAUSE_END.search(behind)
    hint = level_of_words(text[: found.end - found.start] + behind[: stop.start() if stop else len(behind)])
    kind = _BY_TERM.get(found.term) or (hint.kind if hint else None)
    if kind == "outcome" and hint and hint.term:
        return f"outcome_{hint.term}"
    if kind is None and hint and hint.term:
        return f"outcome_{hint.term}"
    return kind


def level_of_section(section: Section) -> str | None:
    """The level that the role of a section names."""
    return BY_ROLE.get(section.role)


def of_sections(material: Material, ids: set[str]) -> tuple[Indicator, ...]:
    """The targets whose table or words stand in these sections."""
    tables = {table.id: table.section for table in material.report.tables}
    return tuple(
        goal for goal in material.report.indicators
        if (tables.get(goal.table) if goal.table else goal.evidence[0].section if goal.evidence else None) in ids
    )  # fmt: skip


def below_of(material: Material, section: Section) -> set[str]:
    """The ids of a section and of all below it."""
    found = {section.id}
    for other in material.report.sections:
        if other.parent in found:
            found.add(other.id)
    return found


def in_series(goals: Sequence[Indicator]) -> bool:
    """Whether their ids count up without a gap, so that none is likely to have been missed in reading."""
    series: dict[str, list[int]] = {}
    for goal in goals:
        found = _SERIES.match(goal.id)
        if found:
            series.setdefault(found[1], []).append(int(found[2]))
    return all(max(numbers) - min(numbers) + 1 == len(numbers) for numbers in series.values())


def set_name(material: Material, goals: Sequence[Indicator]) -> str:
    """The table they stand in, else what they are."""
    tables = {goal.table for goal in goals}
    table = material.table(tables.pop() or "") if len(tables) == 1 else None
    return table.label if table and table.label else "tabellen" if table else "listen"


def set_quote(material: Material, goals: Sequence[Indicator]) -> Quote | None:
    """The caption of their table, else the first of them."""
    table = material.table(goals[0].table or "") if goals else None
    caption = quote_caption(table) if table else None
    return caption or next((goal.evidence[0] for goal in goals if goal.evidence), None)


def _referenced(material: Material, found: Announced) -> tuple[Indicator, ...]:
    """The targets of the tables that the sentence or the next one names, where they are target tables."""
    names = set(_references(found))
    tables = {t.id for t in material.report.tables if t.role == "indicators" and t.label and _last(t.label) in names}
    return tuple(goal for goal in material.report.indicators if goal.table in tables) if len(tables) == 1 else ()


def _references(found: Announced) -> Iterator[str]:
    sentences = found.sentence.piece.sentences
    place = sentences.index(found.sentence)
    for sentence in sentences[place : place + 2]:
        for match in _REFERENCE.finditer(sentence.text):
            yield _last(match[1])


def _last(label: str) -> str:
    return label.rsplit(maxsplit=1)[-1].replace("–", "-").replace("-", ".").rstrip(".")
