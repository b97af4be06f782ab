"""Finding passages: questions with judgements over collections and over reports, by words, vectors and both.

    python -m bench.retrieval [--words]

A collection is what `index import`, `index run` and `index evaluate` take. `--words` leaves vectors out: encoding takes
minutes.
"""

from __future__ import annotations

import json
import math
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from bench.places import EXAMPLES, ROOT, SHARED, pdfs
from bench.results_table import Row, write
from extract.read import read_report
from index.build import build, building
from index.collection import add_collection, run_queries
from index.evaluate import Figures, evaluate
from index.search import Hit, Mode, Searcher
from index.trec import run_text

if TYPE_CHECKING:
    from index.encoders import Encoder

MODES: tuple[Mode, ...] = ("lexical", "dense", "hybrid")
QUESTIONS = ROOT / "bench" / "questions" / "examples.jsonl"
COLD_S = 1.5
SQUAD_GOALS = {
    ("lexical", "ndcg_10"): ">= 0.805", ("dense", "ndcg_10"): ">= 0.780", ("hybrid", "ndcg_10"): ">= 0.850",
    ("hybrid", "recall_20"): ">= 0.970",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """A question and whether a passage answers it."""

    text: str
    answers: Callable[[Hit], bool]


def main(arguments: Sequence[str] = ()) -> None:
    """Measure all that the data at hand allows."""
    write("retrieval", "Finding passages", rows(_encoder() if "--words" not in arguments else None))


def rows(encoder: Encoder | None) -> list[Row]:
    """The figures of each collection and mode; without an encoder by words alone."""
    with TemporaryDirectory() as scratch:
        own = list(_own_rows(Path(scratch, "own"), encoder))
        return (
            own + list(_report_rows(Path(scratch, "five"), encoder)) + list(_squad_rows(Path(scratch, "sq"), encoder))
        )


def _squad_rows(folder: Path, encoder: Encoder | None) -> Iterator[Row]:
    source = SHARED / "retrieval" / "squad_da"
    if not source.is_dir():
        return
    with building(folder) as builder:
        add_collection(builder, source / "corpus.jsonl")
        builder.finish(encoder)
    searcher = Searcher.open(folder, lambda _: encoder)
    for mode in _modes(encoder):
        run = folder / f"{mode}.trec"
        run.write_text(run_text(run_queries(searcher, source / "queries.jsonl", top=100, mode=mode)), "utf-8")
        for name, value in asdict(evaluate(run, source / "qrels.tsv")).items():
            if name != "queries":
                yield "squad_da", f"{name}, {mode}", value, SQUAD_GOALS.get((mode, name), "")


def _own_rows(folder: Path, encoder: Encoder | None) -> Iterator[Row]:
    """Questions in other words than the text: a passage that holds the words of the answer."""
    searcher = _indexed(folder, pdfs(EXAMPLES), encoder)
    questions = [_own_question(**json.loads(line)) for line in QUESTIONS.open(encoding="utf-8")]
    for mode in _modes(encoder):
        for name, value in asdict(measured(searcher, questions, mode)).items():
            if name != "queries":
                yield "examples, own questions", f"{name}, {mode}", value, ""


def _report_rows(folder: Path, encoder: Encoder | None) -> Iterator[Row]:
    """Questions over all reports in one index: a passage of the right report on a page that holds the answer."""
    files = [pdf for pdf in pdfs(SHARED / "reports") if pdf.with_suffix(".questions.json").is_file()]
    if not files:
        return
    searcher = _indexed(folder, files, encoder)
    questions = [
        _page_question(item["question"], pdf.name, set(item["pages"]))
        for pdf in files
        for item in json.loads(pdf.with_suffix(".questions.json").read_text("utf-8"))
        if item["answerable"]
    ]
    for mode in _modes(encoder):
        figures = measured(searcher, questions, mode)
        goal = ">= 0.95" if mode == "hybrid" else ""
        yield "reports, one index", f"a gold page among the first five, {mode}", figures.recall_5, goal
        yield "reports, one index", f"mrr_10, {mode}", figures.mrr_10, ""
    yield "reports, one index", "cold search, CPU s", _cold(folder, encoder), f"<= {COLD_S}"


def measured(searcher: Searcher, questions: Sequence[Question], mode: Mode) -> Figures:
    """Means over questions by the first passage that answers."""
    ranks = [_first(question, searcher.search(question.text, top=20, mode=mode)) for question in questions]
    return Figures(
        len(ranks),
        _mean(1 / math.log2(rank + 1) if rank <= 10 else 0.0 for rank in ranks),
        _mean(float(rank <= 5) for rank in ranks),
        _mean(float(rank <= 20) for rank in ranks),
        _mean(1 / rank if rank <= 10 else 0.0 for rank in ranks),
    )


def _first(question: Question, hits: Iterable[Hit]) -> float:
    return next((float(rank) for rank, hit in enumerate(hits, start=1) if question.answers(hit)), math.inf)


def _own_question(text: str, file: str, contains: str, **_: str) -> Question:
    return Question(text, lambda hit: hit.passage.file == file and contains in hit.passage.text)


def _page_question(text: str, file: str, pages: set[int]) -> Question:
    return Question(text, lambda hit: hit.passage.file == file and not pages.isdisjoint(hit.passage.pages))


def _indexed(folder: Path, files: Sequence[Path], encoder: Encoder | None) -> Searcher:
    build(folder, map(read_report, files), encoder)
    return Searcher.open(folder, lambda _: encoder)


def _modes(encoder: Encoder | None) -> tuple[Mode, ...]:
    return MODES if encoder else ("lexical",)


def _encoder() -> Encoder | None:
    from index.encoders import load_encoder

    return load_encoder()


def _cold(folder: Path, encoder: Encoder | None) -> float:
    """CPU seconds of the command from the start of Python, the least of three."""
    command = ["index", "search", "Hvorfor trak kommunen sig?", "--dir", str(folder)]
    command += [] if encoder else ["--mode", "lexical"]
    code = (
        f"import resource, sys; sys.argv = {command!r}\nimport cli\ntry: cli.index()\nexcept SystemExit: pass\n"
        "used = resource.getrusage(resource.RUSAGE_SELF); print(used.ru_utime + used.ru_stime, file=sys.stderr)"
    )
    run = [sys.executable, "-c", code]
    done = [subprocess.run(run, check=True, capture_output=True, text=True, cwd=ROOT).stderr for _ in range(3)]
    return min(float(text.splitlines()[-1]) for text in done)


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found) if found else 0.0


if __name__ == "__main__":
    main(sys.argv[1:])
