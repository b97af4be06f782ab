"""The commands as a user calls them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from PIL import Image
from typer.testing import CliRunner

import cli
from extract.report import Report
from extract.serialise import report_from_json, report_schema
from tests import bad_pdfs

APPS = {"puljelup": cli.puljelup, "extract": cli.extract, "index": cli.index, "qa": cli.qa, "corpus": cli.corpus}
QUESTION = "Hvem har gennemført projektet?"


def call(*words: str | Path) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of a command."""
    app, *rest = map(str, words)
    result = CliRunner().invoke(APPS[app], rest, catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(scope="module")
def written(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as `extract run -o` writes it."""
    target = tmp_path_factory.mktemp("out") / "note.json"
    code, out, talk = call("extract", "run", example, "-o", target)
    assert (code, out) == (0, "")
    assert talk.startswith(f"{example.name}: ")
    assert talk.count("\n") == 1
    return target


@pytest.fixture(scope="module")
def report(written: Path) -> Report:
    return report_from_json(written.read_bytes())


@pytest.mark.reader
def test_run_writes_what_the_schema_says(written: Path, report: Report) -> None:
    Draft202012Validator(report_schema()).validate(json.loads(written.read_text(encoding="utf-8")))
    assert report.sections
    assert report.source.language == "da"


@pytest.mark.reader
def test_in_process_and_guarded_reading_agree(example: Path, report: Report) -> None:
    code, out, talk = call("extract", "run", "--in-process", "--quiet", example)
    assert (code, talk) == (0, "")
    assert report_from_json(out) == report


@pytest.mark.reader
def test_the_umbrella_runs_the_same_commands(example: Path, report: Report) -> None:
    assert report_from_json(call("puljelup", "extract", "run", "-q", example)[1]) == report


@pytest.mark.reader
def test_several_files_are_lines_in_their_order(examples: dict[str, Path]) -> None:
    code, out, talk = call("extract", "run", *examples.values())
    assert code == 0
    assert [json.loads(line)["source"]["file"] for line in out.splitlines()] == [p.name for p in examples.values()]
    assert talk.startswith(f"{len(examples)} of {len(examples)} files read")


@pytest.mark.reader
def test_a_folder_gets_one_file_a_report(examples: dict[str, Path], tmp_path: Path) -> None:
    assert call("extract", "run", *examples.values(), "--out-dir", tmp_path / "new")[:2] == (0, "")
    assert {path.stem for path in (tmp_path / "new").glob("*.json")} == set(examples)


@pytest.mark.reader
def test_pages_are_chosen(example: Path) -> None:
    report = report_from_json(call("extract", "run", "-q", example, "--pages", "2-3")[1])
    pages = {region.page for section in report.sections for block in section.blocks for region in block.regions}
    assert pages <= {2, 3}


@pytest.mark.reader
def test_markdown(example: Path, report: Report) -> None:
    code, out, _ = call("extract", "run", example, "--format", "md")
    assert code == 0
    titled = next(section for section in report.sections if section.title)
    assert f"# {titled.number or ''} {titled.title}".replace("  ", " ") in out


@pytest.mark.reader
def test_show_names_every_section(example: Path, report: Report) -> None:
    code, out, _ = call("extract", "show", example)
    assert code == 0
    assert all(section.title[:40] in out for section in report.sections)
    data = json.loads(call("extract", "show", example, "--json")[1])
    assert [line["id"] for line in data["sections"]] == [section.id for section in report.sections]


@pytest.mark.reader
def test_draw_makes_a_picture(example: Path, tmp_path: Path) -> None:
    target = tmp_path / "page.png"
    assert call("extract", "draw", example, "--page", "3", "-o", target) == (0, "", "")
    with Image.open(target) as picture:
        assert picture.width > 800
        assert len(set(picture.convert("RGB").resize((200, 300)).tobytes())) > 10


@pytest.mark.reader
def test_draw_of_a_page_that_is_not_there(example: Path, tmp_path: Path) -> None:
    code, _, talk = call("extract", "draw", example, "--page", "99", "-o", tmp_path / "page.png")
    assert code == 1
    assert talk.count("\n") == 2


@pytest.mark.reader
def test_ask_quotes_with_section_and_page(example: Path) -> None:
    code, out, _ = call("qa", "ask", QUESTION, example)
    assert code == 0
    assert "[1] " in out
    assert "side " in out


@pytest.mark.reader
def test_ask_prints_json(example: Path) -> None:
    answer = json.loads(call("qa", "ask", QUESTION, example, "--json", "--top", "3")[1])
    assert set(answer) == {"question", "answered", "answer", "kind", "citations", "passages", "dropped"}
    assert 1 <= len(answer["passages"]) <= 3


def test_schema() -> None:
    code, out, _ = call("extract", "schema")
    assert code == 0
    assert json.loads(out) == report_schema()


def test_version() -> None:
    code, out, _ = call("puljelup", "--version")
    assert code == 0
    assert out.startswith("puljelup 0.")


@pytest.mark.parametrize(
    "words",
    [
        ["extract", "run"],
        ["extract", "run", "--no-such-option", "a.pdf"],
        ["extract", "run", "a.pdf", "b.pdf", "-o", "out.json"],
        ["extract", "run", "a.pdf", "-o", "out.json", "--out-dir", "out"],
        ["extract", "run", "x/a.pdf", "y/a.pdf", "--out-dir", "out"],
        ["extract", "run", "a.pdf", "--pages", "8-1"],
        ["extract", "run", "a.pdf", "--format", "xml"],
        ["extract", "draw", "a.pdf", "--page", "0", "-o", "a.png"],
        ["qa", "ask"],
    ],
)
def test_wrong_usage_exits_with_2(words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, talk = call(*words)
    assert code == 2
    assert talk
    assert not out
    assert not list(tmp_path.iterdir())


@pytest.fixture
def bad(example: Path, tmp_path: Path) -> dict[str, Path]:
    """A file of every kind that cannot be read."""
    empty, text, folder = tmp_path / "empty.pdf", tmp_path / "text.pdf", tmp_path / "folder.pdf"
    empty.touch()
    text.write_text("Dette er ingen PDF.\n" * 100, encoding="utf-8")
    folder.mkdir()
    return {
        "missing": tmp_path / "missing.pdf",
        "empty": empty,
        "text": text,
        "folder": folder,
        "truncated": bad_pdfs.truncated(example, tmp_path / "truncated.pdf"),
        "encrypted": bad_pdfs.encrypted(example, tmp_path / "encrypted.pdf"),
        "scanned": bad_pdfs.scanned(tmp_path / "scanned.pdf"),
    }


@pytest.mark.reader
@pytest.mark.parametrize("in_process", [False, True])
@pytest.mark.parametrize("kind", ["missing", "empty", "text", "folder", "truncated", "encrypted", "scanned"])
def test_bad_input_is_told_in_two_lines(kind: str, in_process: bool, bad: dict[str, Path]) -> None:
    code, out, talk = call("extract", "run", "-q", bad[kind], *(["--in-process"] if in_process else []))
    what, todo, *rest = talk.splitlines()
    assert (code, out, rest) == (1, "", [])
    assert what.startswith("error: ")
    assert bad[kind].name in what
    assert todo.startswith("  ")


@pytest.mark.reader
def test_other_commands_tell_of_bad_input_too(bad: dict[str, Path], tmp_path: Path) -> None:
    calls: tuple[list[str | Path], ...] = (
        ["extract", "show", bad["text"]],
        ["extract", "draw", bad["text"], "--page", "1", "-o", tmp_path / "a.png"],
        ["qa", "ask", QUESTION, bad["text"]],
    )
    for words in calls:
        code, out, talk = call(*words)
        assert (code, out, talk.count("\n")) == (1, "", 2)


@pytest.mark.reader
def test_a_bad_file_does_not_stop_the_others(bad: dict[str, Path], example: Path) -> None:
    code, out, talk = call("extract", "run", bad["empty"], example, bad["missing"])
    assert code == 1
    assert [json.loads(line)["source"]["file"] for line in out.splitlines()] == [example.name]
    assert talk.splitlines()[-1].startswith("1 of 3 files read")


@pytest.mark.reader
def test_passwords(bad: dict[str, Path], report: Report) -> None:
    code, _, talk = call("extract", "run", "-q", bad["encrypted"], "--password", "forkert")
    assert code == 1
    assert "password" in talk
    code, out, _ = call("extract", "run", "-q", bad["encrypted"], "--password", bad_pdfs.PASSWORD)
    assert code == 0
    assert report_from_json(out).sections == report.sections


@pytest.mark.reader
def test_pages_that_are_not_in_the_file(example: Path) -> None:
    code, out, talk = call("extract", "run", "-q", example, "--pages", "99")
    assert (code, out, talk.count("\n")) == (1, "", 2)


@pytest.mark.reader
def test_the_time_limit(example: Path) -> None:
    code, out, talk = call("extract", "run", "-q", example, "--timeout", "0.1")
    assert (code, out) == (1, "")
    assert "--timeout" in talk
