"""`extract tables`: the tables of one PDF, written in a format of choice."""

from __future__ import annotations

import sys
from pathlib import Path

from extract.errors import WrongUsage
from extract.guard import Limits, Worker
from extract.output import TableFormat, write_file
from extract.read import read_file_tables
from extract.tables.export import as_csv, as_json, as_markdown, as_xlsx
from extract.tables.read import TableReading


def deliver_tables(
    file: Path, pages: tuple[int, ...] | None, password: str | None, fmt: TableFormat, out: Path | None
) -> None:
    """Read the tables in a child process, write them to `out` or stdout, and say on stderr how many there are."""
    if fmt is TableFormat.XLSX and out is None:
        raise WrongUsage("A workbook is not written to the screen.", "Name a file with -o, such as -o tables.xlsx.")
    with Worker(Limits()) as worker:
        reading = worker.run(read_file_tables, file, pages=pages, password=password)
    data = _data(reading, fmt)
    if out is None:
        sys.stdout.write(data.decode("utf-8"))
    else:
        write_file(out, lambda path: path.write_bytes(data))
    count = len(reading.tables)
    talk = [f"{file.name}: {count} table{'' if count == 1 else 's'}"]
    talk += [f"  page {warning.page}: {warning.message}" for warning in reading.warnings]
    sys.stderr.write("\n".join(talk) + "\n")


def _data(reading: TableReading, fmt: TableFormat) -> bytes:
    if fmt is TableFormat.XLSX:
        return as_xlsx(reading)
    text = {TableFormat.JSON: as_json, TableFormat.CSV: as_csv, TableFormat.MD: as_markdown}[fmt](reading)
    return text.encode("utf-8")
