"""The workbook of `corpus report`: its sheets, what its codebook explains, and how sheets look."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from typer.testing import CliRunner

import cli
from corpus.entry import entry_of
from corpus.library import open_library
from corpus.page.deliver import library_book
from corpus.page.workbook import report_workbook
from corpus.place import NAME
from corpus.writing import keep
from extract.output import Locale
from extract.sheet_styles import HEADING, LINE_POINTS, height_of, widths_of
from extract.spreadsheet import Sheet, Value, workbook
from tests.corpus import made

SPACE = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    with open_library(tmp_path / NAME, make=True) as held:
        for name in ("Nordlys", "Sydlys"):
            report = made.report(name)
            keep(held, made.found(report), entry_of(report), reader="1")
    return tmp_path


def sheets(data: bytes) -> dict[str, list[list[str]]]:
    """The cells of a workbook by the names of its sheets."""
    book = zipfile.ZipFile(io.BytesIO(data))
    names = [e.get("name", "") for e in ET.fromstring(book.read("xl/workbook.xml")).iterfind(".//s:sheet", SPACE)]
    return {
        name: [
            ["".join(cell.itertext()) for cell in row.iterfind("s:c", SPACE)]
            for row in ET.fromstring(book.read(f"xl/worksheets/sheet{k}.xml")).iterfind(".//s:row", SPACE)
        ]
        for k, name in enumerate(names, start=1)
    }


@pytest.mark.parametrize("lang", list(Locale))
def test_every_column_is_explained(library: Path, lang: Locale) -> None:
    with open_library(library / NAME) as held:
        data = report_workbook(library_book(held), lang)
    found = sheets(data)
    *lists, codebook = found
    assert len(lists) == 11
    explained = {(row[0], row[1]) for row in found[codebook] if len(row) == 3}
    for name in lists[:-2]:  # the silence map's own sheets are explained by its items
        assert len(found[name][0]) == len({key for key in explained if key[0] == name}), name
    targets = found["Mål for mål" if lang is Locale.DA else "Target by target"]
    assert {row[0] for row in targets[1:]} == {"Nordlys", "Sydlys"}
    assert ("delvist opfyldt" if lang is Locale.DA else "partly achieved") in targets[1]


def test_the_command_writes_page_and_workbook(library: Path) -> None:
    result = CliRunner().invoke(cli.corpus, ["report", "-o", "r.html", "--xlsx", "r.xlsx"], catch_exceptions=False)
    assert (result.exit_code, result.stdout) == (0, "")
    assert "2 reports, 2 targets in r.html and r.xlsx" in result.stderr
    assert (library / "r.html").read_text("utf-8").startswith("<!DOCTYPE html>")
    assert len(sheets((library / "r.xlsx").read_bytes())) == 12
    assert CliRunner().invoke(cli.corpus, ["report"]).exit_code == 2
    assert CliRunner().invoke(cli.corpus, ["report", "--pool", "Findes ikke", "-o", "x.html"]).exit_code == 1
    assert not (library / "x.html").exists()


def test_sheets_have_headings_in_sight_and_room_for_their_words() -> None:
    rows: list[list[Value]] = [["Navn", "Tal", "Hash"], ["ord " * 40, 0.9357, "a" * 64], ["opfyldt", 3.0, None]]
    data = workbook([Sheet("x", rows, head=True, colours={"opfyldt": "DCF0E8"})])
    book = zipfile.ZipFile(io.BytesIO(data))
    sheet, styles = book.read("xl/worksheets/sheet1.xml").decode(), book.read("xl/styles.xml").decode()
    assert 'state="frozen"' in sheet
    assert '<autoFilter ref="A1:C3"/>' in sheet
    assert f'<c r="A1" s="{HEADING}"' in sheet
    assert "DCF0E8" in styles
    formats = ET.fromstring(styles).find("s:cellXfs", SPACE)
    assert formats is not None
    assert formats.get("count") == str(len(formats))
    assert max(map(int, re.findall(r' s="(\d+)"', sheet))) == len(formats) - 1
    widths = widths_of(rows)
    assert widths[0] == 60
    assert widths[2] < 20  # a hash is not read
    assert height_of(rows[1], widths) == 3 * LINE_POINTS
    assert height_of(rows[2], widths) == LINE_POINTS
    parts = [name for name in book.namelist() if name.endswith((".xml", ".rels"))]
    assert all(ET.fromstring(book.read(name)) is not None for name in parts)


def test_sheets_without_a_heading_are_as_they_were() -> None:
    book = zipfile.ZipFile(io.BytesIO(workbook([Sheet("x", [["a", 1.0]])])))
    assert "<sheetData><row r=\"1\"><c r=\"A1\" t=" in book.read("xl/worksheets/sheet1.xml").decode()  # fmt: skip
