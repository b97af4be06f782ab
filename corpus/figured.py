"""Key figures of projects: participants, in job, grant, grant a participant; as stated, else why there is none."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence

from corpus.chosen import CHOSEN
from corpus.comparison import Evidence, Figure, KeyFigure, Project, Reason, Target
from corpus.likeness import kind_of
from corpus.measured import measured
from corpus.targets import evidence

MEASURES: dict[Figure, str] = {"participants": "started", "in_job": "in_job"}
"""The measure of the codebook by which a target states a figure."""
NEAR: dict[Figure, frozenset[str]] = {
    "participants": frozenset({"completed", "referred"}),
    "in_job": frozenset({"in_job"}),
}
"""Measures of targets that are shown where none counts the figure itself; their results are never taken for it."""
SO_FAR = frozenset({"midterm_evaluation", "status"})
"""Kinds of reports whose results are not the last."""
Budget = tuple[float | None, str | None, Evidence | None]
"""Amount, what it is (applied, granted, total, unknown), where it stands."""


def key_figures(
    base: sqlite3.Connection, projects: Sequence[Project], targets: Sequence[Target]
) -> tuple[KeyFigure, ...]:
    """Four figures a project, from its targets and what it says of its budget; nothing is guessed or added up."""
    own: dict[str, list[Target]] = defaultdict(list)
    for one in targets:
        own[one.report].append(one)
    budgets = _budgets(base, len(projects))
    return tuple(
        figure for project in projects for figure in _of(project, own[project.report], budgets[project.report])
    )


def _of(project: Project, own: Sequence[Target], budget: Budget) -> Iterator[KeyFigure]:
    participants, in_job = (_reached(project, figure, own) for figure in MEASURES)
    grant = _grant(project, budget)
    yield from (participants, in_job, grant, _each(project, grant, participants))


def _reached(project: Project, figure: Figure, own: Sequence[Target]) -> KeyFigure:
    """What the one target of a measure reached; targets whose results differ compete, and none is taken."""
    of_it = [one for one in own if measured(one.text).measure == MEASURES[figure]]
    counted = [one for one in of_it if kind_of(one) == "number" and "negated" not in measured(one.text).direction]
    reached = [one for one in counted if one.actual is not None and one.actual_kind == "count"]
    if not reached:
        reason, shown = _lacking(figure, own, counted, of_it)
        return KeyFigure(project.report, project.name, figure, None, None, reason, tuple(one.evidence for one in shown))
    seen = tuple(one.evidence for one in reached)
    if len({one.actual for one in reached}) > 1:
        words = tuple(f"{one.text}: {one.actual_raw}" for one in reached)
        return KeyFigure(project.report, project.name, figure, None, None, Reason("several", words), seen)
    first = reached[0]
    code = "stated_so_far" if project.kind in SO_FAR else "stated"
    return KeyFigure(project.report, project.name, figure, first.actual, first.text, Reason(code, (first.id,)), seen)


def _lacking(
    figure: Figure, own: Sequence[Target], counted: Sequence[Target], of_it: Sequence[Target]
) -> tuple[Reason, Sequence[Target]]:
    """Why there is no figure, and the targets that show it."""
    if counted:
        return Reason("no_result"), counted
    near = [one for one in own if measured(one.text).measure in NEAR[figure] and one.actual_kind == "count"]
    near = [one for one in near if one.actual is not None and kind_of(one) == "number"]
    if near:
        return Reason("nearest", tuple(f"{one.text}: {one.actual_raw}" for one in near)), near
    return Reason("only_share" if of_it else "not_stated"), of_it


def _grant(project: Project, budget: Budget) -> KeyFigure:
    amount, kind, place = budget
    seen = (place,) if place else ()
    if amount is None or kind != "granted":
        reason = Reason("no_budget") if amount is None else Reason("not_granted", (kind or "unknown", f"{amount:.0f}"))
        return KeyFigure(project.report, project.name, "grant", None, None, reason, seen)
    stated = place.quote if place else None
    return KeyFigure(project.report, project.name, "grant", amount, stated, Reason("stated"), seen)


def _each(project: Project, grant: KeyFigure, participants: KeyFigure) -> KeyFigure:
    seen = (*grant.evidence, *participants.evidence)
    if grant.value is None or not participants.value:
        missing = tuple(one.figure for one in (grant, participants) if not one.value)
        reason = Reason("missing", missing)
        return KeyFigure(project.report, project.name, "grant_per_participant", None, None, reason, seen)
    value = round(grant.value / participants.value, 2)
    code = "divided_so_far" if participants.reason.code == "stated_so_far" else "divided"
    return KeyFigure(project.report, project.name, "grant_per_participant", value, None, Reason(code), seen)


def _budgets(base: sqlite3.Connection, first: int) -> dict[str, Budget]:
    query = f"""
        SELECT c.sha256, c.file, r.budget, r.budget_kind, r.budget_page, r.budget_quote, r.budget_section, r.budget_bbox
        FROM {CHOSEN} c JOIN reports r USING (sha256) WHERE c.place < ?
    """  # noqa: S608, names are our own
    found: dict[str, Budget] = {}
    for sha, file, amount, kind, *place in base.execute(query, (first,)):
        seen = evidence(sha, file, *place) if place[0] is not None else None
        found[sha] = (amount, kind, seen)
    return found
