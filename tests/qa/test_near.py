from __future__ import annotations

from dataclasses import replace

import pytest

from extract.report import Report
from qa.across import answer_at
from qa.desk import desk_of_reports
from tests.index.made import block, report, section

TEXT = "I alt 34 borgere i Solrød begyndte i virksomhedspraktik. Solrød Kommune betalte for deres transport."


def note() -> Report:
    one = report()
    return replace(one, sections=(section("1", "Resultater", block(1, TEXT)),), tables=())


@pytest.mark.parametrize(
    ("question", "language", "said"),
    [
        ("Hvor længe varede virksomhedspraktikken i Solrød?", "da",
         "Rapporten omtaler “virksomhedspraktikken” og “solrød”, men oplyser ikke hvor længe."),
        ("Hvor mange borgere i Solrød havde astma?", "da",
         "Rapporten omtaler “borgere” og “solrød”, men ikke “astma”."),
        ("Hvor mange borgere i Solrød havde astma?", "en",
         "The report mentions “borgere” and “solrød”, but not “astma”."),
    ],
)  # fmt: skip
def test_a_near_miss_says_what_is_told_and_what_is_not(question: str, language: str, said: str) -> None:
    answer = answer_at(desk_of_reports([note()]), question, language=language)
    assert (answer.answered, answer.kind, answer.citations) == (False, "none", ())
    assert answer.answer.startswith(said)
    assert "34 borgere i Solrød" in answer.answer
    assert answer.passages
