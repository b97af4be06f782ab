"""BM25 over Danish terms: the sum of two scores, one over stems, one over stems and the parts of compounds.

The ranking is bm25s', which computes every term's score in every text beforehand; its arrays are mapped from disk.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.analysis import analyser

K1 = 0.9
B = 0.4
"""How soon a term said again counts no more, and how much long texts are held back: passages are of much one length."""
FIELDS = ("stems", "parts")
Terms = tuple[Sequence[str], Sequence[str]]
"""The terms of a text in each of the two fields; see `index.analysis`."""


@dataclass(frozen=True, slots=True)
class Bm25:
    """Texts of two fields that are ranked by the sum of their scores; a text's place is its number."""

    size: int
    vocabulary: Vocabulary
    rankers: tuple[Any, ...]
    """A ``bm25s.BM25`` a field; none where no text has a term."""

    def scores(self, terms: Terms) -> NDArray[np.float32]:
        """The score of every text, nought where none of the terms is in it."""
        total = np.zeros(self.size, dtype=np.float32)
        for ranker, wanted in zip(self.rankers, terms, strict=False):
            numbers = self.vocabulary.numbers(wanted)
            if numbers:
                total += ranker.get_scores_from_ids(numbers)
        return total

    def save(self, folder: Path) -> None:
        """Write the index into a new folder."""
        folder.mkdir(parents=True)
        self.vocabulary.save(folder / "terms.sqlite")
        (folder / "size.json").write_text(json.dumps({"texts": self.size, "fields": len(self.rankers)}), "utf-8")
        for name, ranker in zip(FIELDS, self.rankers, strict=False):
            ranker.save(folder / name, show_progress=False)

    @staticmethod
    def load(folder: Path) -> Bm25:
        """The index that was saved, its arrays mapped and not read."""
        about = json.loads((folder / "size.json").read_text("utf-8"))
        import bm25s

        rankers = tuple(
            bm25s.BM25.load(folder / name, mmap=True, load_vocab=False, show_progress=False)
            for name in FIELDS[: about["fields"]]
        )
        return Bm25(about["texts"], Vocabulary.load(folder / "terms.sqlite"), rankers)


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The numbers of terms: in memory where they were given, on disk where they are looked up."""

    terms: dict[str, int]
    base: sqlite3.Connection | None = None

    def numbers(self, terms: Iterable[str]) -> list[int]:
        """The numbers of those terms that there are, in their order."""
        found = (self._number(term) for term in terms)
        return [number for number in found if number is not None]

    def save(self, path: Path) -> None:
        """Write the terms for looking up."""
        with closing(sqlite3.connect(path)) as base, base:
            base.execute("CREATE TABLE terms (term TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID")
            base.executemany("INSERT INTO terms VALUES (?, ?)", sorted(self.terms.items()))

    @staticmethod
    def load(path: Path) -> Vocabulary:
        """The terms that were written."""
        place = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        return Vocabulary({}, sqlite3.connect(place, uri=True, check_same_thread=False))

    def _number(self, term: str) -> int | None:
        if self.base is None:
            return self.terms.get(term)
        row = self.base.execute("SELECT number FROM terms WHERE term = ?", (term,)).fetchone()
        return row[0] if row else None


def bm25_of(texts: Iterable[Terms]) -> Bm25:
    """An index of texts given by their terms."""
    terms: dict[str, int] = {}
    numbers: tuple[list[list[int]], list[list[int]]] = ([], [])
    for fields in texts:
        for held, kept in zip(fields, numbers, strict=True):
            kept.append([terms.setdefault(term, len(terms)) for term in held])
    size = len(numbers[0])
    if not terms:
        return Bm25(size, Vocabulary({}), ())
    import bm25s

    rankers = []
    for kept in numbers:
        ranker: Any = bm25s.BM25(k1=K1, b=B, method="lucene")
        ranker.index((kept, dict(terms)), show_progress=False)
        ranker.vocab_dict = {}  # the terms are kept once, for both fields
        rankers.append(ranker)
    return Bm25(size, Vocabulary(terms), tuple(rankers))


def best(scores: NDArray[np.float32], top: int, allowed: NDArray[np.bool_] | None = None) -> list[tuple[int, float]]:
    """The places and scores above nought, best first and equal ones by place; only those allowed."""
    if allowed is not None:
        scores = np.where(allowed, scores, np.float32(0))
    if top < len(scores):
        least = np.partition(scores, -top)[-top] if top > 0 else np.float32(np.inf)
        places = np.flatnonzero((scores >= least) & (scores > 0))
    else:
        places = np.flatnonzero(scores > 0)
    order = np.lexsort((places, -scores[places]))[:top]
    return [(int(place), float(scores[place])) for place in places[order]]


@dataclass(frozen=True, slots=True)
class LexicalIndex:
    """Texts in memory that can be searched by their words."""

    ranking: Bm25

    @staticmethod
    def of(texts: Sequence[str]) -> LexicalIndex:
        """An index of these texts; a text's place is its number."""
        analyse = analyser().fields
        return LexicalIndex(bm25_of(analyse(text) for text in texts))

    def search(self, query: str, top: int, allowed: NDArray[np.bool_] | None = None) -> list[tuple[int, float]]:
        """The numbers and scores of the best texts that hold a term of the query, best first; only those allowed."""
        return best(self.ranking.scores(analyser().fields(query)), top, allowed)
