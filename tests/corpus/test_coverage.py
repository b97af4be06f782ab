"""The silence map: what sentences state, on invented ones and on the examples, and how it is shown."""

from __future__ import annotations

import csv
import io
import json
import tomllib
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from corpus.coverage.codebook_file import read_codebook
from corpus.coverage.cover import cover, silence_map
from corpus.coverage.judge import Judge, judge_by
from corpus.coverage.phrases import spotter
from corpus.coverage.show import render
from corpus.coverage.silence import SilenceMap
from corpus.coverage.stretches import Stretch
from corpus.entry import entry_of
from corpus.library import open_library
from corpus.place import NAME
from corpus.writing import keep
from extract.output import CoverageFormat, Locale
from extract.read import read_report
from extract.report import Block, Region, Report, Section, TextLine
from index.pieces import Piece
from tests import nouns
from tests.conftest import ROOT
from tests.corpus import made

SENTENCES = tomllib.loads(Path(__file__).with_name("coverage_sentences.toml").read_text("utf-8"))
GOLD = json.loads((ROOT / "bench" / "coverage_map.json").read_text("utf-8"))
LETTERS = {"stated": "s", "not_known": "k", "silent": "-"}
ALLOWED = 3
"""Of 120 judgements on the examples, those that may differ from the gold."""


@pytest.fixture(scope="module")
def judge() -> Judge:
    return judge_by(read_codebook())


@pytest.fixture(scope="module")
def silence(examples: dict[str, Path]) -> SilenceMap:
    return silence_map([read_report(examples[name]) for name in GOLD["examples"]], read_codebook())


def stretch(text: str, before: str = "", *headings: str) -> Stretch:
    piece = Piece(text, (TextLine(0, len(text), 1, nouns.BOX),), text)
    return Stretch(piece, "paragraph", "1", "other", headings, before)


def says(judge: Judge, item: str, read: Stretch) -> str:
    return next((one.says for one in judge.judgements(read) if one.item == item), "silent")


@pytest.mark.parametrize(
    ("phrase", "text", "found"),
    [
        ("deltager", "Deltagernes vej", True),
        ("deltager", "kursusdeltager", False),
        ("*deltager", "kursusdeltagerne", True),
        ("frafald*", "frafaldsprocenten", True),
        ("*ordning*", "fritidsordningers", True),
        ("=bør", "boede", False),
        ("=bør", "Det bør ske", True),
        ("kan … vurderes", "Det kan derfor endnu ikke vurderes", True),
        ("kan … vurderes", "Det kan alt sammen en gang for alle og til evig tid vurderes", False),
        ("i job", "et godt job", False),
        ("faldet fra", "To er faldet helt fra", False),
        ("Aabenraa", "i Åbenrå", True),
    ],
)
def test_phrases(phrase: str, text: str, found: bool) -> None:
    assert bool(spotter([phrase]).found(text)) is found


@pytest.mark.parametrize(
    ("item", "expected", "text"),
    [(item, kind, text) for item, kinds in SENTENCES.items() for kind, texts in kinds.items() for text in texts],
)
def test_a_sentence_says(judge: Judge, item: str, expected: str, text: str) -> None:
    assert says(judge, item, stretch(text)) == expected


def test_a_sentence_that_points_back_is_not_known(judge: Judge) -> None:
    assert says(judge, "gender", stretch("Det er ikke opgjort.", "Vi spurgte til kønsfordelingen.")) == "not_known"
    assert says(judge, "gender", stretch("Det er ikke opgjort.", "Vi spurgte til vejret.")) == "silent"


@pytest.mark.parametrize(
    "read",
    [
        stretch("Hvor mange af de 40 deltagere er kvinder?"),
        stretch("Evalueringen skal belyse, hvor mange af de 40 deltagere der er kvinder."),
        stretch("Jensen, 12 kvinder og 8 mænd i arbejde.", "", "Litteraturliste"),
    ],
)
def test_questions_aims_and_references_state_nothing(judge: Judge, read: Stretch) -> None:
    assert says(judge, "gender", read) == "silent"


def with_blocks(*blocks: tuple[str, str]) -> Report:
    place = (Region(1, nouns.BOX),)
    held = tuple(
        Block(f"b{k}", kind, text, place, (TextLine(0, len(text), 1, nouns.BOX),))  # type: ignore[arg-type]
        for k, (kind, text) in enumerate(blocks)
    )
    section = Section("1", "1", "Køn: 12 af 30 deltagere er kvinder", 1, None, (1, 1), "other", held)
    return replace(nouns.report(), sections=(section,), tables=())


