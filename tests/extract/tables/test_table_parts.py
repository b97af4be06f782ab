"""What a table is made of: tags, dots, leaders, roles, exports."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.page import Element, Graphic, Page, Word
from extract.report import Table, TableRole
from extract.tables.export import as_csv, as_json, as_markdown, as_xlsx
from extract.tables.leaders import with_cut_leaders
from extract.tables.read import TableReading, read_tables
from extract.tables.roles import role_of
from extract.tables.symbols import colour_name
from extract.tables.turned import box_back, turned_box
from tests.extract.tables.drawn import BODY, Look, line, table_page

ROWS = [["Mål", "Krav", "Status"], ["Forløb", "50", "Nået"], ["Job", "20", "Ikke nået"], ["Møder", "5", "Nået"]]
WIDTHS = [120.0, 80.0, 100.0]


def read(page: Page) -> TableReading:
    return read_tables([page], None)


def tagged_page(leave_out: tuple[int, int] | None = None) -> Page:
    """A table that only its tags and places show; one cell may be empty and untagged."""
    words: list[Word] = []
    rows: list[Element] = []
    mcid = 0
    for r, row in enumerate(ROWS):
        cells: list[Element] = []
        for c, text in enumerate(row):
            if (r, c) == leave_out:
                continue
            words += [replace(w, mcid=mcid) for w in line(text, 60.0 + 110 * c, 100 + 14.0 * r)]
            cells.append(Element("TD" if r else "TH", (mcid,)))
            mcid += 1
        rows.append(Element("TR", (), tuple(cells)))
    return Page(1, 595, 842, 0, tuple(words), structure=(Element("Table", (), tuple(rows)),))


def test_tags_are_read() -> None:
    table = read(tagged_page()).tables[0]
    assert [list(table.columns), *map(list, table.rows)] == ROWS


def test_a_cell_without_a_tag_leaves_its_place_empty() -> None:
    table = read(tagged_page(leave_out=(2, 0))).tables[0]
    assert list(table.rows[1]) == ["", "20", "Ikke nået"]


def test_a_dot_says_the_status_where_no_word_does() -> None:
    rows = [[*row[:2], row[2] if k == 0 else ""] for k, row in enumerate(ROWS)]
    page = table_page(rows, WIDTHS, Look("ruled"))
    dots = tuple(
        Graphic("path", 270, 123.0 + 18 * k, 278, 131.0 + 18 * k, fill)
        for k, fill in enumerate(("#2e8b57", "#c0392b", "#e0c000"))
    )
    table = read(replace(page, graphics=dots)).tables[0]
    assert [row[2] for row in table.rows] == ["grøn", "rød", "gul"]


def test_a_dot_beside_a_word_says_nothing() -> None:
    page = table_page(ROWS, WIDTHS, Look("ruled"))
    word = next(w for w in page.words if w.text == "Nået")
    dot = Graphic("path", word.x0 - 9, word.top + 1, word.x0 - 1, word.top + 9, "#2e8b57")
    assert read(replace(page, graphics=(dot,))).tables[0].rows[0][2] == "Nået"


@pytest.mark.parametrize(
    ("fill", "name"),
    [("#ff0000", "rød"), ("#00aa00", "grøn"), ("#ffdd00", "gul"), ("#000000", None), ("#888888", None)],
)
def test_colours_have_danish_names(fill: str, name: str | None) -> None:
    assert colour_name(fill) == name


def test_leaders_are_cut_from_their_numbers() -> None:
    page = Page(1, 595, 842, 0, (Word("Viborg........12", 60, 90, 200, 100, 98, BODY), *line("34", 220, 98)))
    cut = with_cut_leaders(page)
    assert [w.text for w in cut.words] == ["Viborg", "34", "12"]
    assert cut.words[0].x1 < cut.words[2].x0


@given(st.tuples(st.floats(0, 500), st.floats(0, 500), st.floats(1, 90), st.floats(1, 90)), st.sampled_from([90, 270]))
def test_turning_a_box_and_back(box: tuple[float, float, float, float], angle: int) -> None:
    page = Page(1, 595, 842, 0, ())
    x0, top, width, height = box
    there = turned_box((x0, top, x0 + width, top + height), page, angle)
    assert box_back(there, page, angle) == pytest.approx((x0, top, x0 + width, top + height))


def table(caption: str | None, columns: list[str], rows: list[list[str]]) -> Table:
    return Table("t1", None, caption, None, (), tuple(columns), tuple(map(tuple, rows)), (), (), None, "other")


@pytest.mark.parametrize(
    ("made", "role"),
    [
        (table("Status på aktivitetsmålene", ["Aktivitetsmål:", "Mål", "Status"], [["A1", "50", "Ja"]]), "indicators"),
        (table(None, ["Mål", "Succeskriterium", "Resultat", "Status"], [["Forløb", "50", "58", "Nået"]]), "indicators"),
        (table("Unge i forløb", ["Kommune", "Mål for forløb", "Begyndt"], [["Horsens", "50", "58"]]), "measures"),
        (table("Forandringsteori", ["Aktiviteter", "Resultater", "Effekter"], [[""] * 3]), "theory_of_change"),
        (table("Nøgleoplysninger", ["Emne", "Oplysning"], [["Projektperiode", "2020"], ["Pulje", "X"]]), "facts"),
        (table("Interviewede", ["Gruppe", "Antal", "Form"], [["Unge", "8", "Enkeltvis"]]), "other"),
    ],
)  # fmt: skip
def test_roles(made: Table, role: TableRole) -> None:
    assert role_of(made) == role


def spanned() -> TableReading:
    rows = [["", "År 2018", "", "År 2019", ""], ["Kommune", "Mål", "Job", "Mål", "Job"], ["Skive", "1", "2", "3", "4"]]
    rows += [["Struer", "5", "6", "7", "8"], ["I alt", "6", "8", "10", "12"]]
    return read(table_page(rows, [90.0] + [70.0] * 4, Look("rules"), header=2, spans=[(0, 1, 2), (0, 3, 2)]))


def test_json_has_the_grid_as_printed() -> None:
    record = json.loads(as_json(spanned()))[0]
    assert record["grid"][0] == ["", "År 2018", "", "År 2019", ""] or record["grid"][0][1:] == [
        "År 2018",
        "",
        "År 2019",
        "",
    ]
    assert [0, 1, 1, 2] in record["spans"]
    assert record["columns"][1] == "År 2018 / Mål"
    assert record["page"] == 1


def test_csv_reads_back() -> None:
    rows = list(csv.reader(io.StringIO(as_csv(spanned()))))
    assert rows[2] == ["Skive", "1", "2", "3", "4"]


def test_csv_defuses_formulas() -> None:
    page = table_page([["Navn", "Tal"], ["=HYPERLINK(x)", "1"], ["b", "2"], ["c", "3"]], WIDTHS[:2], Look("ruled"))
    assert "'=HYPERLINK" in as_csv(read(page))


def test_markdown_escapes_pipes() -> None:
    page = table_page([["Navn", "Tal"], ["a|b", "1"], ["b", "2"], ["c", "3"]], WIDTHS[:2], Look("ruled"))
    assert "| a\\|b | 1 |" in as_markdown(read(page))


def test_a_workbook_is_a_zip_of_sheets() -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx(spanned()))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert "xl/workbook.xml" in book.namelist()
    assert "B1:C1" in sheet
    assert ">Skive<" in sheet


def test_no_tables_make_an_empty_workbook() -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx(read(Page(1, 595, 842, 0, ()))))) as book:
        assert "xl/worksheets/sheet1.xml" in book.namelist()
