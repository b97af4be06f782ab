"""A goal's figures by municipality from the numeric table that tells them: a row a municipality, a column a figure.

A column belongs to a goal where its total is what the goal says was reached, and its header or the table's caption
has a word of the goal; the column of what was wanted is found in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.danish.names import municipalities_in
from extract.danish.quantities import read_quantity
from extract.indicators.column_words import is_total, roles_of
from extract.indicators.prose_words import coverage, stems
from extract.indicators.unit_rows import breakdown
from extract.report import Breakdown, Indicator, Quantity, Report, Table

FEWEST = 2
"""Municipalities of a table that tells them apart."""
SHORT = 4
"""Words of a row's label that is a municipality's name and no more."""
KINDS = frozenset(("count", "amount"))
CAPTION = 0.3
"""What a goal's word in the caption counts beside one in the column's own header."""
WANTED = 0.5
"""What it counts that a header says what was wanted."""
HAIR = 1e-6


@dataclass(frozen=True, slots=True)
class UnitColumn:
    """A column's figures by unit, and what they come to: as printed in a row of totals, and as summed."""

    table: Table
    header: str
    values: Mapping[str, float]
    totals: tuple[float, ...]
    percent: bool

    def comes_to(self, quantity: Quantity | None) -> bool:
        """Whether the column's total is this quantity."""
        if quantity is None or quantity.value is None or quantity.kind not in KINDS or self.percent:
            return False
        return any(abs(total - quantity.value) < HAIR for total in self.totals)


@dataclass(frozen=True, slots=True)
class ByUnit:
    """A goal's breakdown with the columns that gave it."""

    parts: tuple[Breakdown, ...]
    actual: UnitColumn
    target: UnitColumn | None


def unit_columns(report: Report) -> tuple[UnitColumn, ...]:
    """The columns of the numeric tables whose rows are municipalities."""
    return tuple(c for table in report.tables if table.role in ("measures", "other") for c in _columns(table))


def by_unit(indicator: Indicator, columns: Sequence[UnitColumn]) -> ByUnit | None:
    """The breakdown of a goal; ``None`` where no column comes to what was reached and speaks of the goal."""
    goal = stems(indicator.text)
    fitting = [(fit, c) for c in columns if c.comes_to(indicator.actual) and (fit := _fit(goal, c)) > 0]
    if not fitting:
        return None
    actual = max(fitting, key=lambda pair: pair[0])[1]
    wanted = [c for c in columns if c.table is actual.table and c is not actual and c.comes_to(indicator.target)]
    target = max(wanted, key=lambda c: _fit(goal, c) + WANTED * ("target" in roles_of(c.header)), default=None)
    parts = tuple(
        breakdown(unit, target.values.get(unit) if target else None, value) for unit, value in actual.values.items()
    )
    return ByUnit(parts, actual, target)


def _fit(goal: frozenset[str], column: UnitColumn) -> float:
    """How much of the goal's words the column's header has, and the table's caption."""
    return coverage(goal, stems(column.header), {}) + CAPTION * coverage(goal, stems(column.table.caption or ""), {})


def _columns(table: Table) -> Iterator[UnitColumn]:
    units = {place: unit for place, row in enumerate(table.rows) if (unit := _unit(row))}
    rest = [place for place in range(len(table.rows)) if place not in units]
    sums = [place for place in rest if is_total(_label(table.rows[place]))]
    if len(set(units.values())) < FEWEST or len(units) < len(rest) - len(sums) + FEWEST:
        return
    for number in range(1, len(table.columns)):
        values = {unit: _value(table.rows[place][number]) for place, unit in units.items()}
        known = {unit: quantity.value for unit, quantity in values.items() if quantity and quantity.value is not None}
        if len(known) < FEWEST:
            continue
        printed = [q.value for place in sums if (q := _value(table.rows[place][number])) and q.value is not None]
        percent = any(quantity and quantity.kind not in KINDS for quantity in values.values())
        yield UnitColumn(table, table.columns[number], known, (*printed, sum(known.values())), percent)


def _label(row: Sequence[str]) -> str:
    return next((cell for cell in row if cell), "")


def _unit(row: Sequence[str]) -> str | None:
    """The municipality that a row is of."""
    label = _label(row)
    names = municipalities_in(label) if len(label.split()) <= SHORT else ()
    return names[0].name if len(names) == 1 else None


def _value(cell: str) -> Quantity | None:
    return read_quantity(cell) if cell else None
