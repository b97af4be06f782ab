"""A goal's figures by municipality or unit, where the target table itself has a row for each."""

from __future__ import annotations

from extract.danish.quantities import read_quantity
from extract.indicators.columns import Columns
from extract.indicators.grid import Grid
from extract.indicators.rows import GoalRow
from extract.report import Breakdown


def breakdown_of_rows(grid: Grid, columns: Columns, goal: GoalRow) -> tuple[Breakdown, ...]:
    """One entry a row of a unit; none where the goal stands in one row."""
    if columns.unit is None:
        return ()
    return tuple(
        breakdown(grid.rows[row][columns.unit], _value(grid, row, columns.targets), _value(grid, row, columns.actuals))
        for row in goal.units
    )


def breakdown(unit: str, target: float | None, actual: float | None) -> Breakdown:
    """A unit's figures with their ratio."""
    ratio = round(actual / target, 4) if target and actual is not None else None
    return Breakdown(unit, target, actual, ratio)


def _value(grid: Grid, row: int, places: tuple[int, ...]) -> float | None:
    for place in places:
        quantity = read_quantity(grid.rows[row][place]) if grid.rows[row][place] else None
        if quantity is not None and quantity.value is not None:
            return quantity.value
    return None
