"""The reports that are compared: those of a pool, or all that were read and are not replaced by a newer version."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

from corpus.comparison import Group, Grouping, Project
from corpus.errors import LibraryEmpty, PoolUnknown

CHOSEN = "temp.chosen"
"""The reports that are compared as a table, in their order (`place`); it goes with the connection."""
NAMED = 12
"""Pools that are named where there is none of a name, at most."""
_PROJECTS = """
    SELECT sha256, file, coalesce(project, title, file), kind, pool, pool_year, account, published, budget, targets,
        findings
    FROM current_reports ORDER BY coalesce(project, title, file) COLLATE NOCASE, file, sha256
"""
_TABLE = """
    CREATE TABLE temp.chosen (
        sha256 TEXT PRIMARY KEY, place INTEGER NOT NULL, file TEXT NOT NULL, name TEXT NOT NULL, kind TEXT,
        pool TEXT, pool_year INTEGER
    ) WITHOUT ROWID
"""


def choose(base: sqlite3.Connection, pool: str | None) -> tuple[Project, ...]:
    """The reports of a pool, else all, by project and file; they are put into the table `CHOSEN` too.

    A pool goes by its name, its account, or a part of its name. Raises `PoolUnknown`, `LibraryEmpty`.
    """
    held = [Project(*row) for row in base.execute(_PROJECTS)]
    if not held:
        raise LibraryEmpty("The library holds no report that could be read.", "Add some: corpus add FOLDER")
    projects = tuple(held if pool is None else _of_pool(held, pool))
    base.execute("DROP TABLE IF EXISTS temp.chosen")
    base.execute(_TABLE)
    base.executemany(
        "INSERT INTO temp.chosen VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((one.report, place, one.file, one.name, one.kind, one.pool, one.year) for place, one in enumerate(projects)),
    )
    return projects


def unread_files(base: sqlite3.Connection) -> tuple[str, ...]:
    """The files that could not be read, by name; nobody knows of which pool they are."""
    return tuple(file for (file,) in base.execute("SELECT file FROM failed_files ORDER BY file COLLATE NOCASE, path"))


def groups_of(projects: Sequence[Project], by: Grouping) -> tuple[Group, ...]:
    """The rows of the matrix but for municipalities; a pool or year that is not stated has no name."""
    if by == "municipality":
        return ()
    if by == "project":
        return tuple(Group(one.report, one.name, 1) for one in projects)
    counts = Counter((one.pool if by == "pool" else one.year) or "" for one in projects)
    return tuple(
        Group(str(key), str(key), counts[key]) for key in sorted(counts, key=lambda key: (key == "", str(key)))
    )


def _of_pool(projects: Sequence[Project], named: str) -> list[Project]:
    low = " ".join(named.casefold().split())
    exact = [one for one in projects if low in ((one.pool or "").casefold(), one.account)]
    found = exact or [one for one in projects if low and low in (one.pool or "").casefold()]
    if not found:
        pools = Counter(one.pool for one in projects if one.pool)
        names = ", ".join(f"{pool} ({count})" for pool, count in pools.most_common(NAMED))
        more = f" and {len(pools) - NAMED} more" if len(pools) > NAMED else ""
        todo = f"Name one of these: {names}{more}." if pools else "No report names its pool; leave --pool out."
        raise PoolUnknown(f"No report of the library is of a pool {named}.", todo)
    return found
