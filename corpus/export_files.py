"""`corpus export`: lists of the library's records written to a file, or each to a file of a folder."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.ending import ending_of
from corpus.errors import LibraryEmpty
from corpus.export import LISTS, Exported, column_name, column_text, exported, headings, list_name, worded
from corpus.library import open_library
from extract.deliver import say
from extract.errors import WrongUsage
from extract.flat_tables import csv_of, parquet_of
from extract.output import ExportFormat, ExportList, Locale, write_file
from extract.spreadsheet import MOST_ROWS, Sheet, workbook


def export(library: Path | None, what: ExportList, fmt: ExportFormat, locale: Locale, out: Path | None) -> None:
    """Write the lists; raises `WrongUsage` before anything is read, `LibraryEmpty`, `CannotWrite`."""
    _check(what, fmt, out)
    with open_library(library) as held:
        if not held.reports():
            raise LibraryEmpty("The library holds no report that could be read.", "Add some: corpus add FOLDER")
        tables = [exported(held, one) for one in (LISTS if what is ExportList.ALL else (what,))]
    if out is None:
        sys.stdout.write(csv_of(headings(tables[0], locale), list(worded(tables[0], locale)), locale))
        return
    for path, data in _files(tables, fmt, locale, out, in_folder=what is ExportList.ALL):
        write_file(path, lambda part, data=data: part.write_bytes(data))  # type: ignore[misc]
    say(f"{', '.join(f'{len(table.rows)} {table.what}' for table in tables)} in {out}")


def _files(
    tables: Sequence[Exported], fmt: ExportFormat, locale: Locale, out: Path, *, in_folder: bool
) -> list[tuple[Path, bytes]]:
    if fmt is ExportFormat.XLSX:
        return [(out, _workbook(tables, locale))]
    return [(out / f"{table.what}.{fmt}" if in_folder else out, _content(table, fmt, locale)) for table in tables]


def _content(table: Exported, fmt: ExportFormat, locale: Locale) -> bytes:
    if fmt is ExportFormat.PARQUET:
        return parquet_of(list(zip(table.columns, table.types, strict=True)), table.rows)
    text = csv_of(headings(table, locale), list(worded(table, locale)), locale).encode()
    # Excel takes a CSV file for UTF-8 only where it begins with this mark; a Danish one is meant for Excel.
    return codecs.BOM_UTF8 + text if locale is Locale.DA else text


def _workbook(tables: Sequence[Exported], locale: Locale) -> bytes:
    """One sheet a list, and one that says what every column holds."""
    for table in tables:
        if len(table.rows) >= MOST_ROWS:
            todo = "Use --format csv or parquet."
            raise WrongUsage(f"{len(table.rows)} {table.what} are more than a sheet holds.", todo)
    danish = locale is Locale.DA
    sheets = [Sheet(list_name(t.what, locale), [headings(t, locale), *worded(t, locale)], head=True) for t in tables]
    explained = [
        [list_name(table.what, locale), column_name(name, locale) if danish else name, column_text(name, locale)]
        for table in tables
        for name in table.columns
    ]
    heads = ["Liste", "Kolonne", "Indhold"] if danish else ["list", "column", "holds"]
    return workbook([*sheets, Sheet("Kodebog" if danish else "Codebook", [heads, *explained], head=True)])


def _check(what: ExportList, fmt: ExportFormat, out: Path | None) -> None:
    if out is None and (fmt is not ExportFormat.CSV or what is ExportList.ALL):
        kind = "A folder" if what is ExportList.ALL and fmt is not ExportFormat.XLSX else "A file"
        todo = f"Name one with -o, such as -o {'records' if kind == 'A folder' else f'records.{fmt}'}."
        raise WrongUsage(f"{kind} is needed for this.", todo)
    if out is not None and what is ExportList.ALL and fmt is not ExportFormat.XLSX:
        if out.is_file():
            raise WrongUsage(f"{out} is a file, and several lists go into a folder.", "Name a folder with -o.")
        if ending_of(out) == fmt:
            todo = f"Name a folder, or one list: --what targets -o {out}."
            raise WrongUsage(f"{out} is named as a file, and several lists go into a folder.", todo)
    if out is not None and out.is_dir() and (what is not ExportList.ALL or fmt is ExportFormat.XLSX):
        raise WrongUsage(f"{out} is a folder, and one file is written.", f"Name a file: -o {out / f'{what}.{fmt}'}")
