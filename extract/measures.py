"""The numbers of numeric tables in long form: one entry a number, with its row, column, unit and place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.danish.terms import tables
from extract.measure_cells import CellNumber, cell_numbers
from extract.measure_units import MeasureUnit, counted_before_bracket, paired_units, unit_of
from extract.report import Cell, Measure, Report, Table
from extract.tables.values import is_value

_LABELLED = 0.5  # share of numbers in a column from which it holds measures and no labels
_CODE = re.compile(r"[A-ZÆØÅ]{0,3}\.?\s?\d{1,3}(?:\.\d{1,2})*[.)]?")
_COUNTER = re.compile(r"(\d{1,3})[.):]\s+(?=\D)")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:(?:19|20)?\d\d))?")


def read_measures(report: Report) -> tuple[Measure, ...]:
    """Every number of every table with the role ``measures``, in reading order; "-" and words give none."""
    return tuple(measure for table in report.tables if table.role == "measures" for measure in table_measures(table))


def table_measures(table: Table) -> Iterator[Measure]:
    """The numbers of one table, row by row.

    The row's label is all leading columns of words without a running number. A merged cell is one number, at its first
    row and column.
    """
    labels, first = label_columns(table)
    counted = _counted_rows(table, labels)
    corner = [table.columns[column] for column in labels]
    for cell in sorted((c for c in table.cells if c.row >= 0), key=lambda c: (c.row, c.column)):
        if cell.column < first or cell.row >= len(table.rows) or cell.column_span >= len(table.columns) - first > 1:
            continue
        if _years_only(table, cell.column) or (_is_words(table, cell.column) and not is_value(cell.text.strip())):
            continue
        label = row_label(table.rows[cell.row], labels, counted=counted)
        yield from _entries(table, cell, label, corner)


def _entries(table: Table, cell: Cell, label: str, corner: Sequence[str]) -> Iterator[Measure]:
    column = table.columns[cell.column]
    numbers = cell_numbers(cell.text)
    pair = paired_units(column) if len(numbers) == 2 or counted_before_bracket(column) else None
    for k, number in enumerate(numbers):
        unit = pair[k] if pair else unit_of(table, label, column, corner)
        value, name = _measured(number, unit)
        yield Measure(table.id, label, column, value, name, number.raw, cell.page, cell.bbox)


def _measured(number: CellNumber, unit: MeasureUnit) -> tuple[float, str]:
    """Value and unit; what the cell itself prints comes before header and caption."""
    if number.unit is None:
        return round(number.value * unit.scale, 6), unit.name
    return number.value, number.unit


def label_columns(table: Table) -> tuple[tuple[int, ...], int]:
    """The columns that make a row's label, and the first column that may hold measures.

    The first column is a label, also one of years, save in a single row of numbers alone; a running number before a
    column of words is left out.
    """
    if len(table.rows) == 1 and is_value(table.rows[0][0]) and cell_numbers(table.rows[0][0]):
        return (), 0
    first = 1
    while first < len(table.columns) - 1 and (_is_words(table, first) or _years_only(table, first)):
        first += 1
    labels = list(range(first))
    if len(labels) > 1 and _is_running(table, 0):
        labels = labels[1:]
    elif _is_running(table, 0) and len(table.columns) > 2 and _named_running(table.columns[0]):
        first, labels = 2, [1]
    return tuple(labels), first


def _column(table: Table, column: int) -> list[str]:
    return [row[column] for row in table.rows if row[column].strip()]


def _is_words(table: Table, column: int) -> bool:
    cells = _column(table, column)
    numbers = sum(bool(cell_numbers(text)) or is_value(text) for text in cells)
    return bool(cells) and numbers < _LABELLED * len(cells)


def _named_running(header: str) -> bool:
    words = header.strip().lower()
    return words in tables("measure_units")["running"]["headers"] or words.endswith(
        (" nr.", " nr", "-nr.", "-nr", "-id", " id")
    )


def _is_running(table: Table, column: int) -> bool:
    """Codes ("A1"), or numbers in turn under "Nr." or under no header."""
    cells = _column(table, column)
    if not cells or (_is_words(table, column) and not all(map(_CODE.fullmatch, cells))):
        return False
    coded = sum(bool(_CODE.fullmatch(text)) for text in cells) * 2 > len(cells)
    if _named_running(table.columns[column]):
        return coded
    if table.columns[column].strip():
        return coded and not any(text[:1].isdigit() for text in cells)
    numbers = [int(text.rstrip(".)")) for text in cells if text.rstrip(".)").isdecimal()]
    in_turn = len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= 1
    return in_turn or (coded and not numbers)


def _years_only(table: Table, column: int) -> bool:
    """Whether the column says when, not how much."""
    header = table.columns[column].rsplit(" / ", 1)[-1].strip().lower()
    cells = _column(table, column)
    return header in tables("measure_units")["years"]["headers"] and all(map(_YEAR.fullmatch, cells)) and bool(cells)


def _counted_rows(table: Table, labels: Sequence[int]) -> bool:
    """Whether the labels begin with a running number ("1. Horsens", "2. Viborg")."""
    if not labels:
        return False
    counters = [int(match[1]) for text in _column(table, labels[0]) if (match := _COUNTER.match(text))]
    return len(counters) > 1 and counters == list(range(counters[0], counters[0] + len(counters)))


def row_label(row: Sequence[str], labels: Sequence[int], *, counted: bool = False) -> str:
    """The leading words of a row joined with " / "; a cell merged over two columns counts once."""
    parts: list[str] = []
    for place, column in enumerate(labels):
        text = row[column].strip()
        if counted and place == 0:
            text = _COUNTER.sub("", text, count=1) if _COUNTER.match(text) else text
        if text and (not parts or parts[-1] != text):
            parts.append(text)
    return " / ".join(parts)
