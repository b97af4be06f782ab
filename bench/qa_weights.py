"""What the signs of evidence weigh in the decision to answer: fitted, written into the program, and told.

python -m bench.qa_weights

The questions are the examples' own and the near misses, half of which the examples do not answer. Every figure of the
table is that of a report whose questions were left out of the fit.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.places import EXAMPLES, ROOT, pdfs
from bench.results_table import Row, write
from extract.read import read_report
from index.encoders import load_encoder
from qa.abstain import signs_of
from qa.desk import Desk, desk_of_reports
from qa.find import find
from qa.scope import asked_of, scope_of

NEAR_MISSES = ROOT / "bench" / "questions" / "near_misses.jsonl"
WEIGHTS = ROOT / "qa" / "data" / "weights.toml"
STRENGTH = 0.1
"""Inverse of the regularisation, on standardised signs: few questions, so that weights stay small."""
THRESHOLD = 0.32
"""Probability from which is answered: to refuse what a report tells is worse than to quote what is only near, which a
reader sees."""


@dataclass(frozen=True, slots=True)
class Case:
    """A question with what speaks for an answer, and whether there is one."""

    report: str
    signs: dict[str, float]
    answerable: bool


def main() -> None:
    """Fit on all questions, write the weights, and tell what each report's questions give without it."""
    cases = list(_cases())
    names = list(cases[0].signs)
    weights = _fitted(cases, names)
    _write_weights(weights)
    write("qa_abstention", "Answering or not, on reports left out of the fit", list(_rows(cases, names)))


def _rows(cases: Sequence[Case], names: Sequence[str]) -> Iterator[Row]:
    for report in sorted({case.report for case in cases}):
        held_out = [case for case in cases if case.report == report]
        weights = _fitted([case for case in cases if case.report != report], names)
        given = [_probability(case, weights) >= THRESHOLD for case in held_out]
        told = [answered for answered, case in zip(given, held_out, strict=True) if case.answerable]
        untold = [answered for answered, case in zip(given, held_out, strict=True) if not case.answerable]
        yield report, "questions", float(len(held_out)), ""
        yield report, "abstained where the report does not answer", 1 - sum(untold) / len(untold), ""
        yield report, "wrongly abstained", 1 - sum(told) / len(told), ""


def _fitted(cases: Sequence[Case], names: Sequence[str]) -> dict[str, float]:
    """Weights of the signs as they are, and the bias."""
    from sklearn.linear_model import LogisticRegression

    signs = np.array([[case.signs[name] for name in names] for case in cases])
    mean, spread = signs.mean(axis=0), np.maximum(signs.std(axis=0), 1e-6)
    model: Any = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit((signs - mean) / spread, [case.answerable for case in cases])
    found: NDArray[np.float64] = model.coef_[0] / spread
    bias = float(model.intercept_[0] - found @ mean)
    return {"bias": round(bias, 3), **{name: round(float(w), 3) for name, w in zip(names, found, strict=True)}}


def _probability(case: Case, weights: dict[str, float]) -> float:
    total = weights["bias"] + sum(weights[name] * value for name, value in case.signs.items())
    return float(1 / (1 + np.exp(-total)))


def _cases() -> Iterator[Case]:
    near: dict[str, list[dict[str, Any]]] = {}
    for line in NEAR_MISSES.read_text("utf-8").splitlines():
        asked = json.loads(line)
        near.setdefault(asked["file"], []).append(asked)
    encoder = load_encoder()
    for pdf in pdfs(EXAMPLES):
        desk = desk_of_reports([read_report(pdf)], encoder)
        own = json.loads(pdf.with_suffix(".questions.json").read_text("utf-8"))
        for asked in (*own, *near.get(pdf.name, ())):
            signs = _signs(desk, asked["question"])
            if signs:
                yield Case(pdf.stem, signs, asked["answerable"])


def _signs(desk: Desk, question: str) -> dict[str, float]:
    scope = scope_of(question, desk.reports)
    found = find(asked_of(scope, desk.known), desk.finder, desk.meanings, scope.filters)
    return dict(signs_of(found)) if found.chosen else {}


def _write_weights(weights: dict[str, float]) -> None:
    """Put the fitted weights in place of the old ones; those of the ranking stay."""
    kept = WEIGHTS.read_text("utf-8").split("[abstention]")[0]
    lines = [f"threshold = {THRESHOLD}", *(f"{name} = {value}" for name, value in weights.items())]
    WEIGHTS.write_text(kept + "[abstention]\n" + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
