"""Questions x reports: what each report has to say to each question, as a workbook."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from extract.output import write_file
from extract.progress import progress_bar
from extract.spreadsheet import Sheet, Value, workbook
from index.filters import Facts, Filters
from qa.answer import UNASKED, Answer
from qa.desk import Desk
from qa.reply import tell_dropped

SILENT = "nævnes ikke"
MOST_WORDS = 40
"""Words of a cell; the whole answer stands on the sheet of citations."""
HEAD = ("Nr.", "Spørgsmål", "Rapport", "Svar", "Citat nr.", "Citat", "Afsnit", "Side")
_MARK = re.compile(r"\s*\[\d+\]")


class Answering(Protocol):
    """Gives an answer to a question, also where it cannot be asked."""

    def __call__(self, question: str, *, filters: Filters | None = None) -> Answer:
        """The answer of the reports that the filters allow."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """One row of answers a question, one answer a report."""

    questions: tuple[str, ...]
    reports: tuple[Facts, ...]
    answers: tuple[tuple[Answer, ...], ...]


def matrix_of(desk: Desk, questions: Sequence[str], answering: Answering, filters: Filters) -> Matrix:
    """Ask each report that the filters allow each question by itself."""
    reports = tuple(facts for facts in desk.reports if filters.allows(facts))
    rows = []
    with progress_bar("questions", doing="Answering") as advance:
        for done, question in enumerate(questions, start=1):
            alone = (replace(filters, report=(facts.sha256,)) for facts in reports)
            rows.append(tuple(answering(question, filters=one) for one in alone))
            if advance:
                advance(done, len(questions))
    return Matrix(tuple(questions), reports, tuple(rows))


def deliver_matrix(matrix: Matrix, out: Path) -> int:
    """Write the workbook; close with a line on stderr; the exit code, 1 where a question could not be asked."""
    write_file(out, lambda path: path.write_bytes(matrix_workbook(matrix)))
    cells = [answer for row in matrix.answers for answer in row]
    bad = sum(any(answer.answer.startswith(UNASKED) for answer in row) for row in matrix.answers)
    told = f"{len(matrix.questions)} questions x {len(matrix.reports)} reports: {sum(c.answered for c in cells)}"
    tell_dropped(cells)
    sys.stderr.write(f"{told} of {len(cells)} answered{f', {bad} could not be asked' if bad else ''}\n")
    return 1 if bad else 0


def matrix_workbook(matrix: Matrix) -> bytes:
    """An Excel file: the sheet "Svar" with short answers, the sheet "Citater" with every quote and its place."""
    head: list[Value] = ["Spørgsmål", *(_title(facts) for facts in matrix.reports)]
    short: list[list[Value]] = [
        [question, *map(cell_of, row)] for question, row in zip(matrix.questions, matrix.answers, strict=True)
    ]
    return workbook((Sheet("Svar", (head, *short)), Sheet("Citater", (HEAD, *_citations(matrix)))))


def cell_of(answer: Answer) -> str:
    """The answer in few words with the pages that it is quoted from, or that the report does not tell."""
    if not answer.answered:
        return answer.answer if answer.answer.startswith(UNASKED) else SILENT
    words = _MARK.sub("", answer.answer).split()
    text = " ".join(words[:MOST_WORDS]) + (" …" if len(words) > MOST_WORDS else "")
    pages = sorted({citation.page for citation in answer.citations})
    return f"{text} (s. {', '.join(map(str, pages))})" if pages else text


def _title(facts: Facts) -> str:
    return f"{facts.project} ({facts.file})" if facts.project else facts.file


def _citations(matrix: Matrix) -> list[list[Value]]:
    return [
        [
            number, question, _title(facts), answer.answer, place, citation.quote,
            citation.section_title or citation.section, citation.page,
        ]
        for number, (question, row) in enumerate(zip(matrix.questions, matrix.answers, strict=True), start=1)
        for facts, answer in zip(matrix.reports, row, strict=True)
        for place, citation in enumerate(answer.citations, start=1)
    ]  # fmt: skip
