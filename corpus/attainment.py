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
}
"""What reports are grouped by, in SQL; municipalities are of parts of targets, see `corpus.parts`."""
DIGITS = 4
"""Of an achievement."""
_COUNTS = ", ".join(f"sum(i.status = '{status}')" for status in STATUSES)


def attainment(base: sqlite3.Connection, by: Grouping, level: IndicatorLevel | None) -> tuple[Attainment, ...]:
    """A cell for each level that a group has targets of; groups by key, levels in their order."""
    return _cells(base, KEYS[by], level)


def totals(base: sqlite3.Connection, level: IndicatorLevel | None) -> tuple[Attainment, ...]:
    """A cell a level, of all chosen reports together."""
    return _cells(base, "''", level)


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


def _cells(base: sqlite3.Connection, key: str, level: IndicatorLevel | None) -> tuple[Attainment, ...]:
    # The median is taken here of what SQLite lists: as a window function it costs five times as much.
    query = f"""
        SELECT {key}, i.level, count(*), {_COUNTS}, group_concat(i.achievement, ' ')
        FROM {CHOSEN} r CROSS JOIN indicators i INDEXED BY indicators_by_outcome ON i.report = r.sha256
        WHERE i.level = ?1 OR ?1 IS NULL GROUP BY 1, 2
    """  # noqa: S608, names are our own
    cells = []
    for *row, listed in base.execute(query, (level,)):
        achievements = [float(word) for word in (listed or "").split()]
        values = (*row, middle(achievements), len(achievements))
        cells.append(Attainment(*values))
    return tuple(sorted(cells, key=lambda cell: (cell.group, LEVELS.index(cell.level))))
