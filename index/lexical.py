"""BM25 over Danish terms: the sum of two scores, one over stems, one over stems and the parts of compounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from index.analysis import terms, terms_and_parts

K1 = 1.2
B = 0.75


@dataclass(frozen=True, slots=True)
class Field:
    """One BM25 index with the analyser of its texts."""

    analyse: Callable[[str], list[str]]
    ranker: Any
    """A ``bm25s.BM25``; ``None`` where no text has a term."""

    def scores(self, query: str) -> list[float] | None:
        """The score of every text, ``None`` where no term of the query is in any."""
        known = [term for term in self.analyse(query) if self.ranker is not None and term in self.ranker.vocab_dict]
        return [float(score) for score in self.ranker.get_scores(known)] if known else None


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """Texts that can be searched by their words."""

    size: int
    fields: tuple[Field, ...]

    @staticmethod
    def of(texts: Sequence[str]) -> LexicalIndex:
        """An index of these texts; a text's place is its number."""
        return LexicalIndex(len(texts), (_field(texts, terms), _field(texts, terms_and_parts)))

    def search(self, query: str, top: int) -> list[tuple[int, float]]:
        """The numbers and scores of the best texts that hold a term of the query, best first."""
        totals = [0.0] * self.size
        for found in filter(None, (field.scores(query) for field in self.fields)):
            totals = [total + score for total, score in zip(totals, found, strict=True)]
        ranked = sorted((-score, number) for number, score in enumerate(totals) if score > 0)
        return [(number, -score) for score, number in ranked[:top]]


def _field(texts: Sequence[str], analyse: Callable[[str], list[str]]) -> Field:
    tokens = [analyse(text) for text in texts]
    if not any(tokens):
        return Field(analyse, None)
    import bm25s

    ranker: Any = bm25s.BM25(k1=K1, b=B, method="lucene")
    ranker.index(tokens, show_progress=False)
    return Field(analyse, ranker)
