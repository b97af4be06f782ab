"""A table as rows of goals: as printed, or turned where the goals are its columns."""

from __future__ import annotations

from dataclasses import dataclass

from extract.indicators.cell_kinds import share
from extract.indicators.column_words import roles_of
from extract.quotes import quote_cell, quote_row
from extract.report import Quote, Table

TURNED_LABELS = 2
"""So many different parts of a target (target, result …) in the first column mean that goals are the columns."""

MOSTLY_VERDICTS = 0.5
"""A first column of verdicts names no parts, whatever its words."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Headers and rows, with the way back to the printed cells."""

    table: Table
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    turned: bool = False

    def column(self, place: int) -> tuple[str, ...]:
        """A column's cells, top to bottom."""
        return tuple(row[place] for row in self.rows)

    def spanning(self, row: int) -> bool:
        """Whether the row is one printed cell over all columns."""
        if self.turned:
            return False
        return any(c.row == row and c.column_span >= len(self.headers) > 1 for c in self.table.cells)

    def place(self, row: int, column: int) -> tuple[int, int]:
        """Row and column in the printed table; a header row is negative."""
        return (column - 1, row + 1) if self.turned else (row, column)

    def quotes(self, row: int, columns: tuple[int, ...]) -> tuple[Quote, ...]:
        """The printed row; where it is not in one place, the cells of these columns."""
        whole = None if self.turned else quote_row(self.table, row)
        if whole is not None:
            return (whole,)
        cells = (quote_cell(self.table, *self.place(row, column)) for column in columns)
        return tuple(cell for cell in cells if cell is not None)


def grid_of(table: Table) -> Grid:
    """The table with one row a goal."""
    if not _goals_are_columns(table):
        return Grid(table, table.columns, table.rows)
    full = [table.columns, *table.rows]
    turned = [tuple(row[place] for row in full) for place in range(len(table.columns))]
    return Grid(table, turned[0], tuple(turned[1:]), turned=True)


def _goals_are_columns(table: Table) -> bool:
    """Whether the first column names the parts of a target, and the header does not."""
    labels = [row[0] for row in table.rows if row]
    if len(table.columns) < 2 or not labels or share(labels, "verdict") > MOSTLY_VERDICTS:
        return False
    down = {
        roles[0] for label in labels if len(label.split()) <= 5 and (roles := roles_of(label)) and roles[0] != "goal"
    }
    across = {roles[0] for name in table.columns[1:] if len(name.split()) <= 5 and (roles := roles_of(name))}
    parts = {"target", "actual", "status", "achievement", "baseline"}
    named = sum(bool(roles_of(label)) for label in labels)
    return len(down & parts) >= TURNED_LABELS > len(across & parts) and named * 2 > len(labels)
