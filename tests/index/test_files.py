"""Files of collections: passages, queries, runs, judgements."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import CollectionUnreadable, FileMissing
from index.jsonl import read_items
from index.trec import Ranking, read_qrels, read_run, run_text


@pytest.mark.parametrize(
    "line",
    [
        "junk", "[]", "{}", '{"id": "a"}', '{"text": "x"}', '{"id": "a b", "text": "x"}', '{"id": "", "text": "x"}',
        '{"id": null, "text": "x"}', '{"id": "a", "text": 3}', '{"id": "a", "text": "x"}\n{"id": "a", "text": "y"}',
    ],
)  # fmt: skip
def test_lines_that_are_no_items_are_named(tmp_path: Path, line: str) -> None:
    file = tmp_path / "items.jsonl"
    file.write_text(f'{{"id": 1, "text": "ok"}}\n\n{line}\n', "utf-8")
    with pytest.raises(CollectionUnreadable, match=r"line [34]"):
        read_items(file)


def test_items_may_be_numbered_and_titled(tmp_path: Path) -> None:
    file = tmp_path / "items.jsonl"
    file.write_bytes(b'\xef\xbb\xbf{"id": 7, "text": "a\\ud800b", "title": null}\r\n')
    (item,) = read_items(file)
    assert (item.id, item.text, item.title) == ("7", "a?b", "")
    with pytest.raises(FileMissing):
        read_items(tmp_path / "none.jsonl")
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CollectionUnreadable, match="UTF-8"):
        read_items(file)


@given(st.lists(st.floats(0, 50, allow_nan=False), min_size=1, max_size=60).map(lambda s: sorted(s, reverse=True)))
def test_a_run_keeps_its_order_when_it_is_read_again(tmp_path_factory: pytest.TempPathFactory, s: list[float]) -> None:
    file = tmp_path_factory.mktemp("run") / "run.trec"
    file.write_text(run_text([Ranking("q1", tuple((f"p{n:03d}", score) for n, score in enumerate(s)))]), "utf-8")
    held = read_run(file)["q1"]
    assert sorted(held, key=lambda p: -held[p]) == [f"p{n:03d}" for n in range(len(s))]
    assert len(set(held.values())) == len(s)


@pytest.mark.parametrize(
    "text", ["q1\tp1\t1\n", "q1 p1 1\n", "q1 0 p1 1\n", "query\tpassage\tgrade\nq1\tp1\t1\n", "q1\tp1\t1.0\n"]
)
def test_judgements_have_three_columns_or_four(tmp_path: Path, text: str) -> None:
    file = tmp_path / "qrels.tsv"
    file.write_text(text, "utf-8")
    assert read_qrels(file) == {"q1": {"p1": 1}}


@pytest.mark.parametrize("text", ["", "q1 p1\n", "q1\tp1\tbest\nq2\tp1\tbest\n"])
def test_what_is_no_judgement_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "qrels.tsv"
    file.write_text(text, "utf-8")
    with pytest.raises(CollectionUnreadable):
        read_qrels(file)
