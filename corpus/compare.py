"""The reports of a library beside each other, as one recipe over its tables."""

from __future__ import annotations

from corpus.attainment import attainment, status_pairs, totals
from corpus.chosen import choose, groups_of
from corpus.comparison import Comparison, Grouping, Scope
from corpus.library import Library
from extract.report import IndicatorLevel

DETAILED = 200
"""Projects whose records are looked at one by one, unless another number is asked for."""


def compare_library(
    library: Library,
    *,
    pool: str | None = None,
    level: IndicatorLevel | None = None,
    by: Grouping = "project",
    detailed: int | None = DETAILED,
) -> Comparison:
    """Compare the reports of a pool, or all; ``level`` leaves only targets of that level.

    Counts are of all reports. Records are gathered, and targets aligned, of the first ``detailed`` reports, of all
    where it is ``None``. Raises `PoolUnknown`, `LibraryEmpty`.
    """
    base = library.connection
    projects = choose(base, pool)
    looked_at = len(projects) if detailed is None else min(detailed, len(projects))
    return Comparison(
        scope=Scope(pool, level, by, len(projects), looked_at),
        projects=projects,
        groups=groups_of(projects, by),
        matrix=attainment(base, by, level),
        totals=totals(base, level),
        statuses=status_pairs(base, level),
        finding_counts=(),
        embedding_counts=(),
    )
