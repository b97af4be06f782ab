"""Numeric tables in long form, whatever their shape."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from extract.measure_cells import cell_numbers
from extract.measures import read_measures
from extract.read import read_report
from extract.report import Cell, Table
from extract.serialise import to_json
from tests import nouns


def numeric(
    columns: Sequence[str], rows: Sequence[Sequence[str]], caption: str | None = None, notes: Sequence[str] = ()
) -> Table:
    """A table of numbers; the box of each cell tells its place."""
    cells = tuple(
        Cell(r, c, 1, 1, text, 1, (100.0 * c, 20.0 * r, 100.0 * c + 90, 20.0 * r + 15), ())
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    )
    return Table(
        "1",
        "Tabel 1",
        caption,
        None,
        (),
        tuple(columns),
        tuple(map(tuple, rows)),
        cells,
        tuple(notes),
        None,
        "measures",
    )


def long_form(table: Table) -> list[tuple[str, str, float, str]]:
    """Row, column, value and unit of each measure."""
    report = replace(nouns.report(), tables=(table,))
    return [(m.row_label, m.column, m.value, m.unit) for m in read_measures(report)]


def units(table: Table) -> list[tuple[float, str]]:
    return [(value, unit) for _, _, value, unit in long_form(table)]


def test_several_leading_columns_are_one_label() -> None:
    table = numeric(
        ("Kommune", "Jobcenter", "Antal"),
        (("Vejle", "Nord", "12"), ("Vejle", "Syd", "1.200"), ("I alt", "I alt", "1.212")),
    )
    assert long_form(table) == [
        ("Vejle / Nord", "Antal", 12, "count"),
        ("Vejle / Syd", "Antal", 1200, "count"),
        ("I alt", "Antal", 1212, "count"),
    ]


@pytest.mark.parametrize("header", ["Nr.", "#", "", "Løbenr.", "Mål nr."])
def test_a_running_number_is_no_label(header: str) -> None:
    table = numeric((header, "Kommune", "Antal"), (("1", "Vejle", "12"), ("2", "Kolding", "13")))
    assert [row for row, *_ in long_form(table)] == ["Vejle", "Kolding"]


def test_codes_are_running_numbers_and_phases_are_not() -> None:
    coded = numeric(("Id", "Mål", "Måltal"), (("A1", "Forløb", "20"), ("A2", "Møder", "4")))
    phases = numeric(("Fase", "Periode", "Antal"), (("1", "Januar til juni", "12"), ("2", "Juli til december", "13")))
    counted = numeric(("Kommune", "Antal"), (("1. Vejle", "12"), ("2. Kolding", "13")))
    assert [row for row, *_ in long_form(coded)] == ["Forløb", "Møder"]
    assert [row for row, *_ in long_form(phases)] == ["1 / Januar til juni", "2 / Juli til december"]
    assert [row for row, *_ in long_form(counted)] == ["Vejle", "Kolding"]


def test_years_are_labels_in_rows_and_headers() -> None:
    rows = numeric(("År", "Begyndt"), (("2018", "12"), ("2019", "2019")))
    keys = numeric(("Kommune", "År", "Antal"), (("Vejle", "2018", "4"), ("Vejle", "2019", "7")))
    headers = numeric(("Kommune", "2018", "2019"), (("Vejle", "4", "7"),))
    assert long_form(rows) == [("2018", "Begyndt", 12, "count"), ("2019", "Begyndt", 2019, "count")]
    assert [row for row, *_ in long_form(keys)] == ["Vejle / 2018", "Vejle / 2019"]
    assert [column for _, column, *_ in long_form(headers)] == ["2018", "2019"]


def test_what_is_no_number_gives_no_entry() -> None:
    table = numeric(
        ("Kommune", "Antal", "Bemærkning"),
        (
            ("Vejle", "-", "Startede i 2019"),
            ("Kolding", "<5", "Sammenlagt"),
            ("Faxe", "", "31.12.2019"),
            ("Ærø", "0", "–"),
        ),
    )
    assert long_form(table) == [("Ærø", "Antal", 0, "count")]


@pytest.mark.parametrize(
    ("column", "caption", "notes", "unit"),
    [
        ("Målopfyldelse", None, (), "percent"),
        ("Andel i job", None, (), "percent"),
        ("Forbrug i pct. / af budget", None, (), "percent"),
        ("Uenig", "Svar (pct.)", (), "percent"),
        ("Antal svar", "Svar i procent", (), "count"),
        ("Gennemsnitsalder", None, (), "years"),
        ("Ventetid (dage)", None, (), "days"),
        ("Timer pr. uge", None, (), "hours"),
        ("Score", None, (), "count"),
        ("Budget", None, (), "amount"),
        ("Udgift (kr.)", "Økonomi i 1.000 kr.", (), "amount"),
        ("2019", "Deltagere", ("Anm.: Budgettet var 1.000 kr. højere.",), "count"),
        ("2019", "Tilskud over 1.000 kr.", (), "count"),
    ],
)
def test_units_of_bare_numbers(column: str, caption: str | None, notes: Sequence[str], unit: str) -> None:
    assert units(numeric(("Kommune", column), (("Vejle", "12"),), caption, notes)) == [(12, unit)]


@pytest.mark.parametrize(
    ("corner", "column", "caption", "notes", "value"),
    [
        ("Post", "Budget (1.000 kr.)", None, (), 12_000),
        ("Post", "Budget i t.kr. / 2019", None, (), 12_000),
        ("Post", "2019", "Budget i 1.000 kr.", (), 12_000),
        ("Post", "Budget", "Budget og forbrug (tkr.)", (), 12_000),
        ("Post", "2019", "Økonomi, mio. kr.", (), 12_000_000),
        ("1.000 kr.", "2019", None, (), 12_000),
        ("Post", "I alt", "Budget", ("Beløb i 1.000 kr.",), 12_000),
        ("Post", "Budget (mio. kr.)", None, (), 12_000_000),
        ("Post", "Budget (kr.)", None, (), 12),
    ],
)
def test_amounts_are_in_whole_kroner(
    corner: str, column: str, caption: str | None, notes: Sequence[str], value: float
) -> None:
    assert units(numeric((corner, column), (("Løn", "12"),), caption, notes)) == [(value, "amount")]


def test_only_amounts_are_multiplied() -> None:
    columns = ("Post", "Budget", "Forbrug i pct.", "Antal møder", "Timer", "Besøg")
    table = numeric(columns, (("Kurser, 3 dage", "400", "50", "6", "40", "9"),), "Budget og aktivitet (1.000 kr.)")
    assert [value for value, _ in units(table)] == [400_000, 50, 6, 40, 9]


def test_rows_may_have_units_of_their_own() -> None:
    rows = (("Løn", "400"), ("Antal årsværk", "4,5"), ("Egenbetaling, pct.", "40"), ("Mødetid (timer)", "30"))
    assert units(numeric(("1.000 kr.", "2019"), rows)) == [
        (400_000, "amount"),
        (4.5, "count"),
        (40, "percent"),
        (30, "hours"),
    ]
    named = (("Budget", "1.000 kr.", "500"), ("Deltagere", "antal", "50"), ("Gennemførte", "pct.", "80"))
    assert units(numeric(("Emne", "Enhed", "2019"), named)) == [(500_000, "amount"), (50, "count"), (80, "percent")]


def test_a_cell_with_two_numbers_gives_two_entries() -> None:
    assert units(numeric(("Gruppe", "Deltagere"), (("Mænd", "9 (45 pct.)"),))) == [(9, "count"), (45, "percent")]
    assert units(numeric(("Gruppe", "Antal (pct.)"), (("Mænd", "9 (45)"),))) == [(9, "count"), (45, "percent")]
    assert units(numeric(("Gruppe", "Pct. (antal)"), (("Mænd", "45 (9)"),))) == [(45, "percent"), (9, "count")]
    assert units(numeric(("Gruppe", "Antal (pct.)"), (("Mænd", "9"),))) == [(9, "count")]


def test_a_row_of_numbers_alone_has_no_label() -> None:
    assert long_form(numeric(("Begyndt", "I job"), (("145", "63 pct."),))) == [
        ("", "Begyndt", 145, "count"),
        ("", "I job", 63, "percent"),
    ]


def test_a_merged_cell_is_one_number_with_its_page_and_box() -> None:
    table = numeric(("Kommune", "Antal"), (("Vejle", "12"), ("Kolding", "12")))
    merged = tuple(replace(cell, row_span=2) for cell in table.cells if (cell.row, cell.column) == (0, 1))
    others = tuple(cell for cell in table.cells if cell.column == 0)
    (measure,) = read_measures(replace(nouns.report(), tables=(replace(table, cells=(*others, *merged)),)))
    assert (measure.table, measure.row_label, measure.page, measure.bbox, measure.raw) == (
        "1",
        "Vejle",
        1,
        merged[0].bbox,
        "12",
    )


def test_tables_of_other_roles_have_no_measures() -> None:
    table = replace(numeric(("Kommune", "Antal"), (("Vejle", "12"),)), role="indicators")
    assert long_form(table) == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1.234,5", [1234.5]), ("12.5", [12.5]), ("-3,4", [-3.4]), ("+15,8", [15.8]), ("–2", [-2]), ("12*", [12]),
        ("13 1)", [13]), ("20²", [20]), ("(12)", [12]), ("n = 54", [54]), ("2½", [2.5]), ("1.250.000,-", [1_250_000]),
        ("21,5 mio. kr.", [21_500_000]), ("ca. 20", [20]), ("12 dage", [12]), ("9/20", [9]), ("9 (45 pct.)", [9, 45]),
        ("45 % (9)", [45, 9]), ("4-8", []), ("<5", []), ("-", []), ("", []), ("Ja", []), ("31.12.2020", []),
        ("startede med 2 hold i Odense", []), ("x", []),
    ],
)  # fmt: skip
def test_cells(text: str, values: list[float]) -> None:
    assert [number.value for number in cell_numbers(text)] == values


@pytest.mark.reader
def test_the_examples_are_read_as_their_gold_says(examples: dict[str, Path]) -> None:
    for path in examples.values():
        gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))["measures"]
        read = read_measures(read_report(path))
        assert Counter((m.table, m.row_label, m.column, m.value, m.unit) for m in read) == Counter(
            (m["table"], m["row_label"], m["column"], m["value"], m["unit"]) for m in gold
        )


@pytest.mark.reader
@pytest.mark.shared
def test_other_reports_are_read_as_their_gold_says(shared: Path, tmp_path: Path) -> None:
    for gold in sorted((shared / "reports").glob("*.gold.json")):
        report = read_report(gold.with_name(gold.name.replace(".gold.json", ".pdf")))
        out = tmp_path / "out.json"
        out.write_text(to_json(replace(report, measures=read_measures(report))), encoding="utf-8")
        scored = subprocess.run(
            [sys.executable, shared / "score" / "score_report.py", out, gold],
            capture_output=True,
            text=True,
            check=False,
        )
        assert "measures_f1 1.00" in " ".join(scored.stdout.split()), gold.name
