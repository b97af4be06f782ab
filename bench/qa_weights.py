"""What the signs of evidence weigh in the decision to answer: fitted, written into the program, and told.

python -m bench.qa_weights

The questions are the examples' own, near misses, half of which the examples do not answer, and both in other words.
Every figure of the table is that of a report whose questions were left out of the fit.
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
from qa.abstain import leaves_open, probability, signs_of
from qa.desk import Desk, desk_of_reports
from qa.find import Found, find
from qa.scope import asked_of, scope_of
from qa.verified import verified

QUESTIONS = ROOT / "bench" / "questions"
NEAR_MISSES, REWORDED = "near_misses.jsonl", "reworded.jsonl"
WEIGHTS = ROOT / "qa" / "data" / "weights.toml"
STRENGTH = 0.1
"""Inverse of the regularisation, on standardised signs: few questions, so that weights stay small."""
THRESHOLDS = {"abstention": 0.32, "verified": 0.38}
"""Probability from which is answered, by the signs alone and with the verifier's: to refuse what a report tells is
worse than to quote what is only near, which a reader sees."""


@dataclass(frozen=True, slots=True)
class Case:
    """A question with what speaks for an answer, and whether there is one."""

    report: str
    signs: dict[str, dict[str, float]]
    """By the table of weights that they are for."""
    answerable: bool
    reworded: bool


def main() -> None:
    """Fit on all questions, write the weights, and tell what each report's questions give without it."""
    cases = list(_cases())
    _write_weights({table: _fitted(cases, table) for table in THRESHOLDS})
    write("qa_abstention", "Answering or not, on reports left out of the fit", list(_rows(cases)))


def _rows(cases: Sequence[Case]) -> Iterator[Row]:
    for report in sorted({case.report for case in cases}):
        held_out, rest = ([case for case in cases if (case.report == report) == here] for here in (True, False))
        weights = {table: _fitted(rest, table) for table in THRESHOLDS}
        for words, reworded in (("", False), (", in other words", True)):
            asked = [case for case in held_out if case.reworded == reworded]
            yield f"{report}{words}", "questions", float(len(asked)), ""
            for name, tables in (("by the signs alone", ["abstention"]), ("with the verifier", list(THRESHOLDS))):
                used = {table: weights[table] for table in tables}
                for figure, value in _figures(asked, used):
                    yield f"{report}{words}", f"{figure}, {name}", value, ""


def _figures(cases: Sequence[Case], weights: dict[str, dict[str, float]]) -> Iterator[tuple[str, float]]:
    for figure, answerable in (("abstained where the report does not answer", False), ("wrongly abstained", True)):
        given = [_is_answered(case, weights) for case in cases if case.answerable == answerable]
        yield figure, 1 - sum(given) / len(given)


def _is_answered(case: Case, weights: dict[str, dict[str, float]]) -> bool:
    """As `qa.abstain.is_enough` decides."""
    likely = probability(weights["abstention"], case.signs["abstention"])
    table = "verified" if "verified" in weights and leaves_open(likely) else "abstention"
    return probability(weights[table], case.signs[table]) >= THRESHOLDS[table]


def _fitted(cases: Sequence[Case], table: str) -> dict[str, float]:
    """Weights of the signs as they are, and the bias; by the signs alone from questions in the reports' own words.

    Those in quite other words are nothing that signs can tell: they would only have it refuse or answer more.
    """
    from sklearn.linear_model import LogisticRegression

    cases = [case for case in cases if table == "verified" or not case.reworded]
    names = list(cases[0].signs[table])
    signs = np.array([[case.signs[table][name] for name in names] for case in cases])
    mean, spread = signs.mean(axis=0), np.maximum(signs.std(axis=0), 1e-6)
    model: Any = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit((signs - mean) / spread, [case.answerable for case in cases])
    found: NDArray[np.float64] = model.coef_[0] / spread
    bias = float(model.intercept_[0] - found @ mean)
    return {"bias": round(bias, 3), **{name: round(float(w), 3) for name, w in zip(names, found, strict=True)}}


def _cases() -> Iterator[Case]:
    near: dict[str, list[dict[str, Any]]] = {}
    for name in (NEAR_MISSES, REWORDED):
        for line in (QUESTIONS / name).read_text("utf-8").splitlines():
            asked = {**json.loads(line), "reworded": name == REWORDED}
            near.setdefault(asked["file"], []).append(asked)
    encoder = load_encoder()
    for pdf in pdfs(EXAMPLES):
        desk = desk_of_reports([read_report(pdf)], encoder)
        own = json.loads(pdf.with_suffix(".questions.json").read_text("utf-8"))
        for asked in (*own, *near.get(pdf.name, ())):
            found = _found(desk, asked["question"])
            if found.chosen:
                signs = {"abstention": dict(signs_of(found)), "verified": dict(signs_of(verified(found)))}
                yield Case(pdf.stem, signs, asked["answerable"], asked.get("reworded", False))


def _found(desk: Desk, question: str) -> Found:
    scope = scope_of(question, desk.reports)
    return find(asked_of(scope, desk.known), desk.finder, desk.meanings, scope.filters)


def _write_weights(weights: dict[str, dict[str, float]]) -> None:
    """Put the fitted weights in place of the old ones; those of the ranking stay."""
    parts = [WEIGHTS.read_text("utf-8").split("[abstention]")[0].strip()]
    for table, found in weights.items():
        values = {"threshold": THRESHOLDS[table], **found}
        parts.append("\n".join([f"[{table}]", *(f"{name} = {value}" for name, value in values.items())]))
    WEIGHTS.write_text("\n\n".join(parts) + "\n", "utf-8")


if __name__ == "__main__":
    main()
