"""How sheets look: headings bold and in sight, text wrapped, columns as wide as they need, words with colours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

FROZEN = (
    '<sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
)
"""The first row stays in sight."""
NARROWEST, WIDEST = 8, 60
"""Of a column, in letters."""
HEADING, TEXT, COLOURED = 1, 2, 3
"""Numbers of styles; the colours' come last, in their order."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def columns(rows: Sequence[Sequence[object]]) -> str:
    """The widths of columns: those of their longest cells, within limits."""
    count = max(map(len, rows))
    widths = [
        min(WIDEST, max(NARROWEST, 2 + max(len(str(row[k])) for row in rows if k < len(row) and row[k] is not None)))
        if any(k < len(row) and row[k] is not None for row in rows)
        else NARROWEST
        for k in range(count)
    ]
    held = "".join(f'<col min="{k}" max="{k}" width="{w}" customWidth="1"/>' for k, w in enumerate(widths, start=1))
    return f"<cols>{held}</cols>"


def style_of(value: object, colours: Sequence[str], of_words: Mapping[str, str], *, heading: bool) -> int:
    """The number of a cell's style."""
    if heading:
        return HEADING
    if isinstance(value, str) and value in of_words:
        return COLOURED + colours.index(of_words[value])
    return TEXT if isinstance(value, str) else 0


def styles(colours: Sequence[str]) -> str:
    """The styles' part of a workbook."""
    fills = "".join(
        f'<fill><patternFill patternType="solid"><fgColor rgb="FF{colour}"/></patternFill></fill>'
        for colour in ("E3EBEF", *colours)
    )
    wrapped = '<alignment vertical="top" wrapText="1"/>'
    coloured = "".join(
        f'<xf numFmtId="0" fontId="0" fillId="{k}" borderId="0" xfId="0" applyFill="1">{wrapped}</xf>'
        for k in range(3, 3 + len(colours))
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{_MAIN}">'
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        f'<fills count="{3 + len(colours)}"><fill><patternFill patternType="none"/></fill>'
        f'<fill><patternFill patternType="gray125"/></fill>{fills}</fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{3 + len(colours)}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        f'<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1">{wrapped}</xf>'
        f'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0">{wrapped}</xf>{coloured}</cellXfs></styleSheet>'
    )
