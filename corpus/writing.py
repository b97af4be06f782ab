"""Changes of a library, each a transaction: a report kept, a failure noted, a report removed, versions linked."""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from corpus.entry import Entry, Value
from corpus.library import Library
from corpus.sources import Found
from corpus.versions import print_order
from extract.errors import CannotWrite, PuljelupError


def keep(library: Library, found: Found, entry: Entry, *, reader: str) -> None:
    """Keep a report with its records and where it was found; one with the same hash is put in its place."""
    # The file first: without its row it is not there, while a row without its file would be a lie.
    _write_json(library.json_path(entry.sha256), entry.json)
    with library.changing() as base:
        columns = {
            "file": found.name, "path": found.path, "reader": reader, "status": "read", "what": None, "todo": None,
            **entry.columns,
        }  # fmt: skip
        _put_report(base, entry.sha256, columns)
        for table, rows in entry.rows.items():
            base.execute(f"DELETE FROM {table} WHERE report = ?", (entry.sha256,))  # noqa: S608, names are our own
            if rows:
                marks = ", ".join("?" * len(rows[0]))
                base.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)  # noqa: S608
        _note_file(base, found, entry.sha256)
        _link_versions(base, entry.columns["version_key"])


def fail(library: Library, found: Found, sha256: str, error: PuljelupError, *, reader: str) -> None:
    """Note that a file cannot be read, and why; what an earlier reader got out of the same file stays."""
    with library.changing() as base:
        held = base.execute("SELECT status FROM reports WHERE sha256 = ?", (sha256,)).fetchone()
        if held is None or held[0] == "failed":
            columns: dict[str, Value] = {
                "file": found.name, "path": found.path, "reader": reader, "status": "failed", "what": error.what,
                "todo": error.todo,
            }  # fmt: skip
            _put_report(base, sha256, columns)
        _note_file(base, found, sha256)


def note(library: Library, found: Found, sha256: str) -> None:
    """Note that a report that is held already was found under another path, or unchanged after a touch."""
    with library.changing() as base:
        _note_file(base, found, sha256)


def remove(library: Library, sha256: Iterable[str]) -> None:
    """Remove reports with their records; a version that one of them replaced is current again."""
    gone = tuple(sha256)
    with library.changing() as base:
        for sha in gone:
            row = base.execute("DELETE FROM reports WHERE sha256 = ? RETURNING version_key", (sha,)).fetchone()
            _link_versions(base, row[0] if row else None)
    for sha in gone:
        with suppress(OSError):
            library.json_path(sha).unlink()


def forget_failures(library: Library, paths: Iterable[str]) -> None:
    """Forget that files could not be read, such as zip files that can be now."""
    with library.changing() as base:
        base.executemany("DELETE FROM reports WHERE path = ? AND status = 'failed'", ((path,) for path in paths))


def begin_run(library: Library, command: str) -> int:
    """Note that a command begins; its number."""
    with library.changing() as base:
        cursor = base.execute("INSERT INTO runs (command, started_at) VALUES (?, ?)", (command, now()))
        return int(cursor.lastrowid or 0)


def end_run(library: Library, run: int, *, read: int, known: int, failed: int) -> None:
    """Note how a command ended."""
    with library.changing() as base:
        base.execute(
            "UPDATE runs SET ended_at = ?, read = ?, known = ?, failed = ? WHERE id = ?",
            (now(), read, known, failed, run),
        )


def now() -> str:
    """The time, in UTC, as SQLite's own functions read it; to the microsecond, so that it orders what was added."""
    return datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")


def _put_report(base: sqlite3.Connection, sha256: str, columns: dict[str, Value]) -> None:
    """Add or change the row; when it was added first, and what replaces it, stay."""
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    changes = ", ".join(f"{name} = excluded.{name}" for name in columns)
    base.execute(
        f"INSERT INTO reports (sha256, added_at, {names}) VALUES (?, ?, {marks}) "  # noqa: S608, names are our own
        f"ON CONFLICT (sha256) DO UPDATE SET {changes}",
        (sha256, now(), *columns.values()),
    )


def _note_file(base: sqlite3.Connection, found: Found, sha256: str) -> None:
    before = base.execute("SELECT sha256 FROM files WHERE path = ?", (found.path,)).fetchone()
    base.execute("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (found.path, found.size, found.changed, sha256))
    if before and before[0] != sha256:
        # The file is another now: if it could not be read as it was, that is mended.
        base.execute(
            "DELETE FROM reports WHERE sha256 = ? AND status = 'failed' "
            "AND NOT EXISTS (SELECT 1 FROM files WHERE files.sha256 = reports.sha256)",
            before,
        )


def _link_versions(base: sqlite3.Connection, key: Value) -> None:
    """Let the newest of the reports with this key replace the others."""
    if key is None:
        return
    rows = base.execute(
        "SELECT version, published, added_at, sha256 FROM reports WHERE version_key = ? AND status = 'read'", (key,)
    ).fetchall()
    if rows:
        newest = max(rows, key=lambda row: print_order(row[0], row[1], row[2]))[3]
        base.execute(
            "UPDATE reports SET replaced_by = CASE WHEN sha256 = ?1 THEN NULL ELSE ?1 END "
            "WHERE version_key = ?2 AND status = 'read'",
            (newest, key),
        )


def _write_json(path: Path, text: str) -> None:
    """Whole or not at all, and on the disk before it is spoken of."""
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with part.open("wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise CannotWrite(
            f"{path} cannot be written: {error.strerror}.", "Free space there; what was read before is kept."
        ) from error
