"""A table → its figures in lines and rows, the way up as printed or turned, with places and quotes.

Total rows, averages and percentages are told by their headers and labels, the words for which stand in
`extract/danish/data/audit_terms.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.audit.check import Place, cell_place
from extract.audit.numbers import NOTHING, Entry, read_entry
from extract.audit.terms import matches
from extract.quotes import cell_at, quote_cell, quote_row
from extract.report import Quote, Table

_YEARS = range(1950, 2060)
MOSTLY = 0.5


@dataclass(frozen=True)
class Grid:
    """The figures of a table.

    ``entries[line][column]`` in the way it is read; ``labels`` name the lines, ``headers`` the columns. A turned grid
    has the table's columns as its lines. ``rows`` and ``columns`` are where each line and column stands in the table.
    """

    table: Table
    item: int
    entries: tuple[tuple[Entry | None, ...], ...]
    labels: tuple[str, ...]
    headers: tuple[str, ...]
    rows: tuple[int, ...]
    columns: tuple[int, ...]
    turned: bool = False

    def cell(self, line: int, column: int) -> tuple[int, int]:
        """Row and column in the table."""
        if self.turned:
            return self.rows[column], self.columns[line]
        return self.rows[line], self.columns[column]

    def place(self, line: int, column: int) -> Place:
        """Where the cell stands."""
        return cell_place(self.item, *self.cell(line, column))

    def text(self, line: int, column: int) -> str:
        """The cell as printed."""
        row, place = self.cell(line, column)
        return self.table.rows[row][place]

    def quote(self, line: int, column: int) -> Quote | None:
        """The cell as a quote."""
        return quote_cell(self.table, *self.cell(line, column))

    def row_quote(self, line: int, column: int) -> Quote | None:
        """The printed row that the cell stands in."""
        return quote_row(self.table, self.cell(line, column)[0])

    def missing(self, line: int, column: int) -> bool:
        """Whether the cell has no figure, or one that cannot be calculated with."""
        return self.entries[line][column] is None

    def is_total(self, line: int) -> bool:
        """Whether the line is a total of others by its label."""
        return matches("total", self.labels[line])

    @property
    def turn(self) -> Grid:
        """The same figures with lines and columns changed about."""
        return Grid(
            self.table,
            self.item,
            tuple(zip(*self.entries, strict=True)) if self.entries else (),
            self.headers,
            self.labels,
            self.rows,
            self.columns,
            not self.turned,
        )


def read_grid(table: Table, item: int) -> Grid | None:
    """The figures of a table; ``None`` where it has none to speak of."""
    caption = " ".join(filter(None, (table.caption, *table.notes)))
    percent_all = matches("percent_table", caption)
    columns = [c for c in range(len(table.columns)) if _is_figures(table, c)]
    if not columns or not table.rows:
        return None
    entries = tuple(
        tuple(_entry(table, row, c, percent_all or matches("percent", table.columns[c])) for c in columns)
        for row in range(len(table.rows))
    )
    labels = tuple(_label(texts, columns) for texts in table.rows)
    headers = tuple(table.columns[c] for c in columns)
    return Grid(table, item, entries, labels, headers, tuple(range(len(table.rows))), tuple(columns))


def _is_figures(table: Table, column: int) -> bool:
    """Whether a column holds figures: half of what stands in it, and neither years nor running numbers."""
    texts = [row[column] for row in table.rows if row[column].strip().lower() not in NOTHING]
    read = [entry for text in texts if (entry := read_entry(text)) is not None]
    if not read or len(read) < MOSTLY * len(texts) or matches("number_column", table.columns[column]):
        return False
    values = [e.count.value if e.count and not e.count.unit else -1.0 for e in read]
    running = values == [float(n) for n in range(1, len(values) + 1)]
    years = all(value in _YEARS for value in values)
    return not (years or (running and column == 0 and len(values) > 1))


def _entry(table: Table, row: int, column: int, percent: bool) -> Entry | None:
    """A cell that covers several places is told once, at its first."""
    cell = cell_at(table, row, column)
    if cell is not None and (cell.row, cell.column) != (row, column):
        return None
    return read_entry(table.rows[row][column], percent=percent)


def _label(texts: Sequence[str], figures: Sequence[int]) -> str:
    """The words of a row before and between its figures."""
    return " / ".join(t for c, t in enumerate(texts) if c not in figures and re.search(r"[^\W\d_]", t))
