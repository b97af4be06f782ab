"""Tables of targets that neither caption nor header names as such: by what stands in their columns.

A target table has a column of goals in words and beside it what was wanted and what was reached, or a verdict. Headers
tell which is which where their words are known; where they are not, the kinds of the cells decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.danish.names import municipalities_in
from extract.danish.verdicts import verdicts_in
from extract.indicators.cell_kinds import CellKind, kind_of, share, words_share
from extract.indicators.column_words import asks_verdict, roles_of
from extract.indicators.columns import Columns, columns_of
from extract.indicators.goal_target import target_in
from extract.indicators.grid import Grid, grid_of
from extract.report import Report, Table

OPEN_ROLES = frozenset(("other", "measures"))
NO_GOALS = re.compile(
    r"budget(?!teret\s+(?:antal|mål))|regnskab|økonomi|forbrug|udgift|omkostning|finansier|bevilling(?!stal)|tidsplan|risi[kc]|sandsynlighed"
    r"|konsekvens|beløb|\bkr\b|dkk|\bpris|svarfordeling|helt\s+enig|interview(?!tilsagn)|respondent|\brolle\b|ansvarsområde",
    re.IGNORECASE,
)
"""What tables of plans, money and answers are about."""
MOST = 0.5
VERDICTS = 0.6
SENTENCES = 4
"""Words that make a cell one that tells a goal by itself."""
FEWEST_ROWS = 2
MEASURED: tuple[CellKind, ...] = ("figure", "percent", "yes_no")


def with_target_tables(report: Report) -> Report:
    """The report with the role ``indicators`` for each table that is one of targets by its cells."""
    tables = tuple(
        replace(table, role="indicators") if table.role in OPEN_ROLES and is_target_table(table) else table
        for table in report.tables
    )
    return replace(report, tables=tables) if tables != report.tables else report


def is_target_table(table: Table) -> bool:
    """Whether the table tells goals in words and beside them what was wanted and reached, or a verdict."""
    if len(table.rows) < FEWEST_ROWS or len(table.columns) < 2:
        return False
    if NO_GOALS.search(" ".join([table.caption or "", *table.columns])):
        return False
    grid = grid_of(table)
    columns = columns_of(grid)
    if columns is None or words_share(grid.column(columns.goal), 2) < MOST or _units(grid.column(columns.goal)):
        return False
    return _judged(grid, columns) or _wanted_and_reached(grid, columns) or _sentences_and_results(grid, columns)


def _units(goals: Sequence[str]) -> bool:
    """Whether the rows are places and not goals."""
    return sum(bool(municipalities_in(cell)) and len(cell.split()) <= SENTENCES for cell in goals) > MOST * len(goals)


def _judged(grid: Grid, columns: Columns) -> bool:
    """Whether a column holds verdicts; Ja and Nej alone only under a header that asks for them.

    Verdicts beside short words need a header that speaks of goals, or a figure of what was wanted.
    """
    goals = grid.column(columns.goal)
    told = words_share(goals, SENTENCES) >= MOST or _names_goals(grid, columns) or bool(columns.targets)
    return told and any(_verdicts(grid, place) for place in columns.statuses)


def _verdicts(grid: Grid, place: int) -> bool:
    cells = grid.column(place)
    if asks_verdict(grid.headers[place]):
        return share(cells, "verdict", "yes_no") >= VERDICTS
    return share(cells, "verdict", "yes_no") >= VERDICTS and share(cells, "verdict") > 0


def _names_goals(grid: Grid, columns: Columns) -> bool:
    return roles_of(grid.headers[columns.goal])[:1] == ("goal",)


def _wanted_and_reached(grid: Grid, columns: Columns) -> bool:
    """Whether one column is headed as what was wanted, another as what was reached, and both hold figures."""
    wanted = [p for p in columns.targets if "target" in roles_of(grid.headers[p])]
    reached = [p for p in columns.actuals if set(roles_of(grid.headers[p])[:1]) & {"actual", "status"}]
    return any(share(grid.column(p), *MEASURED) >= MOST for p in wanted) and any(
        share(grid.column(p), *MEASURED) >= MOST for p in reached
    )


def _sentences_and_results(grid: Grid, columns: Columns) -> bool:
    """Whether goals hold their targets, headed as what was wanted, with what was reached beside them.

    "Vi ville: Holde mindst 12 cafeaftener | Vi nåede: 14 cafeaftener".
    """
    goals = grid.column(columns.goal)
    wanted = set(roles_of(grid.headers[columns.goal])) & {"goal", "target"}
    if not wanted or words_share(goals, SENTENCES - 1) < MOST:
        return False
    measured = sum(target_in(goal) is not None for goal in goals) >= MOST * len(goals)
    reached = [p for p in columns.actuals if roles_of(grid.headers[p])[:1] in (("actual",), ("status",))]
    told = [p for p in reached if _told(grid, p) or (measured and _same_kinds(grid, columns.goal, p))]
    return bool(told)


def _told(grid: Grid, place: int) -> bool:
    """Whether what was reached is told in sentences with a verdict on each goal."""
    cells = [cell for cell in grid.column(place) if cell]
    return sum(bool(verdicts_in(cell)) for cell in cells) >= VERDICTS * len(grid.rows)


def _same_kinds(grid: Grid, goal: int, place: int) -> bool:
    """Whether goals and results speak of the same kind of figure in most rows: shares of shares, numbers of numbers."""
    pairs = [(target_in(row[goal]), row[place]) for row in grid.rows]
    known = [(kind_of(target), kind_of(actual)) for target, actual in pairs if target and kind_of(actual) != "empty"]
    if share(grid.column(place), *MEASURED) < MOST:
        return False
    return sum(wanted == reached for wanted, reached in known) > MOST * len(known)
