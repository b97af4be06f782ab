"""The attainment matrix out of the library's tables: every target counted once, whatever a row stands for."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from statistics import median

from corpus.chosen import CHOSEN
from corpus.comparison import LEVELS, STATUSES, Attainment, Grouping, StatusPair
from extract.report import IndicatorLevel

KEYS: dict[Grouping, str] = {
    "project": "r.sha256",
    "pool": "coalesce(r.pool, '')",
    "year": "coalesce(cast(r.pool_year AS TEXT), '')",
    "municipality": "''",
}
"""What reports are grouped by, in SQL; of municipalities, which have parts of targets, only the total is asked here."""
DIGITS = 4
"""Of an achievement."""
_COUNTS = ", ".join(f"sum(i.status = '{status}')" for status in STATUSES)


def attainment(
    base: sqlite3.Connection, by: Grouping, level: IndicatorLevel | None
) -> tuple[tuple[Attainment, ...], tuple[Attainment, ...]]:
    """A cell for each level that a group has targets of, groups by key and levels in their order; and all together."""
    # The median is taken here of what SQLite lists: as a window function it costs five times as much.
    query = f"""
        SELECT {KEYS[by]}, i.level, count(*), {_COUNTS}, group_concat(i.achievement, ' ')
        FROM {CHOSEN} r CROSS JOIN indicators i INDEXED BY indicators_by_outcome ON i.report = r.sha256
        WHERE i.level = ?1 OR ?1 IS NULL GROUP BY 1, 2
    """  # noqa: S608, names are our own
    cells = []
    counts: dict[IndicatorLevel, list[int]] = {}
    achievements: dict[IndicatorLevel, list[float]] = {}
    for group, of_level, *row, listed in base.execute(query, (level,)):
        own = [float(word) for word in listed.split()] if listed else []
        cells.append(_cell(group, of_level, row, own))
        counts[of_level] = [a + b for a, b in zip(counts.get(of_level, [0] * len(row)), row, strict=True)]
        achievements.setdefault(of_level, []).extend(own)
    matrix = sorted(cells, key=lambda cell: (cell.group, LEVELS.index(cell.level)))
    found = sorted(counts, key=LEVELS.index)
    return tuple(matrix), tuple(_cell("", one, counts[one], achievements[one]) for one in found)


def status_pairs(base: sqlite3.Connection, level: IndicatorLevel | None) -> tuple[StatusPair, ...]:
    """How often each reported status meets each computed one."""
    query = f"""
        SELECT i.status, i.computed_status, count(*) FROM indicators i JOIN {CHOSEN} r ON r.sha256 = i.report
        WHERE i.level = ?1 OR ?1 IS NULL GROUP BY 1, 2
    """  # noqa: S608, names are our own
    pairs = [StatusPair(*row) for row in base.execute(query, (level,))]
    return tuple(sorted(pairs, key=lambda pair: (STATUSES.index(pair.reported), pair.computed or "")))


def middle(achievements: Sequence[float]) -> float | None:
    """The median; ``None`` of nothing."""
    return round(median(achievements), DIGITS) if achievements else None


def _cell(group: str, level: IndicatorLevel, counts: Sequence[int], achievements: Sequence[float]) -> Attainment:
    targets, achieved, partly, not_achieved, ongoing, dropped, unknown = counts
    return Attainment(
        group, level, targets, achieved, partly, not_achieved, ongoing, dropped, unknown, middle(achievements),
        len(achievements),
    )  # fmt: skip
