"""Vectors kept with the passages they are of, found by the passage's text: nothing is encoded twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from index.store import Store, text_hash

STEP = 4096
"""Vectors that are read at a time."""


def without_vector(store: Store, fingerprint: str) -> list[int]:
    """The numbers of passages whose text has no vector of that encoder."""
    return _numbers(store, fingerprint, "NOT EXISTS")


def with_vector(store: Store, fingerprint: str) -> NDArray[np.int64]:
    """The numbers of passages that have a vector of that encoder, in their order."""
    return np.array(_numbers(store, fingerprint, "EXISTS"), dtype=np.int64)


def keep_vectors(store: Store, fingerprint: str, texts: Sequence[str], vectors: Iterable[bytes]) -> None:
    """Keep the vectors of texts; they are found again by the text."""
    rows = ((text_hash(text), fingerprint, vector) for text, vector in zip(texts, vectors, strict=True))
    with store.base:
        store.base.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)


def vectors_of(
    store: Store, fingerprint: str, numbers: NDArray[np.int64], dimension: int
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
    """Numbers (n,) and vectors (n, d) of these passages, a few thousand at a time."""
    query = "SELECT vector FROM passages JOIN vectors USING (hash) WHERE number = ? AND fingerprint = ?"
    for start in range(0, len(numbers), STEP):
        some = numbers[start : start + STEP]
        found = [store.base.execute(query, (number, fingerprint)).fetchone()[0] for number in some.tolist()]
        yield some, np.frombuffer(b"".join(found), dtype=np.float32).reshape(len(some), dimension)


def _numbers(store: Store, fingerprint: str, condition: str) -> list[int]:
    query = (
        f"SELECT number FROM passages WHERE {condition} "  # noqa: S608, one of two words of our own
        "(SELECT 1 FROM vectors WHERE vectors.hash = passages.hash AND fingerprint = ?) ORDER BY number"
    )
    return [row[0] for row in store.base.execute(query, (fingerprint,))]
