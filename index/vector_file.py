"""The file of vectors that is searched: the one before with what changed, or a new one where that no longer fits."""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from index.kept_vectors import vectors_of, with_vector
from index.manifest import Manifest
from index.store import Store
from index.vector_kinds import Kind, kind_for, sample_size

if TYPE_CHECKING:
    from index.encoders import Encoder
    from index.vectors import VectorIndex


def write_vectors(
    folder: Path, store: Store, encoder: Encoder, before: Manifest | None, kind: Kind | None
) -> tuple[str | None, int]:
    """Write the vectors that there are; the name of the file, ``None`` where there are none, and how many it holds.

    The file that the manifest before names stays as it is, for readers, and is named again where nothing changed.
    """
    numbers = with_vector(store, encoder.fingerprint)
    if not len(numbers):
        return None, 0
    index = _before(folder, encoder, before, len(numbers), kind)
    changed = index is None
    if index is None:
        index = _empty(store, encoder, numbers, kind)
    held = index.ids()
    gone, new = np.setdiff1d(held, numbers), np.setdiff1d(numbers, held)
    if before and before.dense and not (changed or len(gone) or len(new)):
        return before.dense, len(numbers)
    index.remove(gone.tolist())
    for some, vectors in vectors_of(store, encoder.fingerprint, new, encoder.dimension):
        index.add(some, vectors)
    name = f"vectors-{secrets.token_hex(8)}.faiss"
    index.save(folder / name)
    return name, len(numbers)


def _before(
    folder: Path, encoder: Encoder, before: Manifest | None, expected: int, kind: Kind | None
) -> VectorIndex | None:
    """The vectors of the manifest before, where they are this encoder's and the index suits so many."""
    if before is None or before.dense is None or before.fingerprint != encoder.fingerprint:
        return None
    from index.vectors import VectorIndex

    index = VectorIndex.load(folder / before.dense, change=True)
    return index if index.suits(expected, kind) else None


def _empty(store: Store, encoder: Encoder, numbers: NDArray[np.int64], kind: Kind | None) -> VectorIndex:
    """An empty index; numbers are digests, so that the first passages are a random sample of all."""
    from index.vectors import VectorIndex

    if kind_for(len(numbers), kind) != "ivf":
        return VectorIndex.create(encoder.dimension, len(numbers), kind)
    wanted = numbers[: sample_size(len(numbers))]
    parts = [vectors for _, vectors in vectors_of(store, encoder.fingerprint, wanted, encoder.dimension)]
    return VectorIndex.create(encoder.dimension, len(numbers), kind, np.concatenate(parts))
