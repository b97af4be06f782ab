"""Sections on targets: attainment in total and by row, targets side by side, statuses, municipalities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from corpus.comparison import STATUSES, Aligned, Attainment, Comparison
from corpus.labels import grouped, label, reason_text, say, share
from corpus.section import Content, Grid, Style, amount_of, grid_of, page_of
from extract.report import Status


def overview(comparison: Comparison, style: Style) -> Content:
    """A row a level, of all reports together."""
    statuses = _met(comparison.totals)
    rows = [(label("level", one.level, style.lang), *_counts(one, statuses, style)) for one in comparison.totals]
    return (grid_of(("level", "targets", *statuses, "median"), rows, style),), ""


def matrix(comparison: Comparison, style: Style) -> Content:
    """The rows of as many groups as there may be rows; what is left out is counted in groups."""
    cells: dict[str, list[Attainment]] = defaultdict(list)
    for cell in comparison.matrix:
        cells[cell.group].append(cell)
    shown = comparison.groups[: style.rows] if style.rows else comparison.groups
    statuses = _met([cell for group in shown for cell in cells[group.key]])
    rows = []
    for group in shown:
        name = group.name or say("not_named", style.lang)
        if comparison.scope.by in ("pool", "year"):
            name = f"{name} ({grouped(group.reports, style.locale)})"
        rows += [
            (name, label("level", one.level, style.lang), *_counts(one, statuses, style)) for one in cells[group.key]
        ]
    by = comparison.scope.by
    grid = grid_of((by, "level", "targets", *statuses, "median"), rows, replace(style, rows=None), gathered=True)
    remark = say("partial", style.lang) if by == "municipality" and rows else ""
    return (replace(grid, rest=len(comparison.groups) - len(shown)),), remark


def aligned(comparison: Comparison, style: Style) -> Content:
    """A table a group, with why its targets stand together."""
    shown = comparison.aligned[: style.rows] if style.rows else comparison.aligned
    grids = [_group(one, style) for one in shown]
    left = len(comparison.aligned) - len(shown)
    if left and grids:
        grids.append(Grid((), (), left))
    count = len(comparison.unaligned)
    numbers = {"count": grouped(count, style.locale), "targets": grouped(len(comparison.targets), style.locale)}
    return tuple(grids), say("unaligned", style.lang, **numbers) if count else ""


def unaligned(comparison: Comparison, style: Style) -> Content:
    """The targets that no other project has."""
    rows = [
        (one.project, one.id, label("level", one.level, style.lang), one.text, one.target_raw or "–",
         one.actual_raw or "–", label("status", one.status, style.lang), page_of(one.evidence, style))
        for one in comparison.unaligned
    ]  # fmt: skip
    return (
        grid_of(("project", "id", "level", "text", "target", "actual", "status", "page"), rows, style, gathered=True),
    ), ""


def statuses(comparison: Comparison, style: Style) -> Content:
    """How often each reported status meets each computed one."""
    rows = [
        (label("status", one.reported, style.lang), label("status", one.computed, style.lang) if one.computed else "–",
         grouped(one.targets, style.locale))
        for one in comparison.statuses
    ]  # fmt: skip
    return (grid_of(("reported", "computed", "targets"), rows, replace(style, rows=None)),), ""


def differing(comparison: Comparison, style: Style) -> Content:
    """The targets whose figures give another status than the report does."""
    rows = [
        (one.project, one.id, one.text, one.target_raw or "–", one.actual_raw or "–",
         label("status", one.status, style.lang), label("status", one.computed_status or "", style.lang),
         page_of(one.evidence, style))
        for one in comparison.differing
    ]  # fmt: skip
    grid = grid_of(
        ("project", "id", "text", "target", "actual", "reported", "computed", "page"), rows, style, gathered=True
    )
    count, targets = grouped(len(rows), style.locale), grouped(len(comparison.targets), style.locale)
    return (grid,), say("differing", style.lang, count=count, targets=targets)


def municipalities(comparison: Comparison, style: Style) -> Content:
    """What each municipality was to reach of each target, and reached."""
    by_name = sorted(comparison.parts, key=lambda part: part.municipality)
    rows = [
        (part.municipality, part.target.project, part.target.text, amount_of(part.aimed, style),
         amount_of(part.actual, style), share(part.achievement, style.locale) or "–",
         page_of(part.target.evidence, style))
        for part in by_name
    ]  # fmt: skip
    heads = ("municipality", "project", "text", "target", "actual", "achievement", "page")
    return (grid_of(heads, rows, style, gathered=True),), ""


def _group(one: Aligned, style: Style) -> Grid:
    sure = say("confidence", style.lang, value=share(one.confidence, style.locale))
    why = " ".join([reason_text(one.reason, style.lang), *(reason_text(note, style.lang) for note in one.notes)])
    title = f"{one.label} – {label('level', one.level, style.lang)}, {sure}. {why}"
    rows = [
        (target.project, target.id, target.text, target.target_raw or "–", target.actual_raw or "–",
         share(target.achievement, style.locale) or "–", label("status", target.status, style.lang),
         page_of(target.evidence, style))
        for target in one.targets
    ]  # fmt: skip
    few = replace(style, rows=style.rows and style.rows // 2)
    return grid_of(("project", "id", "text", "target", "actual", "achievement", "status", "page"), rows, few, title)


def _met(cells: Sequence[Attainment]) -> tuple[Status, ...]:
    """The statuses that occur; a column of noughts tells nothing."""
    return tuple(status for status in STATUSES if any(cell.count(status) for cell in cells))


def _counts(one: Attainment, statuses: Sequence[Status], style: Style) -> tuple[str, ...]:
    counts = (grouped(one.count(status), style.locale) for status in statuses)
    return (grouped(one.targets, style.locale), *counts, share(one.median, style.locale) or "–")
