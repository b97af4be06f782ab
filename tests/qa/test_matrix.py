"""Batches as a table of questions and reports."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli import puljelup
from extract.serialise import to_json
from index.filters import Filters
from qa.answer import UNASKED, Answer
from qa.batch import answer_one
from qa.desk import desk_of_reports
from qa.matrix import MOST_WORDS, SILENT, cell_of, matrix_workbook
from qa.matrix import matrix_of as matrix
from qa.readers import ExtractiveReader
from tests.qa.test_across import three

QUESTION = "Hvorfor forlod kommunen projektet?"


def cells(book: bytes, sheet: int) -> list[list[str]]:
    """The texts and numbers of a sheet, row by row, empty cells left out."""
    with zipfile.ZipFile(io.BytesIO(book)) as held:
        text = held.read(f"xl/worksheets/sheet{sheet}.xml").decode()
    rows = re.findall(r"<row .*?</row>", text, re.DOTALL)
    return [re.findall(r"<(?:t xml:space=\"preserve\"|v)>(.*?)</(?:t|v)>", row, re.DOTALL) for row in rows]


def test_each_report_is_asked_by_itself() -> None:
    desk = desk_of_reports(three())
    asked = [QUESTION, "Hvad kostede satellitten?"]
    found = matrix(desk, asked, partial(answer_one, desk, ExtractiveReader()), Filters())
    answers, quotes = (cells(matrix_workbook(found), number) for number in (1, 2))
    assert answers[0] == ["Spørgsmål", *(f"{facts.project} ({facts.file})" for facts in desk.reports)]
    told = dict(zip(answers[0], answers[1], strict=True))
    assert "skiftede ledelse" in told["Nordlys (nordlys.pdf)"]
    assert told["Nordlys (nordlys.pdf)"].endswith("(s. 1)")
    assert "manglede borgere" in told["Havnen (havnen.pdf)"]
    assert answers[2][1:] == [SILENT] * 3
    assert {row[2] for row in quotes[1:]} >= {"Nordlys (nordlys.pdf)", "Havnen (havnen.pdf)"}
    assert all(row[1] == QUESTION for row in quotes[1:])


def test_filters_choose_the_columns() -> None:
    desk = desk_of_reports(three())
    found = matrix(desk, [QUESTION], partial(answer_one, desk, ExtractiveReader()), Filters(report=("havnen.pdf",)))
    assert [facts.file for facts in found.reports] == ["havnen.pdf"]


def test_a_cell_is_short_and_says_where_it_is_from() -> None:
    long = Answer("?", True, "ord [1] " * 60, "extractive", (), ())
    assert cell_of(long) == "ord " * MOST_WORDS + "…"
    assert cell_of(replace(long, answered=False)) == SILENT
    assert cell_of(replace(long, answered=False, answer=f"{UNASKED}tomt.")) == f"{UNASKED}tomt."


@pytest.fixture
def reports(tmp_path: Path) -> list[str]:
    files = [tmp_path / f"{number}.json" for number in range(3)]
    for file, report in zip(files, three(), strict=True):
        file.write_text(to_json(report), "utf-8")
    return list(map(str, files))


def test_the_command_writes_the_workbook_and_counts(tmp_path: Path, reports: list[str]) -> None:
    (tmp_path / "q.txt").write_text(f"{QUESTION}\n", "utf-8")
    out = tmp_path / "answers.xlsx"
    done = CliRunner().invoke(puljelup, ["qa", "batch", str(tmp_path / "q.txt"), *reports, "-o", str(out)])
    assert done.exit_code == 0, done.output
    assert "1 questions x 3 reports: 2 of 3 answered" in done.stderr
    assert len(cells(out.read_bytes(), 1)) == 2


def test_a_question_that_cannot_be_asked_is_in_its_cells(tmp_path: Path, reports: list[str]) -> None:
    (tmp_path / "q.json").write_text(json.dumps([QUESTION, "?"]), "utf-8")
    out = tmp_path / "answers.xlsx"
    done = CliRunner().invoke(puljelup, ["qa", "batch", str(tmp_path / "q.json"), *reports, "-o", str(out)])
    assert done.exit_code == 1
    assert all(cell.startswith(UNASKED) for cell in cells(out.read_bytes(), 1)[2][1:])


def test_other_endings_are_wrong_usage(tmp_path: Path, reports: list[str]) -> None:
    (tmp_path / "q.txt").write_text(QUESTION, "utf-8")
    done = CliRunner().invoke(puljelup, ["qa", "batch", str(tmp_path / "q.txt"), *reports, "-o", "answers.docx"])
    assert done.exit_code == 2
    assert ".xlsx" in done.stderr
