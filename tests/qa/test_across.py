from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from extract.report import Report
from index.build import build
from index.filters import Filters
from qa.across import answer_at
from qa.desk import Desk, desk_of_index, desk_of_reports
from qa.errors import NothingToAsk
from tests.index.hashed import HashedEncoder
from tests.index.made import block, report, section


def told(number: int, project: str, text: str) -> Report:
    one = report()
    source = replace(one.source, sha256=f"{number}" * 64, file=f"{project.lower().replace(' ', '-')}.pdf")
    about = replace(one.metadata, project=project)
    return replace(one, source=source, metadata=about, sections=(section("1", "Baggrund", block(1, text)),), tables=())


def three() -> list[Report]:
    return [
        told(1, "Nordlys", "Solrød Kommune forlod projektet i maj 2019, fordi jobcentret skiftede ledelse."),
        told(2, "Havnen", "Greve Kommune forlod projektet, fordi der manglede borgere i målgruppen."),
        told(3, "Broerne", "Kurset blev holdt i august, og alle fik et kursusbevis."),
    ]


@pytest.fixture(params=["memory", "index"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Desk:
    if request.param == "memory":
        return desk_of_reports(three())
    build(tmp_path / "index", three(), None)
    return desk_of_index(tmp_path / "index")


def test_the_answer_ends_with_who_speaks_of_it_and_who_is_silent(desk: Desk) -> None:
    answer = answer_at(desk, "Hvorfor forlod kommuner projektet?")
    assert {citation.file for citation in answer.citations} >= {"nordlys.pdf", "havnen.pdf"}
    assert answer.answer.endswith("2 af 3 rapporter omtaler dette; 1 nævner det ikke: broerne.pdf.")


def test_a_question_that_names_a_project_is_put_to_its_report_alone(desk: Desk) -> None:
    answer = answer_at(desk, "Hvorfor forlod en kommune projektet Havnen?")
    assert {passage.file for passage in answer.passages} == {"havnen.pdf"}
    assert "rapporter omtaler" not in answer.answer


def test_filters_leave_reports_out(desk: Desk) -> None:
    answer = answer_at(desk, "Hvorfor forlod kommuner projektet?", filters=Filters(report=("nordlys.pdf",)))
    assert {citation.file for citation in answer.citations} == {"nordlys.pdf"}


def test_no_library_is_told_in_two_lines(tmp_path: Path) -> None:
    with pytest.raises(NothingToAsk, match="no library"):
        desk_of_index(tmp_path / "index")


def test_a_question_to_all_projects_has_an_answer_of_each(desk: Desk) -> None:
    answer = answer_at(desk, "Hvorfor forlod kommuner projekterne?")
    first, second, coverage = answer.answer.splitlines()
    assert {first.split(":")[0], second.split(":")[0]} == {"Nordlys", "Havnen"}
    assert coverage == "2 af 3 rapporter omtaler dette; 1 nævner det ikke: broerne.pdf."
    assert [citation.file for citation in answer.citations] == [
        f"{line.split(':')[0].lower()}.pdf" for line in (first, second)
    ]


def test_an_index_made_with_an_encoder_that_is_not_here_is_searched_by_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    build(tmp_path / "index", three(), HashedEncoder())
    answer = answer_at(desk_of_index(tmp_path / "index"), "Hvorfor forlod Greve Kommune projektet?")
    assert "der manglede borgere i målgruppen" in answer.answer
    assert "Searched by words alone" in capsys.readouterr().err
