"""Readings delivered: reports to their destination, talk to stderr."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

from extract.batch import Reading
from extract.errors import PuljelupError
from extract.output import Destination
from extract.overview import summary
from extract.report import Report


def deliver(readings: Iterable[Reading], destination: Destination, total: int, *, quiet: bool = False) -> int:
    """Write each report, tell of each error, close with one line; the number of files that failed."""
    began = time.monotonic()
    failed = 0
    last: Report | None = None
    for reading in readings if quiet else with_progress(readings, total):
        if reading.report is None:
            failed += 1
            tell(reading.error, reading.path)
            continue
        destination.write(reading.path, reading.report)
        last = reading.report
    if not quiet:
        _say(_closing(last, total, failed, time.monotonic() - began))
    return failed


def with_progress(readings: Iterable[Reading], total: int) -> Iterator[Reading]:
    """The readings, with a bar on stderr where that is a terminal; one file shows only that it is being read."""
    if not sys.stderr.isatty():
        yield from readings
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=total if total > 1 else None)
        for reading in readings:
            progress.advance(task)
            yield reading


def tell(error: Exception | None, path: Path | None = None) -> None:
    """Say on stderr what is wrong and what to do about it; a bug shows its traceback."""
    if isinstance(error, PuljelupError):
        named = path is None or path.name in error.what
        _say(f"error: {error.what if named or path is None else f'{path.name}: {error.what}'}\n  {error.todo}")
    elif error is not None:
        traceback.print_exception(error)
        _say(f"error: {path}: the program failed as shown above.\n  Please report it, with the file if you may.")


def _closing(report: Report | None, total: int, failed: int, seconds: float) -> str:
    if total == 1 and report:
        return f"{report.source.file}: {summary(report)} in {seconds:.1f} s"
    return f"{total - failed} of {total} {'file' if total == 1 else 'files'} read in {seconds:.1f} s"


def _say(text: str) -> None:
    sys.stderr.write(text + "\n")
