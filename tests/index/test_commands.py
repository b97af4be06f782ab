"""The commands of an index, as somebody at a terminal meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

import cli

PASSAGES = (
    {"id": "p1", "text": "Kommunen trak sig i 2019, fordi jobcentret blev lagt om."},
    {"id": "p2", "text": "Forankringen er sikret i kommunens jobcenter.", "title": "Forankring"},
)


def run(*words: object) -> Result:
    return CliRunner().invoke(cli.index, [str(word) for word in words])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    file = tmp_path / "passages.jsonl"
    file.write_text("\n".join(json.dumps(passage) for passage in PASSAGES), "utf-8")
    assert run("import", file, "--dir", tmp_path / "ix", "--encoder", "none").exit_code == 0
    return tmp_path / "ix"


def test_a_collection_is_imported_searched_and_measured(folder: Path, tmp_path: Path) -> None:
    queries, qrels, trec = tmp_path / "q.jsonl", tmp_path / "qrels.tsv", tmp_path / "run.trec"
    queries.write_text('{"id": "q1", "text": "Hvem trak sig?"}\n', "utf-8")
    qrels.write_text("q1\tp1\t1\n", "utf-8")
    assert run("run", queries, "--dir", folder, "-o", trec, "--mode", "lexical").exit_code == 0
    printed = run("run", queries, "--dir", folder, "--mode", "lexical")
    assert printed.stdout == trec.read_text("utf-8")
    assert printed.stdout.startswith("q1 Q0 p1 1 ")
    figures = json.loads(run("evaluate", "--qrels", qrels, trec, "--json").stdout)
    assert figures == {"queries": 1, "ndcg_10": 1.0, "recall_5": 1.0, "recall_20": 1.0, "mrr_10": 1.0}


def test_hits_are_told_in_danish_and_as_json(folder: Path) -> None:
    assert "1. 1.000 (ord " in run("search", "forankring", "--dir", folder).stdout
    (hit,) = json.loads(run("search", "forankring", "--dir", folder, "--json").stdout)
    assert hit["id"] == "p2"
    assert hit["path"] == ["Forankring"]
    assert hit["dense"] is None
    assert run("search", "xyzzy", "--dir", folder).stdout.startswith("Intet fundet")
    assert json.loads(run("search", "xyzzy", "--dir", folder, "--json").stdout) == []


def test_json_tells_what_the_index_holds(folder: Path) -> None:
    assert json.loads(run("info", "--dir", folder, "--json").stdout)["passages"] == 2
    left = json.loads(run("remove", "passages.jsonl", "--dir", folder, "--json").stdout)
    assert (left["reports"], left["passages"], left["complete"]) == (0, 0, True)


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("search", "..."), "The query is empty."),
        (("search", "x", "--filter", "kind=poem"), "There is no kind poem."),
        (("search", "x", "--filter", "colour=red"), "colour=red is no filter."),
        (("search", "x", "--mode", "dense"), "has no vectors."),
        (("remove", "nothing.pdf"), "There is no report nothing.pdf"),
        (("import", "nowhere.jsonl"), "cannot be opened"),
        (("build", "--encoder", "nosuch"), "nosuch"),
    ],
)
def test_mistakes_are_told_in_two_lines(folder: Path, words: tuple[str, ...], what: str) -> None:
    result = run(*words, "--dir", folder)
    assert result.exit_code in {1, 2}
    assert what in result.stderr
    assert len(result.stderr.strip().splitlines()[-2:]) == 2
    assert "Traceback" not in result.stderr


def test_a_collection_read_anew_takes_the_place_of_what_it_was(folder: Path, tmp_path: Path) -> None:
    file, other = tmp_path / "passages.jsonl", tmp_path / "other.jsonl"
    file.write_text('{"id": "p1", "text": "Noget andet."}', "utf-8")
    held = json.loads(run("import", file, "--dir", folder, "--json").stdout)
    assert (held["reports"], held["passages"]) == (1, 1)
    other.write_text('{"id": "p1", "text": "Noget tredje."}', "utf-8")
    refused = run("import", other, "--dir", folder)
    assert refused.exit_code == 1
    assert "the id p1 is there already, from passages.jsonl" in refused.stderr
    other.write_text('{"id": "p9", "text": "Noget tredje."}', "utf-8")
    assert json.loads(run("import", other, "--dir", folder, "--json").stdout)["passages"] == 2
