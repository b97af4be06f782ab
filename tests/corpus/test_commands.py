"""`corpus` as a user calls it: add, list, show, remove, and what is said where something is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from corpus.entry import entry_of
from corpus.library import open_library
from corpus.place import NAME, VARIABLE
from corpus.writing import fail, keep
from extract.errors import NotAPdf
from tests.corpus import made
from tests.small_pdfs import evaluation


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory, without a library above it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(VARIABLE, raising=False)
    return tmp_path


def call(*words: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli.corpus, [str(word) for word in words], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def filled(home: Path) -> Path:
    """A library of two reports, one of them in two versions, and a file that failed."""
    reports = [
        made.report("Nordlys", published="2020"),
        made.report("Nordlys", published="2021"),
        made.report("Et projekt med et navn som er længere end listen er bred"),
    ]
    with open_library(home / NAME, make=True) as library:
        for held in reports:
            keep(library, made.found(held), entry_of(held), reader="1")
        broken = made.found(made.report("Sydlys"))
        fail(library, broken, "0" * 64, NotAPdf("Sydlys.pdf is empty.", "Get a new copy."), reader="1")
    return home


@pytest.mark.reader
def test_from_pdfs_to_a_list(home: Path) -> None:
    evaluation(home / "reports" / "a.pdf", "Nordlys")
    (home / "reports" / "b.pdf").touch()
    code, out, talk = call("add", "reports", "--no-vectors", "--jobs", "1")
    assert (code, out) == (1, "")
    what, todo, closing, see = talk.splitlines()
    assert what.startswith(f"error: {home / 'reports' / 'b.pdf'} is empty")
    assert todo.startswith("  ")
    assert closing.startswith("1 file read in ")
    assert closing.endswith("0 known already; 1 failed")
    assert "corpus list --failed" in see
    assert "Nordlys" in call("list")[1]


def test_the_list(filled: Path) -> None:
    code, out, talk = call("list")
    assert (code, talk) == (0, "")
    head, *lines, closing = out.splitlines()
    assert head.split() == ["report", "file", "project", "pool", "pages", "targets", "findings"]
    assert len(lines) == 2
    assert closing.startswith("2 reports; 1 older version")
    assert "1 file could not be read" in closing
    assert max(map(len, out.splitlines())) <= 120
    assert len(call("list", "--all-versions")[1].splitlines()) == 5
    data = json.loads(call("list", "--json")[1])
    assert {row["project"] for row in data} >= {"Nordlys"}


def test_the_failures(filled: Path) -> None:
    path, what, todo = call("list", "--failed")[1].splitlines()
    assert path == "/arkiv/Sydlys.pdf"
    assert what == "  Sydlys.pdf is empty."
    assert todo == "  Get a new copy."
    assert [row["what"] for row in json.loads(call("list", "--failed", "--json")[1])] == ["Sydlys.pdf is empty."]


def test_a_report_in_short(filled: Path) -> None:
    code, out, _ = call("show", "nordlys")
    assert code == 0
    for words in ("Evaluering af Nordlys", "17.46.52.30", "Skive, Struer", "1 partly achieved", "1 on forankring"):
        assert words in out
    data = json.loads(call("show", "nordlys", "--json")[1])
    assert data["published"] == "2021"
    assert data["targets_by_level"] == {"outcome_short": {"partly_achieved": 1}}
    assert [version["published"] for version in data["versions"]] == ["2020"]
    assert Path(data["json"]).is_file()
    failed = call("show", "Sydlys.pdf")
    assert (failed[0], "is empty" in failed[1]) == (0, True)


def test_removing(filled: Path) -> None:
    code, out, talk = call("remove", "nordlys")
    assert (code, out) == (0, "")
    assert talk.startswith("Nordlys.pdf: removed")
    assert "Nordlys" in call("list")[1]  # the older version is current again


@pytest.mark.parametrize(
    "words",
    [
        ["list"],
        ["show", "nordlys"],
        ["remove", "nordlys"],
        ["refresh"],
        ["add", "missing.pdf"],
        ["add", "."],
        ["list", "--library", "elsewhere"],
    ],
)
def test_errors_are_a_line_and_what_to_do(words: list[str], home: Path) -> None:
    code, out, talk = call(*words)
    assert (code, out) == (1, "")
    lines = talk.splitlines()
    assert len(lines) % 2 == 0
    assert all(
        what.startswith("error: ") and todo.startswith("  ") for what, todo in zip(lines[::2], lines[1::2], strict=True)
    )
    assert not (home / NAME).exists()


def test_a_report_that_is_not_there(filled: Path) -> None:
    for command in ("show", "remove", "refresh"):
        code, out, talk = call(command, "sydlys-og-nordlys")
        assert (code, out, talk.count("\n")) == (1, "", 2)


def test_wrong_usage() -> None:
    for words in (["add"], ["show"], ["remove"], ["add", ".", "--jobs", "0"], ["list", "--no-such"]):
        assert call(*words)[0] == 2
