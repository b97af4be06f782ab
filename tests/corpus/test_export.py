"""`corpus export`, and the views that any tool can read."""

from __future__ import annotations

import csv
import io
import sqlite3
import zipfile
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from typer.testing import CliRunner

import cli
from corpus.entry import entry_of
from corpus.export import LISTS, column_name, column_text, list_name
from corpus.library import open_library
from corpus.place import DATABASE, NAME
from corpus.writing import keep
from extract.output import Locale
from extract.report import Measure
from tests import nouns
from tests.conftest import ROOT
from tests.corpus import made


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two reports, one of them in two versions."""
    monkeypatch.chdir(tmp_path)
    with open_library(tmp_path / NAME, make=True) as held:
        for name, year in (("Nordlys", "2020"), ("Nordlys", "2021"), ("=Sydlys", "2020")):
            report = made.report(name, published=year)
            keep(held, made.found(report), entry_of(report), reader="1")
    return tmp_path


def call(*words: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli.corpus, ["export", *map(str, words)], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def rows(text: str, delimiter: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=delimiter))


def test_danish_csv_is_for_danish_spreadsheets(library: Path) -> None:
    assert call("-o", "records")[0] == 0
    assert {path.name for path in (library / "records").iterdir()} == {f"{one.value}.csv" for one in LISTS}
    data = (library / "records" / "targets.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    first, second = rows(data.decode(), ";")
    assert first["Projekt"] == "'=Sydlys"  # a spreadsheet would run it
    assert (second["Projekt"], second["Målopfyldelse"], second["Status"]) == ("Nordlys", "0,7", "delvist opfyldt")
    assert second["Niveau"] == "resultat, kort sigt"


def test_english_csv_is_for_programs(library: Path) -> None:
    code, out, talk = call("--what", "targets", "--locale", "en")
    assert (code, talk) == (0, "")
    assert rows(out, ",")[1]["achievement"] == "0.7"
    assert rows(out, ",")[1]["status"] == "partly_achieved"
    embedding = rows(call("--what", "embedding", "--locale", "en")[1], ",")
    assert [row["status"] for row in embedding] == ["continues", "continues"]


def test_parquet_has_types(library: Path) -> None:
    assert call("--what", "targets", "--format", "parquet", "-o", "targets.parquet")[0] == 0
    table = pq.read_table(library / "targets.parquet")
    assert table.num_rows == 2
    types = {field.name: str(field.type) for field in table.schema}
    assert (types["achievement"], types["page"], types["text"]) == ("double", "int64", "string")


def test_a_workbook_explains_its_columns(library: Path) -> None:
    assert call("--format", "xlsx", "-o", "all.xlsx", "--locale", "en")[0] == 0
    book = zipfile.ZipFile(library / "all.xlsx")
    names = book.read("xl/workbook.xml").decode()
    assert all(f'name="{list_name(one, Locale.EN)}"' in names for one in LISTS)
    codebook = book.read(f"xl/worksheets/sheet{len(LISTS) + 1}.xml").decode()
    assert "Actual divided by target" in codebook


@pytest.mark.parametrize(
    "words", [("--format", "parquet"), ("--format", "xlsx"), (), ("--what", "targets", "-o", "."), ("-o", "file")]
)
def test_what_cannot_be_meant_is_wrong_usage(words: tuple[str, ...], library: Path) -> None:
    (library / "file").touch()
    code, out, talk = call(*words)
    assert (code, out) == (2, "")
    assert len(talk.splitlines()) == 2


def test_an_empty_library_has_nothing_to_export(tmp_path: Path) -> None:
    open_library(tmp_path / NAME, make=True).close()
    code, _, talk = call("--library", tmp_path / NAME, "-o", tmp_path / "out")
    assert code == 1
    assert "no report" in talk


def test_every_column_has_names_and_a_meaning_in_both_languages(library: Path) -> None:
    tool = sqlite3.connect(library / NAME / DATABASE)
    for one in LISTS:
        for (name,) in tool.execute(f"SELECT name FROM pragma_table_info('export_{one.value}')"):
            for lang in Locale:
                assert column_name(name, lang)
                assert column_text(name, lang)
    tool.close()


def test_the_views_are_open_to_any_tool_and_documented(library: Path) -> None:
    text = (ROOT / "docs" / "library.md").read_text("utf-8")
    measure = Measure("1", "Skive", "Begyndt", 33.0, "count", "33", 1, nouns.BOX)
    report = replace(made.report("Vestlys"), measures=(measure,))
    with open_library(library / NAME) as held:
        keep(held, made.found(report), entry_of(report), reader="1")
    tool = sqlite3.connect(f"{(library / NAME / DATABASE).as_uri()}?mode=ro", uri=True)
    views = [name for (name,) in tool.execute("SELECT name FROM sqlite_schema WHERE type = 'view'")]
    assert all(f"`{view}`" in text for view in views)
    assert {view: bool(tool.execute(f"SELECT * FROM {view}").fetchall()) for view in views} == {
        view: view not in ("failed_files", "export_findings") for view in views
    }
    assert tool.execute("SELECT municipalities FROM export_reports WHERE project = 'Nordlys'").fetchall() == [
        ("Skive, Struer",)
    ]
    assert tool.execute("SELECT project, value, raw FROM export_measures").fetchall() == [("Vestlys", 33.0, "33")]
    lines = [line for line in text.splitlines() if line.startswith("sqlite3 ")]
    for line in lines:
        tool.execute(line.split('"')[1])
    assert len(lines) == 2
    tool.close()
