"""Reports → an index folder, step by step, each step kept: passages, then words, then vectors.

A build that is killed goes on where it stopped; readers see the old index until a new one is whole.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from extract.errors import CannotWrite, IndexUnusable
from extract.report import Report
from index.analysis import VERSION, analyser
from index.filters import Facts, facts_of
from index.kept_vectors import keep_vectors, without_vector
from index.lexical import bm25_of
from index.manifest import FORMAT, NAME, PASSAGES, Manifest, read_manifest, write_manifest
from index.passage import Passage
from index.passages import passages_of
from index.search import NUMBERS
from index.store import Store
from index.vector_file import write_vectors
from index.vector_kinds import Kind
from index.vectors import REMOVED

if TYPE_CHECKING:
    from index.encoders import Encoder

CHUNK = 256
"""Passages that are encoded between two writes: what a killed build loses at most."""
PATIENCE = 10.0
"""Seconds to wait for another process that writes to the same index."""
Progress = Callable[[int, int], None]


class Builder:
    """An index folder opened for writing; one process at a time."""

    def __init__(self, folder: Path, store: Store, kind: Kind | None = None) -> None:
        self.folder = folder
        self.store = store
        self.kind = kind
        """How vectors are to be searched; ``None`` leaves it as it was, at first to the number of them."""

    def add(self, report: Report) -> bool:
        """Add a report or put it in place of what it was; whether anything changed."""
        return self.put(facts_of(report), passages_of(report))

    def put(self, facts: Facts, passages: Sequence[Passage]) -> bool:
        """Add passages under the facts of where they come from; whether anything changed."""
        return self.store.put(facts, passages, analyser(make=True))

    def remove(self, reports: Collection[str]) -> int:
        """Remove reports by sha256; how many there were."""
        return self.store.remove(reports)

    def finish(self, encoder: Encoder | None, progress: Progress | None = None) -> Manifest:
        """Make what is searched: by words at once, then by vectors; without an encoder, by words alone."""
        manifest = self._describe(encoder, self._words())
        if encoder is not None:
            self._encode(encoder, progress)
            manifest = self._describe(encoder, manifest.lexical)
        self._sweep(manifest)
        return manifest

    def publish(self) -> Manifest:
        """Let what was added be found by words from now on; the vectors stay as they are until `finish`."""
        before, lexical = self._before(), self._words()
        if before is None:
            manifest = self._describe(None, lexical)
        else:
            stamp, reports = self.store.stamp(), len(self.store.reports())
            manifest = replace(before, stamp=stamp, reports=reports, passages=self.store.count(), lexical=lexical)
            write_manifest(self.folder, manifest)
        self._sweep(manifest)
        return manifest

    def _words(self) -> str:
        """The folder of the lexical index of what is in the store now."""
        name = f"lexical-{self.store.stamp()}"
        if not (self.folder / name).is_dir():
            part = self.folder / f"{name}.{secrets.token_hex(4)}.part"
            numbers: list[int] = []

            def terms() -> Iterator[tuple[list[str], list[str]]]:
                for number, stems, both in self.store.terms():
                    numbers.append(number)
                    yield stems, both

            bm25_of(terms()).save(part)
            np.save(part / NUMBERS, np.array(numbers, dtype=np.int64))
            part.rename(self.folder / name)
        return name

    def _encode(self, encoder: Encoder, progress: Progress | None) -> None:
        """Encode what has no vector yet, a chunk at a time."""
        waiting = without_vector(self.store, encoder.fingerprint)
        for start in range(0, len(waiting), CHUNK):
            passages = self.store.passages(waiting[start : start + CHUNK])
            texts = list(dict.fromkeys(passage.searched for passage in passages.values()))

            def told(done: int, total: int, start: int = start, held: int = len(passages)) -> None:
                if progress:
                    progress(start + held * done // max(total, 1), len(waiting))

            vectors = encoder.encode_passages(texts, told)
            keep_vectors(self.store, encoder.fingerprint, texts, (vector.tobytes() for vector in vectors))

    def _describe(self, encoder: Encoder | None, lexical: str) -> Manifest:
        """Write the manifest of what is there, with a file of the vectors that there are."""
        before = self._before()
        kind = self.kind or (before.kind if before else None)
        name, vectors = write_vectors(self.folder, self.store, encoder, before, kind) if encoder else (None, 0)
        manifest = Manifest(
            format=FORMAT, analysis=VERSION, encoder=encoder.name if encoder else None,
            fingerprint=encoder.fingerprint if encoder else None, dimension=encoder.dimension if encoder else None,
            reports=len(self.store.reports()), passages=self.store.count(), vectors=vectors,
            stamp=self.store.stamp(), lexical=lexical, dense=name, kind=kind,
        )  # fmt: skip
        write_manifest(self.folder, manifest)
        return manifest

    def _before(self) -> Manifest | None:
        return read_manifest(self.folder) if (self.folder / NAME).is_file() else None

    def _sweep(self, manifest: Manifest) -> None:
        """Remove what was made before and what a killed build left."""
        for path in [*self.folder.glob("lexical-*"), *self.folder.glob("vectors-*"), *self.folder.glob("*.part")]:
            if path.name.removesuffix(REMOVED) not in (manifest.lexical, manifest.dense):
                with suppress(OSError):
                    shutil.rmtree(path) if path.is_dir() else path.unlink()


@contextmanager
def building(folder: Path, *, new: bool = True, kind: Kind | None = None) -> Iterator[Builder]:
    """The folder for writing, made where it is missing and ``new`` allows it.

    Raises `IndexUnusable` where it is of another version, or another process is writing, `CannotWrite` where it
    cannot be written.
    """
    from filelock import FileLock, Timeout

    if not new or (folder / "manifest.json").is_file():
        read_manifest(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / "writing.lock", timeout=PATIENCE)
        with lock:
            store = Store(folder / PASSAGES, write=True)
            try:
                yield Builder(folder, store, kind)
            finally:
                store.close()
    except Timeout as error:
        raise IndexUnusable(
            f"Another process is writing to {folder}.", "Wait until it is done, then try again."
        ) from error
    except PermissionError as error:
        raise CannotWrite(
            f"{folder} cannot be written: {error.strerror}.", "Name another folder with --dir."
        ) from error


def build(
    folder: Path, reports: Iterable[Report], encoder: Encoder | None, progress: Progress | None = None
) -> Manifest:
    """Add reports to an index, made where it is missing, and finish it."""
    with building(folder) as builder:
        for report in reports:
            builder.add(report)
        return builder.finish(encoder, progress)
