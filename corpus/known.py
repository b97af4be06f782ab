"""What the library knows of files: which are as they were when they were read, and which have to be read again."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.library import Library
from corpus.sources import Found, find_pdfs
from extract.errors import FileMissing, PuljelupError


@dataclass(frozen=True, slots=True)
class Known:
    """A file as it was when it was read, and what became of it."""

    size: int
    changed: int
    sha256: str
    status: str


def known_files(library: Library) -> dict[str, Known]:
    """All files that were ever read, by path."""
    query = "SELECT path, size, changed, sha256, status FROM files JOIN reports USING (sha256)"
    # `files` and `reports` both have a path; the one of `files` is meant.
    rows = library.connection.execute(query.replace("SELECT path", "SELECT files.path"))
    return {path: Known(*rest) for path, *rest in rows}


def path_key(path: str) -> str:
    """What a file goes by that cannot even be opened, in place of the hash of what is in it."""
    return hashlib.sha256(f"path:{path}".encode()).hexdigest()


def outdated(library: Library, keys: Sequence[str], reader: str) -> tuple[list[Found], list[PuljelupError]]:
    """The files of the reports that are named, else of those that another reader read; and what is not there any more.

    Raises `ReportUnknown` for a name that fits no report.
    """
    chosen = [library.find(key) for key in keys] or [
        report for report in (*library.reports(all_versions=True), *library.failed()) if report.reader != reader
    ]
    found: list[Found] = []
    missing: list[PuljelupError] = []
    for report in chosen:
        places = library.connection.execute(
            "SELECT path, size, changed FROM files WHERE sha256 = ? AND (size OR changed) ORDER BY path",
            (report.sha256,),
        )
        there = next((now for held in places if (now := _as_it_is(Found(*held)))), None)
        if there:
            found.append(there)
        elif report.status == "read":
            missing.append(
                FileMissing(
                    f"{report.file} is no longer at {report.path}; it stays as reader {report.reader} read it.",
                    f"Add it from where it is now: corpus add FILE, or drop it: corpus remove {report.sha256[:12]}",
                )
            )
    return found, missing


def _as_it_is(held: Found) -> Found | None:
    """The file with its size and time of today; ``None`` where it is gone."""
    file, member = held.parts
    if member is not None:
        return held if file.is_file() else None
    now = next(find_pdfs([Path(held.path)]), None)
    return now if isinstance(now, Found) else None
