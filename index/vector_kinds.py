"""Kinds of FAISS indexes, and which one a number of vectors asks for.

``exact`` compares with every vector. ``hnsw`` walks a graph (Malkov and Yashunin, 2016): finds also neighbours that
are not near, takes minutes to build, and what is removed is only marked. ``ivf`` compares with the vectors in the
nearest of some thousand cells (Sivic and Zisserman, 2003): built ten times as fast, finds less the more there are.
Both keep vectors in half precision.
"""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Kind = Literal["exact", "ivf", "hnsw"]
KINDS: tuple[Kind, ...] = ("exact", "ivf", "hnsw")

EXACT_UP_TO = 200_000
"""Vectors up to which comparing with each of them is quick enough: some 20 ms on one core."""
GRAPH_UP_TO = 1_000_000
"""Vectors up to which a graph is built in less time than encoding a tenth of them takes."""
CELLS = 4.0
"""Cells of ``ivf`` for each square root of the number of vectors."""
TRAINED_ON = 64
"""Vectors a cell that its place is learnt from; FAISS asks for 39 at least."""
LEAST_TRAINED_ON = 39
ROUNDS = 8
"""Of k-means; more move the cells by little."""
COMPARED = 40_000
"""Vectors that a query is compared with in ``ivf``, on average."""
MOST_CELLS = 0.25
"""Share of the cells that a query looks into at most."""
LINKS, BUILD_WIDTH, SEARCH_WIDTH = 32, 80, 1024
"""Of ``hnsw``: neighbours of a vector, and candidates kept while building and searching."""


def kind_for(vectors: int, wanted: Kind | None = None) -> Kind:
    """The kind asked for, else the one for so many vectors; too few for cells are always compared exactly."""
    by_size: Kind = "exact" if vectors <= EXACT_UP_TO else "hnsw" if vectors <= GRAPH_UP_TO else "ivf"
    kind = wanted or by_size
    return "exact" if kind == "ivf" and cells(vectors) < 2 else kind


def cells(vectors: int) -> int:
    """Cells of ``ivf`` for so many vectors."""
    return min(int(CELLS * vectors**0.5), vectors // LEAST_TRAINED_ON)


def sample_size(vectors: int) -> int:
    """Vectors that ``ivf`` is trained on."""
    return min(vectors, TRAINED_ON * cells(vectors))


def empty_index(kind: Kind, dimension: int, expected: int, sample: NDArray[np.float32]) -> Any:
    """An empty FAISS index over ids for inner products; ``ivf`` learns its cells from a sample (n, d)."""
    import faiss

    if kind == "exact":
        return faiss.IndexIDMap2(faiss.IndexFlatIP(dimension))
    half: Any = faiss.ScalarQuantizer.QT_fp16
    if kind == "hnsw":
        graph = faiss.IndexHNSWSQ(dimension, half, LINKS, faiss.METRIC_INNER_PRODUCT)
        graph.hnsw.efConstruction = BUILD_WIDTH
        graph.train(np.zeros((1, dimension), dtype=np.float32))  # halving learns nothing
        return faiss.IndexIDMap2(graph)
    count = max(1, min(cells(expected), len(sample) // LEAST_TRAINED_ON))
    centres = faiss.IndexFlatIP(dimension)
    index = faiss.IndexIVFScalarQuantizer(centres, dimension, count, half, faiss.METRIC_INNER_PRODUCT)
    index.cp.niter = ROUNDS
    index.cp.max_points_per_centroid = TRAINED_ON
    index.train(np.ascontiguousarray(sample, dtype=np.float32))
    return index


def kind_of(index: Any) -> Kind:
    """The kind of a FAISS index."""
    import faiss

    if isinstance(index, faiss.IndexIVF):
        return "ivf"
    return "hnsw" if isinstance(faiss.downcast_index(index.index), faiss.IndexHNSW) else "exact"


def suits(index: Any, vectors: int, wanted: Kind | None) -> bool:
    """Whether an index may go on for so many vectors: of the right kind, its cells neither too few nor too many."""
    kind = kind_for(vectors, wanted)
    if kind_of(index) != kind:
        return False
    return kind != "ivf" or 0.5 <= index.nlist / cells(vectors) <= 2


def breadth(index: Any, *, filtered: bool) -> dict[str, int]:
    """Settings of a search: candidates kept, or cells looked into, all of them where a filter leaves few vectors."""
    kind = kind_of(index)
    if kind == "hnsw":
        return {"efSearch": SEARCH_WIDTH}
    if kind == "exact":
        return {}
    return {"nprobe": index.nlist if filtered else max(1, round(_share(index.ntotal) * index.nlist))}


def compared_with(vectors: int) -> int:
    """How many centres and vectors a query is compared with in ``ivf``, on average."""
    return cells(vectors) + round(_share(vectors) * vectors)


def _share(vectors: int) -> float:
    """The share of the cells that a query looks into."""
    return min(MOST_CELLS, COMPARED / max(vectors, 1))
