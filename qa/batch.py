"""Many questions from a file, answered in order with everything loaded once."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from extract.errors import FileMissing, PuljelupError, WrongUsage
from extract.output import write_file
from extract.progress import progress_bar
from extract.serialise import to_json
from index.filters import Filters
from qa.answer import UNASKED, Answer
from qa.desk import Desk
from qa.errors import QuestionsUnreadable
from qa.matrix import deliver_matrix, matrix_of
from qa.readers import Reader
from qa.reply import tell_dropped

KINDS = (".txt", ".csv", ".json", ".md", "")
"""Endings of files of questions; without one it is text."""
COLUMN = "question"
"""The column, or the key, that holds the question."""


def read_questions(path: Path) -> list[str]:
    """The questions of a file: a JSON list (of strings, or of objects with ``question``), CSV, or one a line.

    Raises `FileMissing` and `QuestionsUnreadable`.
    """
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable(path, "it is not UTF-8") from error
    except OSError as error:
        raise FileMissing(f"{path} cannot be opened: {error.strerror}.", "Check the path and its spelling.") from error
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise _unreadable(path, "it is neither .txt, .csv nor .json")
    found = _of_json(path, text) if kind == ".json" else _of_csv(text) if kind == ".csv" else text.splitlines()
    questions = found if kind == ".json" else [line.strip() for line in found if line.strip()]
    if not questions:
        raise _unreadable(path, "there is none in it")
    return questions


def run_batch(
    desk: Desk, questions: Sequence[str], out: Path | None, reader: Reader, *, top: int, filters: Filters
) -> int:
    """Answer the questions to stdout or a file, as its name says; the exit code. Raises `WrongUsage`."""
    kind = out.suffix.lower() if out else ""
    if kind not in ("", ".json", ".xlsx"):
        raise WrongUsage(f"Answers are not written as {kind}.", "Name a file that ends in .json or .xlsx.")
    if out and kind == ".xlsx":
        return deliver_matrix(matrix_of(desk, questions, partial(answer_one, desk, reader), filters), out)
    return deliver_answers(answer_all(desk, questions, reader, top=top, filters=filters), out)


def answer_all(
    desk: Desk, questions: Sequence[str], reader: Reader, *, top: int = 5, filters: Filters | None = None
) -> list[Answer]:
    """An answer to each, in order; a question that cannot be asked costs only itself."""
    answers = []
    with progress_bar("questions", doing="Answering") as advance:
        for done, question in enumerate(questions, start=1):
            answers.append(answer_one(desk, reader, question, top=top, filters=filters))
            if advance:
                advance(done, len(questions))
    return answers


def answer_one(desk: Desk, reader: Reader, question: str, *, top: int = 5, filters: Filters | None = None) -> Answer:
    """The answer; where the question cannot be asked an answer that says why."""
    try:
        return reader.answer(desk, question, top=top, filters=filters)
    except PuljelupError as error:
        return Answer(question, False, f"{UNASKED}{error.what} {error.todo}", "none", (), ())


def deliver_answers(answers: Sequence[Answer], out: Path | None) -> int:
    """Write the answers as a JSON list to a file or stdout; close with a line on stderr; the exit code."""
    text = to_json(list(answers)) + "\n"
    if out is None:
        sys.stdout.write(text)
    else:
        write_file(out, lambda path: path.write_text(text, "utf-8"))
    bad = sum(answer.answer.startswith(UNASKED) for answer in answers)
    given = sum(answer.answered for answer in answers)
    failed = f", {bad} could not be asked" if bad else ""
    tell_dropped(answers)
    sys.stderr.write(f"{len(answers)} questions: {given} answered, {len(answers) - given - bad} not told{failed}\n")
    return 1 if bad else 0


def _of_json(path: Path, text: str) -> list[str]:
    try:
        data: Any = json.loads(text)
    except ValueError as error:
        raise _unreadable(path, f"it is no JSON ({error})") from error
    found = [one.get(COLUMN) if isinstance(one, dict) else one for one in data] if isinstance(data, list) else [None]
    questions = [one for one in found if isinstance(one, str)]
    if len(questions) < len(found):
        raise _unreadable(path, f"it is no list of strings, nor of objects with {COLUMN}")
    return questions


def _of_csv(text: str) -> list[str]:
    """The column ``question`` where the header has one, else the first column."""
    separator = ";" if text.split("\n", 1)[0].count(";") else ","
    rows = [row for row in csv.reader(io.StringIO(text), delimiter=separator) if row]
    head = [cell.strip().lower() for cell in rows[0]] if rows else []
    if COLUMN in head:
        place = head.index(COLUMN)
        return [row[place] for row in rows[1:] if len(row) > place]
    return [row[0] for row in rows]


def _unreadable(path: Path, why: str) -> QuestionsUnreadable:
    todo = "Write one question a line, a CSV file with a column question, or a JSON list."
    return QuestionsUnreadable(f"{path} holds no questions: {why}.", todo)
