"""Records of a real report in every format, and what spreadsheets make of them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import extract
from extract.batch import Options, read_one
from extract.output import Locale, RecordFormat, RecordList
from extract.records_files import render
from extract.records_tables import PLACES, record_table
from extract.report import Indicator, Learning, Measure, Metadata, Pool, Quantity, Quote, Report
from extract.spreadsheet import Sheet, harmless, workbook
from extract.statements.read import read_embedding, read_learnings
from extract.theory import read_theory
from tests.nouns import BOX


@pytest.fixture(scope="module")
def read(example: Path) -> Report:
    """The example with statements, theory, and one made record of each other kind."""
    report = read_one(example, Options(in_process=True))
    indicator = Indicator(
        "A1", "activity", "Der holdes møder",
        Quantity("100 pct.", "percent", 100.0), Quantity("82,5 pct.", "percent", 82.5), None,
        "partly_achieved", "Delvist", "table", "partly_achieved", 0.825, (), "2-1", 0,
        (Quote("Der holdes møder", 4, BOX, "2"),),
    )  # fmt: skip
    return replace(
        report,
        indicators=(indicator,),
        measures=(Measure("2-1", "Skive", "Antal", 12.5, "count", "12,5", 4, BOX),),
        learnings=read_learnings(report),
        embedding=read_embedding(report),
        theory_of_change=read_theory(report),
        metadata=Metadata(
            title="Nordlys", kind="final_evaluation", pool=Pool("Flere med", 2018, None),
            municipalities=("Skive", "Struer"),
        ),
    )  # fmt: skip


def call(*arguments: str | Path) -> tuple[int, str, str]:
    done = CliRunner().invoke(extract, ["records", *map(str, arguments)])
    return done.exit_code, done.stdout, done.stderr


def rows_of(text: str, delimiter: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter=delimiter))


def test_danish_csv_has_semicolons_commas_and_danish_words(read: Report) -> None:
    text = render(read, RecordList.INDICATORS, RecordFormat.CSV, Locale.DA).decode()
    (row,) = rows_of(text, ";")
    assert (row["Målopfyldelse"], row["Status"], row["Niveau"]) == ("0,825", "delvist opfyldt", "aktivitet")
    assert (row["Resultat"], row["Resultat (værdi)"], row["Side"]) == ("82,5 pct.", "82,5", "4")


def test_english_csv_has_the_contract_s_names_and_points(read: Report) -> None:
    (row,) = rows_of(render(read, RecordList.INDICATORS, RecordFormat.CSV, Locale.EN).decode(), ",")
    assert (row["achievement"], row["status"], row["actual_value"]) == ("0.825", "partly_achieved", "82.5")
    assert row["quote"] == "Der holdes møder"


@pytest.mark.parametrize("what", list(RecordList))
def test_every_list_in_every_format_has_as_many_records(what: RecordList, read: Report) -> None:
    import pyarrow.parquet as pq

    count = len(record_table(read, what).rows)
    assert count
    english = render(read, what, RecordFormat.CSV, Locale.EN).decode()
    assert len(rows_of(english, ",")) == count
    table = pq.read_table(io.BytesIO(render(read, what, RecordFormat.PARQUET, Locale.DA)))
    assert table.num_rows == count
    assert table.column_names == english.splitlines()[0].split(",")
    assert render(read, what, RecordFormat.TABLE, Locale.DA).decode().strip()
    data = json.loads(render(read, what, RecordFormat.JSON, Locale.DA))
    if isinstance(data, list):
        assert len(data) == count


def test_parquet_numbers_are_numbers(read: Report) -> None:
    import pyarrow.parquet as pq

    (row,) = pq.read_table(io.BytesIO(render(read, RecordList.MEASURES, RecordFormat.PARQUET, Locale.DA))).to_pylist()
    assert row["value"] == 12.5
    assert row["page"] == 4
    assert tuple(row[name] for name in PLACES) == BOX


def test_the_workbook_has_a_sheet_a_list_with_numbers_as_numbers(read: Report) -> None:
    data = render(read, None, RecordFormat.XLSX, Locale.DA)
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        names = book.read("xl/workbook.xml").decode()
        assert all(f'name="{name}"' in names for name in ("Mål", "Tal", "Læringer", "Forankring", "Forandringsteori"))
        assert "<v>12.5</v>" in book.read("xl/worksheets/sheet2.xml").decode()
        assert "slutevaluering" in book.read("xl/worksheets/sheet5.xml").decode()


def test_the_screen_shows_text_and_page_but_no_boxes(read: Report) -> None:
    text = render(read, RecordList.EMBEDDING, RecordFormat.TABLE, Locale.DA).decode()
    assert all(word in text for word in ("Forankring", "Status", "Tekst", "Side", "fortsætter ikke"))
    assert "x0" not in text


def test_without_a_list_counts_are_shown_and_json_holds_all(read: Report) -> None:
    text = render(read, None, RecordFormat.TABLE, Locale.DA).decode()
    assert f"{len(read.learnings)}" in next(line for line in text.splitlines() if "Læringer" in line)
    data = json.loads(render(read, None, RecordFormat.JSON, Locale.DA))
    assert list(data) == [one.value for one in RecordList]
    assert data["metadata"]["municipalities"] == ["Skive", "Struer"]


def test_a_report_without_records_gives_headings_alone(read: Report) -> None:
    bare = replace(read, indicators=(), measures=(), learnings=(), embedding=(), theory_of_change=None)
    for what in RecordList:
        text = render(bare, what, RecordFormat.CSV, Locale.DA).decode()
        assert len(text.splitlines()) == (1 if what is not RecordList.METADATA else 5)
    assert json.loads(render(bare, RecordList.THEORY, RecordFormat.JSON, Locale.DA)) is None
    assert render(bare, None, RecordFormat.XLSX, Locale.DA)


@pytest.mark.parametrize("text", ["=SUM(A1)", "@cmd", "+cmd|calc!A1", "\tx"])
def test_formulas_are_disarmed_in_csv(text: str, read: Report) -> None:
    dangerous = replace(read, learnings=(Learning(text, None, "4", 8, ()),))
    (row,) = rows_of(render(dangerous, RecordList.LEARNINGS, RecordFormat.CSV, Locale.EN).decode(), ",")
    assert row["text"] == f"'{text}"
    assert harmless("-12,5") == "-12,5"


def test_sheets_of_one_name_are_told_apart() -> None:
    data = workbook([Sheet("Tal/Mål", [["a", 1.5]]), Sheet("tal-mål", [[None, ""]])])
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        names = book.read("xl/workbook.xml").decode()
    assert 'name="Tal-Mål"' in names
    assert 'name="tal-mål 2"' in names


def test_the_command_writes_csv_that_danish_excel_opens(example: Path, tmp_path: Path) -> None:
    out = tmp_path / "t.csv"
    code, printed, _ = call(example, "--what", "learnings", "--format", "csv", "-o", out)
    assert (code, printed) == (0, "")
    assert out.read_bytes().startswith(b"\xef\xbb\xbfTema;Tekst;")
    code, printed, _ = call(example, "--what", "learnings", "--format", "csv", "--locale", "en")
    assert code == 0
    assert printed.startswith("theme,text,")


@pytest.mark.parametrize("fmt", ["xlsx", "parquet"])
def test_the_command_writes_files(fmt: str, example: Path, tmp_path: Path) -> None:
    out = tmp_path / f"records.{fmt}"
    code, _, talk = call(example, "--what", "embedding", "--format", fmt, "-o", out)
    assert code == 0, talk
    assert out.read_bytes()[:4] == {"xlsx": b"PK\x03\x04", "parquet": b"PAR1"}[fmt]


@pytest.mark.parametrize(
    "arguments", [("--format", "xlsx"), ("--format", "csv"), ("--format", "parquet", "-o", "x.parquet")]
)
def test_wrong_usage_is_told_before_reading(arguments: tuple[str, ...]) -> None:
    code, printed, talk = call("no-such-file.pdf", *arguments)
    assert (code, printed) == (2, "")
    assert len(talk.strip().splitlines()) == 2


def test_the_command_shows_counts(example: Path) -> None:
    code, printed, _ = call(example)
    assert code == 0
    assert "Læringer" in printed
