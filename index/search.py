"""A query and an index folder → the passages that fit best, with the scores of each part.

Nothing heavy is imported for a query by words; the encoder and FAISS only where vectors are asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from extract.errors import IndexUnusable
from index.analysis import Analyser, analyser
from index.filters import Filters
from index.fusion import DEPTH, VECTORS, WORDS, Ranked, fuse
from index.lexical import Bm25, best
from index.manifest import PASSAGES, Manifest, read_manifest
from index.passage import Passage
from index.store import Store
from index.variety import DEPTH as VARIED
from index.variety import varied

if TYPE_CHECKING:
    from index.encoders import Encoder
    from index.vectors import VectorIndex

Mode = Literal["hybrid", "lexical", "dense"]
NUMBERS = "numbers.npy"
"""The file of the lexical folder with the passages' numbers, in the order of their places."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found."""

    passage: Passage
    score: float
    """What it is ranked by: the fused score (0 to 1), or that of the one part."""
    lexical: float | None
    """The sum of its two BM25 scores, where it is among the best by words."""
    dense: float | None
    """The cosine of its vector and the query's, where it is among the best by vectors."""


def hits_of(ranked: Ranked, passages: Mapping[int, Passage], by_words: Ranked, by_vectors: Ranked) -> list[Hit]:
    """Hits in the order of the ranking with the scores of each part; numbers without a passage are left out."""
    words, vectors = dict(by_words), dict(by_vectors)
    return [
        Hit(passages[number], score, words.get(number), vectors.get(number))
        for number, score in ranked
        if number in passages
    ]


class Searcher:
    """An index folder opened for searching, as it was at that moment."""

    def __init__(self, folder: Path, manifest: Manifest, load: Callable[[str | None], Encoder | None] | None) -> None:
        self.folder = folder
        self.manifest = manifest
        self.store = Store(folder / PASSAGES)
        self._load = load

    @classmethod
    def open(cls, folder: Path, load: Callable[[str | None], Encoder | None] | None = None) -> Searcher:
        """The index in a folder; ``load`` gives encoders by name. Raises `IndexUnusable`."""
        return cls(folder, read_manifest(folder), load)

    def search(self, query: str, *, top: int = 10, mode: Mode = "hybrid", filters: Filters | None = None) -> list[Hit]:
        """The best passages, best first; the same query gives the same hits, also equal ones in the same order."""
        try:
            return self._search(query, top, mode, filters or Filters())
        except (FileNotFoundError, RuntimeError):  # FAISS says RuntimeError
            if not self._renewed():
                raise
            return self._search(query, top, mode, filters or Filters())

    def _renewed(self) -> bool:
        """Take up the index as it is now; whether another process has changed it since it was opened."""
        manifest = read_manifest(self.folder)
        if manifest == self.manifest:
            return False
        self.manifest = manifest
        for name in ("has_vectors", "_lexical", "_vectors", "encoder"):
            self.__dict__.pop(name, None)
        return True

    def _search(self, query: str, top: int, mode: Mode, filters: Filters) -> list[Hit]:
        allowed = self.store.allowed(filters)
        depth = max(top, DEPTH)
        by_words = self._by_words(query, depth, allowed) if mode != "dense" else []
        dense = mode == "dense" or (mode == "hybrid" and self.has_vectors)
        by_vectors = self._by_vectors(query, depth, allowed) if dense else []
        if mode != "hybrid":
            ranked = [*by_words, *by_vectors][:top]
            return hits_of(ranked, self.store.passages([number for number, _ in ranked]), by_words, by_vectors)
        ranked = fuse((by_words, by_vectors), (WORDS, VECTORS if dense else 0.0), max(top, VARIED))
        passages = self.store.passages([number for number, _ in ranked])
        return hits_of(varied(ranked, passages)[:top], passages, by_words, by_vectors)

    def passages(self, report: str) -> tuple[Passage, ...]:
        """All passages of a report, named by its sha256, in the order of the report; none where it is not here."""
        return self.store.passages_of(report)

    @cached_property
    def has_vectors(self) -> bool:
        """Whether hybrid search can use vectors: some are there, and the encoder is to be had here."""
        return self.manifest.dense is not None and self.encoder is not None

    def _by_words(self, query: str, top: int, allowed: set[int] | None) -> Ranked:
        ranking, numbers = self._lexical
        mask = None if allowed is None else np.isin(numbers, np.fromiter(allowed, dtype=np.int64, count=len(allowed)))
        found = best(ranking.scores(self._terms(query)), top, mask)
        return [(int(numbers[place]), score) for place, score in found]

    def _terms(self, query: str) -> tuple[list[str], list[str]]:
        here = analyser()
        seen = self.store.words(here.words(query))
        return Analyser(here.stem_of, here.rank, seen).fields(query)

    def _by_vectors(self, query: str, top: int, allowed: set[int] | None) -> Ranked:
        if not self.manifest.dense:
            from index.encoders import DEFAULT

            named = f" --encoder {self.manifest.encoder or DEFAULT}"
            raise IndexUnusable(f"{self.folder} has no vectors.", f"Make them: index build --dir {self.folder}{named}")
        if self.encoder is None:
            raise IndexUnusable(
                f"The encoder {self.manifest.encoder} of {self.folder} is not to be had here.",
                "Search by words: --mode lexical",
            )
        found = self._vectors.search(self.encoder.encode_queries([query])[0], top, allowed)
        return sorted(found, key=lambda item: (-item[1], item[0]))

    @cached_property
    def _lexical(self) -> tuple[Bm25, NDArray[np.int64]]:
        folder = self.folder / self.manifest.lexical
        return Bm25.load(folder), np.load(folder / NUMBERS, mmap_mode="r")

    @cached_property
    def _vectors(self) -> VectorIndex:
        from index.vectors import VectorIndex

        return VectorIndex.load(self.folder / str(self.manifest.dense))

    @cached_property
    def encoder(self) -> Encoder | None:
        """What its vectors were made with; ``None`` where it has none or the encoder is not to be had here."""
        if self.manifest.encoder is None:
            return None
        from index.encoders import load_encoder

        encoder = (self._load or partial(load_encoder, fetch=False))(self.manifest.encoder)
        if encoder is not None and encoder.fingerprint != self.manifest.fingerprint:
            raise IndexUnusable(
                f"{self.folder} was made with another {self.manifest.encoder} than the one that is here.",
                f"Encode it anew: index build --dir {self.folder} --encoder {self.manifest.encoder}",
            )
        return encoder
