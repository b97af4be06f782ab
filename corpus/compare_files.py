"""`corpus compare`: a comparison written as a table, CSV, Excel, Parquet, HTML, Markdown or JSON."""

from __future__ import annotations

import codecs
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from corpus.compare import DETAILED, compare_library
from corpus.comparison import Comparison, Grouping
from corpus.labels import label
from corpus.library import open_library
from corpus.lists import FRACTIONS, WHOLE, ListTable, Value, heading, list_table, worded
from corpus.section import Style
from extract.deliver import say
from extract.errors import WrongUsage
from extract.output import CompareFormat, ComparePart, Locale, write_file
from extract.report import IndicatorLevel

ROWS = 12
"""Rows of a table on the screen."""
ROWS_OF_A_PAGE = 200
"""Rows of a table in HTML and Markdown."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: which reports and targets, in what rows, which list, and whether of all projects."""

    pool: str | None = None
    level: IndicatorLevel | None = None
    by: Grouping = "project"
    what: ComparePart | None = None
    everything: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """How it is written: format, figures' locale, language."""

    format: CompareFormat = CompareFormat.TABLE
    locale: Locale = Locale.DA
    lang: Locale = Locale.DA


def deliver_comparison(library: Path | None, wanted: Wanted, written: Written, out: Path | None) -> None:
    """Compare and write to a file or stdout; raises `WrongUsage` before anything is read."""
    if out is None and written.format in (CompareFormat.XLSX, CompareFormat.PARQUET):
        kind = "A workbook" if written.format is CompareFormat.XLSX else "A Parquet file"
        todo = f"Name a file with -o, such as -o comparison.{written.format}."
        raise WrongUsage(f"{kind} is not written to the screen.", todo)
    with open_library(library) as held:
        comparison = compare_library(
            held,
            pool=wanted.pool,
            level=wanted.level,
            by=wanted.by,
            detailed=None if wanted.everything else DETAILED,
        )
    data = render(comparison, wanted, written)
    if wanted.level and not comparison.targets:
        say(f"No report that was looked at has a target of the level {wanted.level}.")
    if out is None:
        sys.stdout.write(data.decode("utf-8"))
        return
    if written.format is CompareFormat.CSV and written.locale is Locale.DA:
        # Excel takes a CSV file for UTF-8 only where it begins with this mark; a Danish one is meant for Excel.
        data = codecs.BOM_UTF8 + data
    write_file(out, lambda path: path.write_bytes(data))
    say(f"{comparison.scope.reports} reports compared in {out}")


def render(comparison: Comparison, wanted: Wanted, written: Written) -> bytes:
    """A comparison as a file's content; CSV and Parquet hold one list, the matrix unless another is asked for."""
    return _WRITERS.get(written.format, _document)(comparison, wanted, written)


def _document(comparison: Comparison, wanted: Wanted, written: Written) -> bytes:
    from corpus.compare_documents import DOCUMENTS
    from corpus.sections import preface, sections

    most = ROWS if written.format is CompareFormat.TABLE else ROWS_OF_A_PAGE
    style = Style(written.locale, written.lang, None if wanted.everything else most)
    parts = tuple(sections(comparison, style, wanted.what))
    return DOCUMENTS[written.format.value](preface(comparison, style), parts, style).encode()


def _csv(comparison: Comparison, wanted: Wanted, written: Written) -> bytes:
    from extract.flat_tables import csv_of

    _, heads, rows = _worded(comparison, wanted.what or ComparePart.MATRIX, written)
    return csv_of(heads, rows, written.locale).encode()


def _parquet(comparison: Comparison, wanted: Wanted, written: Written) -> bytes:
    from extract.flat_tables import parquet_of

    table = list_table(comparison, wanted.what or ComparePart.MATRIX, written.lang)
    return parquet_of([(column, _arrow(table, column)) for column in table.columns], table.rows)


def _workbook(comparison: Comparison, wanted: Wanted, written: Written) -> bytes:
    from extract.spreadsheet import Sheet, workbook

    sheets = []
    for part in [wanted.what] if wanted.what else ComparePart:
        name, heads, rows = _worded(comparison, part, written)
        sheets.append(Sheet(name, [heads, *rows]))
    return workbook(sheets)


def _json(comparison: Comparison, wanted: Wanted, written: Written) -> bytes:
    """The comparison with everything that it leads to, or the rows of one list by the names of its columns."""
    if wanted.what is None:
        from pydantic import TypeAdapter

        return TypeAdapter(Comparison).dump_json(comparison, indent=1) + b"\n"
    table = list_table(comparison, wanted.what, written.lang)
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def _worded(comparison: Comparison, part: ComparePart, written: Written) -> tuple[str, list[str], list[list[Value]]]:
    """A list's name, its headings and its rows in the words of the reader."""
    table = list_table(comparison, part, written.lang)
    heads = [heading(part, column, comparison, written.lang) for column in table.columns]
    rows = [[worded(*pair, written.lang) for pair in zip(table.columns, row, strict=True)] for row in table.rows]
    return label("lists", part.value, written.lang), heads, rows


def _arrow(table: ListTable, column: str) -> str:
    """A column of numbers is one of numbers also where it is empty; names and codes stay as they are."""
    if column in WHOLE or (column == "group" and table.what is ComparePart.ALIGNED):
        return "int32"
    amounts = table.what is ComparePart.MUNICIPALITIES and column in ("target", "actual")
    return "float64" if column in FRACTIONS or amounts else "string"


_WRITERS: dict[CompareFormat, Callable[[Comparison, Wanted, Written], bytes]] = {
    CompareFormat.CSV: _csv, CompareFormat.PARQUET: _parquet, CompareFormat.XLSX: _workbook, CompareFormat.JSON: _json,
}  # fmt: skip
"""Writers of what is no document."""
