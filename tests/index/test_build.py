"""Builds: what a folder holds after them, after interruptions, and beside other processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import IndexUnusable
from extract.report import Report
from index.build import build, building
from index.intake import contents
from index.manifest import NAME, read_manifest
from index.search import Hit, Searcher
from index.vector_kinds import Kind
from index.vectors import VectorIndex
from tests.conftest import ROOT
from tests.index.hashed import HashedEncoder
from tests.index.made import block, report, section

WORDS = ("kommune", "mentor", "virksomhed", "forankring", "job", "borger", "praktik", "mål", "effekt", "læring")


def note(number: int, *texts: str) -> Report:
    """A report with its own hash and a section of paragraphs."""
    blocks = (block(place, text) for place, text in enumerate(texts))
    made = report()
    source = replace(made.source, sha256=f"{number:064x}", file=f"note{number}.pdf")
    return replace(made, source=source, sections=(section("1", f"Afsnit {number}", *blocks),), tables=())


NOTES = (
    note(1, "Kommunerne arbejdede med mentorer.", "Virksomhederne tog imod praktikanter."),
    note(2, "Forankringen er sikret i kommunens jobcenter."),
    note(3, "Effekten er målt med en undersøgelse blandt borgerne.", "Kommunerne arbejdede med mentorer."),
)
QUERIES = ("mentorer i kommunerne", "forankring", "Hvordan blev effekten målt?", "praktik")


def found(folder: Path) -> list[list[tuple[str, float, float | None, float | None]]]:
    """What every query finds, with all scores."""
    searcher = Searcher.open(folder, lambda _: HashedEncoder())
    return [[_plain(hit) for hit in searcher.search(query)] for query in QUERIES]


def _plain(hit: Hit) -> tuple[str, float, float | None, float | None]:
    return hit.passage.id, hit.score, hit.lexical, hit.dense


def made(folder: Path, notes: Sequence[Report]) -> Path:
    build(folder, notes, HashedEncoder())
    return folder


def test_what_is_added_is_found_with_the_scores_of_both_parts(tmp_path: Path) -> None:
    folder = made(tmp_path / "ix", NOTES)
    hits = Searcher.open(folder, lambda _: HashedEncoder()).search("forankring i jobcentret", top=2)
    assert hits[0].passage.file == "note2.pdf"
    assert hits[0].lexical
    assert hits[0].dense
    assert 0 < hits[0].score <= 1
    assert len(hits) == 2


def test_the_order_of_adding_does_not_matter(tmp_path: Path) -> None:
    together = found(made(tmp_path / "one", NOTES))
    one_by_one = tmp_path / "two"
    for each in reversed(NOTES):
        build(one_by_one, [each], HashedEncoder())
    assert found(one_by_one) == together


def test_adding_and_removing_gives_the_index_that_was_before(tmp_path: Path) -> None:
    folder = made(tmp_path / "ix", NOTES[:2])
    before, manifest = found(folder), read_manifest(folder)
    build(folder, NOTES[2:], HashedEncoder())
    assert found(folder) != before
    with building(folder) as builder:
        assert builder.remove([NOTES[2].source.sha256]) == 1
        builder.finish(HashedEncoder())
    assert found(folder) == before
    assert replace(read_manifest(folder), dense=None) == replace(manifest, dense=None)


@settings(deadline=None, max_examples=15)
@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6).map(" ".join), min_size=1, max_size=5),
    st.randoms(),
)
def test_any_reports_are_found_alike_in_any_order(texts: list[str], random: object) -> None:
    notes = [note(number, text) for number, text in enumerate(texts)]
    other = list(notes)
    random.shuffle(other)  # type: ignore[attr-defined]
    with tempfile.TemporaryDirectory() as scratch:
        one, two = Path(scratch, "one"), Path(scratch, "two")
        build(one, notes, None)
        build(two, [*other, note(99, "Denne er ikke med i den første")], None)
        with building(two) as builder:
            builder.remove([f"{99:064x}"])
            builder.finish(None)
        for query in WORDS:
            hits = [[_plain(hit) for hit in Searcher.open(folder).search(query)] for folder in (one, two)]
            assert hits[0] == hits[1]
            assert len(hits[0]) <= sum(query in text for text in texts) + len(texts)


def test_a_report_read_anew_takes_the_place_of_what_it_was(tmp_path: Path) -> None:
    folder = made(tmp_path / "ix", NOTES)
    build(folder, [note(2, "Nu handler det om økonomi.")], HashedEncoder())
    files = [hit.passage.file for hit in Searcher.open(folder).search("forankring", mode="lexical")]
    assert files == []
    assert read_manifest(folder).reports == 3


def test_nothing_is_encoded_twice(tmp_path: Path) -> None:
    encoder = HashedEncoder()
    build(tmp_path / "ix", NOTES, encoder)
    done = len(encoder.encoded)
    build(tmp_path / "ix", NOTES, encoder)
    assert len(encoder.encoded) == done == len(set(encoder.encoded))


def test_without_an_encoder_it_is_searched_by_words(tmp_path: Path) -> None:
    build(tmp_path / "ix", NOTES, None)
    searcher = Searcher.open(tmp_path / "ix")
    assert searcher.search("forankring")[0].dense is None
    with pytest.raises(IndexUnusable, match="no vectors"):
        searcher.search("forankring", mode="dense")


def test_another_encoder_of_the_same_name_is_refused(tmp_path: Path) -> None:
    folder = made(tmp_path / "ix", NOTES)
    with pytest.raises(IndexUnusable, match="made with another hashed"):
        Searcher.open(folder, lambda _: HashedEncoder("hashed-2")).search("forankring")


@pytest.mark.parametrize("spoil", ["none", "text", "version", "file"])
def test_a_folder_that_is_no_index_is_refused_with_what_to_do(tmp_path: Path, spoil: str) -> None:
    folder = made(tmp_path / "ix", NOTES)
    manifest = folder / NAME
    data = json.loads(manifest.read_text("utf-8"))
    if spoil == "none":
        manifest.unlink()
    elif spoil == "text":
        manifest.write_text("{")
    elif spoil == "version":
        manifest.write_text(json.dumps({**data, "format": 99}))
    else:
        (folder / data["dense"]).unlink()
    with pytest.raises(IndexUnusable) as refused:
        Searcher.open(folder)
    assert "index build" in refused.value.todo


def test_two_processes_do_not_write_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.build.PATIENCE", 0.1)
    with building(tmp_path / "ix") as builder:
        builder.add(NOTES[0])
        with pytest.raises(IndexUnusable, match="Another process"), building(tmp_path / "ix"):
            pass
        builder.finish(None)
    assert contents(tmp_path / "ix").complete


KILLED = """
import os, signal, sys
from pathlib import Path
from index.build import Builder, building
from tests.index import test_build as here
from tests.index.hashed import HashedEncoder

