"""Reports with their question files, answers to them, and what the given scorer says of these."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from bench.places import OUT, SHARED, pdfs
from extract.read import read_report
from extract.serialise import report_from_json, to_json
from qa.across import answer_at
from qa.answer import Answer
from qa.desk import Desk

SCORER = SHARED / "score" / "score_qa.py"
WEIGHTS = {
    "right": "all", "right_of_answerable": "answerable", "facts": "answerable", "page": "answerable",
    "page_in_top5": "answerable", "wrongly_abstained": "answerable", "abstained_when_unanswerable": "unanswerable",
    "quotes_verbatim": "answered",
}  # fmt: skip
"""What each figure is a share of."""


@dataclass(frozen=True, slots=True)
class Questions:
    """A report, and questions to it with what is known of their answers."""

    pdf: Path
    report: Path
    """What was read out of it, as JSON."""
    items: tuple[dict[str, Any], ...]

    def asking(self, texts: Sequence[str]) -> Questions:
        """The same in other words, in the same order."""
        pairs = zip(self.items, texts, strict=True)
        return replace(self, items=tuple({**item, "question": text} for item, text in pairs))

    def naming(self, name: str) -> Questions:
        """Those alone whose words hold a name."""
        chosen = (item for item in self.items if name and name.lower() in item["question"].lower())
        return replace(self, items=tuple(chosen))

    @property
    def project(self) -> str:
        """The project's name as the gold file has it, else nothing."""
        gold = self.pdf.with_suffix(".gold.json")
        about = json.loads(gold.read_text("utf-8"))["metadata"] if gold.is_file() else {}
        return about.get("project") or ""


@dataclass(frozen=True, slots=True)
class Score:
    """Figures of one set, and how many questions each is a share of."""

    figures: dict[str, float]
    counts: dict[str, int]


def sets_in(folder: Path, name: str) -> list[Questions]:
    """The reports of a folder that have a question file, each read into OUT/qa/NAME."""
    target = OUT / "qa" / name
    target.mkdir(parents=True, exist_ok=True)
    found = []
    for pdf in pdfs(folder):
        questions = pdf.with_suffix(".questions.json")
        if questions.is_file():
            written = target / f"{pdf.stem}.json"
            written.write_text(to_json(read_report(pdf)), "utf-8")
            found.append(Questions(pdf, written, tuple(json.loads(questions.read_text("utf-8")))))
    return found


def reports_of(sets: Iterable[Questions]) -> list[Any]:
    """What was read, one report a set."""
    return [report_from_json(one.report.read_bytes()) for one in sets]


def answered(desk: Desk, questions: Questions) -> list[Answer]:
    """The answers, in order."""
    return [answer_at(desk, item["question"]) for item in questions.items]


def score(answers: Sequence[Answer], questions: Questions, *, among_others: bool = False) -> Score:
    """What the scorer says; with ``among_others`` only quotes and passages of this report count."""
    place = OUT / "qa"
    (place / "answers.json").write_text(to_json(list(answers)), "utf-8")
    (place / "questions.json").write_text(json.dumps(questions.items, ensure_ascii=False), "utf-8")
    command = [sys.executable, str(SCORER), str(place / "answers.json"), str(place / "questions.json"), "--json"]
    command += ["--report", str(questions.report), *(["--file", questions.pdf.name] if among_others else [])]
    text = subprocess.run([*command, "-v"], check=True, capture_output=True, text=True).stdout
    print(text, file=sys.stderr)
    answerable = sum(item["answerable"] for item in questions.items)
    counts = {
        "all": len(answers), "answerable": answerable, "unanswerable": len(answers) - answerable,
        "answered": sum(answer.answered for answer in answers),
    }  # fmt: skip
    return Score({name: float(value) for name, value in json.loads(text.splitlines()[-1]).items()}, counts)


def together(scores: Sequence[Score]) -> Score:
    """The figures of several sets as of one, each weighted by its questions."""
    counts = {name: sum(one.counts[name] for one in scores) for name in scores[0].counts}
    figures = {
        name: sum(one.figures[name] * one.counts[kind] for one in scores) / counts[kind] if counts[kind] else 1.0
        for name, kind in WEIGHTS.items()
    }
    return Score(figures, counts)
