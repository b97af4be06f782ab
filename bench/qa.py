"""Answers: how many are right, quoted and on the right page, how many are refused, and what they cost.

python -m bench.qa [quality] [near] [cost] [scale]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from functools import cache
from pathlib import Path

from bench.places import EXAMPLES, OUT, ROOT, SHARED
from bench.qa_cost import cost_rows
from bench.qa_scale import scale_rows
from bench.qa_sets import SCORER, Questions, Score, answered, reports_of, score, sets_in, together
from bench.results_table import Row, write
from index.build import build
from qa.across import answer_at
from qa.answer import Answer
from qa.desk import Desk, desk_of_index
from qa.open import open_desk

GOALS = {
    "right": ">= 0.82", "facts": ">= 0.82", "page": ">= 0.90", "page_in_top5": ">= 0.95",
    "abstained_when_unanswerable": ">= 0.80", "wrongly_abstained": "<= 0.10", "quotes_verbatim": "1.0",
}  # fmt: skip
PARAPHRASES = {
    "reports, other words": ROOT / "bench" / "questions" / "paraphrases.json",
    "reports, other words, second set": ROOT / "bench" / "questions" / "paraphrases_second.json",
}
NEAR_MISSES = ROOT / "bench" / "questions" / "near_misses.jsonl"


def main() -> None:
    """Measure the parts that are named, or all, each into a table of its own."""
    for part in [part for part in PARTS if part in sys.argv[1:]] or list(PARTS):
        name, title, measure = PARTS[part]
        write(name, title, list(measure()))


def quality() -> Iterator[Row]:
    """Every set alone, in other words, and all reports in one library."""
    examples = sets_in(EXAMPLES, "examples")
    if SCORER.is_file():
        yield from _set_rows("examples", examples, {})
    reports = sets_in(SHARED / "reports", "reports")
    if reports and SCORER.is_file():
        alone = yield from _set_rows("reports", reports, GOALS)
        for name, file in PARAPHRASES.items():
            yield from _paraphrase_rows(name, file, reports, alone)
        yield from _library_rows(reports)


def library_of(sets: Sequence[Questions]) -> Path:
    """A library folder with an index of all reports; vectors that were made before are kept."""
    from index.encoders import load_encoder

    folder = OUT / "qa" / "library"
    build(folder / "index", reports_of(sets), load_encoder())
    return folder


def _set_rows(name: str, sets: Sequence[Questions], goals: dict[str, str]) -> Generator[Row, None, Score]:
    """Each report asked alone, then all together; gives the figures of all."""
    scores = [score(_alone(one), one) for one in sets]
    for one, found in zip(sets, scores, strict=True):
        yield from _rows(f"{name}, {one.pdf.stem}", found, {})
    whole = together(scores)
    yield from _rows(f"{name}, all", whole, goals)
    return whole


def _paraphrase_rows(name: str, file: Path, sets: Sequence[Questions], alone: Score) -> Iterator[Row]:
    texts = json.loads(file.read_text("utf-8"))
    asked = [one.asking(texts[one.pdf.stem]) for one in sets if one.pdf.stem in texts]
    whole = together([score(_alone(one), one) for one in asked])
    yield from _rows(name, whole, {})
    yield name, "right, below the questions' own words", _below(alone, whole), "<= 0.05"


def _library_rows(sets: Sequence[Questions]) -> Iterator[Row]:
    """All reports in one library: asked as they are, those that name their project, and all with its name put first."""
    desk = desk_of_index(library_of(sets) / "index")
    yield from _rows("reports, one library, none named", _among(desk, sets), {})
    naming = [one.naming(one.project) for one in sets]
    named = [one.asking([f"Projektet {one.project}: {item['question']}" for item in one.items]) for one in sets]
    for kind, chosen, asked in (
        ("questions that name their project", naming, naming),
        ("questions, project's name first", named, sets),
    ):
        alone = together([score(_alone(one), one) for one in asked])
        among = _among(desk, chosen)
        name = f"reports, one library, {among.counts['all']} {kind}"
        yield from _rows(name, among, {})
        yield name, "right, below each report alone", _below(alone, among), "<= 0.05"


def near_misses() -> Iterator[Row]:
    """Of questions that an example nearly answers how many are refused, and how many of those that it does answer."""
    sets = sets_in(EXAMPLES, "examples")
    if not NEAR_MISSES.is_file():
        return
    items = [json.loads(line) for line in NEAR_MISSES.read_text("utf-8").splitlines() if line.strip()]
    refused: dict[tuple[str, bool], list[bool]] = {}
    for one in sets:
        for item in items:
            if item["file"] in (one.pdf.name, one.pdf.stem):
                given = _answer(one.report, item["question"]).answered
                for place in (one.pdf.stem, "all"):
                    refused.setdefault((place, item["answerable"]), []).append(not given)
                if given != item["answerable"]:
                    print("answered" if given else "refused", "|", item["question"], file=sys.stderr)
    for (place, answerable), found in sorted(refused.items()):
        figure = "wrongly_abstained" if answerable else "abstained_when_unanswerable"
        yield f"near misses, {place}", f"{figure}, of {len(found)}", sum(found) / len(found), GOALS[figure]


def _alone(one: Questions) -> list[Answer]:
    return [_answer(one.report, item["question"]) for item in one.items]


@cache
def _answer(report: Path, question: str) -> Answer:
    """What a report alone answers; asked once, however many sets hold the question."""
    return answer_at(_desk(report), question)


@cache
def _desk(report: Path) -> Desk:
    """The desk of one report, opened once: what it has encoded it keeps."""
    return open_desk([report], None)


def _among(desk: Desk, sets: Sequence[Questions]) -> Score:
    whole = together([score(answered(desk, one), one, among_others=True) for one in sets])
    del whole.figures["quotes_verbatim"]  # an answer that quotes other reports alone would count as one false quote
    return whole


def _rows(name: str, found: Score, goals: dict[str, str]) -> Iterator[Row]:
    yield from ((name, figure, value, goals.get(figure, "")) for figure, value in found.figures.items())


def _below(better: Score, other: Score) -> float:
    return better.figures["right"] - other.figures["right"]


def cost() -> Iterator[Row]:
    """The command from a cold start, on a library and on a PDF never seen before."""
    reports = sets_in(SHARED / "reports", "reports") or sets_in(EXAMPLES, "examples")
    yield from cost_rows(library_of(reports), reports)


PARTS: dict[str, tuple[str, str, Callable[[], Iterator[Row]]]] = {
    "quality": ("qa", "Answers", quality),
    "near": ("qa_near", "Near misses", near_misses),
    "cost": ("qa_cost", "What an answer costs", cost),
    "scale": ("qa_scale", "Answers from 100 000 passages", scale_rows),
}
"""The table's name, its title, and what measures it."""


if __name__ == "__main__":
    main()
