"""Several files read side by side; a bad file never stops the others."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from extract.guard import Limits
from extract.pool import WorkerPool
from extract.read import read_report
from extract.report import Report

AHEAD = 2
"""Files begun for each worker before the first of them is asked for: nobody idles, memory stays flat."""


@dataclass(frozen=True, slots=True)
class Options:
    """How files are read."""

    pages: tuple[int, ...] | None = None
    password: str | None = None
    limits: Limits | None = None
    in_process: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one file: a report, or the error that was in the way."""

    path: Path
    report: Report | None
    error: Exception | None = None


def read_one(path: Path, options: Options) -> Report:
    """The report in a file, read in a child process unless the options say otherwise; raises what is wrong."""
    reading = next(read_many((path,), options))
    if reading.report is None:
        assert reading.error
        raise reading.error
    return reading.report


def read_many(
    paths: Sequence[Path], options: Options, progress: Callable[[int, int], None] | None = None
) -> Iterator[Reading]:
    """The readings of the files, in the order of the files; ``progress`` is told of the pages of each."""
    read = partial(read_report, pages=options.pages, password=options.password)
    if options.in_process:
        for path in paths:
            yield _reading(path, partial(read, path, progress=progress))
        return
    size = max(1, min(len(paths), os.cpu_count() or 1))
    with WorkerPool(size, options.limits) as pool:
        begun: deque[tuple[Path, Future[Report]]] = deque()
        for path in paths:
            begun.append((path, pool.submit(read, path, progress=progress)))
            if len(begun) == AHEAD * size:
                yield _finished(*begun.popleft())
        while begun:
            yield _finished(*begun.popleft())


def _finished(path: Path, future: Future[Report]) -> Reading:
    return _reading(path, future.result)


def _reading(path: Path, result: Callable[[], Report]) -> Reading:
    """Hold an error instead of raising it: it belongs to this file alone, also where it is a bug."""
    try:
        return Reading(path, result())
    except Exception as error:
        return Reading(path, None, error)
