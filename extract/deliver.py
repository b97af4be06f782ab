"""Files read and delivered: reports to their destination, talk to stderr."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Sequence
from pathlib import Path

from extract.batch import Options, read_many
from extract.errors import PuljelupError
from extract.output import Destination
from extract.overview import summary
from extract.progress import progress_bar
from extract.report import Report


def deliver(paths: Sequence[Path], options: Options, destination: Destination, *, quiet: bool = False) -> int:
    """Write each report, tell of each error, close with one line; the exit code."""
    began, total, failed = time.monotonic(), len(paths), 0
    single: Report | None = None
    with progress_bar("files" if total > 1 else "pages", quiet=quiet or destination.on_screen) as advance:
        readings = read_many(paths, options, advance if total == 1 else None)
        for done, reading in enumerate(readings, start=1):
            if reading.report:
                destination.write(reading.path, reading.report)
                single = reading.report if total == 1 else None
            else:
                failed += 1
                tell(reading.error, reading.path)
            if advance and total > 1:
                advance(done, total)
    if not quiet:
        say(_closing(single, total, failed, time.monotonic() - began))
    return 1 if failed else 0


def tell(error: Exception | None, path: Path | None = None) -> None:
    """Say on stderr what is wrong and what to do about it; a bug shows its traceback."""
    if isinstance(error, PuljelupError):
        named = path is None or path.name in error.what
        what = error.what if named else f"{path}: {error.what}"
        say(f"error: {what}\n  {error.todo}")
    elif error is not None:
        traceback.print_exception(error)
        say(f"error: {path}: the program failed as shown above.\n  Please report it, with the file if you may.")


def say(text: str) -> None:
    """Write a line to stderr."""
    sys.stderr.write(text + "\n")


def _closing(report: Report | None, total: int, failed: int, seconds: float) -> str:
    if report:
        return f"{report.source.file}: {summary(report)} in {seconds:.1f} s"
    return f"{total - failed} of {total} {'file' if total == 1 else 'files'} read in {seconds:.1f} s"
