"""The words that reports hold, looked up for misspelt words of a question."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from index.analysis import analyser
from index.passage import Passage
from index.store import Store

LAST = "\U0010ffff"
"""A character after all others."""


class StoredVocabulary:
    """The words of an index folder."""

    def __init__(self, store: Store) -> None:
        self._base = store.base

    def holds(self, word: str) -> bool:
        """Whether the word stands there as it is."""
        return self._base.execute("SELECT 1 FROM words WHERE word = ?", (word,)).fetchone() is not None

    def beginning(self, letters: str) -> Iterable[str]:
        """The words that begin so."""
        rows = self._base.execute("SELECT word FROM words WHERE word >= ? AND word < ?", (letters, letters + LAST))
        return [row[0] for row in rows]


class PassageVocabulary:
    """The words of passages in memory."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        words = {word for passage in passages for word in analyser().words(passage.searched)}
        self._words = sorted(words)
        self._held = frozenset(words)

    def holds(self, word: str) -> bool:
        """Whether the word stands there as it is."""
        return word in self._held

    def beginning(self, letters: str) -> Iterable[str]:
        """The words that begin so."""
        first, last = bisect_left(self._words, letters), bisect_left(self._words, letters + LAST)
        return self._words[first:last]
