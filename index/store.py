"""The passages of an index on disk, with their reports, terms and vectors: one SQLite file, changed in transactions.

What is said here is the truth of an index; the lexical index and the file of vectors are made from it.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from index.analysis import Analyser, Terms
from index.filters import Facts, Filters
from index.packing import packed, unpacked
from index.passage import Passage

WAIT = 30.0
"""Seconds that a reader waits for a transaction to end."""
_SCHEMA = """
CREATE TABLE IF NOT EXISTS reports (sha256 TEXT PRIMARY KEY, digest TEXT NOT NULL, facts TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS passages (
    number INTEGER PRIMARY KEY, report TEXT NOT NULL, place INTEGER NOT NULL, role TEXT NOT NULL, kind TEXT NOT NULL,
    hash BLOB NOT NULL,
    stems TEXT NOT NULL, parts TEXT NOT NULL, data BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS passages_of_reports ON passages (report, place);
CREATE TABLE IF NOT EXISTS words (word TEXT PRIMARY KEY, stems TEXT NOT NULL, parts TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS vectors (
    hash BLOB, fingerprint TEXT, vector BLOB NOT NULL, PRIMARY KEY (hash, fingerprint)
) WITHOUT ROWID;
"""


class Store:
    """The passages of one index."""

    def __init__(self, path: Path, *, write: bool = False) -> None:
        mode = "rwc" if write else "ro"
        place = f"{path.absolute().as_uri()}?mode={mode}"
        self.base = sqlite3.connect(place, uri=True, timeout=WAIT, check_same_thread=write)
        if write:
            self.base.executescript(_SCHEMA)

    def close(self) -> None:
        """Let go of the file."""
        self.base.close()

    # What is in it.

    def reports(self) -> list[Facts]:
        """The reports, by sha256."""
        rows = self.base.execute("SELECT facts FROM reports ORDER BY sha256")
        return [_facts(row[0]) for row in rows]

    def stamp(self) -> str:
        """A digest of all that is in it; the same for the same passages, whatever the order of adding."""
        rows = self.base.execute("SELECT sha256, digest FROM reports ORDER BY sha256")
        return hashlib.sha256(json.dumps(list(rows)).encode()).hexdigest()[:16]

    def count(self) -> int:
        """How many passages there are."""
        return int(self.base.execute("SELECT count(*) FROM passages").fetchone()[0])

    def passages(self, numbers: Sequence[int]) -> dict[int, Passage]:
        """Passages by their numbers; those that are not there any more are left out."""
        found = {}
        for number in numbers:
            row = self.base.execute("SELECT data FROM passages WHERE number = ?", (number,)).fetchone()
            if row:
                found[number] = unpacked(row[0])
        return found

    def passages_of(self, report: str) -> tuple[Passage, ...]:
        """The passages of a report in its own order; none where it is not here."""
        rows = self.base.execute("SELECT data FROM passages WHERE report = ? ORDER BY place", (report,))
        return tuple(unpacked(row[0]) for row in rows)

    def report_of(self, number: int) -> str | None:
        """The sha256 of what a passage is from; ``None`` where there is no such passage."""
        row = self.base.execute("SELECT report FROM passages WHERE number = ?", (number,)).fetchone()
        return row[0] if row else None

    def allowed(self, filters: Filters) -> set[int] | None:
        """The numbers of the passages that may be found; ``None`` where there is nothing to choose by."""
        if not (filters.chooses_reports() or filters.role or filters.kind):
            return None
        conditions: list[str] = []
        values: list[str] = []
        if filters.chooses_reports():
            chosen = filters.hashes() or [facts.sha256 for facts in self.reports() if filters.allows(facts)]
            conditions.append("report IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(chosen))
        if filters.role:
            conditions.append("role IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(filters.role))
        if filters.kind:
            conditions.append("kind IN (SELECT value FROM json_each(?))")
            values.append(json.dumps(filters.kind))
        query = f"SELECT number FROM passages WHERE {' AND '.join(conditions)}"  # noqa: S608, names are our own
        return {row[0] for row in self.base.execute(query, values)}

    def terms(self) -> Iterator[tuple[int, list[str], list[str]]]:
        """Number and terms of both fields of every passage, by number."""
        for number, stems, parts in self.base.execute("SELECT number, stems, parts FROM passages ORDER BY number"):
            held = stems.split()
            yield number, held, held + parts.split()

    def words(self, words: Iterable[str]) -> dict[str, Terms]:
        """The terms of those words that the passages hold, as they were analysed."""
        found = {}
        for word in words:
            row = self.base.execute("SELECT stems, parts FROM words WHERE word = ?", (word,)).fetchone()
            if row:
                found[word] = (tuple(row[0].split()), tuple(row[1].split()))
        return found

    # Changing it.

    def put(self, facts: Facts, passages: Sequence[Passage], analyser: Analyser) -> bool:
        """Add a report, or put it in place of what it was; whether anything changed."""
        digest = hashlib.sha256(json.dumps([asdict(facts), *(p.id for p in passages)]).encode()).hexdigest()[:16]
        row = self.base.execute("SELECT digest FROM reports WHERE sha256 = ?", (facts.sha256,)).fetchone()
        if row and row[0] == digest:
            return False
        met: set[str] = set()
        with self.base:
            self.base.execute("DELETE FROM passages WHERE report = ?", (facts.sha256,))
            self.base.executemany(
                "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (_row(facts.sha256, place, passage, analyser, met) for place, passage in enumerate(passages)),
            )
            self.base.executemany(
                "INSERT OR IGNORE INTO words VALUES (?, ?, ?)",
                ((word, *map(" ".join, analyser.seen[word])) for word in sorted(met)),
            )
            values = (facts.sha256, digest, json.dumps(asdict(facts)))
            self.base.execute("INSERT OR REPLACE INTO reports VALUES (?, ?, ?)", values)
        return True

    def remove(self, reports: Collection[str]) -> int:
        """Remove reports by sha256, with their passages and the vectors that none else needs; how many there were."""
        with self.base:
            gone = [self.base.execute("DELETE FROM reports WHERE sha256 = ?", (sha,)).rowcount for sha in reports]
            self.base.executemany("DELETE FROM passages WHERE report = ?", ((sha,) for sha in reports))
            self.base.execute("DELETE FROM vectors WHERE hash NOT IN (SELECT hash FROM passages)")
        return sum(gone)


def number_of(passage: str) -> int:
    """The number of a passage: from its id alone, so that it does not hang on the order of adding."""
    return int.from_bytes(hashlib.sha256(passage.encode("utf-8", "replace")).digest()[:8]) >> 1


def text_hash(text: str) -> bytes:
    """What the vector of a text is found by."""
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()[:16]


def read_only(path: Path) -> closing[Store]:
    """The store for reading, closed at the end of a ``with``."""
    return closing(Store(path))


def _row(report: str, place: int, passage: Passage, analyser: Analyser, met: set[str]) -> tuple[Any, ...]:
    said = passage.searched
    stems, parts = analyser.split(said)
    met.update(analyser.words(said))
    return (
        number_of(passage.id), report, place, passage.role, passage.kind, text_hash(said), " ".join(stems),
        " ".join(parts), packed(passage),
    )  # fmt: skip


def _facts(text: str) -> Facts:
    data = json.loads(text)
    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in data.items()}
    return Facts(**fields)
