"""The library on disk, opened: which reports it holds, what they say, and one transaction after the other to change it.

.puljelup/library.db        SQLite in WAL mode: reports, records, runs; `corpus.schema` says what is in it
.puljelup/reports/aa/….json the JSON of every report, by its sha256
.puljelup/index             the index of its passages, see `index.build`
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from corpus.errors import LibraryDamaged, ReportUnknown
from corpus.place import DATABASE, find_library
from corpus.schema import migrate
from extract.errors import CannotWrite
from extract.report import Report

WAIT_S = 30.0
"""How long a writer waits for the transaction of another."""
SHORTEST_HASH = 4
"""Characters of a sha256 that name a report."""
NAMED = 5
"""Reports that are named where a name fits several, at most."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A report of the library in short; fields are columns of `reports`."""

    sha256: str
    file: str
    path: str
    status: str
    what: str | None
    todo: str | None
    added_at: str
    reader: str
    pages: int | None
    title: str | None
    kind: str | None
    project: str | None
    evaluator: str | None
    pool: str | None
    pool_year: int | None
    published: str | None
    targets: int
    findings: int
    warnings: int | None
    replaced_by: str | None
    """The sha256 of the newer version of the same report."""


_LISTED = ", ".join(Listed.__dataclass_fields__)


class Library:
    """A library folder that is open; one thread at a time, any number of processes."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        self.folder = folder
        self.connection = connection

    def __enter__(self) -> Self:
        """The library itself."""
        return self

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        """Let go of the file; what SQLite says of the file itself becomes `LibraryDamaged` or `CannotWrite`."""
        self.close()
        if isinstance(error, sqlite3.DatabaseError):
            self._explain(error)

    def close(self) -> None:
        """Let go of the file."""
        self.connection.close()

    @property
    def index(self) -> Path:
        """The folder of the index of what the current reports say."""
        return self.folder / "index"

    def reports(self, *, all_versions: bool = False) -> tuple[Listed, ...]:
        """The reports that were read, by project and file; without those that a newer version replaces."""
        wanted = "status = 'read'" if all_versions else "status = 'read' AND replaced_by IS NULL"
        return self._listed(f"{wanted} ORDER BY coalesce(project, title, file) COLLATE NOCASE, file, sha256")

    def failed(self) -> tuple[Listed, ...]:
        """The files that could not be read, with what was wrong and what to do."""
        return self._listed("status = 'failed' ORDER BY path")

    def report(self, key: str) -> Report:
        """A report with everything that was read; named as `find` says. Raises `ReportUnknown`, `LibraryDamaged`."""
        from pydantic import ValidationError

        from extract.serialise import report_from_json

        found = self.find(key)
        if found.status != "read":
            raise ReportUnknown(f"{found.file} could not be read: {found.what}", str(found.todo))
        try:
            return report_from_json(self.json_path(found.sha256).read_bytes())
        except (OSError, ValidationError) as error:
            raise LibraryDamaged(
                f"The JSON of {found.file} is missing from the library or damaged.",
                f"Read it again: corpus refresh {found.sha256[:12]}",
            ) from error

    def find(self, key: str) -> Listed:
        """The one report named by the beginning of its sha256, its file, path or project; raises `ReportUnknown`."""
        found = self._named(key)
        current = [report for report in found if report.replaced_by is None and report.status == "read"]
        chosen = current or found
        if len(chosen) == 1:
            return chosen[0]
        if not chosen:
            near = self._near(key)
            todo = f"Perhaps {', '.join(near)}? " if near else ""
            raise ReportUnknown(
                f"The library holds no report {key or 'without a name'}.", f"{todo}See which there are: corpus list"
            )
        several = ", ".join(f"{report.sha256[:12]} ({report.file})" for report in chosen[:NAMED])
        raise ReportUnknown(f"{len(chosen)} reports go by {key}.", f"Name one by its hash: {several}")

    def json_path(self, sha256: str) -> Path:
        """Where the JSON of a report is."""
        return self.folder / "reports" / sha256[:2] / f"{sha256}.json"

    @contextmanager
    def changing(self) -> Iterator[sqlite3.Connection]:
        """A transaction: everything in it is kept, or nothing. Raises `CannotWrite`."""
        try:
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):  # where the disk is full SQLite has rolled back already
                    self.connection.execute("ROLLBACK")
                raise
        except sqlite3.OperationalError as error:
            raise _cannot_write(self.folder, error) from error

    def _near(self, key: str) -> list[str]:
        """Files in whose name or project the key stands, as one types half a name."""
        low = key.casefold().strip()
        held = (one for one in self.reports() if low and low in f"{one.file}\n{one.project or ''}".casefold())
        return [one.file for one in held][:NAMED]

    def _explain(self, error: sqlite3.DatabaseError) -> None:
        name = str(getattr(error, "sqlite_errorname", ""))
        if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            raise _damaged(self.folder, error) from error
        if name.startswith(("SQLITE_IOERR", "SQLITE_FULL", "SQLITE_BUSY", "SQLITE_READONLY", "SQLITE_CANTOPEN")):
            raise _cannot_write(self.folder, error) from error

    def _listed(self, condition: str, values: tuple[Any, ...] = ()) -> tuple[Listed, ...]:
        query = f"SELECT {_LISTED} FROM reports WHERE {condition}"  # noqa: S608, names are our own
        return tuple(Listed(*row) for row in self.connection.execute(query, values))

    def _named(self, key: str) -> tuple[Listed, ...]:
        """By hash, else by path, else by file name, else by project: the first of these that fits any."""
        low = key.casefold()
        hashed = len(key) >= SHORTEST_HASH and not set(low) - set("0123456789abcdef")
        tries: list[tuple[str, tuple[Any, ...]]] = [("substr(sha256, 1, ?) = ?", (len(low), low))] if hashed else []
        tries += [
            ("sha256 IN (SELECT sha256 FROM files WHERE path IN (?, ?))", (key, str(Path(key).absolute()))),
            ("file = ? OR file = ? || '.pdf'", (key, key)),
            ("folded(file) IN (?, ? || '.pdf')", (low, low)),
            ("folded(project) = ? OR folded(title) = ?", (low, low)),
        ]
        return next(filter(None, (self._listed(*wanted) for wanted in tries)), ())


def open_library(path: Path | None = None, *, make: bool = False) -> Library:
    """The library in a folder, else the one found from the working directory; made there where ``make`` is true.

    Raises `LibraryMissing`, `LibraryDamaged`, `LibraryTooNew`, `CannotWrite`.
    """
    folder = path if make and path is not None else find_library(path)
    if make:
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _cannot_write(folder, error) from error
    connection = _connected(folder / DATABASE, make=make)
    try:
        connection.create_function("folded", 1, lambda text: text and text.casefold(), deterministic=True)
        connection.execute("PRAGMA foreign_keys = ON")
        migrate(connection)
    except sqlite3.OperationalError as error:
        connection.close()
        raise _cannot_write(folder, error) from error
    except sqlite3.DatabaseError as error:
        connection.close()
        raise _damaged(folder, error) from error
    except BaseException:
        connection.close()
        raise
    return Library(folder, connection)


def _connected(file: Path, *, make: bool) -> sqlite3.Connection:
    """A connection that commits by itself; only for reading where the folder cannot be written."""
    place = file.absolute().as_uri()
    connection = sqlite3.connect(
        f"{place}?mode={'rwc' if make else 'rw'}", uri=True, timeout=WAIT_S, isolation_level=None
    )
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    except sqlite3.OperationalError as error:
        connection.close()
        if make:
            raise _cannot_write(file.parent, error) from error
        connection = sqlite3.connect(f"{place}?mode=ro&immutable=1", uri=True, isolation_level=None)
    except sqlite3.DatabaseError:  # told of by what comes next
        return connection
    return connection


def _damaged(folder: Path, error: Exception) -> LibraryDamaged:
    todo = f"Move {folder} away, and make a new one: corpus add FOLDER"
    return LibraryDamaged(f"{folder / DATABASE} is no library, or damaged: {error}.", todo)


def _cannot_write(folder: Path, error: Exception) -> CannotWrite:
    reason = getattr(error, "strerror", None) or str(error)
    return CannotWrite(
        f"The library {folder} cannot be written: {reason}.", "Free space there, or name another --library."
    )
