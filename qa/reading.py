"""Reports named by their files, read or taken from the cache of those that were read before."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from extract.batch import Options, read_many
from extract.deliver import tell
from extract.edition import reader_version
from extract.errors import CannotWrite, FileMissing, PuljelupError, UnreadableReport
from extract.progress import progress_bar
from extract.report import Report
from extract.serialise import report_from_json, to_json
from index.analysis import analyser
from index.lemmas import cache_folder

TODO = "Check the path and its spelling; a report of the library is named with --report."
KEPT = 200
"""Reports in the cache, at most; the ones that were asked longest ago go first."""


def read_reports(paths: Sequence[Path], password: str | None = None) -> list[Report]:
    """The reports in PDFs or in JSON of `extract run`, in order; a PDF is read once and kept in the user's cache.

    What cannot be read is told of and left out; where nothing can be read, what is wrong with the first is raised.
    """
    found: dict[Path, Report] = {}
    wrong: list[Exception] = []
    missing: dict[Path, str] = {}
    for path in dict.fromkeys(paths):
        try:
            key = _key(path)
            report = _written(path) if path.suffix.lower() == ".json" else _kept(key, path)
        except PuljelupError as error:
            wrong.append(error)
            continue
        if report is None:
            missing[path] = key
        else:
            found[path] = report
    wrong += _read(missing, found, password) if missing else []
    if wrong and not found:
        raise wrong[0]
    for one in wrong:
        tell(one)
    return [found[path] for path in paths if path in found]


def _read(missing: Mapping[Path, str], found: dict[Path, Report], password: str | None) -> list[Exception]:
    """Read the files by their keys in the cache into what was found; what was wrong with the others."""
    wrong: list[Exception] = []
    with suppress(CannotWrite):
        analyser(make=True)  # the table of lemmas, made once a machine: reading takes as long
    with progress_bar("files") as advance:
        for done, reading in enumerate(read_many(list(missing), Options(password=password)), start=1):
            if reading.report is None:
                wrong.append(reading.error or AssertionError())
            else:
                found[reading.path] = reading.report
                _keep(missing[reading.path], reading.report)
            if advance:
                advance(done, len(missing))
    return wrong


def _written(path: Path) -> Report:
    from pydantic import ValidationError

    try:
        return report_from_json(path.read_bytes())
    except ValidationError as error:
        todo = f"Write one with: extract run REPORT.pdf -o {path}"
        raise UnreadableReport(f"{path} holds no report.", todo) from error


def _key(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise FileMissing(f"{path} cannot be opened: {error.strerror}.", TODO) from error
    return hashlib.sha256(content + reader_version().encode() + path.name.encode()).hexdigest()[:32]


def _folder() -> Path:
    return cache_folder() / "reports"


def _kept(key: str, path: Path) -> Report | None:
    """The report as it was read before; whatever is wrong with the cache, the file is read again."""
    file = _folder() / f"{key}.json"
    with suppress(OSError, ValueError):
        report = report_from_json(file.read_bytes())
        file.touch()
        return report if report.source.file == path.name else None
    return None


def _keep(key: str, report: Report) -> None:
    """Whole or not at all; a cache that cannot be written is no reason to give no answer."""
    folder = _folder()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f"{key}.{secrets.token_hex(4)}.part"
        part.write_text(to_json(report), "utf-8")
        part.replace(folder / f"{key}.json")
        by_age = sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime)
        for old in by_age[:-KEPT]:
            old.unlink(missing_ok=True)
