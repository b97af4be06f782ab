"""Tables of a file as JSON, CSV, Excel or Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from extract.report import Table
from extract.spreadsheet import Sheet, harmless, workbook
from extract.tables.assemble import Printed
from extract.tables.read import TableReading


def as_records(reading: TableReading) -> list[dict[str, Any]]:
    """One JSON object a table: where it stands, its label, caption, columns, rows, grid and spans."""
    return [_record(table, printed) for table, printed in zip(reading.tables, reading.grids, strict=True)]


def _record(table: Table, printed: Printed) -> dict[str, Any]:
    first = table.regions[0]
    return {
        "id": table.id,
        "page": first.page,
        "bbox": list(first.bbox),
        "regions": [{"page": r.page, "bbox": list(r.bbox)} for r in table.regions],
        "label": table.label,
        "caption": table.caption,
        "columns": list(table.columns),
        "rows": [list(row) for row in table.rows],
        "grid": [list(row) for row in printed.grid],
        "spans": [list(span) for span in printed.spans],
        "notes": list(table.notes),
        "source": table.source,
        "role": table.role,
    }


def as_json(reading: TableReading) -> str:
    """All tables as one JSON list."""
    return json.dumps(as_records(reading), ensure_ascii=False, indent=2) + "\n"


def as_csv(reading: TableReading) -> str:
    """All tables below each other, each under a line with its page, label and caption, a blank line between.

    Cells that a spreadsheet would run as a formula are quoted with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for k, table in enumerate(reading.tables):
        if k:
            writer.writerow([])
        writer.writerow([f"# {heading(table)}"])
        writer.writerow([harmless(c) for c in table.columns])
        writer.writerows([[harmless(c) for c in row] for row in table.rows])
    return out.getvalue()


def as_markdown(reading: TableReading) -> str:
    """All tables as Markdown pipe tables, each under its caption, with notes and source below."""
    return "\n".join(_markdown(table) for table in reading.tables)


def _markdown(table: Table) -> str:
    lines = [f"**{heading(table)}**", "", _pipes(table.columns), _pipes(["---"] * len(table.columns))]
    lines += [_pipes(row) for row in table.rows]
    below = [*table.notes, *([f"Kilde: {table.source}"] if table.source else [])]
    return "\n".join([*lines, *(f"\n{text}" for text in below), ""])


def _pipes(cells: Sequence[str]) -> str:
    return "| " + " | ".join(c.replace("\\", "\\\\").replace("|", "\\|") for c in cells) + " |"


def heading(table: Table) -> str:
    """Label, caption and page in one line."""
    name = ". ".join(filter(None, (table.label, table.caption))) or f"Tabel {table.id}"
    pages = sorted({r.page for r in table.regions})
    place = f"s. {pages[0]}" if len(pages) == 1 else f"s. {pages[0]}-{pages[-1]}"
    return f"{name} ({place})"


def as_xlsx(reading: TableReading) -> bytes:
    """A workbook with one sheet a table: cells as printed, spans merged, all of them text."""
    sheets = [
        Sheet(table.label or f"Tabel {table.id}", printed.grid, printed.spans)
        for table, printed in zip(reading.tables, reading.grids, strict=True)
    ]
    return workbook(sheets or [Sheet("Ingen tabeller", ())])
