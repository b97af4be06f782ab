"""Vectors by id."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from index.vectors import VectorIndex


def made(count: int = 50) -> tuple[VectorIndex, np.ndarray[tuple[int, ...], np.dtype[np.float32]]]:
    vectors = np.random.default_rng(1).normal(size=(count, 8)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    index = VectorIndex.create(8)
    index.add(np.arange(count, dtype=np.int64) * 3, vectors)
    return index, vectors


def test_the_nearest_are_exact() -> None:
    index, vectors = made()
    expected = [int(i) * 3 for i in np.argsort(-(vectors @ vectors[7]))[:5]]
    assert [key for key, _ in index.search(vectors[7], 5)] == expected


def test_a_filter_comes_before_ranking() -> None:
    index, vectors = made()
    assert {key for key, _ in index.search(vectors[7], 5, allowed={0, 3, 1000})} == {0, 3}
    assert index.search(vectors[7], 5, allowed=set()) == []


def test_added_and_removed_is_as_before(tmp_path: Path) -> None:
    index, vectors = made()
    before = index.search(vectors[7], 60)
    index.add(np.array([1, 2], dtype=np.int64), vectors[:2])
    index.remove({1, 2, 999})
    assert index.search(vectors[7], 60) == before
    index.save(tmp_path / "vectors")
    loaded = VectorIndex.load(tmp_path / "vectors")
    assert len(loaded) == 50
    assert loaded.search(vectors[7], 60) == before