def test_headings_and_announced_lists_state_nothing(judge: Judge) -> None:
    announced = (("paragraph", "Evalueringen undersøger følgende temaer:"), ("list_item", "at 12 af 30 er kvinder"))
    coverage = {one.item: one for one in cover(with_blocks(*announced), judge).items}
    assert coverage["gender"].coverage == "silent"
    coverage = {one.item: one for one in cover(with_blocks(("list_item", "12 af de 30 er kvinder")), judge).items}
    assert coverage["gender"].quotes[0].quote == "12 af de 30 er kvinder"


def test_what_is_stated_and_doubted_is_stated_with_both_quotes(judge: Judge) -> None:
    report = with_blocks(
        ("paragraph", "12 af de 30 er kvinder."), ("paragraph", "Kønsfordelingen i Struer er ikke oplyst.")
    )
    gender = next(one for one in cover(report, judge).items if one.item == "gender")
    assert (gender.coverage, len(gender.quotes), len(gender.unknown)) == ("stated", 1, 1)


@pytest.mark.reader
def test_the_examples_agree_with_their_gold(silence: SilenceMap) -> None:
    found = {
        item.id: "".join(LETTERS[one.coverage] for one in silence.of_item(k))
        for k, item in enumerate(silence.codebook.items)
    }
    assert found.keys() == GOLD["items"].keys()
    wrong = [(key, found[key], gold) for key, gold in GOLD["items"].items() if found[key] != gold]
    assert sum(a != b for _, got, gold in wrong for a, b in zip(got, gold, strict=True)) <= ALLOWED, wrong


@pytest.mark.reader
def test_quotes_stand_word_for_word_on_their_page(silence: SilenceMap, examples: dict[str, Path]) -> None:
    for name, covered in zip(GOLD["examples"], silence.reports, strict=True):
        report = read_report(examples[name])
        texts = [block.text for section in report.sections for block in section.blocks]
        texts += [" ".join(filter(None, row)) for table in report.tables for row in table.rows]
        for quote in (quote for item in covered.items for quote in (*item.quotes, *item.unknown)):
            assert any((quote.quote or "") in text for text in texts), quote
            assert quote.page
            assert 1 <= quote.page <= covered.pages


@pytest.mark.reader
def test_formats(silence: SilenceMap) -> None:
    rows = list(
        csv.reader(io.StringIO(render(silence, CoverageFormat.CSV, Locale.DA, Locale.DA).decode()), delimiter=";")
    )
    assert rows[0][:6] == ["Projekt", "Fil", "Tema", "Id", "Punkt", "Dækning"]
    assert {row[5] for row in rows[1:]} == {"oplyst", "tavs"}
    assert all(bool(row[9]) == (row[5] != "tavs") for row in rows[1:])
    data = json.loads(render(silence, CoverageFormat.JSON, Locale.EN, Locale.EN))
    assert [one["file"] for one in data["reports"]] == [f"{name}.pdf" for name in GOLD["examples"]]
    assert sum(data["reports"][0]["counts"].values()) == len(data["items"])
    table = render(silence, CoverageFormat.TABLE, Locale.EN, Locale.EN).decode()
    assert "Cost per participant" in table
    assert "silent" in table
    text = render(silence, CoverageFormat.MD, Locale.DA, Locale.DA).decode()
    assert "| Efter projektet | Hvem betaler fremover |" in text
    book = zipfile.ZipFile(io.BytesIO(render(silence, CoverageFormat.XLSX, Locale.DA, Locale.DA)))
    names = book.read("xl/workbook.xml").decode()
    assert all(f'name="{name}"' in names for name in ("Tavshedskort", "Citater", "Kodebog", "Betydning"))


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    with open_library(tmp_path / NAME, make=True) as held:
        for name in ("Nordlys", "Sydlys"):
            keep(held, made.found(made.report(name)), entry_of(made.report(name)), reader="1")
    return tmp_path


def call(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli.corpus, ["coverage", *words], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def test_the_command(library: Path) -> None:
    code, out, talk = call()
    assert (code, talk) == (0, "")
    assert "Nordlys" in out
    assert "Sydlys" in out
    one = call("Nordlys", "--lang", "en")[1]
    assert "Nordlys.pdf" in one
    assert "Sydlys" not in one
    (library / "mine.yaml").write_text("items:\n  - id: job\n    says: [{any: [job], needs: number}]\n", "utf-8")
    data = json.loads(call("--codebook", "mine.yaml", "--format", "json")[1])
    assert [item["id"] for item in data["items"]] == ["job"]
    code, out, talk = call("--format", "xlsx")
    assert (code, out) == (2, "")
    assert "-o" in talk
    assert call("--format", "csv", "-o", "map.csv")[0] == 0
    assert (library / "map.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert call("Vestlys")[0] == 1