class Dying(HashedEncoder):
    def encode_passages(self, texts, progress=None):
        os.kill(os.getpid(), signal.SIGKILL)

where = sys.argv[2]
with building(Path(sys.argv[1])) as builder:
    for number, note in enumerate(here.NOTES):
        if where == "adding" and number == 2:
            os.kill(os.getpid(), signal.SIGKILL)
        builder.add(note)
    if where == "words":
        Builder._describe = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
    builder.finish(Dying())
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
@pytest.mark.parametrize("where", ["adding", "words", "vectors"])
@pytest.mark.parametrize("before", [False, True])
def test_a_killed_build_goes_on_where_it_was(tmp_path: Path, where: str, before: bool) -> None:
    folder, whole = tmp_path / "ix", made(tmp_path / "whole", NOTES)
    if before:
        made(folder, NOTES[:1])
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(folder), where], cwd=ROOT, env=environment, check=False, timeout=120
    )
    assert killed.returncode == -signal.SIGKILL
    if before and where != "vectors":
        assert Searcher.open(folder, lambda _: HashedEncoder()).search("mentorer")
        assert not contents(folder).complete
    elif where == "vectors":  # words are there before vectors are
        assert len(Searcher.open(folder).search("mentorer", mode="lexical")) == 2
    else:
        with pytest.raises(IndexUnusable, match="half-written"):
            Searcher.open(folder)
    build(folder, NOTES, HashedEncoder())
    assert found(folder) == found(whole)
    assert contents(folder).complete
    assert len(list(folder.glob("lexical-*"))) == len(list(folder.glob("vectors-*"))) == 1


def test_a_searcher_goes_on_when_the_index_changes_under_it(tmp_path: Path) -> None:
    folder = made(tmp_path / "ix", NOTES[:1])
    searcher = Searcher.open(folder, lambda _: HashedEncoder())
    build(folder, NOTES[1:], HashedEncoder())
    assert searcher.search("forankring")[0].passage.file == "note2.pdf"


@pytest.mark.parametrize("kind", ["exact", "hnsw"])
def test_vectors_are_added_and_removed_in_the_file_there_is(tmp_path: Path, kind: Kind) -> None:
    with building(tmp_path / "ix", kind=kind) as builder:
        for each in NOTES:
            builder.add(each)
        builder.finish(HashedEncoder())
    before = found(tmp_path / "ix")
    file = read_manifest(tmp_path / "ix").dense
    build(tmp_path / "ix", NOTES, HashedEncoder())
    assert read_manifest(tmp_path / "ix").dense == file, "nothing changed"
    build(tmp_path / "ix", [note(4, "Borgerne er i job.")], HashedEncoder())
    with building(tmp_path / "ix") as builder:
        builder.remove([f"{4:064x}"])
        manifest = builder.finish(HashedEncoder())
    assert found(tmp_path / "ix") == before
    assert manifest.kind == kind
    assert VectorIndex.load(tmp_path / "ix" / str(manifest.dense)).kind == kind
    assert len(list((tmp_path / "ix").glob("vectors-*"))) == 1


def test_one_searcher_serves_several_threads(tmp_path: Path) -> None:
    searcher = Searcher.open(made(tmp_path / "ix", NOTES), lambda _: HashedEncoder())
    with ThreadPoolExecutor(4) as threads:
        told = list(threads.map(lambda query: [_plain(hit) for hit in searcher.search(query)], QUERIES * 10))
    assert told == found(tmp_path / "ix") * 10
