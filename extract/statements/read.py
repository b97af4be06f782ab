"""A report's text → its learnings and its statements on embedding (forankring)."""

from __future__ import annotations

from extract.report import Embedding, Learning, Report
from extract.statements.embedding import embedding_of
from extract.statements.learnings import learnings_of
from extract.statements.pieces import pieces_of


def read_statements(report: Report) -> tuple[tuple[Learning, ...], tuple[Embedding, ...]]:
    """The learnings of a report and its statements on embedding, its text taken apart once for both."""
    pieces = pieces_of(report)
    return learnings_of(pieces, [section.title for section in report.sections]), embedding_of(pieces)


def read_learnings(report: Report) -> tuple[Learning, ...]:
    """Learnings, experiences and recommendations, one entry a statement of 5 to 80 words."""
    return learnings_of(pieces_of(report), [section.title for section in report.sections])


def read_embedding(report: Report) -> tuple[Embedding, ...]:
    """What lives on after the project and what does not, one entry a statement, with its status."""
    return embedding_of(pieces_of(report))
