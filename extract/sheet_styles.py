"""How sheets look: headings bold and in sight, text wrapped, rows and columns as large as they need, coloured words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

FROZEN = (
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">'
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
)
"""The first row stays in sight; on paper a sheet is as wide as the page."""
ON_PAPER = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>'
NARROWEST, WIDEST = 8, 60
"""Of a column, in letters."""
UNBROKEN = 40
"""Letters of a word, such as a hash, that nobody reads: it is neither wrapped nor given room."""
LINE_POINTS = 15.0
MOST_LINES = 20
HEADING, TEXT, DECIMAL, WHOLE, UNWRAPPED, COLOURED = range(1, 7)
"""Numbers of styles; the colours' come last, in their order."""
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def widths_of(rows: Sequence[Sequence[object]]) -> list[int]:
    """The widths of columns in letters: those of their longest cells, within limits."""
    return [max(NARROWEST, *map(_room, column)) for column in zip_longest(*rows)]


def columns(widths: Sequence[int]) -> str:
    """The columns' part of a sheet."""
    held = "".join(f'<col min="{k}" max="{k}" width="{w}" customWidth="1"/>' for k, w in enumerate(widths, start=1))
    return f"<cols>{held}</cols>"


def height_of(row: Sequence[object], widths: Sequence[int]) -> float:
    """The height of a row in points, by the lines that its longest cell takes."""
    lines = (
        1 + (len(value) - 1) // max(1, width - 2)
        for value, width in zip(row, widths, strict=False)
        if isinstance(value, str) and value and not _unbroken(value)
    )
    return LINE_POINTS * min(MOST_LINES, max(lines, default=1))


def style_of(value: object, colours: Sequence[str], of_words: Mapping[str, str], *, heading: bool) -> int:
    """The number of a cell's style."""
    if heading:
        return HEADING
    if isinstance(value, str):
        if value in of_words:
            return COLOURED + colours.index(of_words[value])
        return UNWRAPPED if _unbroken(value) else TEXT
    return DECIMAL if isinstance(value, float) and not value.is_integer() else WHOLE


def styles(colours: Sequence[str]) -> str:
    """The styles' part of a workbook."""
    fills = "".join(
        f'<fill><patternFill patternType="solid"><fgColor rgb="FF{colour}"/></patternFill></fill>'
        for colour in ("E3EBEF", *colours)
    )
    top, wrapped = '<alignment vertical="top"/>', '<alignment vertical="top" wrapText="1"/>'
    right = '<alignment horizontal="right" vertical="top" indent="1"/>'
    coloured = "".join(_format(fill=k, alignment=wrapped) for k in range(3, 3 + len(colours)))
    own = (
        _format() + _format(font=1, fill=2, alignment=wrapped) + _format(alignment=wrapped)
        + _format(number=2, alignment=right) + _format(alignment=right) + _format(alignment=top)
    )  # fmt: skip
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{_MAIN}">'
        '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        f'<fills count="{3 + len(colours)}"><fill><patternFill patternType="none"/></fill>'
        f'<fill><patternFill patternType="gray125"/></fill>{fills}</fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{COLOURED + len(colours)}">{own}{coloured}</cellXfs></styleSheet>'
    )


def _format(*, number: int = 0, font: int = 0, fill: int = 0, alignment: str = "") -> str:
    """A format of cells; number 2 is two decimals."""
    return f'<xf numFmtId="{number}" fontId="{font}" fillId="{fill}" borderId="0" xfId="0" applyNumberFormat="1" ' + (
        f'applyFont="1" applyFill="1" applyAlignment="1">{alignment}</xf>'
    )


def _room(value: object) -> int:
    """The letters that a cell needs."""
    if isinstance(value, float):
        return len(f"{value:.2f}") + 2
    text = "" if value is None else str(value)
    return NARROWEST if _unbroken(text) else min(WIDEST, len(text) + 2)


def _unbroken(text: str) -> bool:
    return len(text) > UNBROKEN and " " not in text
