"""How well passages are found by words: figures below which something is broken."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.retrieval import QUESTIONS, _own_question, measured
from extract.read import read_report
from index.build import build, building
from index.collection import add_collection, run_queries
from index.evaluate import evaluate
from index.search import Searcher
from index.trec import run_text


@pytest.mark.slow
@pytest.mark.shared
def test_a_collection_by_words(shared: Path, tmp_path: Path) -> None:
    source = shared / "retrieval" / "squad_da"
    with building(tmp_path / "ix") as builder:
        assert add_collection(builder, source / "corpus.jsonl") == 2045
        builder.finish(None)
    rankings = run_queries(Searcher.open(tmp_path / "ix"), source / "queries.jsonl", top=100, mode="lexical")
    (tmp_path / "run.trec").write_text(run_text(rankings), "utf-8")
    figures = evaluate(tmp_path / "run.trec", source / "qrels.tsv")
    assert figures.ndcg_10 >= 0.805
    assert figures.recall_20 >= 0.93


@pytest.mark.slow
@pytest.mark.reader
def test_questions_in_other_words_than_the_text(examples: dict[str, Path], tmp_path: Path) -> None:
    build(tmp_path / "ix", map(read_report, examples.values()), None)
    lines = QUESTIONS.read_text("utf-8").splitlines()
    questions = [_own_question(**json.loads(line)) for line in lines]
    assert len({json.loads(line)["id"] for line in lines}) == len(lines) >= 100
    assert measured(Searcher.open(tmp_path / "ix"), questions, "lexical").recall_20 >= 0.4
