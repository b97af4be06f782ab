"""`corpus compare` as a user calls it: every format, both languages, and what is said where something is wrong."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

import cli
from corpus.labels import day, label
from corpus.lists import CODED, COLUMNS
from corpus.place import NAME, VARIABLE
from corpus.text_table import text_table
from corpus.themes import theme_name
from corpus.wordlist import data
from extract.output import ComparePart, Locale
from extract.report import Pool, Report
from tests.corpus import compared, made


def reports() -> list[Report]:
    """Three projects of two pools, with formulas and pipes where a name may have them."""
    begun = [
        compared.indicator("Borgere er begyndt i et forløb", "activity", "achieved", 1.2,
                           breakdown=compared.parts(("Skive", 20, 30), ("Struer Kommune", 30, 10), ("Kvinder", 10, 9))),
        compared.indicator("=1+1", "impact", "not_achieved", 0.3, computed_status="partly_achieved"),
    ]  # fmt: skip
    other = [compared.indicator("Unge er begyndt i et forløb", "activity", "partly_achieved", 0.84)]
    alone = [compared.indicator("Ledige er begyndt i et forløb", "activity", "dropped", None)]
    return [
        compared.with_targets("Anton | Berta", begun, pool=Pool("Job til alle", 2019, None)),
        compared.with_targets("Cæsar", other, pool=Pool("Job til alle", 2020, None)),
        compared.with_targets("<b>Dora</b>", alone, pool=Pool("Veje ud", 2020, "17.1")),
    ]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a library of three projects."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    compared.library_of(tmp_path / NAME, reports()).close()
    return tmp_path


def call(*words: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli.corpus, ["compare", *map(str, words)], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("columns", [80, 120, 200])
@pytest.mark.parametrize("by", ["project", "municipality", "pool", "year"])
def test_the_table_fits_the_terminal(columns: int, by: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    code, out, err = call("--by", by)
    assert (code, err) == (0, "")
    assert max(map(len, out.splitlines())) <= columns
    assert out.startswith("Sammenligning af 3 rapporter\n")
    assert out.endswith("\n")


def test_the_table_says_statuses_in_words() -> None:
    _, out, _ = call()
    for words in ("Opfyldt", "delvist opfyldt", "Mål, der handler om det samme", "sikkerhed", "Forankring"):
        assert words in out
    differing = out.split("Mål, hvor tallene siger noget andet end evaluator")[1].split("\n\n")[0]
    assert "ikke opfyldt" in differing
    assert "Ved 1 af 4 mål" in differing


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("2019-09", "september 2019"),
        ("2019-09-01", "1. september 2019"),
        ("2019", "2019"),
        ("under covid-19", "under covid-19"),
    ],
)
def test_dates_are_read_as_danish_writes_them(when: str, said: str) -> None:
    assert day(when, Locale.DA) == said
    assert day(when, Locale.EN) == when


def test_short_headings_of_figures_stand_on_one_line() -> None:
    heads = text_table(("Niveau", "I gang", "Mål med tal"), [("effekt", "3", "2")], 60).splitlines()
    assert heads[0].split() == ["Niveau", "I", "gang", "Mål"]


def test_english_words_and_danish_quotes() -> None:
    _, out, _ = call("--lang", "en", "--locale", "en")
    assert "3 reports compared" in out
    assert "Same measure (programme begun)" in out
    assert "Borgere er begyndt i et forløb" in out
    assert "1.20" in out


def test_long_tables_say_how_many_more(home: Path) -> None:
    more = [made.report(f"Projekt {k:02}") for k in range(30)]
    compared.library_of(home / NAME, more).close()
    _, out, _ = call("--what", "matrix")
    assert "… og 21 til (--all viser alle)" in out
    _, out, _ = call("--what", "matrix", "--all")
    assert "Projekt 29" in out
    assert "… og" not in out


def test_csv_for_danish_spreadsheets(home: Path) -> None:
    _, out, _ = call("--format", "csv")
    rows = list(csv.DictReader(io.StringIO(out), delimiter=";"))
    assert [(row["Projekt"], row["Niveau"], row["Mål"], row["Median af målopfyldelse"]) for row in rows] == [
        ("<b>Dora</b>", "aktivitet", "1", ""), ("Anton | Berta", "aktivitet", "1", "1,2"),
        ("Anton | Berta", "effekt", "1", "0,3"), ("Cæsar", "aktivitet", "1", "0,84"),
    ]  # fmt: skip
    call("--format", "csv", "-o", "matrix.csv")
    assert (home / "matrix.csv").read_bytes() == b"\xef\xbb\xbf" + out.encode()
    _, out, _ = call("--format", "csv", "--what", "unaligned", "--locale", "en", "--lang", "en")
    texts = [row["Target"] for row in csv.DictReader(io.StringIO(out))]
    assert "'=1+1" in texts, "no formula for a spreadsheet"


def test_a_workbook_has_a_sheet_a_part(home: Path) -> None:
    assert call("--format", "xlsx", "-o", "all.xlsx")[0] == 0
    with zipfile.ZipFile(home / "all.xlsx") as book:
        names = book.read("xl/workbook.xml").decode()
        assert names.count("<sheet ") == len(ComparePart)
        assert "Mål, der handler om det samme"[:31] in names
        assert "<v>0.84</v>" in book.read("xl/worksheets/sheet2.xml").decode()


@pytest.mark.parametrize("part", list(ComparePart))
def test_parquet_keeps_names_codes_and_types(home: Path, part: ComparePart) -> None:
    assert call("--format", "parquet", "--what", part, "-o", "part.parquet")[0] == 0
    table = pq.read_table(home / "part.parquet")
    assert table.column_names == COLUMNS[part].split()
    _, out, _ = call("--format", "json", "--what", part)
    assert json.loads(out) == table.to_pylist()


def test_json_leads_to_every_quote() -> None:
    whole = json.loads(call("--format", "json")[1])
    assert [project["name"] for project in whole["projects"]] == ["<b>Dora</b>", "Anton | Berta", "Cæsar"]
    assert len(whole["targets"]) == 4
    for one in whole["targets"]:
        assert one["evidence"]["quote"]
        assert one["evidence"]["page"] == 1
        assert len(one["evidence"]["bbox"]) == 4
    (group,) = whole["aligned"]
    assert group["measure"] == "started"
    assert len(group["targets"]) == 3


def test_markdown_and_html_escape_what_they_show() -> None:
    _, out, _ = call("--format", "md")
    assert out.startswith("# Sammenligning af 3 rapporter\n")
    assert "| Anton \\| Berta | aktivitet |" in out
    _, out, _ = call("--format", "html")
    assert "<td>&lt;b&gt;Dora&lt;/b&gt;</td>" in out
    assert '<html lang="da">' in out
    balance: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
            if tag != "meta":
                balance.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert balance.pop() == tag

    Reader().feed(out)
    assert balance == []


def test_municipalities_by_their_short_names() -> None:
    rows = json.loads(call("--by", "municipality", "--what", "municipalities", "--format", "json")[1])
    told = [
        (row["municipality"], row["target"], row["actual"], row["achievement"], row["computed_status"]) for row in rows
    ]
    assert told == [("Skive", 20, 30, 1.5, "achieved"), ("Struer", 30, 10, pytest.approx(1 / 3), "not_achieved")]


@pytest.mark.parametrize(
    ("words", "exit_code", "what", "todo"),
    [
        (["--pool", "Ukendt"], 1, "No report of the library is of a pool Ukendt.", "Job til alle (2), Veje ud (1)"),
        (["--format", "xlsx"], 2, "A workbook is not written to the screen.", "-o comparison.xlsx"),
        (["--format", "parquet"], 2, "A Parquet file is not written to the screen.", "-o comparison.parquet"),
        (["--library", "nowhere"], 1, "nowhere holds no library.", "corpus add FOLDER"),
    ],
)
def test_what_is_wrong_and_what_to_do(words: list[str], exit_code: int, what: str, todo: str) -> None:
    code, out, err = call(*words)
    assert (code, out) == (exit_code, "")
    first, second = err.splitlines()
    assert first == f"error: {what}"
    assert todo in second


def test_a_wrong_level_names_the_right_ones() -> None:
    code, _, err = call("--level", "output")
    assert code == 2
    assert "outcome_short" in err


@pytest.mark.parametrize("lang", list(Locale))
def test_every_code_has_words(lang: Locale) -> None:
    words = data("comparison")
    assert {key: set(group) for key, group in words["da"].items()}.keys() == words["en"].keys()
    for group in words["da"]:
        missing = set(words["da"][group]) ^ set(words["en"][group])
        assert group == "heads" or not missing, (group, missing)
    for part, columns in COLUMNS.items():
        assert label("lists", part.value, lang) != part.value
        plain = [
            name
            for name in columns.split()
            if name not in ("embedding", "group") and label("columns", name, Locale.DA) == name
        ]
        assert not plain
    assert set(CODED.values()) - {"theme"} <= set(words[lang.value])
    assert theme_name("recruitment", lang.value) != "recruitment"


@given(
    st.lists(
        st.tuples(st.text("abc def", max_size=40), st.text("xyz ", max_size=30), st.integers(0, 99_999)), max_size=8
    ),
    st.integers(30, 200),
    st.booleans(),
)
def test_a_text_table_keeps_its_width_and_its_words(
    rows: list[tuple[str, str, int]], width: int, gathered: bool
) -> None:
    cells = [(first, second, str(number)) for first, second, number in rows]
    out = text_table(("Projekt", "Mål", "Antal"), cells, width, gathered=gathered)
    assert max(map(len, out.splitlines())) <= width
    for first, second, number in cells:
        assert number in out.split()
        assert set("".join(second.split())) <= set(out)
        assert set("".join(first.split())) <= set(out)
