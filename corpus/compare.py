"""The reports of a library beside each other, as one recipe over its tables."""

from __future__ import annotations

from corpus.align import align
from corpus.attainment import attainment, status_pairs
from corpus.chosen import choose, groups_of, unread_files
from corpus.comparison import Comparison, Grouping, Scope
from corpus.figured import key_figures
from corpus.library import Library
from corpus.parts import municipal_attainment, parts_of
from corpus.stated import dropouts_of, embedding_counts, embedding_of, finding_counts, findings_of, learnings_of
from corpus.targets import targets_of
from extract.report import IndicatorLevel

DETAILED = 100
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
    first = len(projects) if detailed is None else min(detailed, len(projects))
    targets = targets_of(base, level, first)
    matrix, totals = attainment(base, by, level)
    groups = groups_of(projects, by)
    if by == "municipality":
        groups, matrix = municipal_attainment(base, level)
    return Comparison(
        scope=Scope(pool, level, by, len(projects), first, unread_files(base)),
        projects=projects,
        groups=groups,
        matrix=matrix,
        totals=totals,
        statuses=status_pairs(base, level),
        finding_counts=finding_counts(base),
        embedding_counts=embedding_counts(base),
        key_figures=key_figures(base, projects[:first], targets if level is None else targets_of(base, None, first)),
        targets=targets,
        aligned=align(targets),
        findings=tuple(findings_of(base, first)),
        dropouts=tuple(dropouts_of(base, first)),
        learnings=tuple(learnings_of(base, first)),
        embedding=tuple(embedding_of(base, first)),
        parts=parts_of(base, targets, first),
    )
