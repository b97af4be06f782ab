"""A few reports in memory, searched without an index folder: by words at once, by vectors only the best of those."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from extract.report import Report
from index.filters import Facts, Filters, facts_of
from index.fusion import DEPTH, VECTORS, WORDS, Ranked, fuse
from index.lexical import LexicalIndex
from index.passage import Passage
from index.passages import passages_of
from index.search import Hit, Mode, hits_of
from index.variety import DEPTH as VARIED
from index.variety import varied

if TYPE_CHECKING:
    from index.encoders import Encoder, Vectors

STEP = 16
"""Passages that are encoded between two looks at the clock."""
CANDIDATES = 40
"""Best passages by words that are encoded for a question; a report's other passages are left alone."""


class MemoryIndex:
    """Passages of reports, searched as those of an index folder are (see `index.search.Searcher`)."""

    def __init__(self, reports: Sequence[Report], encoder: Encoder | None = None) -> None:
        found = [(facts_of(report), passage) for report in reports for passage in passages_of(report)]
        self._facts: list[Facts] = [facts for facts, _ in found]
        self._passages: list[Passage] = [passage for _, passage in found]
        self._words = LexicalIndex.of([passage.searched for passage in self._passages])
        self._encoder = encoder
        self._vectors: dict[int, Vectors] = {}

    def search(self, query: str, *, top: int = 10, mode: Mode = "hybrid", filters: Filters | None = None) -> list[Hit]:
        """The best passages, best first; equal ones in the reports' order. Without an encoder by words alone."""
        depth = max(top, DEPTH)
        by_words = self._words.search(query, depth, self._allowed(filters or Filters()))
        by_vectors = self._by_vectors(query, by_words) if mode != "lexical" else []
        passages = dict(enumerate(self._passages))
        if mode != "hybrid":
            return hits_of((by_vectors if mode == "dense" else by_words)[:top], passages, by_words, by_vectors)
        ranked = fuse((by_words, by_vectors), (WORDS, VECTORS if by_vectors else 0.0), max(top, VARIED))
        return hits_of(varied(ranked, passages)[:top], passages, by_words, by_vectors)

    def passages(self, report: str) -> tuple[Passage, ...]:
        """All passages of a report, named by its sha256, in the order of the report; none where it is not here."""
        return tuple(passage for passage in self._passages if passage.document == report)

    def every(self) -> Sequence[Passage]:
        """All passages of all reports."""
        return self._passages

    def encode_rest(self, until: float) -> None:
        """Encode the passages that were no candidates yet, as many as there is time for (of `time.monotonic`)."""
        waiting = [place for place in range(len(self._passages)) if place not in self._vectors]
        while self._encoder is not None and waiting and time.monotonic() < until:
            some, waiting = waiting[:STEP], waiting[STEP:]
            self._make(some)

    def _make(self, places: Sequence[int]) -> None:
        assert self._encoder is not None
        vectors = self._encoder.encode_passages([self._passages[place].searched for place in places])
        self._vectors.update(zip(places, vectors, strict=True))

    def _allowed(self, filters: Filters) -> NDArray[np.bool_]:
        pairs = zip(self._facts, self._passages, strict=True)
        chosen = (filters.allows(facts) and filters.holds(passage.role, passage.kind) for facts, passage in pairs)
        return np.fromiter(chosen, dtype=np.bool_, count=len(self._passages))

    def _by_vectors(self, query: str, by_words: Ranked) -> Ranked:
        """The candidates by cosine; those that have no vector yet are encoded and kept."""
        if self._encoder is None or not by_words:
            return []
        candidates = [place for place, _ in by_words[:CANDIDATES]]
        waiting = [place for place in candidates if place not in self._vectors]
        if waiting:
            self._make(waiting)
        asked = self._encoder.encode_queries([query])[0]
        scored = [(place, float(self._vectors[place] @ asked)) for place in candidates]
        return sorted(scored, key=lambda item: (-item[1], item[0]))
