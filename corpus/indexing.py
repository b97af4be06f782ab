"""The library's index, kept in step with it: words are found while files are still being read, vectors follow."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from corpus.library import Library
from extract.errors import IndexUnusable
from index.build import Builder, building
from index.filters import Facts, facts_of
from index.manifest import NAME, read_manifest
from index.passage import Passage
from index.passages import passages_of

if TYPE_CHECKING:
    from index.encoders import Encoder
    from index.manifest import Manifest

SOONEST_S = 5.0
"""Seconds between two times at which new reports become searchable."""
SHARE = 20
"""The time between them is at least so many times what the last one took: it grows with the library."""


class Indexing:
    """The index of a library, open for writing."""

    def __init__(self, library: Library, builder: Builder) -> None:
        self.library = library
        self.builder = builder
        self._new = False
        self._next = time.monotonic() + SOONEST_S

    def add(self, facts: Facts, passages: Sequence[Passage]) -> None:
        """Add a report that the library holds; it is found soon after."""
        self._new |= self.builder.put(facts, passages)
        if self._new and time.monotonic() >= self._next:
            self.publish()

    def publish(self) -> None:
        """Let what was added be found by its words."""
        began = time.monotonic()
        self.builder.publish()
        self._new = False
        self._next = time.monotonic() + max(SOONEST_S, SHARE * (time.monotonic() - began))

    def catch_up(self) -> None:
        """Add what the library holds and the index lacks, and drop what was removed or replaced.

        What somebody else put into the index is left alone.
        """
        rows = self.library.connection.execute("SELECT sha256, status = 'read' AND replaced_by IS NULL FROM reports")
        known = dict(rows.fetchall())
        held = {facts.sha256 for facts in self.builder.store.reports()}
        stale = {sha for sha in held if not known.get(sha, True)}
        if stale:
            self._new |= self.builder.remove(stale) > 0
        for sha in sorted(sha for sha, current in known.items() if current and sha not in held):
            report = self.library.report(sha)
            self.add(facts_of(report), passages_of(report))
        if self._new or not (self.builder.folder / NAME).is_file():
            self.publish()

    def lacks_vectors(self) -> bool:
        """Whether some passage has no vector yet."""
        manifest = read_manifest(self.builder.folder)
        return manifest.encoder is None or manifest.vectors < manifest.passages

    def drop(self, sha256: Sequence[str]) -> None:
        """Drop reports that are about to be removed from the library."""
        if self.builder.remove(sha256):
            self.publish()

    def encode(self, encoder: Encoder, progress: Callable[[int, int], None] | None = None) -> Manifest:
        """Make the vectors that are missing."""
        return self.builder.finish(encoder, progress)


def encoder_of(library: Library) -> Encoder | None:
    """What makes the vectors of the library's index: as before, else the default; ``None`` where there is none here."""
    from index.encoders import load_encoder

    known = read_manifest(library.index).encoder if (library.index / NAME).is_file() else None
    return load_encoder(known)


@contextmanager
def indexing(library: Library) -> Iterator[Indexing]:
    """The index of the library for writing, made where it is missing; raises `IndexUnusable`, `CannotWrite`."""
    if (library.index / NAME).is_file():
        try:
            read_manifest(library.index)
        except IndexUnusable as error:
            todo = f"Remove {library.index}; corpus refresh makes it anew from what was read."
            raise IndexUnusable(error.what, todo) from error
    with building(library.index) as builder:
        yield Indexing(library, builder)
