"""Nouns of a comparison: what the reports of a library reached, beside each other, each thing with where it stands.

A project is one report that was read and is not replaced by a newer version; `report` is its sha256 everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.report import BBox, ComputedStatus, EmbeddingStatus, IndicatorLevel, QuantityKind, Status

Grouping = Literal["project", "municipality", "pool", "year"]
"""What a row of the matrix is."""
Figure = Literal["participants", "in_job", "grant", "grant_per_participant"]

LEVELS: tuple[IndicatorLevel, ...] = ("activity", "outcome_short", "outcome_long", "outcome", "impact")
STATUSES: tuple[Status, ...] = ("achieved", "partly_achieved", "not_achieved", "ongoing", "dropped", "unknown")
FIGURES: tuple[Figure, ...] = ("participants", "in_job", "grant", "grant_per_participant")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something stands; what the library does not hold of it is ``None``."""

    report: str
    file: str
    page: int | None
    quote: str | None = None
    section: str | None = None
    bbox: BBox | None = None


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is as it is: a code of `corpus/data/comparison.toml`, and the words that its sentence takes."""

    code: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Project:
    """A report that is compared; ``name`` is its project, else its title, else its file."""

    report: str
    file: str
    name: str
    kind: str | None
    pool: str | None
    year: int | None
    """Of the pool."""
    account: str | None
    published: str | None
    budget: float | None
    targets: int
    findings: int


@dataclass(frozen=True, slots=True)
class Attainment:
    """A cell of the matrix: how the targets of one level and one group ended.

    ``group`` is a report's sha256, a municipality, a pool or a year; `Comparison.groups` has its name. For
    municipalities it is the parts of targets that are counted, with the status that their figures give.
    """

    group: str
    level: IndicatorLevel
    targets: int
    achieved: int
    partly_achieved: int
    not_achieved: int
    ongoing: int
    dropped: int
    unknown: int
    median: float | None
    """Of the achievements that are known; 1.0 is the target met."""
    measured: int
    """How many targets have an achievement."""

    def count(self, status: Status) -> int:
        """How many targets ended so."""
        return int(getattr(self, status))


@dataclass(frozen=True, slots=True)
class Group:
    """A row of the matrix: its key, the name a reader sees, and how many reports are in it."""

    key: str
    name: str
    reports: int


@dataclass(frozen=True, slots=True)
class Target:
    """One target of one report as it stands there; ``place`` is its place among the report's indicators."""

    report: str
    project: str
    place: int
    id: str
    level: IndicatorLevel
    text: str
    target_raw: str | None
    target_kind: QuantityKind | None
    target: float | None
    target_unit: str | None
    actual_raw: str | None
    actual_kind: QuantityKind | None
    actual: float | None
    status: Status
    status_raw: str | None
    status_basis: str | None
    computed_status: ComputedStatus | None
    achievement: float | None
    evidence: Evidence

    @property
    def differs(self) -> bool:
        """Whether the figures give another status than the report does."""
        return self.computed_status not in (None, "unknown", self.status)


@dataclass(frozen=True, slots=True)
class Aligned:
    """Targets of different projects that speak of the same thing, one a project; all of them stay as they are.

    ``confidence`` (0..1) is that of the two that fit least; ``reason`` holds for all of them, ``notes`` say in what
    they differ all the same.
    """

    label: str
    """The text of the shortest of them."""
    level: IndicatorLevel
    targets: tuple[Target, ...]
    confidence: float
    reason: Reason
    notes: tuple[Reason, ...] = ()
    measure: str | None = None
    """The measure of the codebook (`corpus/data/measures.toml`) that they share."""


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure of a project, or why there is none; ``stated`` are the words of the record that it was taken from."""

    report: str
    project: str
    figure: Figure
    value: float | None
    stated: str | None
    reason: Reason
    evidence: tuple[Evidence, ...]
    """Where it stands; where several figures compete and none is taken, where each of them stands."""

    @property
    def so_far(self) -> bool:
        """Whether it is a figure that is not the last."""
        return self.reason.code.endswith("so_far")


@dataclass(frozen=True, slots=True)
class StatusPair:
    """How often a reported status meets a computed one; ``None`` where nothing was computed."""

    reported: Status
    computed: ComputedStatus | None
    targets: int


@dataclass(frozen=True, slots=True)
class FindingCount:
    """How many findings of a kind there are, and in how many reports."""

    code: str
    severity: str
    findings: int
    reports: int


@dataclass(frozen=True, slots=True)
class FindingOf:
    """A finding of a report; ``message`` is Danish."""

    report: str
    project: str
    code: str
    severity: str
    message: str
    evidence: Evidence
    against: Evidence | None


@dataclass(frozen=True, slots=True)
class DropoutOf:
    """A municipality that left a project."""

    report: str
    project: str
    name: str
    when: str | None
    reason: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class LearningOf:
    """A learning under a theme of the codebook; ``basis`` says what the theme was told by."""

    report: str
    project: str
    theme: str
    """A key of `corpus/data/themes.toml`, or ``other``."""
    basis: Literal["heading", "content", "none"]
    heading: str | None
    text: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class EmbeddingOf:
    """A statement on what lives on after a project (forankring); ``payer`` are its words on who pays, as they stand."""

    report: str
    project: str
    status: EmbeddingStatus
    text: str
    heading: str | None
    payer: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class EmbeddingCount:
    """How many statements on forankring have a status, and in how many reports."""

    status: EmbeddingStatus
    statements: int
    reports: int


@dataclass(frozen=True, slots=True)
class Part:
    """What one municipality was to reach of one target, and reached."""

    municipality: str
    target: Target
    aimed: float | None
    actual: float | None
    achievement: float | None
    status: ComputedStatus
    """Computed from the municipality's own figures."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What is compared. Counts are of all ``reports``; what is looked at one by one is of the first ``detailed``."""

    pool: str | None
    level: IndicatorLevel | None
    by: Grouping
    reports: int
    detailed: int
    unread: tuple[str, ...] = ()
    """Files that could not be read, whatever their pool: what stands in them is not compared."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Reports beside each other, in an order that does not hang on when they were added.

    Of all reports: `projects`, `groups`, `matrix`, `totals`, `statuses`, `finding_counts`, `embedding_counts`. The rest
    holds the records of the first `Scope.detailed` projects.
    """

    scope: Scope
    projects: tuple[Project, ...]
    groups: tuple[Group, ...]
    matrix: tuple[Attainment, ...]
    totals: tuple[Attainment, ...]
    """One a level, of all groups; ``group`` is empty."""
    statuses: tuple[StatusPair, ...]
    finding_counts: tuple[FindingCount, ...]
    embedding_counts: tuple[EmbeddingCount, ...]
    key_figures: tuple[KeyFigure, ...] = ()
    targets: tuple[Target, ...] = ()
    aligned: tuple[Aligned, ...] = ()
    findings: tuple[FindingOf, ...] = ()
    dropouts: tuple[DropoutOf, ...] = ()
    learnings: tuple[LearningOf, ...] = ()
    embedding: tuple[EmbeddingOf, ...] = ()
    parts: tuple[Part, ...] = ()
    """Of municipalities, whatever the rows are."""

    @property
    def unaligned(self) -> tuple[Target, ...]:
        """The targets that no other project has."""
        taken = {(one.report, one.place) for group in self.aligned for one in group.targets}
        return tuple(one for one in self.targets if (one.report, one.place) not in taken)

    @property
    def differing(self) -> tuple[Target, ...]:
        """The targets whose figures give another status than the report does."""
        return tuple(one for one in self.targets if one.differs)
