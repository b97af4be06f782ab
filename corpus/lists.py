"""A comparison as flat lists for spreadsheets and programs: one row a thing, with its file, page and quote."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from corpus.comparison import STATUSES, Attainment, Comparison, Evidence, Target
from corpus.labels import label, reason_text
from extract.output import ComparePart, Locale

Value = str | float | None
"""A cell as `extract.spreadsheet` takes it; that is imported only where a workbook is written."""
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class ListTable:
    """One list; codes stand as they are, reasons as sentences."""

    what: ComparePart
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


_CELL = f"level targets {' '.join(STATUSES)} median measured"
_TARGET = "project id level text target actual achievement status status_raw status_basis computed_status"
_PLACE = "file page quote section report"
COLUMNS: dict[ComparePart, str] = {
    ComparePart.OVERVIEW: _CELL,
    ComparePart.MATRIX: f"group reports {_CELL} report",
    ComparePart.FIGURES: f"project figure value stated reason {_PLACE}",
    ComparePart.ALIGNED: f"group confidence reason notes {_TARGET} {_PLACE}",
    ComparePart.UNALIGNED: f"{_TARGET} {_PLACE}",
    ComparePart.STATUSES: "status computed_status targets",
    ComparePart.DIFFERING: f"{_TARGET} {_PLACE}",
    ComparePart.FINDINGS: f"project code severity message {_PLACE} against_page against_quote",
    ComparePart.DROPOUTS: f"project municipality when why {_PLACE}",
    ComparePart.LEARNINGS: f"theme basis project heading learning {_PLACE}",
    ComparePart.EMBEDDING: f"embedding project heading statement payer {_PLACE}",
    ComparePart.MUNICIPALITIES: (
        f"municipality project id level text target actual achievement computed_status {_PLACE}"
    ),
}
CODED = {
    "level": "level", "status": "status", "computed_status": "status", "theme": "theme", "basis": "basis",
    "status_basis": "basis", "embedding": "embedding", "code": "code", "severity": "severity", "figure": "columns",
}  # fmt: skip
"""Columns of codes, and the words that they have for readers."""
FRACTIONS = frozenset({"median", "achievement", "confidence", "value"})
WHOLE = frozenset({"reports", "targets", *STATUSES, "measured", "page", "against_page"})


def list_table(comparison: Comparison, what: ComparePart, lang: Locale) -> ListTable:
    """One list of a comparison; the group of a matrix' row goes by its name."""
    return ListTable(what, tuple(COLUMNS[what].split()), tuple(_READERS[what](comparison, lang)))


def heading(what: ComparePart, column: str, comparison: Comparison, lang: Locale) -> str:
    """What a column is called; that of the matrix' rows is what they stand for."""
    if what is ComparePart.MATRIX and column == "group":
        return label("columns", comparison.scope.by, lang)
    return label("lists" if column == "embedding" else "columns", column, lang)


def worded(column: str, value: Value, lang: Locale) -> Value:
    """A cell in the words of the reader."""
    return label(CODED[column], value, lang) if column in CODED and isinstance(value, str) else value


def _cell(one: Attainment) -> Row:
    return (one.level, one.targets, *(one.count(status) for status in STATUSES), one.median, one.measured)


def _matrix(comparison: Comparison, lang: Locale) -> Iterator[Row]:
    cells: dict[str, list[Attainment]] = {}
    for cell in comparison.matrix:
        cells.setdefault(cell.group, []).append(cell)
    by_project = comparison.scope.by == "project"
    for group in comparison.groups:
        name = group.name or label("say", "not_named", lang)
        for cell in cells.get(group.key, ()):
            yield (name, group.reports, *_cell(cell), group.key if by_project else None)


def _figures(comparison: Comparison, lang: Locale) -> Iterator[Row]:
    files = {project.report: project.file for project in comparison.projects}
    for one in comparison.key_figures:
        seen = one.evidence[0] if one.evidence else Evidence(one.report, files[one.report], None)
        yield (one.project, one.figure, one.value, one.stated, reason_text(one.reason, lang), *_place(seen))


def _target(one: Target) -> Row:
    return (
        one.project, one.id, one.level, one.text, one.target_raw, one.actual_raw, one.achievement, one.status,
        one.status_raw, one.status_basis, one.computed_status,
    )  # fmt: skip


def _targets(targets: Iterable[Target]) -> Iterator[Row]:
    return ((*_target(one), *_place(one.evidence)) for one in targets)


def _aligned(comparison: Comparison, lang: Locale) -> Iterator[Row]:
    for number, group in enumerate(comparison.aligned, start=1):
        notes = " ".join(reason_text(note, lang) for note in group.notes) or None
        why = (number, group.confidence, reason_text(group.reason, lang), notes)
        yield from ((*why, *row) for row in _targets(group.targets))


def _place(seen: Evidence) -> Row:
    return (seen.file, seen.page, seen.quote, seen.section, seen.report)


_READERS: dict[ComparePart, Callable[[Comparison, Locale], Iterable[Row]]] = {
    ComparePart.OVERVIEW: lambda one, _: map(_cell, one.totals),
    ComparePart.MATRIX: _matrix,
    ComparePart.FIGURES: _figures,
    ComparePart.ALIGNED: _aligned,
    ComparePart.UNALIGNED: lambda one, _: _targets(one.unaligned),
    ComparePart.STATUSES: lambda one, _: ((s.reported, s.computed, s.targets) for s in one.statuses),
    ComparePart.DIFFERING: lambda one, _: _targets(one.differing),
    ComparePart.FINDINGS: lambda one, _: (
        (f.project, f.code, f.severity, f.message, *_place(f.evidence),
         *((f.against.page, f.against.quote) if f.against else (None, None)))
        for f in one.findings
    ),
    ComparePart.DROPOUTS: lambda one, _: (
        (d.project, d.name, d.when, d.reason, *_place(d.evidence)) for d in one.dropouts
    ),
    ComparePart.LEARNINGS: lambda one, _: (
        (s.theme, s.basis, s.project, s.heading, s.text, *_place(s.evidence)) for s in one.learnings
    ),
    ComparePart.EMBEDDING: lambda one, _: (
        (s.status, s.project, s.heading, s.text, s.payer, *_place(s.evidence)) for s in one.embedding
    ),
    ComparePart.MUNICIPALITIES: lambda one, _: (
        (p.municipality, p.target.project, p.target.id, p.target.level, p.target.text, p.aimed, p.actual,
         p.achievement, p.status, *_place(p.target.evidence))
        for p in one.parts
    ),
}  # fmt: skip
