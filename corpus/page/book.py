"""Nouns of the page: projects with all that is shown of each, gathered from a comparison and a silence map."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.comparison import (
    LEVELS,
    STATUSES,
    Attainment,
    Comparison,
    DropoutOf,
    EmbeddingOf,
    Figure,
    FindingOf,
    KeyFigure,
    LearningOf,
    Project,
    Target,
)
from corpus.coverage.codebook import Item
from corpus.coverage.silence import Covered, ReportCoverage, SilenceMap
from corpus.themes import theme_keys
from extract.report import EmbeddingStatus, IndicatorLevel, Status

LIVES_ON: tuple[EmbeddingStatus, ...] = ("continues", "partly_continues", "does_not_continue", "unknown")


@dataclass(frozen=True, slots=True)
class ProjectOfPage:
    """A project with what is shown of it; ``key`` is short, and names its places on the page."""

    key: str
    project: Project
    figures: dict[Figure, KeyFigure]
    cells: dict[IndicatorLevel, Attainment]
    targets: tuple[Target, ...]
    embedding: tuple[EmbeddingOf, ...]
    findings: tuple[FindingOf, ...]
    dropouts: tuple[DropoutOf, ...]
    coverage: ReportCoverage

    @property
    def total(self) -> int:
        """How many targets it has."""
        return sum(cell.targets for cell in self.cells.values())

    def count(self, status: Status) -> int:
        """How many of its targets ended so."""
        return sum(cell.count(status) for cell in self.cells.values())

    def at(self, level: IndicatorLevel) -> tuple[Target, ...]:
        """Its targets of a level."""
        return tuple(target for target in self.targets if target.level == level)

    def lives_on(self, status: EmbeddingStatus) -> int:
        """How many of its statements on forankring are so."""
        return sum(one.status == status for one in self.embedding)


@dataclass(frozen=True, slots=True)
class ItemOfPage:
    """An item of the codebook with what each project says to it, in their order."""

    item: Item
    covered: tuple[tuple[ProjectOfPage, Covered], ...]


@dataclass(frozen=True, slots=True)
class Book:
    """All that the page and the workbook are made of."""

    comparison: Comparison
    silence: SilenceMap
    projects: tuple[ProjectOfPage, ...]
    made: str
    """The day on which it was made, as an ISO date."""
    version: str
    """Of the program."""

    @property
    def levels(self) -> tuple[IndicatorLevel, ...]:
        """The levels that any project has targets of."""
        held = {total.level for total in self.comparison.totals}
        return tuple(level for level in LEVELS if level in held)

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses that any target has."""
        return tuple(one for one in STATUSES if any(total.count(one) for total in self.comparison.totals))

    @property
    def pools(self) -> tuple[str, ...]:
        """The pools of the projects, in the order of the alphabet."""
        return tuple(sorted({project.pool for project in self.comparison.projects if project.pool}))

    @property
    def targets(self) -> int:
        """How many targets all reports have."""
        return sum(total.targets for total in self.comparison.totals)

    def count(self, status: Status) -> int:
        """How many targets of all reports ended so."""
        return sum(total.count(status) for total in self.comparison.totals)

    def sum_of(self, figure: Figure) -> tuple[float, int, int]:
        """The sum of a key figure, how many projects it is of, and of how many of them it is not the last."""
        held = [one for one in self.comparison.key_figures if one.figure == figure and one.value is not None]
        return sum(one.value or 0 for one in held), len(held), sum(one.so_far for one in held)

    def key_of(self, report: str) -> str:
        """The key of a report's project."""
        return next(one.key for one in self.projects if one.project.report == report)

    def by_theme(self) -> Iterator[tuple[str, tuple[LearningOf, ...]]]:
        """The themes that have learnings, those with most first, with their learnings."""
        held = {key: tuple(one for one in self.comparison.learnings if one.theme == key) for key in theme_keys()}
        order = sorted(held, key=lambda key: (key == "other", -len(held[key])))
        return ((key, held[key]) for key in order if held[key])

    def items(self) -> Iterator[ItemOfPage]:
        """The items of the codebook with what each project says."""
        for place, item in enumerate(self.silence.codebook.items):
            yield ItemOfPage(item, tuple((one, one.coverage.items[place]) for one in self.projects))


def book_of(comparison: Comparison, silence: SilenceMap, made: str, version: str) -> Book:
    """A book of the projects that were looked at one by one, which are those of the silence map."""
    covered = {report.report: report for report in silence.reports}
    looked_at = [project for project in comparison.projects if project.report in covered]
    projects = tuple(
        _project(f"p{number}", project, comparison, covered[project.report])
        for number, project in enumerate(looked_at, start=1)
    )
    return Book(comparison, silence, projects, made, version)


def _project(key: str, project: Project, comparison: Comparison, coverage: ReportCoverage) -> ProjectOfPage:
    sha = project.report
    return ProjectOfPage(
        key,
        project,
        figures={one.figure: one for one in comparison.key_figures if one.report == sha},
        cells={one.level: one for one in comparison.matrix if one.group == sha},
        targets=tuple(one for one in comparison.targets if one.report == sha),
        embedding=tuple(one for one in comparison.embedding if one.report == sha),
        findings=tuple(one for one in comparison.findings if one.report == sha),
        dropouts=tuple(one for one in comparison.dropouts if one.report == sha),
        coverage=coverage,
    )
