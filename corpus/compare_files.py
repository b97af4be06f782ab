"""`corpus compare`: a comparison written as a table, CSV, Excel, Parquet, HTML, Markdown or JSON."""

from __future__ import annotations

import codecs
import sys
from dataclasses import dataclass
from pathlib import Path

from corpus.compare import DETAILED, compare_library
from corpus.comparison import Comparison, Grouping
from corpus.labels import label
from corpus.library import open_library
from corpus.lists import FRACTIONS, WHOLE, ListTable, heading, list_table, worded
from corpus.section import Style
from extract.errors import WrongUsage
from extract.flat_tables import csv_of, parquet_of
from extract.output import CompareFormat, ComparePart, Locale, write_file
from extract.report import IndicatorLevel
from extract.spreadsheet import Sheet, Value, workbook

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
    if out is None:
        sys.stdout.write(data.decode("utf-8"))
        return
    if written.format is CompareFormat.CSV and written.locale is Locale.DA:
        # Excel takes a CSV file for UTF-8 only where it begins with this mark; a Danish one is meant for Excel.
        data = codecs.BOM_UTF8 + data
    write_file(out, lambda path: path.write_bytes(data))


def render(comparison: Comparison, wanted: Wanted, written: Written) -> bytes:
    """A comparison as a file's content; CSV and Parquet hold one list, the matrix unless another is asked for."""
    one = list_table(comparison, wanted.what or ComparePart.MATRIX, written.lang)
    if written.format is CompareFormat.CSV:
        heads, *rows = _sheet(comparison, one, written).rows
        return csv_of([str(head) for head in heads], rows, written.locale).encode()
    if written.format is CompareFormat.PARQUET:
        return parquet_of([(column, _arrow(one, column)) for column in one.columns], one.rows)
    if written.format is CompareFormat.XLSX:
        lists = [wanted.what] if wanted.what else list(ComparePart)
        return workbook([_sheet(comparison, list_table(comparison, key, written.lang), written) for key in lists])
    if written.format is CompareFormat.JSON:
        return _json(comparison, one if wanted.what else None)
    return _document(comparison, wanted, written).encode()


def _document(comparison: Comparison, wanted: Wanted, written: Written) -> str:
    from corpus.compare_documents import DOCUMENTS
    from corpus.sections import preface, sections

    most = ROWS if written.format is CompareFormat.TABLE else ROWS_OF_A_PAGE
    style = Style(written.locale, written.lang, None if wanted.everything else most)
    parts = tuple(sections(comparison, style, wanted.what))
    return DOCUMENTS[written.format.value](preface(comparison, style), parts, style)


def _sheet(comparison: Comparison, table: ListTable, written: Written) -> Sheet:
    heads = [heading(table.what, column, comparison, written.lang) for column in table.columns]
    rows = [[worded(*pair, written.lang) for pair in zip(table.columns, row, strict=True)] for row in table.rows]
    return Sheet(label("lists", table.what.value, written.lang), [heads, *rows])


def _json(comparison: Comparison, one: ListTable | None) -> bytes:
    """The comparison with everything that it leads to, or the rows of one list by the names of its columns."""
    from pydantic import TypeAdapter

    if one is not None:
        rows = [dict(zip(one.columns, row, strict=True)) for row in one.rows]
        return TypeAdapter(list[dict[str, Value]]).dump_json(rows, indent=1) + b"\n"
    return TypeAdapter(Comparison).dump_json(comparison, indent=1) + b"\n"


def _arrow(table: ListTable, column: str) -> str:
    """A column of numbers is one of numbers also where it is empty; names and codes stay as they are."""
    if column in WHOLE or (column == "group" and table.what is ComparePart.ALIGNED):
        return "int32"
    amounts = table.what is ComparePart.MUNICIPALITIES and column in ("target", "actual")
    return "float64" if column in FRACTIONS or amounts else "string"
