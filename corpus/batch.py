"""PDFs read side by side by warm workers, given back as they are done; a bad one costs only itself."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass
from itertools import islice

from corpus.entry import Entry, entry_of
from corpus.sources import Found, on_disk
from extract.errors import PuljelupError, ReadingStopped
from extract.guard import Limits, WorkerBug
from extract.pool import WorkerPool
from index.filters import Facts
from index.passage import Passage

AHEAD = 2
"""Files begun for each worker before the first of them is done: nobody idles, memory stays flat."""
LIFETIME = 100
"""Files that a worker reads before it is started anew."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A PDF to be read, and the hash that it is known by."""

    found: Found
    sha256: str


@dataclass(frozen=True, slots=True)
class Taken:
    """What a worker got out of a PDF: what the library keeps, and what the index does."""

    entry: Entry
    facts: Facts
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a PDF: it was taken in, or the error that was in the way."""

    wanted: Wanted
    taken: Taken | None
    error: PuljelupError | None = None


def read_side_by_side(
    wanted: Iterable[Wanted], limits: Limits, jobs: int | None = None, password: str | None = None
) -> Iterator[Done]:
    """Read with as many workers as asked for, else as there are processors; in the order in which they are done."""
    size = jobs or os.cpu_count() or 1
    waiting = iter(wanted)
    with WorkerPool(size, limits, LIFETIME) as pool:
        begun: dict[Future[Taken], Wanted] = {}
        while True:
            for one in islice(waiting, AHEAD * size - len(begun)):
                begun[pool.submit(take, one.found, password)] = one
            if not begun:
                return
            done, _ = wait(begun, return_when=FIRST_COMPLETED)
            for future in done:
                yield _done(begun.pop(future), future)


def take(found: Found, password: str | None = None) -> Taken:
    """Read one PDF, wherever it is; runs in a worker, so that the parent only has to write."""
    from extract.read import read_report
    from index.filters import facts_of
    from index.passages import passages_of

    with on_disk(found) as path:
        report = read_report(path, password=password)
    return Taken(entry_of(report), facts_of(report), tuple(passages_of(report)))


def _done(wanted: Wanted, future: Future[Taken]) -> Done:
    try:
        return Done(wanted, future.result())
    except PuljelupError as error:
        return Done(wanted, None, error)
    except WorkerBug as error:
        last = (str(error).strip().splitlines() or ["unknown"])[-1]
        todo = f"Please report it, with what this shows: extract run {wanted.found.path}"
        return Done(wanted, None, ReadingStopped(f"The reader failed on {wanted.found.name}: {last}", todo))
