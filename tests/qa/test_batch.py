from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import puljelup
from extract.errors import FileMissing
from qa.batch import read_questions
from qa.errors import QuestionsUnreadable

NOTE = Path(__file__).parents[2] / "examples" / "nordlys" / "nordlys.pdf"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("q.txt", "Hvem?\n\n  Hvornår? \n"),
        ("q.csv", "id;question\n1;Hvem?\n2;Hvornår?\n"),
        ("q.json", '["Hvem?", "Hvornår?"]'),
        ("q2.json", '[{"question": "Hvem?", "facts": []}, {"question": "Hvornår?"}]'),
    ],
)
def test_questions_are_read_from_lines_columns_and_lists(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    assert read_questions(tmp_path / name) == ["Hvem?", "Hvornår?"]


@pytest.mark.parametrize(("name", "text"), [("q.txt", " \n"), ("q.json", "{}"), ("q.json", "[1]"), ("q.json", "[")])
def test_what_holds_no_questions_is_refused(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(QuestionsUnreadable):
        read_questions(tmp_path / name)


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_questions(tmp_path / "none.txt")


def test_a_batch_answers_in_order_and_a_bad_question_costs_only_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULJELUP_CACHE", str(tmp_path / "cache"))
    file, out = tmp_path / "q.json", tmp_path / "answers.json"
    asked = ["Hvad lever videre efter projektet?", "", "Hvor høj er Mount Everest?"]
    file.write_text(json.dumps(asked), "utf-8")
    done = CliRunner().invoke(puljelup, ["qa", "batch", str(file), str(NOTE), "-o", str(out)])
    assert done.exit_code == 1
    answers = json.loads(out.read_text("utf-8"))
    assert [answer["question"] for answer in answers] == asked
    assert [answer["answered"] for answer in answers] == [True, False, False]
    assert answers[0]["citations"]
    assert "1 could not be asked" in done.stderr


def test_a_file_that_cannot_be_read_costs_only_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULJELUP_CACHE", str(tmp_path / "cache"))
    bad = tmp_path / "bad.pdf"
    bad.write_text("ingen PDF", "utf-8")
    done = CliRunner().invoke(puljelup, ["qa", "ask", "Hvad lever videre efter projektet?", str(bad), str(NOTE)])
    assert done.exit_code == 1
    assert "bad.pdf is not a PDF" in done.stderr
    assert NOTE.name in done.stdout
    alone = CliRunner().invoke(puljelup, ["qa", "ask", "Hvad lever videre efter projektet?", str(bad)])
    assert (alone.exit_code, alone.stdout) == (1, "")
