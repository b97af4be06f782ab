"""The library's SQLite schema: one migration after the other, and the views that other tools may rely on."""

from __future__ import annotations

import sqlite3

from corpus.errors import LibraryTooNew
from corpus.views import EXPORT_VIEWS

_FIRST = """
CREATE TABLE reports (
    sha256 TEXT PRIMARY KEY, file TEXT NOT NULL, path TEXT NOT NULL, added_at TEXT NOT NULL, reader TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('read', 'failed')), what TEXT, todo TEXT,
    pages INTEGER, language TEXT, text_layer TEXT, warnings INTEGER,
    title TEXT, kind TEXT, project TEXT, grantee TEXT, evaluator TEXT, funder TEXT,
    pool TEXT, pool_year INTEGER, account TEXT, published TEXT, period_start TEXT, period_end TEXT,
    budget REAL, currency TEXT, target_group TEXT, version TEXT, document_number TEXT,
    replaced_by TEXT REFERENCES reports (sha256) ON DELETE SET NULL
) STRICT;
CREATE TABLE files (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, changed INTEGER NOT NULL,
    sha256 TEXT NOT NULL REFERENCES reports (sha256) ON DELETE CASCADE
) STRICT;
CREATE TABLE municipalities (
    report TEXT NOT NULL REFERENCES reports (sha256) ON DELETE CASCADE,
    name TEXT NOT NULL, takes_part INTEGER NOT NULL, left_when TEXT, left_why TEXT, page INTEGER
) STRICT;
CREATE TABLE indicators (
    report TEXT NOT NULL REFERENCES reports (sha256) ON DELETE CASCADE, place INTEGER NOT NULL,
    id TEXT NOT NULL, level TEXT NOT NULL, text TEXT NOT NULL,
    target_raw TEXT, target_kind TEXT, target REAL, target_low REAL, target_high REAL, target_unit TEXT,
    actual_raw TEXT, actual_kind TEXT, actual REAL, baseline_raw TEXT, baseline REAL,
    status TEXT NOT NULL, status_raw TEXT, status_basis TEXT, computed_status TEXT, achievement REAL,
    quote TEXT, page INTEGER, bbox TEXT, section TEXT,
    PRIMARY KEY (report, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE breakdowns (
    report TEXT NOT NULL REFERENCES reports (sha256) ON DELETE CASCADE, indicator INTEGER NOT NULL,
    unit TEXT NOT NULL, target REAL, actual REAL, achievement REAL
) STRICT;
CREATE TABLE measures (
    report TEXT NOT NULL REFERENCES reports (sha256) ON DELETE CASCADE, table_id TEXT NOT NULL, row_label TEXT NOT NULL,
    column_name TEXT NOT NULL, value REAL NOT NULL, unit TEXT, raw TEXT NOT NULL, page INTEGER NOT NULL
) STRICT;
CREATE TABLE statements (
    report TEXT NOT NULL REFERENCES reports (sha256) ON DELETE CASCADE, place INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('learning', 'embedding')),
    text TEXT NOT NULL, theme TEXT, section TEXT, page INTEGER NOT NULL, status TEXT,
    PRIMARY KEY (report, kind, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE findings (
    report TEXT NOT NULL REFERENCES reports (sha256) ON DELETE CASCADE, place INTEGER NOT NULL,
    code TEXT NOT NULL, severity TEXT NOT NULL, message TEXT NOT NULL, quote TEXT NOT NULL, page INTEGER NOT NULL,
    against_quote TEXT, against_page INTEGER, stated TEXT, computed TEXT,
    PRIMARY KEY (report, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, command TEXT NOT NULL, started_at TEXT NOT NULL, ended_at TEXT,
    read INTEGER NOT NULL DEFAULT 0, known INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX files_by_report ON files (sha256);
CREATE INDEX municipalities_by_report ON municipalities (report);
CREATE INDEX breakdowns_by_report ON breakdowns (report, indicator);
CREATE INDEX measures_by_report ON measures (report);
CREATE VIEW current_reports AS SELECT * FROM reports WHERE status = 'read' AND replaced_by IS NULL;
CREATE VIEW failed_files AS SELECT file, path, what, todo, added_at FROM reports WHERE status = 'failed';
CREATE VIEW targets AS
    SELECT r.project, r.pool, r.pool_year, r.file, i.* FROM indicators i JOIN current_reports r ON r.sha256 = i.report;
CREATE VIEW attainment AS
    SELECT report, project, level, count(*) AS targets, sum(status = 'achieved') AS achieved,
        sum(status = 'partly_achieved') AS partly_achieved, sum(status = 'not_achieved') AS not_achieved,
        sum(status = 'ongoing') AS ongoing, sum(status = 'dropped') AS dropped, sum(status = 'unknown') AS unknown
    FROM targets GROUP BY report, level;
"""

_VERSIONS = """
ALTER TABLE reports ADD COLUMN targets INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reports ADD COLUMN findings INTEGER NOT NULL DEFAULT 0;
ALTER TABLE reports ADD COLUMN version_key TEXT;
CREATE INDEX reports_by_version ON reports (version_key);
"""

_COMPARISON = """
ALTER TABLE reports ADD COLUMN budget_kind TEXT;
ALTER TABLE reports ADD COLUMN budget_quote TEXT;
ALTER TABLE reports ADD COLUMN budget_page INTEGER;
ALTER TABLE reports ADD COLUMN budget_section TEXT;
ALTER TABLE reports ADD COLUMN budget_bbox TEXT;
ALTER TABLE municipalities ADD COLUMN quote TEXT;
ALTER TABLE municipalities ADD COLUMN section TEXT;
ALTER TABLE municipalities ADD COLUMN bbox TEXT;
ALTER TABLE measures ADD COLUMN bbox TEXT;
ALTER TABLE statements ADD COLUMN quote TEXT;
ALTER TABLE statements ADD COLUMN bbox TEXT;
ALTER TABLE findings ADD COLUMN section TEXT;
ALTER TABLE findings ADD COLUMN bbox TEXT;
ALTER TABLE findings ADD COLUMN against_section TEXT;
ALTER TABLE findings ADD COLUMN against_bbox TEXT;
CREATE INDEX indicators_by_outcome ON indicators (report, level, status, computed_status, achievement);
CREATE INDEX findings_by_kind ON findings (report, code, severity);
CREATE INDEX statements_by_status ON statements (report, kind, status);
CREATE INDEX reports_compared ON reports (status, replaced_by, pool, pool_year);
"""

MIGRATIONS = (_FIRST, _VERSIONS, _COMPARISON, EXPORT_VIEWS)
"""Applied in order; a library's `user_version` is the number of those that it has. Only ever append.

`reports` has a row for every PDF by its sha256, also for those that could not be read (`status`); a PDF that could not
even be opened goes by the hash of its path. `files` says under which paths the PDFs were found, as they were then. The
other tables hold the records of `extract.report` and go with their report; boxes (`bbox`) are JSON lists, and a column
that came after a report was read is empty until the report is read again. Comparison looks at `current_reports`: what
was read and is not replaced by a newer version.
"""


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a library to this program's schema; raises `LibraryTooNew` where it was made by a later one.

    The connection commits by itself. A process that is killed within leaves the schema as it was, and of two that come
    at the same time the second finds the work done.
    """
    if _version(connection) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        done = _version(connection)
        if done > len(MIGRATIONS):
            raise LibraryTooNew(
                "The library was made by a newer version of this program.",
                "Upgrade puljelup, or name another --library.",
            )
        for script in MIGRATIONS[done:]:
            for statement in script.strip().split(";\n"):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])
