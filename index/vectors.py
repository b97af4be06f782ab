"""Vectors by id, and the nearest of them: FAISS, exact while they are few."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray


class VectorIndex:
    """Unit vectors by id, found by inner product."""

    def __init__(self, index: Any) -> None:
        self._index = index

    @classmethod
    def create(cls, dimension: int, expected: int = 0) -> VectorIndex:  # noqa: ARG003
        """An empty index for vectors of that length."""
        import faiss

        return cls(faiss.IndexIDMap2(faiss.IndexFlatIP(dimension)))

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def add(self, ids: NDArray[np.int64], vectors: NDArray[np.float32]) -> None:
        """Add vectors (n, d) under their ids (n,)."""
        if len(ids):
            self._index.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), np.asarray(ids, dtype=np.int64))

    def remove(self, ids: Collection[int]) -> None:
        """Remove the vectors of these ids; unknown ids are nothing."""
        if len(ids):
            self._index.remove_ids(np.fromiter(ids, dtype=np.int64, count=len(ids)))

    def search(
        self, query: NDArray[np.float32], top: int, allowed: Collection[int] | None = None
    ) -> list[tuple[int, float]]:
        """The nearest ids with their cosines, best first; only those allowed, where a filter is given."""
        import faiss

        if not len(self) or top < 1 or (allowed is not None and not len(allowed)):
            return []
        keywords: dict[str, Any] = {}
        if allowed is not None:
            selector = faiss.IDSelectorBatch(np.fromiter(allowed, dtype=np.int64, count=len(allowed)))
            parameters: Any = faiss.SearchParameters
            keywords["params"] = parameters(sel=selector)
        row = np.ascontiguousarray(query, dtype=np.float32).reshape(1, -1)
        scores, ids = self._index.search(row, min(top, len(self)), **keywords)
        return [(int(i), float(s)) for i, s in zip(ids[0], scores[0], strict=True) if i >= 0]

    def save(self, path: Path) -> None:
        """Write the index to a file."""
        import faiss

        faiss.write_index(self._index, str(path))

    @classmethod
    def load(cls, path: Path) -> VectorIndex:
        """The index that was saved."""
        import faiss

        return cls(faiss.read_index(str(path)))
