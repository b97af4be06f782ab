"""Targets by municipality: what each was to reach, and reached, where a report's figures say so."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from corpus.attainment import middle
from corpus.chosen import CHOSEN
from corpus.comparison import LEVELS, Attainment, Group, Part, Target
from extract.report import IndicatorLevel, Status

HALF = 0.5
"""Of a target, from which it is partly achieved: the convention of the output contract."""
_STATUS = f"""
    CASE WHEN b.achievement IS NULL THEN 'unknown' WHEN b.achievement >= 1 THEN 'achieved'
        WHEN r.kind IN ('midterm_evaluation', 'status') THEN 'ongoing'
        WHEN b.achievement >= {HALF} THEN 'partly_achieved' ELSE 'not_achieved' END
"""
"""Of a municipality's part of a target, from its own figures."""


def parts_of(base: sqlite3.Connection, targets: Sequence[Target], first: int) -> tuple[Part, ...]:
    """The municipalities' parts of the targets of the first so many reports; other groups are left out."""
    held = {(one.report, one.place): one for one in targets}
    query = f"""
        SELECT b.report, b.indicator, b.unit, b.target, b.actual, b.achievement, {_STATUS}
        FROM {CHOSEN} r CROSS JOIN breakdowns b ON b.report = r.sha256 WHERE r.place < ? ORDER BY r.place, b.rowid
    """  # noqa: S608, names are our own
    parts = []
    for report, place, unit, *figures in base.execute(query, (first,)):
        if (report, place) in held and (name := municipality_name(unit)):
            values = (name, held[report, place], *figures)
            parts.append(Part(*values))
    return tuple(parts)


def municipal_attainment(
    base: sqlite3.Connection, level: IndicatorLevel | None
) -> tuple[tuple[Group, ...], tuple[Attainment, ...]]:
    """The municipalities of all chosen reports, and a cell for each of their levels."""
    query = f"""
        SELECT b.unit, i.level, {_STATUS}, b.achievement, b.report
        FROM {CHOSEN} r CROSS JOIN breakdowns b ON b.report = r.sha256
            JOIN indicators i ON i.report = b.report AND i.place = b.indicator
        WHERE i.level = ?1 OR ?1 IS NULL
    """  # noqa: S608, names are our own
    found: dict[tuple[str, IndicatorLevel], list[tuple[Status, float | None]]] = defaultdict(list)
    reports: dict[str, set[str]] = defaultdict(set)
    for unit, of_level, status, achievement, report in base.execute(query, (level,)):
        if name := municipality_name(unit):
            found[name, of_level].append((status, achievement))
            reports[name].add(report)
    cells = [_cell(*key, parts) for key, parts in found.items()]
    groups = tuple(Group(name, name, len(reports[name])) for name in sorted(reports))
    return groups, tuple(sorted(cells, key=lambda cell: (cell.group, LEVELS.index(cell.level))))


@lru_cache(maxsize=4096)
def municipality_name(unit: str) -> str | None:
    """The short form of a municipality's name; ``None`` where a unit is none."""
    from extract.danish.names import municipality

    known = municipality(unit)
    return known.name if known else None


def _cell(name: str, level: IndicatorLevel, parts: Sequence[tuple[Status, float | None]]) -> Attainment:
    ended = Counter(status for status, _ in parts)
    known = [achievement for _, achievement in parts if achievement is not None]
    return Attainment(
        name, level, len(parts), ended["achieved"], ended["partly_achieved"], ended["not_achieved"], ended["ongoing"],
        ended["dropped"], ended["unknown"], middle(known), len(known),
    )  # fmt: skip
