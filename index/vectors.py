"""Vectors by id, and the nearest of them: FAISS, exact while they are few."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.vector_kinds import Kind, breadth, empty_index, kind_for, kind_of, suits

MOST_GONE = 0.2
"""Share of a graph's vectors that may be marked as removed before it is made anew."""

REMOVED = ".gone.npy"
"""What follows the file's name in the name of the file that says what was removed."""

FEW = 20_000
"""Vectors that a filter may leave for each of them to be compared, where the index is a graph."""

Ids = NDArray[np.int64]


class VectorIndex:
    """Unit vectors by id, found by inner product.

    A graph (``hnsw``) cannot let vectors go: they stay and are passed over (``gone``), until they are added again.
    """

    def __init__(self, index: Any, gone: Collection[int] = ()) -> None:
        self._index = index
        self._gone: set[int] = set(gone)

    @classmethod
    def create(
        cls, dimension: int, expected: int = 0, kind: Kind | None = None, sample: NDArray[np.float32] | None = None
    ) -> VectorIndex:
        """An empty index for vectors of that length; its kind is chosen by how many are expected.

        ``sample`` (n, d), of `index.vector_kinds.sample_size` vectors, is what an approximate index is laid out by.
        """
        chosen = kind_for(expected, kind) if sample is not None or kind == "hnsw" else "exact"
        empty = np.empty((0, dimension), dtype=np.float32)
        return cls(empty_index(chosen, dimension, expected, empty if sample is None else sample))

    def __len__(self) -> int:
        return int(self._index.ntotal) - len(self._gone)

    @property
    def kind(self) -> Kind:
        """How it searches."""
        return kind_of(self._index)

    def suits(self, expected: int, kind: Kind | None = None) -> bool:
        """Whether it can go on with so many vectors, or should be made anew."""
        worn = len(self._gone) > MOST_GONE * max(1, int(self._index.ntotal))
        return not worn and suits(self._index, expected, kind)

    def ids(self) -> Ids:
        """The ids that it holds, in no particular order."""
        held = self._all_ids()
        return held[~np.isin(held, np.fromiter(self._gone, dtype=np.int64))] if self._gone else held

    def add(self, ids: Ids, vectors: NDArray[np.float32]) -> None:
        """Add vectors (n, d) under their ids (n,); an id stands for the same vector for ever."""
        back = np.isin(ids, np.fromiter(self._gone, dtype=np.int64)) if self._gone else np.zeros(len(ids), np.bool_)
        self._gone.difference_update(ids[back].tolist())
        if not back.all():
            new = np.ascontiguousarray(vectors[~back], dtype=np.float32)
            self._index.add_with_ids(new, np.asarray(ids[~back], dtype=np.int64))

    def remove(self, ids: Collection[int]) -> None:
        """Remove the vectors of these ids; unknown ids are nothing."""
        if not ids:
            return
        wanted = np.fromiter(ids, dtype=np.int64, count=len(ids))
        if self.kind == "hnsw":
            self._gone.update(wanted[np.isin(wanted, self._all_ids())].tolist())
        else:
            self._index.remove_ids(wanted)

    def search(
        self, query: NDArray[np.float32], top: int, allowed: Collection[int] | None = None
    ) -> list[tuple[int, float]]:
        """The nearest ids with their cosines, best first; only those allowed, where a filter is given."""
        import faiss

        if not len(self) or top < 1 or (allowed is not None and not len(allowed)):
            return []
        faiss.omp_set_num_threads(1)  # for one query, threads cost more than they give
        if allowed is not None and self.kind == "hnsw" and len(allowed) <= FEW:
            return self._among(query, top, allowed)
        row = np.ascontiguousarray(query, dtype=np.float32).reshape(1, -1)
        parameters = self._parameters(allowed)
        scores, ids = self._index.search(row, min(top, len(self)), params=parameters)
        return [(int(i), float(s)) for i, s in zip(ids[0], scores[0], strict=True) if i >= 0]

    def _among(self, query: NDArray[np.float32], top: int, allowed: Collection[int]) -> list[tuple[int, float]]:
        """The nearest of a few, each compared: a walk through the graph could miss them."""
        ids = np.intersect1d(np.fromiter(allowed, dtype=np.int64, count=len(allowed)), self.ids())
        if not len(ids):
            return []
        scores = self._index.reconstruct_batch(ids) @ query
        order = np.lexsort((ids, -scores))[:top]
        return [(int(ids[place]), float(scores[place])) for place in order]

    def _parameters(self, allowed: Collection[int] | None) -> Any:
        """What FAISS is asked with: the breadth of the search, and which ids may be found."""
        import faiss

        makers = {"exact": "SearchParameters", "ivf": "SearchParametersIVF", "hnsw": "SearchParametersHNSW"}
        settings: dict[str, Any] = dict(breadth(self._index, filtered=allowed is not None))
        if allowed is not None:
            left = (key for key in allowed if key not in self._gone)
            settings["sel"] = faiss.IDSelectorBatch(np.fromiter(left, dtype=np.int64))
        elif self._gone:
            gone = np.fromiter(self._gone, dtype=np.int64, count=len(self._gone))
            settings["sel"] = faiss.IDSelectorNot(faiss.IDSelectorBatch(gone))
        return getattr(faiss, makers[self.kind])(**settings)

    def _all_ids(self) -> Ids:
        import faiss

        if self.kind != "ivf":
            return np.array(faiss.vector_to_array(self._index.id_map), dtype=np.int64)
        lists = self._index.invlists
        parts = [
            faiss.rev_swig_ptr(lists.get_ids(cell), lists.list_size(cell)).copy()
            for cell in range(self._index.nlist)
            if lists.list_size(cell)
        ]
        return np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)

    def save(self, path: Path) -> None:
        """Write the index to a new file, and what is marked as removed beside it."""
        import faiss

        if self._gone:
            np.save(_gone_file(path), np.array(sorted(self._gone), dtype=np.int64))
        faiss.write_index(self._index, str(path))

    @classmethod
    def load(cls, path: Path, *, change: bool = False) -> VectorIndex:
        """The index that was saved: mapped from the file where it is only searched, read where it is to be changed."""
        import faiss

        flags = 0 if change else getattr(faiss, "IO_FLAG_MMAP_IFC", faiss.IO_FLAG_MMAP)
        gone = _gone_file(path)
        return cls(faiss.read_index(str(path), flags), np.load(gone).tolist() if gone.is_file() else ())


def _gone_file(path: Path) -> Path:
    return path.with_name(path.name + REMOVED)
