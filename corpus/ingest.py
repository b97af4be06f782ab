"""`corpus add`, `corpus refresh` and `corpus remove`: the library and its index changed together.

Killed at any moment, all that was reported done is there, and the same call goes on where it stopped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from corpus.errors import LibraryBusy, NothingToAdd
from corpus.indexing import Indexing, encoder_of, indexing
from corpus.known import outdated
from corpus.library import Library, open_library
from corpus.place import find_library, library_to_make
from corpus.run import How, Run
from corpus.sources import Found, Unusable, find_pdfs
from corpus.writing import remove as remove_reports
from extract.deliver import say, tell
from extract.progress import progress_bar

PATIENCE_S = 2.0
"""Seconds to wait for another process that changes the same library."""


def add(paths: Sequence[Path], named: Path | None, how: How) -> int:
    """Add the PDFs under the paths to the library, made where there is none; the exit code.

    Raises `NothingToAdd` where no path leads to a PDF.
    """
    found = list(find_pdfs(paths))
    if not any(isinstance(one, Found) or one.there for one in found):
        for one in found:
            tell(one.error if isinstance(one, Unusable) else None)
        raise NothingToAdd("No PDF was found.", "Name PDFs, zip files, or folders that hold some: corpus add FOLDER")
    with _changing(library_to_make(named)) as library, Run(library, "add", how) as run:
        _take_in(run, run.unknown_among(found))
    return run.tally.exit_code


def refresh(keys: Sequence[str], named: Path | None, how: How) -> int:
    """Read again the reports that are named, else what another version of the reader has read; the exit code."""
    anew = replace(how, again=True, retry_failed=True)
    with _changing(find_library(named)) as library, Run(library, "refresh", anew) as run:
        found, missing = outdated(library, keys, run.reader)
        for error in missing:
            run.failed(error)
        _take_in(run, found)
    return run.tally.exit_code


def remove(keys: Sequence[str], named: Path | None) -> None:
    """Remove reports, named as `Library.find` says; raises `ReportUnknown` before anything is removed."""
    with _changing(find_library(named)) as library:
        gone = {report.sha256: report.file for report in map(library.find, keys)}
        with indexing(library) as index:
            index.drop(tuple(gone))
            remove_reports(library, gone)
            index.catch_up()
    for name in gone.values():
        say(f"{name}: removed; the PDF itself stays where it is.")


@contextmanager
def _changing(folder: Path) -> Iterator[Library]:
    """The library for one process that changes it; raises `LibraryBusy`."""
    from filelock import FileLock, Timeout

    with open_library(folder, make=True) as library:
        try:
            with FileLock(folder / "writing.lock", timeout=PATIENCE_S):
                yield library
        except Timeout as error:
            raise LibraryBusy(
                f"Another process is changing the library {folder}.", "Wait until it is done, then call again."
            ) from error


def _take_in(run: Run, found: Sequence[Found]) -> None:
    with indexing(run.library) as index:
        index.catch_up()
        run.take_in(found, index)
        index.catch_up()
        if run.how.vectors:
            _encode(index, quiet=run.how.quiet)


def _encode(index: Indexing, *, quiet: bool) -> None:
    """Vectors follow what was read; interrupted, they go on with the next call."""
    if not index.lacks_vectors():
        return
    encoder = encoder_of(index.library)
    if encoder is None:
        say("No encoder is to be had on this platform: the library is searched by words alone.")
        return
    with progress_bar("passages", quiet=quiet, doing="Encoding") as advance:
        index.encode(encoder, advance)
