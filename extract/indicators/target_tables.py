"""Tables of targets that neither caption nor header names as such: by what stands in their columns."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.indicators.cell_kinds import share, words_share
from extract.indicators.column_words import roles_of
from extract.indicators.columns import Columns, columns_of
from extract.indicators.grid import Grid, grid_of
from extract.report import Report, Table

OPEN_ROLES = frozenset(("other", "measures"))
MONEY = re.compile(
    r"budget|regnskab|økonomi|forbrug|udgift|omkostning|finansier|bevilling|tidsplan|risi[kc]|beløb|\bkr\b|dkk", re.IGNORECASE
)
"""What tables of plans and results are about that hold no targets."""
MOST_FIGURES = 0.5
VERDICTS = 0.6
FEWEST_ROWS = 2


def with_target_tables(report: Report) -> Report:
    """The report with the role ``indicators`` for each table that is one of targets by its cells."""
    tables = tuple(
        replace(table, role="indicators") if table.role in OPEN_ROLES and is_target_table(table) else table
        for table in report.tables
    )
    return replace(report, tables=tables) if tables != report.tables else report


def is_target_table(table: Table) -> bool:
    """Whether the table tells goals in words and beside them what was wanted and reached, or a verdict."""
    if len(table.rows) < FEWEST_ROWS or len(table.columns) < 2 or MONEY.search(_names(table)):
        return False
    grid = grid_of(table)
    columns = columns_of(grid)
    if columns is None or words_share(grid.column(columns.goal), 2) < MOST_FIGURES:
        return False
    return _judged(grid, columns) or _wanted_and_reached(grid, columns)


def _names(table: Table) -> str:
    return " ".join([table.caption or "", *table.columns])


def _judged(grid: Grid, columns: Columns) -> bool:
    """Whether a column holds verdicts; Ja and Nej alone only under a header that asks for them."""
    for place in columns.statuses:
        cells = grid.column(place)
        asked = roles_of(grid.headers[place])[:1] == ("status",) and bool(columns.targets or columns.actuals)
        if share(cells, "verdict", "yes_no") >= VERDICTS and (share(cells, "verdict") > 0 or asked):
            return True
    return False


def _wanted_and_reached(grid: Grid, columns: Columns) -> bool:
    """Whether one column is headed as what was wanted, another as what was reached, and both hold figures."""
    wanted = [p for p in columns.targets if roles_of(grid.headers[p])[:1] == ("target",)]
    reached = [p for p in columns.actuals if roles_of(grid.headers[p])[:1] in (("actual",), ("status",))]
    return any(share(grid.column(p), "figure", "percent", "yes_no") >= MOST_FIGURES for p in wanted) and any(
        share(grid.column(p), "figure", "percent", "yes_no") >= MOST_FIGURES for p in reached
    )
