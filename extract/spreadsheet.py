"""Workbooks, and text that is safe in a spreadsheet's cells.

A workbook is a zip of small XML files; no library is needed for cells of text and numbers.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from extract.sheet_styles import FROZEN, ON_PAPER, columns, height_of, style_of, styles, widths_of

BAD_IN_SHEET_NAME = str.maketrans(dict.fromkeys("[]:*?/\\'", "-"))
LONGEST_SHEET_NAME = 31
MOST_ROWS = 1_048_576
"""Rows that a sheet holds."""

Value = str | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's cells row by row; ``spans`` are cells over several: (row, column, rows, columns), from 0."""

    name: str
    rows: Sequence[Sequence[Value]]
    spans: Sequence[tuple[int, int, int, int]] = ()
    head: bool = False
    """Whether the first row is a heading: bold, always in sight, with filters, and columns as wide as they need."""
    colours: Mapping[str, str] = field(default_factory=dict)
    """Words of cells with the colour behind them, as RRGGBB."""


def harmless(text: str) -> str:
    """Text behind an apostrophe where a spreadsheet would run it as a formula when it opens a CSV file."""
    formula = text[:1] in ("=", "@", "\t") or (text[:1] in ("+", "-") and any(c in text for c in "(!|"))
    return f"'{text}" if formula else text


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The sheets as an Excel file: text stays text, also where it looks like a formula; numbers are numbers."""
    names = _sheet_names([sheet.name for sheet in sheets])
    colours = list(dict.fromkeys(colour for sheet in sheets for colour in sheet.colours.values()))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in _book_parts(names).items():
            book.writestr(name, text)
        for k, sheet in enumerate(sheets, start=1):
            book.writestr(f"xl/worksheets/sheet{k}.xml", _sheet(sheet, colours))
        book.writestr("xl/styles.xml", styles(colours))
    return out.getvalue()


def _sheet_names(wanted: Sequence[str]) -> list[str]:
    """Names that a spreadsheet accepts, each once."""
    names: list[str] = []
    for text in wanted:
        name = text.translate(BAD_IN_SHEET_NAME)[:LONGEST_SHEET_NAME]
        while name.lower() in (n.lower() for n in names):
            name = f"{name[: LONGEST_SHEET_NAME - 5]} {len(names) + 1}"
        names.append(name)
    return names


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
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>{overrides}'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
        "_rels/.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{links}'
        f'<Relationship Id="rIdS" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>',
    }


def _sheet(sheet: Sheet, colours: Sequence[str]) -> str:
    headed = bool(sheet.head and sheet.rows and sheet.rows[0])
    widths = widths_of(sheet.rows) if headed else []
    rows = "".join(
        f'<row r="{r}"{_height(row, widths)}>'
        f"{''.join(_cell(sheet, colours, r, c, value) for c, value in enumerate(row, start=1))}</row>"
        for r, row in enumerate(sheet.rows, start=1)
    )
    boxes = [f"{_cell_name(r + 1, c + 1)}:{_cell_name(r + rs, c + cs)}" for r, c, rs, cs in sheet.spans]
    merged = "".join(f'<mergeCell ref="{box}"/>' for box in boxes)
    merges = f'<mergeCells count="{len(boxes)}">{merged}</mergeCells>' if boxes else ""
    before = f"{FROZEN}{columns(widths)}" if headed else ""
    last = _cell_name(len(sheet.rows), len(sheet.rows[0])) if headed else ""
    after = f'<autoFilter ref="A1:{last}"/>{merges}{ON_PAPER}' if headed else merges
    return f'{_XML}<worksheet xmlns="{_MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def _height(row: Sequence[Value], widths: Sequence[int]) -> str:
    return f' ht="{height_of(row, widths):g}" customHeight="1"' if widths else ""


def _cell(sheet: Sheet, colours: Sequence[str], row: int, column: int, value: Value) -> str:
    place = _cell_name(row, column)
    if value is None or value == "":
        return ""
    number = style_of(value, colours, sheet.colours, heading=row == 1) if sheet.head else 0
    style = f' s="{number}"' if number else ""
    if not isinstance(value, str):
        return f'<c r="{place}"{style}><v>{value!r}</v></c>'
    clean = "".join(c for c in value if c >= " " or c in "\t\n")
    return f'<c r="{place}"{style} t="inlineStr"><is><t xml:space="preserve">{escape(clean)}</t></is></c>'


def _cell_name(row: int, column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"
