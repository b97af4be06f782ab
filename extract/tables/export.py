"""Tables of a file as JSON, CSV, Excel or Markdown."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from typing import Any
from xml.sax.saxutils import escape

from extract.report import Table
from extract.tables.assemble import Printed
from extract.tables.read import TableReading

BAD_IN_SHEET_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", "-"))
LONGEST_SHEET_NAME = 31


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
        writer.writerow([_harmless(c) for c in table.columns])
        writer.writerows([[_harmless(c) for c in row] for row in table.rows])
    return out.getvalue()


def _harmless(text: str) -> str:
    formula = text[:1] in ("=", "@", "\t") or (text[:1] in ("+", "-") and any(c in text for c in "(!|"))
    return f"'{text}" if formula else text


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
    """A workbook with one sheet a table: cells as printed, spans merged, all of them text.

    Written by hand: a workbook is a zip of small XML files, and no library is needed for text cells.
    """
    names = _sheet_names(reading.tables)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in _book_parts(names).items():
            book.writestr(name, text)
        for k, printed in enumerate(reading.grids or (Printed((), ()),), start=1):
            book.writestr(f"xl/worksheets/sheet{k}.xml", _sheet(printed))
    return out.getvalue()


def _sheet_names(tables: Sequence[Table]) -> list[str]:
    names: list[str] = []
    for table in tables:
        name = (table.label or f"Tabel {table.id}").translate(BAD_IN_SHEET_NAME)[:LONGEST_SHEET_NAME]
        while name.lower() in (n.lower() for n in names):
            name = f"{name[: LONGEST_SHEET_NAME - 5]} {len(names) + 1}"
        names.append(name)
    return names or ["Ingen tabeller"]


_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def _book_parts(names: Sequence[str]) -> dict[str, str]:
    """The parts of a workbook besides its sheets."""
    numbered = list(enumerate(names, start=1))
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{k}.xml" ContentType="{_TYPE}.worksheet+xml"/>' for k, _ in numbered
    )
    sheets = "".join(
        f'<sheet name="{escape(n, {chr(34): "&quot;"})}" sheetId="{k}" r:id="rId{k}"/>' for k, n in numbered
    )
    links = "".join(
        f'<Relationship Id="rId{k}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{k}.xml"/>' for k, _ in numbered
    )
    return {
        "[Content_Types].xml": f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>{overrides}</Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>',
    }


def _sheet(printed: Printed) -> str:
    rows = "".join(
        f'<row r="{r}">{"".join(_text_cell(r, c, text) for c, text in enumerate(row, start=1) if text)}</row>'
        for r, row in enumerate(printed.grid, start=1)
    )
    boxes = [f"{_cell_name(r + 1, c + 1)}:{_cell_name(r + rs, c + cs)}" for r, c, rs, cs in printed.spans]
    merged = "".join(f'<mergeCell ref="{box}"/>' for box in boxes)
    merges = f'<mergeCells count="{len(boxes)}">{merged}</mergeCells>' if boxes else ""
    return f'{_XML}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{merges}</worksheet>'


def _text_cell(row: int, column: int, text: str) -> str:
    clean = "".join(c for c in text if c >= " " or c in "\t\n")
    place = _cell_name(row, column)
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(clean)}</t></is></c>'


def _cell_name(row: int, column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"
