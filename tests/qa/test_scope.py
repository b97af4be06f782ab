from __future__ import annotations

import pytest

from index.filters import Facts, Filters
from qa.scope import scope_of

REPORTS = (
    Facts("1" * 64, "nordlys.pdf", "Nordlys"),
    Facts("2" * 64, "sti.pdf", "Stien"),
    Facts("3" * 64, "sti-til-arbejde.pdf", "Stien til Arbejde"),
)


@pytest.mark.parametrize(
    ("question", "files", "words"),
    [
        ("Hvor stor var bevillingen til Nordlys?", ["nordlys.pdf"], "Hvor stor var bevillingen til ?"),
        ("Hvornår sluttede Stien til Arbejde?", ["sti-til-arbejde.pdf"], "Hvornår sluttede ?"),
        ("Hvad er Nordlys' budget?", ["nordlys.pdf"], "Hvad er budget?"),
        ("hvad er stiens budget", ["sti.pdf"], "hvad er budget"),
        ("Hvad står der i sti.pdf om budget?", ["sti.pdf"], "Hvad står der i om budget?"),
        ("Hvad er budgettet?", ["nordlys.pdf", "sti.pdf", "sti-til-arbejde.pdf"], "Hvad er budgettet?"),
        ("Nordlys", ["nordlys.pdf"], "Nordlys"),
    ],
)
def test_a_project_that_is_named_is_asked_alone_and_its_name_is_not_searched_for(
    question: str, files: list[str], words: str
) -> None:
    scope = scope_of(question, REPORTS)
    assert [facts.file for facts in scope.reports] == files
    assert scope.words == words
    assert scope.named == (len(files) == 1)


def test_filters_come_before_names() -> None:
    scope = scope_of("Hvad er budgettet i Nordlys?", REPORTS, Filters(report=("sti.pdf",)))
    assert [facts.file for facts in scope.reports] == ["sti.pdf"]
    assert scope.filters.report == ("2" * 64,)
