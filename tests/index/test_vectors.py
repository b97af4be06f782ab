"""Vectors by id, of each kind of index."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index.vector_kinds import KINDS, Kind, cells, kind_for, sample_size
from index.vectors import VectorIndex

COUNT, DIMENSION = 2000, 16


def units(count: int, seed: int = 1) -> NDArray[np.float32]:
    vectors = np.random.default_rng(seed).normal(size=(count, DIMENSION)).astype(np.float32)
    found: NDArray[np.float32] = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return found


def made(kind: Kind) -> tuple[VectorIndex, NDArray[np.float32]]:
    vectors = units(COUNT)
    index = VectorIndex.create(DIMENSION, COUNT, kind, vectors[: sample_size(COUNT)])
    index.add(np.arange(COUNT, dtype=np.int64) * 3, vectors)
    return index, vectors


@pytest.mark.parametrize("kind", KINDS)
def test_the_nearest_are_found(kind: Kind) -> None:
    index, vectors = made(kind)
    assert index.kind == kind
    found = exact = 0
    for query in units(40, seed=2):
        nearest = set((np.argsort(-(vectors @ query))[:10] * 3).tolist())
        hits = index.search(query, 10)
        assert [score for _, score in hits] == sorted((score for _, score in hits), reverse=True)
        found += len(nearest & {key for key, _ in hits})
        exact += len(nearest)
    assert found >= (exact if kind == "exact" else 0.8 * exact)


@pytest.mark.parametrize("kind", KINDS)
def test_a_filter_comes_before_ranking(kind: Kind) -> None:
    index, vectors = made(kind)
    assert {key for key, _ in index.search(vectors[7], 5, allowed={0, 3, 1000})} == {0, 3}
    assert index.search(vectors[7], 5, allowed=set()) == []


@pytest.mark.parametrize("kind", KINDS)
def test_added_and_removed_is_as_before(kind: Kind, tmp_path: Path) -> None:
    index, vectors = made(kind)
    before = index.search(vectors[7], 60)
    index.add(np.array([1, 2], dtype=np.int64), units(2, seed=3))
    index.remove({1, 2, 999_999})
    assert index.search(vectors[7], 60) == before
    assert sorted(index.ids().tolist()) == [number * 3 for number in range(COUNT)]
    index.save(tmp_path / "vectors")
    for change in (False, True):
        loaded = VectorIndex.load(tmp_path / "vectors", change=change)
        assert len(loaded) == COUNT
        assert loaded.kind == kind
        assert loaded.search(vectors[7], 60) == before
        assert loaded.search(vectors[7], 2, allowed={1, 9}) == index.search(vectors[7], 2, allowed={1, 9})


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_removed_can_come_back(kind: Kind) -> None:
    index, vectors = made(kind)
    index.remove({21})
    assert 21 not in {key for key, _ in index.search(vectors[7], 10)}
    index.add(np.array([21], dtype=np.int64), vectors[7:8])
    assert index.search(vectors[7], 1)[0][0] == 21
    assert len(index) == COUNT


def test_the_program_chooses_by_size() -> None:
    assert [kind_for(count) for count in (0, 200_000, 200_001, 1_000_000, 10_000_000)] == [
        "exact", "exact", "hnsw", "hnsw", "ivf",
    ]  # fmt: skip
    assert kind_for(10, "ivf") == "exact"
    assert kind_for(10, "hnsw") == "hnsw"
    assert cells(300_000) * 39 <= sample_size(300_000) <= 300_000


def test_an_index_is_made_anew_when_it_no_longer_fits() -> None:
    few, _ = made("ivf")
    assert few.suits(COUNT, "ivf")
    assert not few.suits(COUNT, None)
    assert not few.suits(COUNT * 100, "ivf")
    graph, _ = made("hnsw")
    graph.remove(range(0, COUNT * 2, 3))
    assert not graph.suits(COUNT, "hnsw")


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_index_finds_nothing(kind: Kind) -> None:
    assert VectorIndex.create(DIMENSION, 0, kind).search(units(1)[0], 5) == []
