"""The equations of every table → checks of sums and of percentages, each wrong figure blamed once."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from extract.audit.check import Check, Place, cell_place
from extract.audit.equations import Equation, Key, Verdict, blame, values_of
from extract.audit.grid import Grid
from extract.audit.shares import shares
from extract.audit.sums import Unchecked, sums
from extract.audit.wording import number, percent
from extract.quotes import quote_cell, quote_row
from extract.report import FindingCode, Quote

FULL = 100.0


def table_checks(grid: Grid, known: Collection[int]) -> Iterator[Check]:
    """What was checked in a table; ``known`` are the whole numbers that the report states anywhere."""
    equations: dict[tuple[Key, str], Equation] = {}
    unchecked: list[tuple[Grid, Unchecked]] = []
    for view in (grid, grid.turn):
        for item in sums(view):
            if isinstance(item, Unchecked):
                unchecked.append((view, item))
            else:
                equations[item.target, f"sum{view.turned}"] = item
        for equation in shares(view, known):
            equations.setdefault((equation.target, "share"), equation)
    values = values_of(grid)
    wrong = list(blame(list(equations.values()), values))
    told = {(verdict.figure) for verdict in wrong}
    yield from (check for verdict in wrong if (check := _wrong(grid, verdict, values)) is not None)
    for equation in equations.values():
        if equation.holds(values) and equation.target not in told:
            yield from _right(grid, equation)
    for view, item in unchecked:
        yield from _open(view, item)


def _wrong(grid: Grid, verdict: Verdict, values: dict[Key, float]) -> Check | None:
    equation, (_, _, is_percent) = verdict.equation, verdict.figure
    claim, against = _quotes(grid, verdict)
    if claim is None:
        return None
    stated = values[verdict.figure]
    return Check(
        "percent_mismatch" if is_percent else "sum_mismatch",
        claim,
        _place(grid, verdict.figure),
        holds=False,
        message=_message(grid, verdict, values),
        severity="info" if is_percent and abs(stated - verdict.computed) < 2 * equation.slack else "error",
        against=against,
        stated=stated,
        computed=round(verdict.computed, 1) if is_percent else verdict.computed,
        uses=tuple(_place(grid, key) for key in equation.keys if key != verdict.figure),
    )


def _quotes(grid: Grid, verdict: Verdict) -> tuple[Quote | None, Quote | None]:
    """The cell, and the row it stands in; where the row cannot be quoted, the cell of the first operand."""
    row, column, _ = verdict.figure
    first = next((key for key in verdict.equation.keys if key != verdict.figure), verdict.figure)
    claim = quote_cell(grid.table, row, column)
    return claim, quote_row(grid.table, row) or quote_cell(grid.table, first[0], first[1])


def _message(grid: Grid, verdict: Verdict, values: dict[Key, float]) -> str:
    equation, (row, column, _) = verdict.equation, verdict.figure
    printed = grid.table.rows[row][column]
    where = f"{_table_name(grid)}, {_names(grid, verdict.figure)}"
    if equation.kind == "sum":
        target = equation.target
        if target == verdict.figure:
            parts = " + ".join(number(values[key]) for key in equation.operands)
            return (
                f"{where}: {printed} stemmer ikke overens med tallene, der giver {parts} = {number(verdict.computed)}."
            )
        return (
            f"{where}: {printed} stemmer ikke overens med totalerne i rækken og kolonnen, "
            f"som forudsætter {number(verdict.computed)}."
        )
    return f"{where}: {printed} stemmer ikke overens med tallene: {_sum(equation, values)}"


def _sum(equation: Equation, values: dict[Key, float]) -> str:
    part = values[equation.operands[0]]
    whole = equation.whole if equation.whole is not None else values[equation.operands[1]]
    computed = equation.computed(values)
    assert computed is not None, "a broken equation has a result"
    base = f" ({equation.base})" if equation.base and not equation.base.isdigit() else ""
    if equation.kind == "change":
        return f"fra {number(whole)} til {number(part)} er {percent(computed)}"
    return f"{number(part)} af {number(whole)}{base} er {percent(computed)}"


def _right(grid: Grid, equation: Equation) -> Iterator[Check]:
    row, column, is_percent = equation.target
    claim = quote_cell(grid.table, row, column)
    if claim is not None:
        code: FindingCode = "percent_mismatch" if is_percent else "sum_mismatch"
        yield Check(code, claim, _place(grid, equation.target), holds=True, message=_table_name(grid))


def _open(view: Grid, item: Unchecked) -> Iterator[Check]:
    claim = view.quote(item.line, item.column)
    if claim is not None:
        place = view.place(item.line, item.column)
        yield Check("sum_mismatch", claim, place, holds=None, message=f"{_table_name(view)}: {item.reason}.")


def _place(grid: Grid, key: Key) -> Place:
    return cell_place(grid.item, key[0], key[1])


def _table_name(grid: Grid) -> str:
    return grid.table.label or "Tabellen"


def _names(grid: Grid, key: Key) -> str:
    """Row and column in the words of the table."""
    row, column, _ = key
    line, place = grid.rows.index(row), grid.columns.index(column)
    label, header = (
        (grid.labels[line], grid.headers[place]) if not grid.turned else (grid.headers[line], grid.labels[place])
    )
    return " – ".join(filter(None, (f"”{label}”" if label else "", f"”{header}”" if header else "")))
