"""What reports state besides targets: findings, municipalities that left, learnings, what lives on; with where."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any

from corpus.chosen import CHOSEN
from corpus.comparison import (
    DropoutOf,
    EmbeddingCount,
    EmbeddingOf,
    FindingCount,
    FindingOf,
    LearningOf,
)
from corpus.payers import payer_in
from corpus.targets import evidence
from corpus.themes import theme_of


def finding_counts(base: sqlite3.Connection) -> tuple[FindingCount, ...]:
    """How many findings of each kind there are, the commonest first."""
    query = f"""
        SELECT f.code, f.severity, count(*), count(DISTINCT f.report)
        FROM {CHOSEN} r CROSS JOIN findings f ON f.report = r.sha256 GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2
    """  # noqa: S608, names are our own
    return tuple(FindingCount(*row) for row in base.execute(query))


def embedding_counts(base: sqlite3.Connection) -> tuple[EmbeddingCount, ...]:
    """How many statements on forankring there are of each status, the commonest first."""
    query = f"""
        SELECT s.status, count(*), count(DISTINCT s.report)
        FROM {CHOSEN} r CROSS JOIN statements s ON s.report = r.sha256 AND s.kind = 'embedding'
        GROUP BY 1 ORDER BY 2 DESC, 1
    """  # noqa: S608, names are our own
    return tuple(EmbeddingCount(*row) for row in base.execute(query))


def findings_of(base: sqlite3.Connection, first: int) -> Iterator[FindingOf]:
    """The findings of the first so many reports."""
    query = f"""
        SELECT r.sha256, r.name, r.file, f.code, f.severity, f.message, f.page, f.quote, f.section, f.bbox,
            f.against_page, f.against_quote, f.against_section, f.against_bbox
        FROM {CHOSEN} r CROSS JOIN findings f ON f.report = r.sha256 WHERE r.place < ? ORDER BY r.place, f.place
    """  # noqa: S608, names are our own
    for sha, name, file, *what in base.execute(query, (first,)):
        code, severity, message, *places = what
        against = evidence(sha, file, *places[4:]) if places[4] is not None else None
        yield FindingOf(sha, name, code, severity, message, evidence(sha, file, *places[:4]), against)


def dropouts_of(base: sqlite3.Connection, first: int) -> Iterator[DropoutOf]:
    """The municipalities that left the projects of the first so many reports."""
    query = f"""
        SELECT r.sha256, r.name, r.file, m.name, m.left_when, m.left_why, m.page, m.quote, m.section, m.bbox
        FROM {CHOSEN} r CROSS JOIN municipalities m ON m.report = r.sha256
        WHERE r.place < ? AND NOT m.takes_part ORDER BY r.place, m.rowid
    """  # noqa: S608, names are our own
    for sha, name, file, who, when, why, *place in base.execute(query, (first,)):
        yield DropoutOf(sha, name, who, when, why, evidence(sha, file, *place))


def learnings_of(base: sqlite3.Connection, first: int) -> Iterator[LearningOf]:
    """The learnings of the first so many reports, each under a theme."""
    for sha, name, _, text, heading, place in _statements(base, "learning", first):
        theme, basis = theme_of(text, heading)
        yield LearningOf(sha, name, theme, basis, heading, text, evidence(*place))


def embedding_of(base: sqlite3.Connection, first: int) -> Iterator[EmbeddingOf]:
    """What lives on after the projects of the first so many reports, and who pays where it is said."""
    for sha, name, status, text, heading, place in _statements(base, "embedding", first):
        yield EmbeddingOf(sha, name, status, text, heading, payer_in(text), evidence(*place))


def _statements(base: sqlite3.Connection, kind: str, first: int) -> Iterator[tuple[Any, ...]]:
    query = f"""
        SELECT r.sha256, r.name, s.status, s.text, s.theme, r.file, s.page, coalesce(s.quote, s.text), s.section, s.bbox
        FROM {CHOSEN} r CROSS JOIN statements s ON s.report = r.sha256 AND s.kind = ?2
        WHERE r.place < ?1 ORDER BY r.place, s.place
    """  # noqa: S608, names are our own
    for sha, name, status, text, heading, *place in base.execute(query, (first, kind)):
        yield sha, name, status, text, heading, (sha, *place)
