"""Reports searched in memory: as an index folder would answer, with few passages encoded."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.build import build
from index.filters import Filters
from index.memory import MemoryIndex
from index.search import Mode, Searcher
from tests.index.hashed import HashedEncoder
from tests.index.test_build import NOTES, QUERIES


@pytest.mark.parametrize("mode", ["hybrid", "lexical"])
def test_memory_and_folder_answer_alike(tmp_path: Path, mode: Mode) -> None:
    build(tmp_path / "ix", NOTES, None)
    folder, memory = Searcher.open(tmp_path / "ix"), MemoryIndex(NOTES)
    for query in QUERIES:
        there, here = (
            {(hit.passage.id, round(hit.score, 5)) for hit in place.search(query, mode=mode)}
            for place in (folder, memory)
        )
        assert there == here
    for note in NOTES:
        assert memory.passages(note.source.sha256) == folder.passages(note.source.sha256) != ()


def test_only_what_the_words_find_is_encoded_and_once() -> None:
    encoder = HashedEncoder()
    memory = MemoryIndex(NOTES, encoder)
    hits = memory.search("forankring i jobcentret")
    assert hits[0].dense is not None
    assert len(encoder.encoded) == len(hits) < sum(len(memory.passages(note.source.sha256)) for note in NOTES)
    memory.search("forankring i jobcentret", mode="dense")
    assert len(encoder.encoded) == len(hits)


def test_filters_come_before_ranking() -> None:
    found = MemoryIndex(NOTES).search("kommunerne", filters=Filters(report=("note3.pdf",), kind=("text",)))
    assert {hit.passage.file for hit in found} == {"note3.pdf"}
