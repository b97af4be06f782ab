"""A question and reports in memory → an answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.report import Report
from qa.across import answer_at
from qa.answer import Answer
from qa.desk import desk_of_reports

if TYPE_CHECKING:
    from index.encoders import Encoder


def ask(question: str, reports: Sequence[Report], top: int = 5, encoder: Encoder | None = None) -> Answer:
    """Answer from reports in memory; without an encoder they are searched by words alone."""
    return answer_at(desk_of_reports(reports, encoder), question, top=top)
