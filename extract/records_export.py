"""Tables of records as CSV, Excel, Parquet or text for the terminal, in Danish or English."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from extract.flat_tables import as_text, csv_of, parquet_of, written
from extract.output import Locale, RecordList
from extract.records_tables import PLACES, RecordTable
from extract.spreadsheet import Sheet, Value, workbook

CODED = frozenset({"level", "status", "computed_status", "status_basis", "unit", "part"})
"""Columns whose values are the contract's words."""
LEFT_OUT = frozenset({*PLACES, "quote", "section", "row", "status_basis", "status_raw"})
"""Columns that a terminal has no room for."""
NUMERIC = frozenset({"achievement", "target_value", "actual_value", "baseline_value", "value", *PLACES})
WHOLE = frozenset({"page", "row", "number", "count"})


def as_csv(table: RecordTable, locale: Locale) -> str:
    """The table with its names and words in the language of the locale, see `csv_of`."""
    return csv_of(headings(table, locale), _worded(table, locale), locale)


def as_workbook(tables: Sequence[RecordTable], locale: Locale) -> bytes:
    """An Excel file with one sheet a table; numbers are numbers, which Excel writes as its own language does."""
    sheets = [Sheet(title(t.what, locale), [headings(t, locale), *_worded(t, locale)]) for t in tables]
    return workbook(sheets)


def as_parquet(table: RecordTable) -> bytes:
    """One Parquet file with the contract's names and words, whatever the locale: programs read it."""
    return parquet_of([(name, _arrow_type(table, name)) for name in table.columns], table.rows)


def for_screen(table: RecordTable, locale: Locale) -> str:
    """The columns that a reader looks for, without boxes and quotes."""
    columns = [k for k, name in enumerate(table.columns) if name not in LEFT_OUT and _has_room(table, k)]
    heads = headings(table, locale)
    rows = [[written(row[k], locale, guarded=False) for k in columns] for row in _worded(table, locale)]
    return as_text([heads[k] for k in columns], rows, title(table.what, locale))


def headings(table: RecordTable, locale: Locale) -> list[str]:
    """The names of the columns."""
    return [_label("columns", name, locale) for name in table.columns]


def title(what: RecordList, locale: Locale) -> str:
    """The name of a list."""
    return _label("lists", what.value, locale)


def coded_word(word: str, locale: Locale) -> str:
    """One of the contract's words in the language of the reader."""
    return _label("values", word, locale)


def kind_word(word: str, locale: Locale) -> str:
    """A kind of report in the language of the reader."""
    return _label("kinds", word, locale)


def _has_room(table: RecordTable, k: int) -> bool:
    """Figures stand as printed already; columns that hold nothing are left out, but never all of them."""
    name = table.columns[k]
    return not name.endswith("_value") and (not table.rows or any(row[k] not in (None, "") for row in table.rows))


def _worded(table: RecordTable, locale: Locale) -> list[list[Value]]:
    """The rows with the contract's words in the language of the reader."""
    groups = ["values" if name in CODED else "" for name in table.columns]
    if table.what is RecordList.METADATA:
        groups = ["fields", "kinds", ""]
    return [[_word(*pair, locale) for pair in zip(groups, row, strict=True)] for row in table.rows]


def _word(group: str, cell: Value, locale: Locale) -> Value:
    return _label(group, cell, locale) if group and isinstance(cell, str) else cell


def _arrow_type(table: RecordTable, name: str) -> str:
    if table.what is RecordList.METADATA:
        return "string"
    return "float64" if name in NUMERIC else "int32" if name in WHOLE else "string"


def _label(group: str, name: str, locale: Locale) -> str:
    return name if locale is Locale.EN else _labels().get(group, {}).get(name, name)


@cache
def _labels() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("extract.danish").joinpath("data/record_labels.toml").read_text("utf-8"))
