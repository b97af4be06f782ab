"""Tables of records as CSV, Excel, Parquet or text for the terminal, in Danish or English."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from extract.output import Locale, RecordList
from extract.records_tables import PLACES, RecordTable
from extract.spreadsheet import Sheet, Value, harmless, workbook

CODED = frozenset({"level", "status", "computed_status", "status_basis", "unit", "part"})
"""Columns whose values are the contract's words."""
LEFT_OUT = frozenset({*PLACES, "quote", "section", "row", "status_basis", "status_raw"})
"""Columns that a terminal has no room for."""
NUMERIC = frozenset({"achievement", "target_value", "actual_value", "baseline_value", "value", *PLACES})
WHOLE = frozenset({"page", "row", "number", "count"})
FALLBACK_WIDTH = 120


def as_csv(table: RecordTable, locale: Locale) -> str:
    """Comma-separated with decimal points; for Danish spreadsheets ``;`` and decimal commas.

    Cells that a spreadsheet would run as a formula are quoted with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if locale is Locale.DA else ",", lineterminator="\n")
    writer.writerow(headings(table, locale))
    writer.writerows([[_written(cell, locale) for cell in row] for row in _worded(table, locale)])
    return out.getvalue()


def as_workbook(tables: Sequence[RecordTable], locale: Locale) -> bytes:
    """An Excel file with one sheet a table; numbers are numbers, which Excel writes as its own language does."""
    sheets = [Sheet(title(t.what, locale), [headings(t, locale), *_worded(t, locale)]) for t in tables]
    return workbook(sheets)


def as_parquet(table: RecordTable) -> bytes:
    """One Parquet file with the contract's names and words, whatever the locale: programs read it."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, _arrow_type(pa, table, name)) for name in table.columns])
    columns = [list(column) for column in zip(*table.rows, strict=True)] or [[] for _ in table.columns]
    arrays = [pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)]
    out = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out)
    data: bytes = out.getvalue().to_pybytes()
    return data


def as_text(heads: Sequence[str], rows: Sequence[Sequence[str]], caption: str, *, width: int | None = None) -> str:
    """A table for the terminal; as wide as it, else `FALLBACK_WIDTH`, without colours where nobody would see them."""
    import shutil

    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=caption, box=SIMPLE_HEAD, title_justify="left", pad_edge=False)
    for k, head in enumerate(heads):
        right = bool(rows) and all(_is_figure(row[k]) for row in rows)
        table.add_column(head, justify="right" if right else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    columns = width or shutil.get_terminal_size((FALLBACK_WIDTH, 24)).columns
    console = Console(file=io.StringIO(), width=columns, no_color=True)
    console.print(table)
    printed = console.file.getvalue()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in printed.splitlines()) + "\n"


def for_screen(table: RecordTable, locale: Locale) -> str:
    """The columns that a reader looks for, without boxes and quotes."""
    columns = [k for k, name in enumerate(table.columns) if name not in LEFT_OUT and _has_room(table, k)]
    heads = headings(table, locale)
    rows = [[_written(row[k], locale, guarded=False) for k in columns] for row in _worded(table, locale)]
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


def _written(cell: Value, locale: Locale, *, guarded: bool = True) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(cell) if guarded else cell
    text = f"{cell:.10g}"
    return text.replace(".", ",") if locale is Locale.DA else text


def _is_figure(text: str) -> bool:
    return not text or text.replace(",", "").replace(".", "").lstrip("-").isdigit()


def _arrow_type(pa: object, table: RecordTable, name: str) -> object:
    text = table.what is RecordList.METADATA
    kind = "float64" if name in NUMERIC and not text else "int32" if name in WHOLE else "string"
    return getattr(pa, kind)()


def _label(group: str, name: str, locale: Locale) -> str:
    return name if locale is Locale.EN else _labels().get(group, {}).get(name, name)


@cache
def _labels() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("extract.danish").joinpath("data/record_labels.toml").read_text("utf-8"))
