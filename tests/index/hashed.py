"""An encoder for tests: texts by their stems, hashed into a few dimensions; quick, and alike for like texts."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np

from index.analysis import analyser
from index.encoders import Progress, Vectors

DIMENSION = 32


class HashedEncoder:
    """Counts of stems in 32 places, as unit vectors."""

    name = "hashed"
    dimension = DIMENSION

    def __init__(self, fingerprint: str = "hashed-1") -> None:
        self.fingerprint = fingerprint
        self.encoded: list[str] = []

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        return np.stack([_vector(text) for text in texts])

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        self.encoded += texts
        if progress:
            progress(len(texts), len(texts))
        return self.encode_queries(texts)


def _vector(text: str) -> Vectors:
    counts = np.full(DIMENSION, 0.01, dtype=np.float32)
    for stem in analyser().fields(text)[0]:
        counts[zlib.crc32(stem.encode()) % DIMENSION] += 1
    unit: Vectors = counts / np.linalg.norm(counts)
    return unit
