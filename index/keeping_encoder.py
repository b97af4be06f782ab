"""An encoder that keeps what it made in a file: a report that is asked again is not encoded again."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from pathlib import Path

import numpy as np

from index.encoders import Encoder, Progress, QuickEncoder, Vectors
from index.store import text_hash

KEPT = 100_000
"""Vectors in the file, at most, some 80 MB; the oldest go first."""
WAIT_S = 5.0
_SCHEMA = "CREATE TABLE IF NOT EXISTS vectors (hash BLOB PRIMARY KEY, vector BLOB NOT NULL)"


class KeepingEncoder:
    """Another encoder's passages, looked up in a file before they are made.

    A file that cannot be read or written costs time and nothing else.
    """

    def __init__(self, encoder: Encoder, folder: Path) -> None:
        self._encoder = encoder
        self._file = folder / f"vectors-{encoder.fingerprint[:16]}.sqlite"
        self.name = encoder.name
        self.dimension = encoder.dimension
        self.fingerprint = encoder.fingerprint

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a query, (n, d); they are not kept."""
        return self._encoder.encode_queries(texts)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One unit vector a passage, (n, d) float32."""
        return self._encoded(texts, lambda missing: self._encoder.encode_passages(missing, progress))

    def encode_few(self, texts: Sequence[str]) -> Vectors:
        """The same, quick from a cold start where the encoder is."""
        here = self._encoder
        return self._encoded(texts, here.encode_few if isinstance(here, QuickEncoder) else here.encode_passages)

    def _encoded(self, texts: Sequence[str], encode: Callable[[Sequence[str]], Vectors]) -> Vectors:
        known = self._read(texts)
        missing = [text for text in dict.fromkeys(texts) if text not in known]
        made = dict(zip(missing, encode(missing), strict=True)) if missing else {}
        self._keep(made)
        known |= made
        vectors = np.empty((len(texts), self.dimension), dtype=np.float32)
        for place, text in enumerate(texts):
            vectors[place] = known[text]
        return vectors

    def _read(self, texts: Sequence[str]) -> dict[str, Vectors]:
        found: dict[str, Vectors] = {}
        with suppress(sqlite3.Error, OSError), closing(self._opened()) as base:
            for text in dict.fromkeys(texts):
                row = base.execute("SELECT vector FROM vectors WHERE hash = ?", (text_hash(text),)).fetchone()
                if row and len(row[0]) == 2 * self.dimension:
                    found[text] = np.frombuffer(row[0], dtype=np.float16).astype(np.float32)
        return found

    def _keep(self, made: dict[str, Vectors]) -> None:
        if not made:
            return
        rows = [(text_hash(text), vector.astype(np.float16).tobytes()) for text, vector in made.items()]
        with suppress(sqlite3.Error, OSError), closing(self._opened()) as base, base:
            base.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)
            base.execute("DELETE FROM vectors WHERE rowid <= (SELECT max(rowid) FROM vectors) - ?", (KEPT,))

    def _opened(self) -> sqlite3.Connection:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(self._file, timeout=WAIT_S)
        base.execute(_SCHEMA)
        return base
