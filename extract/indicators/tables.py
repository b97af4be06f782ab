"""The targets of one target table, in their printed words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.danish.verdicts import read_verdict
from extract.indicators.cell_kinds import kind_of, share
from extract.indicators.column_words import asks_verdict, roles_of
from extract.indicators.columns import Columns, columns_of
from extract.indicators.draft import Draft, Part, Reason
from extract.indicators.goal_target import target_in
from extract.indicators.grid import Grid, grid_of
from extract.indicators.levels import CAPTION, COLUMN, GROUP, HEADER, Hint, hint, own_hints, section_hints, weigh
from extract.indicators.rows import GoalRow, goal_rows
from extract.indicators.unit_rows import breakdown_of_rows
from extract.quotes import quote_cell
from extract.report import Section, Table


def read_target_table(table: Table, sections: Mapping[str, Section]) -> tuple[Draft, ...]:
    """One draft a goal of the table; none where no column names the goals."""
    grid = grid_of(table)
    columns = columns_of(grid)
    if columns is None:
        return ()
    above = section_hints(sections.get(table.section or ""), sections)
    shared = (
        *hint(grid.headers[columns.goal], HEADER, "header"),
        *hint(table.caption, CAPTION, "caption"),
        *above,
    )
    return tuple(_draft(grid, columns, goal, shared) for goal in goal_rows(grid, columns))


def _draft(grid: Grid, columns: Columns, goal: GoalRow, shared: Sequence[Hint]) -> Draft:
    row = grid.rows[goal.row]
    own = row[columns.level] if columns.level is not None else None
    level, why = weigh((
        *hint(own, COLUMN, "cell"),
        *hint(goal.group, GROUP, "group"),
        *shared,
        *own_hints(goal.text, goal.printed_id),
    ))  # fmt: skip
    trace = [_found(grid, goal.row, columns), *why]
    target = _picked(grid, goal.row, columns.targets, "target", trace)
    if target is None and (within := target_in(goal.text)):
        target = within
        trace.append(
            Reason("target", "own_words", within, quote=quote_cell(grid.table, *grid.place(goal.row, columns.goal)))
        )
    status = _picked(grid, goal.row, columns.statuses, "status", trace)
    actual = _actual(grid, goal.row, columns, status, trace)
    answers = status is not None and any(asks_verdict(grid.headers[p]) for p in columns.statuses)
    if status is None:
        status = _status_beside_figure(grid, columns, actual) or _status_remarked(grid, columns, goal.row, trace)
    return Draft(
        id=goal.printed_id or "",
        printed_id=goal.printed_id,
        level=level,
        text=goal.text,
        target_text=target,
        actual_text=actual,
        baseline_text=_picked(grid, goal.row, columns.baselines, "baseline", trace),
        status_text=status,
        answers=answers,
        achievement_text=_picked(grid, goal.row, columns.achievements, "achievement", trace),
        breakdown=breakdown_of_rows(grid, columns, goal),
        table=grid.table.id,
        row=goal.row if not grid.turned else None,
        group=goal.group,
        section=grid.table.section,
        quotes=grid.quotes(goal.row, columns.used()),
        trace=tuple(trace),
    )


def _found(grid: Grid, row: int, columns: Columns) -> Reason:
    quote = quote_cell(grid.table, *grid.place(row, columns.goal))
    return Reason(
        "found", "goal_cell", grid.rows[row][columns.goal], grid.table.label or grid.table.caption or "", quote
    )


def _cell_reason(grid: Grid, row: int, place: int, part: Part, rule: str) -> Reason:
    quote = quote_cell(grid.table, *grid.place(row, place))
    return Reason(part, rule, grid.rows[row][place], grid.headers[place], quote)


def _picked(grid: Grid, row: int, places: Sequence[int], part: Part, trace: list[Reason]) -> str | None:
    """The cell of the first of these columns that is filled."""
    for place in places:
        cell = grid.rows[row][place]
        if kind_of(cell) != "empty":
            trace.append(_cell_reason(grid, row, place, part, "cell"))
            return cell
    return None


def _actual(grid: Grid, row: int, columns: Columns, status: str | None, trace: list[Reason]) -> str | None:
    """The cell of what was reached; a status cell that carries a figure beside its verdict serves too."""
    found = _picked(grid, row, columns.actuals, "actual", trace)
    if found is not None or status is None or columns.actuals:
        return found
    if kind_of(status) in ("figure", "percent", "yes_no") or any(sign.isdigit() for sign in status):
        trace.append(Reason("actual", "status_cell", status))
        return status
    return None


def _status_remarked(grid: Grid, columns: Columns, row: int, trace: list[Reason]) -> str | None:
    """A verdict among the remarks ("Følger planen", "Målet er nået"), where no column is one of verdicts."""
    if columns.statuses:
        return None
    for place, header in enumerate(grid.headers):
        cell = grid.rows[row][place]
        if roles_of(header)[:1] == ("other",) and kind_of(cell) in ("verdict", "words") and read_verdict(cell):
            trace.append(_cell_reason(grid, row, place, "status", "remark"))
            return cell
    return None


def _status_beside_figure(grid: Grid, columns: Columns, actual: str | None) -> str | None:
    """The verdict in a result cell ("71 pct., ikke nået"), where the column is not one of Ja and Nej."""
    if actual is None or not columns.actuals or kind_of(actual) == "yes_no":
        return None
    cells = [cell for place in columns.actuals for cell in grid.column(place)]
    if share(cells, "yes_no") > 0 and len(actual.split()) == 1:
        return None
    return actual if read_verdict(actual) is not None else None
