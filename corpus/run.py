"""One call of a command that reads: what is to be done, what has become of each file, and how it ended."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Self

from corpus.batch import Done, Wanted, read_side_by_side
from corpus.indexing import Indexing
from corpus.known import known_files, path_key
from corpus.library import Library
from corpus.progress import files_bar
from corpus.sources import Found, Unusable, sha256_of
from corpus.writing import begin_run, end_run, fail, forget_failures, keep, note
from extract.deliver import say, tell
from extract.edition import reader_version
from extract.errors import PuljelupError
from extract.guard import Limits


@dataclass(frozen=True, slots=True)
class How:
    """How a batch is read."""

    jobs: int | None = None
    limits: Limits = field(default_factory=Limits)
    retry_failed: bool = False
    again: bool = False
    """Whether to read what the library holds already."""
    password: str | None = None
    """Tried on PDFs that are encrypted."""
    vectors: bool = True
    quiet: bool = False


@dataclass(slots=True)
class Tally:
    """What became of the files of a run."""

    read: int = 0
    known: int = 0
    failed: int = 0
    failed_before: int = 0

    @property
    def exit_code(self) -> int:
        """1 where a file failed, now or before."""
        return 1 if self.failed or self.failed_before else 0


class Run:
    """One call of a command that reads; noted in the library when it begins and when it ends."""

    def __init__(self, library: Library, command: str, how: How) -> None:
        self.library = library
        self.how = how
        self.tally = Tally()
        self.reader = reader_version()
        self._number = begin_run(library, command)
        self._began = time.monotonic()
        self._begun: dict[str, list[Found]] = {}
        """By hash what is being read, with the other files that hold the same."""
        self._done: set[str] = set()

    def __enter__(self) -> Self:
        """The run itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Note how it ended, and say so."""
        failed = self.tally.failed + self.tally.failed_before
        end_run(self.library, self._number, read=self.tally.read, known=self.tally.known, failed=failed)
        if kind is KeyboardInterrupt:
            say(f"Stopped: {self.tally.read} reports are kept, the same command goes on from there.")
        elif kind is None and not self.how.quiet:
            say(summary(self.tally, time.monotonic() - self._began))

    def unknown_among(self, found: Sequence[Found | Unusable]) -> list[Found]:
        """What has to be read: what is not as it was when it was read, going by size and time."""
        known = known_files(self.library)
        wanted: list[Found] = []
        for one in found:
            before = known.get(one.path)
            if isinstance(one, Unusable):
                self._unusable(one, again=before is not None)
                continue
            unchanged = before is not None and (before.size, before.changed) == (one.size, one.changed)
            if before is None or not unchanged or not self._stands(before.status):
                wanted.append(one)
            else:
                self._count(before.status)
        forget_failures(self.library, {str(file) for file, member in (one.parts for one in wanted) if member})
        return wanted

    def take_in(self, found: Sequence[Found], index: Indexing) -> None:
        """Read, keep and index; each is there when the next one is begun."""
        before = self._settled_so_far()
        with files_bar(len(found), quiet=self.how.quiet) as advance:
            for done in self._readings(found):
                self._settle(done, index)
                advance(self._settled_so_far() - before, self.tally.failed)

    def failed(self, error: PuljelupError) -> None:
        """Count and tell of what is in the way of a file that is not read at all."""
        self.tally.failed += 1
        tell(error)

    def _unread(self, found: Sequence[Found]) -> Iterator[Wanted]:
        """Those whose bytes the library does not know either; a file met twice is read once."""
        for one in found:
            try:
                sha = sha256_of(one)
            except PuljelupError as error:
                self._failed(one, path_key(one.path), error)
                continue
            if sha in self._begun:
                self._begun[sha].append(one)
                continue
            held = self.library.connection.execute("SELECT status FROM reports WHERE sha256 = ?", (sha,)).fetchone()
            if held and (sha in self._done or (not self.how.again and self._stands(held[0]))):
                note(self.library, one, sha)
                self._count(held[0])
                continue
            self._begun[sha] = []
            yield Wanted(one, sha)

    def _readings(self, found: Sequence[Found]) -> Iterator[Done]:
        return read_side_by_side(self._unread(found), self.how.limits, self.how.jobs, self.how.password)

    def _settle(self, done: Done, index: Indexing) -> None:
        if done.taken is None:
            assert done.error
            self._failed(done.wanted.found, done.wanted.sha256, done.error)
        else:
            keep(self.library, done.wanted.found, done.taken.entry, reader=self.reader)
            index.add(done.taken.facts, done.taken.passages)
            self.tally.read += 1
        twins = self._begun.pop(done.wanted.sha256)
        self._done.add(done.wanted.sha256)
        if done.taken and done.taken.entry.sha256 != done.wanted.sha256:
            return  # changed while it was read: its twins are other files now, and are met as such the next time
        for twin in twins:
            note(self.library, twin, done.wanted.sha256)
            self._count("failed" if done.taken is None else "read")

    def _failed(self, found: Found, key: str, error: PuljelupError) -> None:
        fail(self.library, found, key, error, reader=self.reader)
        # Files of one name lie in many folders: told of with the whole path.
        named = found.path in error.what or found.name not in error.what
        what = error.what if named else error.what.replace(found.name, found.path, 1)
        self.failed(type(error)(what if found.path in what else f"{found.path}: {what}", error.todo))

    def _unusable(self, one: Unusable, *, again: bool) -> None:
        if again and not self.how.retry_failed:
            self.tally.failed_before += 1
            return
        if one.there:
            fail(self.library, one.found, path_key(one.path), one.error, reader=self.reader)
        self.failed(one.error)

    def _stands(self, status: str) -> bool:
        """Whether what became of a file before is not to be tried again."""
        return status == "read" or not self.how.retry_failed

    def _count(self, status: str) -> None:
        """Count a file that is not read now, by what became of it before."""
        if status == "read":
            self.tally.known += 1
        else:
            self.tally.failed_before += 1

    def _settled_so_far(self) -> int:
        return self.tally.read + self.tally.known + self.tally.failed + self.tally.failed_before


def summary(tally: Tally, seconds: float) -> str:
    """What a run did, in one line, and in a second one what to do about failures."""
    files = "file" if tally.read == 1 else "files"
    rate = f", {60 * tally.read / seconds:.0f} a minute" if tally.read > 1 else ""
    line = f"{tally.read} {files} read in {seconds:.1f} s{rate}; {tally.known} known already"
    if not tally.exit_code:
        return line
    failed = (f"{tally.failed} failed" if tally.failed else "", f"{tally.failed_before} failed before")
    line = "; ".join(filter(None, (line, *failed[: 1 + bool(tally.failed_before)])))
    again = " (corpus add --retry-failed tries them again)" if tally.failed_before else ""
    return f"{line}\n  See why: corpus list --failed{again}"
