"""The targets of the first reports that are compared, with what was aimed at, reached and concluded, and where."""

from __future__ import annotations

import json
import sqlite3

from corpus.chosen import CHOSEN
from corpus.comparison import Evidence, Target
from extract.report import IndicatorLevel

_QUERY = f"""
    SELECT r.sha256, r.name, i.place, i.id, i.level, i.text, i.target_raw, i.target_kind, i.target, i.target_unit,
        i.actual_raw, i.actual_kind, i.actual, i.status, i.status_raw, i.status_basis, i.computed_status, i.achievement,
        r.file, i.page, i.quote, i.section, i.bbox
    FROM {CHOSEN} r CROSS JOIN indicators i ON i.report = r.sha256
    WHERE r.place < ?1 AND (i.level = ?2 OR ?2 IS NULL) ORDER BY r.place, i.place
"""  # noqa: S608, names are our own


def targets_of(base: sqlite3.Connection, level: IndicatorLevel | None, first: int) -> tuple[Target, ...]:
    """The targets of the first so many reports, each once, in the order of the reports."""
    found = []
    for *about, file, page, quote, section, bbox in base.execute(_QUERY, (first, level)):
        values = (*about, evidence(about[0], file, page, quote, section, bbox))
        found.append(Target(*values))
    return tuple(found)


def evidence(
    report: str, file: str, page: int | None, quote: str | None, section: str | None, bbox: str | None
) -> Evidence:
    """Where something stands, from the columns of a table."""
    box = tuple(json.loads(bbox)) if bbox else None
    return Evidence(report, file, page, quote, section, box)
