"""Vectors at scale: recall against exact search, time of a query on one core, memory and time of building.

    python -m bench.vectors [SIZE ...]

Vectors are made as encoders make them, in crowds around common directions; each query has ten neighbours planted at
cosines from 0.5 to 0.95. Three sizes are built with cells, so that larger ones can be reckoned from them; a graph,
which takes minutes, is built once.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import numpy as np
from numpy.typing import NDArray

from bench.results_table import Row, write
from index.vector_kinds import Kind, compared_with, sample_size
from index.vectors import VectorIndex

DIMENSION = 384
EXACT = 200_000
SIZES = (75_000, 150_000, 300_000)
QUERIES = 200
PLANTED = 10
NEAREST, FARTHEST = 0.95, 0.5
P50, BUILD, WEIGHT = "p50 of a query on one core, ms", "build, CPU s", "memory and file, MiB"
CROWD = 200
"""Vectors around one direction, on average."""
STEP = 20_000

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Made:
    """Vectors (n, d), and queries (q, d) that have neighbours among them."""

    vectors: Floats
    queries: Floats


def main(arguments: Sequence[str] = ()) -> None:
    """Measure the sizes named, or the usual ones."""
    sizes = tuple(int(size) for size in arguments) or SIZES
    write("vectors", "Vectors at scale", rows(sizes))


def rows(sizes: tuple[int, ...] = SIZES) -> list[Row]:
    """The figures of exact search, of a graph, of cells at each size, and what ten million would take."""
    found = measured(EXACT, "exact") + measured(max(sizes), "hnsw")
    for size in sizes:
        found += measured(size, "ivf")
    return found + reckoned(found, sizes)


def measured(size: int, kind: Kind) -> list[Row]:
    """Recall, time and memory of one index, saved and mapped from its file as a search does it."""
    made = planted(size)
    started = time.process_time()
    index = VectorIndex.create(DIMENSION, size, kind, made.vectors[: sample_size(size)])
    for start in range(0, size, STEP):
        some = made.vectors[start : start + STEP]
        index.add(np.arange(start, start + len(some), dtype=np.int64), some)
    built = time.process_time() - started
    with TemporaryDirectory() as scratch:
        file = Path(scratch, "vectors.faiss")
        index.save(file)
        del index
        recall, times = searched(VectorIndex.load(file), made)
        weight = file.stat().st_size / 2**20
    name = f"{size:,} x {DIMENSION}, {kind}".replace(",", " ", size >= 1000)
    return [
        (name, "recall@10 against exact", recall, ">= 0.97"),
        (name, P50, median(times), "< 10" if kind != "exact" else ""),
        (name, "p95 of a query on one core, ms", sorted(times)[int(0.95 * len(times))], ""),
        (name, BUILD, built, ""),
        (name, WEIGHT, weight, ""),
    ]


def searched(index: VectorIndex, made: Made) -> tuple[float, list[float]]:
    """Share of the ten nearest that are found, and milliseconds of each query."""
    nearest = np.argpartition(-(made.queries @ made.vectors.T), PLANTED, axis=1)[:, :PLANTED]
    found, times = 0, []
    for query, wanted in zip(made.queries, nearest, strict=True):
        started = time.perf_counter()
        hits = index.search(query, PLANTED)
        times.append(1000 * (time.perf_counter() - started))
        found += len({key for key, _ in hits} & set(wanted.tolist()))
    return found / (PLANTED * len(made.queries)), times


def planted(size: int, seed: int = 7) -> Made:
    """Vectors in crowds, some of them put near queries that belong to no crowd."""
    random = np.random.default_rng(seed)
    centres = random.standard_normal((max(10, size // CROWD), DIMENSION)).astype(np.float32)
    vectors = np.empty((size, DIMENSION), dtype=np.float32)
    for start in range(0, size, STEP):
        count = min(STEP, size - start)
        vectors[start : start + count] = centres[random.integers(0, len(centres), count)]
        vectors[start : start + count] += random.standard_normal((count, DIMENSION), dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    queries = units(random.standard_normal((QUERIES, DIMENSION)).astype(np.float32))
    places = random.permutation(size)[: QUERIES * PLANTED].reshape(QUERIES, PLANTED)
    cosines = np.linspace(FARTHEST, NEAREST, PLANTED, dtype=np.float32)[:, None]
    for query, held in zip(queries, places, strict=True):
        aside = random.standard_normal((PLANTED, DIMENSION)).astype(np.float32)
        aside = units(aside - np.outer(aside @ query, query))
        vectors[held] = cosines * query + np.sqrt(1 - cosines**2) * aside
    return Made(vectors, queries)


def units(vectors: Floats) -> Floats:
    """The vectors at length one."""
    found: Floats = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return found


def reckoned(found: list[Row], sizes: tuple[int, ...], size: int = 10_000_000) -> list[Row]:
    """What ``size`` vectors in cells would take.

    A query's time goes with the centres and vectors that it is compared with, memory with the vectors; building has a
    part that grows with them and one (finding each one's cell) that grows with their power of 1.5.
    """
    name = f"{size // 10**6} million, ivf, reckoned"
    times, builds, weights = (
        [value for label, figure, value, _ in found if figure == wanted and label.endswith("ivf")]
        for wanted in (P50, BUILD, WEIGHT)
    )
    terms = np.array([[s, s**1.5] for s in sizes])
    linear, steep = np.linalg.lstsq(terms, np.array(builds), rcond=None)[0]
    return [
        (name, P50, times[-1] * compared_with(size) / compared_with(sizes[-1]), ""),
        (name, BUILD, float(linear * size + steep * size**1.5), ""),
        (name, WEIGHT, weights[-1] * size / sizes[-1], ""),
    ]


if __name__ == "__main__":
    main(sys.argv[1:])
