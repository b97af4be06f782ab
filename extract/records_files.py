"""`extract records`: what was read out of one report, written in a format of choice."""

from __future__ import annotations

import codecs
import sys
from pathlib import Path

from extract.batch import Options, read_one
from extract.errors import WrongUsage
from extract.flat_tables import as_text
from extract.output import Locale, RecordFormat, RecordList, write_file
from extract.records_export import as_csv, as_parquet, as_workbook, for_screen, title
from extract.records_tables import RecordTable, record_data, record_table
from extract.report import Report
from extract.serialise import to_json


def deliver_records(
    file: Path, options: Options, what: RecordList | None, fmt: RecordFormat, out: Path | None, locale: Locale
) -> None:
    """Read a report and write one list of its records, or all; raises `WrongUsage` before anything is read."""
    _check(what, fmt, out)
    report = read_one(file, options)
    data = render(report, what, fmt, locale)
    if out is None:
        sys.stdout.write(data.decode("utf-8"))
        return
    if fmt is RecordFormat.CSV and locale is Locale.DA:
        # Excel takes a CSV file for UTF-8 only where it begins with this mark; a Danish one is meant for Excel.
        data = codecs.BOM_UTF8 + data
    write_file(out, lambda path: path.write_bytes(data))


def render(report: Report, what: RecordList | None, fmt: RecordFormat, locale: Locale) -> bytes:
    """The records of a report as a file's content; without `what` all lists, or how many there are of each."""
    tables = [record_table(report, one) for one in ([what] if what else RecordList)]
    if fmt is RecordFormat.XLSX:
        return as_workbook(tables, locale)
    if fmt is RecordFormat.PARQUET:
        return as_parquet(tables[0])
    if fmt is RecordFormat.JSON:
        lists = {one.value: record_data(report, one) for one in RecordList}
        return (to_json(lists[what] if what else lists) + "\n").encode()
    if fmt is RecordFormat.CSV:
        return as_csv(tables[0], locale).encode()
    return (for_screen(tables[0], locale) if what else _summary(report, tables, locale)).encode()


def _summary(report: Report, tables: list[RecordTable], locale: Locale) -> str:
    heads = ["Liste", "Antal"] if locale is Locale.DA else ["list", "count"]
    rows = [[title(table.what, locale), str(len(table.rows))] for table in tables]
    return as_text(heads, rows, report.metadata.title or report.source.file)


def _check(what: RecordList | None, fmt: RecordFormat, out: Path | None) -> None:
    if out is None and fmt in (RecordFormat.XLSX, RecordFormat.PARQUET):
        kind = "A workbook" if fmt is RecordFormat.XLSX else "A Parquet file"
        raise WrongUsage(f"{kind} is not written to the screen.", f"Name a file with -o, such as -o records.{fmt}.")
    if what is None and fmt in (RecordFormat.CSV, RecordFormat.PARQUET):
        todo = "Name a list with --what, such as --what indicators, or use --format xlsx for all of them."
        raise WrongUsage(f"One {fmt} file holds one list of records.", todo)
