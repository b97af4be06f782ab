"""A file's ending names its format, and nothing is written under the name of something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

import cli
from corpus.ending import format_of
from corpus.place import NAME, VARIABLE
from extract.errors import WrongUsage
from extract.output import CompareFormat
from tests.corpus import compared, made


@pytest.mark.parametrize(
    ("asked", "out", "found"),
    [
        (None, None, CompareFormat.TABLE),
        (None, "x.xlsx", CompareFormat.XLSX),
        (None, "x.HTM", CompareFormat.HTML),
        (None, "x.txt", CompareFormat.TABLE),
        (None, "/dev/stdout", CompareFormat.TABLE),
        (CompareFormat.CSV, "x.data", CompareFormat.CSV),
        (CompareFormat.CSV, "x.csv", CompareFormat.CSV),
    ],
)
def test_the_format_of_a_file(asked: CompareFormat | None, out: str | None, found: CompareFormat) -> None:
    assert format_of(asked, Path(out) if out else None, CompareFormat.TABLE) is found


def test_a_name_that_says_something_else_is_refused() -> None:
    with pytest.raises(WrongUsage, match=r"--format is csv, and x\.xlsx is named as xlsx"):
        format_of(CompareFormat.CSV, Path("x.xlsx"), CompareFormat.TABLE)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv(VARIABLE, raising=False)
    compared.library_of(tmp_path / NAME, [made.report("Nordlys")]).close()
    return tmp_path


@pytest.mark.parametrize(
    ("words", "begins", "said"),
    [
        ("compare -o new.xlsx", b"PK", "1 reports compared in new.xlsx"),
        ("compare -o new.html", b"<!DOCTYPE html>", "new.html"),
        ("coverage -o new.csv", "\ufeffProjekt;".encode(), "1 reports, 40 items in new.csv"),
        ("export -o new.xlsx", b"PK", "1 targets"),
        ("export --what targets -o new.parquet", b"PAR1", "1 targets"),
    ],
)
def test_commands_write_what_the_name_says_and_say_so(words: str, begins: bytes, said: str, home: Path) -> None:
    result = CliRunner().invoke(cli.corpus, words.split(), catch_exceptions=False)
    assert result.exit_code == 0
    assert (home / words.rsplit(maxsplit=1)[-1]).read_bytes().startswith(begins)
    assert said in result.stderr


@pytest.mark.parametrize(
    "words",
    [
        "compare --format csv -o new.xlsx",
        "coverage --format json -o new.md",
        "export -o new.csv",
        "report -o new.xlsx",
        "report --xlsx new.html",
    ],
)
def test_commands_refuse_a_name_of_something_else(words: str, home: Path) -> None:
    result = CliRunner().invoke(cli.corpus, words.split(), catch_exceptions=False)
    assert result.exit_code == 2
    assert len(result.stderr.splitlines()) == 2
    assert not (home / words.rsplit(maxsplit=1)[-1]).exists()


def test_a_level_without_targets_is_told(home: Path) -> None:
    words = ["compare", "--level", "impact", "--what", "matrix", "--format", "csv"]
    result = CliRunner().invoke(cli.corpus, words, catch_exceptions=False)
    assert result.exit_code == 0
    assert "No report that was looked at has a target of the level impact." in result.stderr
