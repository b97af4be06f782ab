"""What every reader keeps to, whatever it is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from extract.errors import WrongUsage
from extract.report import Report
from extract.serialise import report_from_json, to_json
from index.build import build
from index.filters import Filters
from qa.answer import Answer
from qa.desk import Desk, desk_of_index, desk_of_reports
from qa.llm_endpoint import EndpointOptions
from qa.question import LONGEST, QuestionEmpty, QuestionTooLong
from qa.readers import ExtractiveReader, ModelReader, Reader, reader_of
from qa.reading import read_reports
from tests.qa.scripted import Heard, Says, asked_of, says, serving

QUESTIONS = (
    "Hvorfor trådte Lemvig Kommune ud?",
    "Hvad lever videre efter projektet?",
    "Hvor mange begyndte et forløb i Skive?",
    "Er målene nået?",
)


def quoting(heard: Heard) -> Says:
    """A model that says of each passage its first text, word for word, and invents one more."""
    told = [
        {"text": f"Der står noget i {passage['id']}.", "quote": text["text"], "passage": passage["id"]}
        for passage in asked_of(heard)["passages"][:3]
        for text in passage["texts"][:1]
        if "pages" not in text
    ]
    told = [{**one, "text": re.sub(r"\d", "", one["text"])} for one in told]
    return says(*told, {"text": "Opdigtet.", "quote": "ord som ingen har skrevet", "passage": "P1", "page": 1})


@pytest.fixture(scope="module", params=["extractive", "llm"])
def reader(request: pytest.FixtureRequest) -> Iterator[Reader]:
    if request.param == "extractive":
        yield ExtractiveReader()
        return
    with serving(quoting) as server:
        yield ModelReader(server.endpoint())


@pytest.fixture(scope="module")
def reports(examples: dict[str, Path]) -> list[Report]:
    return [report_from_json(to_json(one)) for one in read_reports([examples["nordlys"], examples["havnen"]])]


@pytest.fixture(scope="module", params=["memory", "index"])
def desk(request: pytest.FixtureRequest, reports: list[Report], tmp_path_factory: pytest.TempPathFactory) -> Desk:
    if request.param == "memory":
        return desk_of_reports(reports)
    folder = tmp_path_factory.mktemp("library") / "index"
    build(folder, reports, None)
    return desk_of_index(folder)


def bodies(report: Report, page: int) -> list[str]:
    """Texts of which a quote on this page may be a part."""
    found = [
        block.text[min(line.start for line in block.lines if line.page == page) :]
        for section in report.sections
        for block in section.blocks
        if any(line.page == page for line in block.lines)
    ]
    found += [text for block in _blocks(report) if any(r.page == page for r in block.regions) for text in (block.text,)]
    for table in report.tables:
        if any(region.page == page for region in table.regions):
            found += [" ".join(row) for row in table.rows]
            found += [table.caption or "", *(cell.text for cell in table.cells), *(note for note in table.notes)]
    found += [section.title for section in report.sections]
    found += [block.margin_heading or "" for block in _blocks(report)]
    return found + [one.text for one in report.furniture if one.page == page]


def _blocks(report: Report) -> list:  # type: ignore[type-arg]
    return [block for section in report.sections for block in section.blocks]


@pytest.mark.reader
@pytest.mark.parametrize("question", QUESTIONS)
def test_quotes_stand_word_for_word_on_their_page(
    reader: Reader, desk: Desk, reports: list[Report], question: str
) -> None:
    answer = reader.answer(desk, question)
    assert answer.question == question
    by_hash = {report.source.sha256: report for report in reports}
    for citation in answer.citations:
        assert any(citation.quote in body for body in bodies(by_hash[citation.document], citation.page))
        assert citation.bbox[0] < citation.bbox[2]
        assert citation.bbox[1] < citation.bbox[3]


@pytest.mark.reader
@pytest.mark.parametrize("question", QUESTIONS)
def test_numbers_in_an_answer_are_those_of_its_citations(reader: Reader, desk: Desk, question: str) -> None:
    answer = reader.answer(desk, question)
    named = {int(number) for number in re.findall(r"\[(\d+)\]", answer.answer)}
    assert named <= set(range(1, len(answer.citations) + 1))
    if answer.answered:
        assert named
        assert answer.kind in ("extractive", "records", "generated")
    else:
        assert (answer.kind, answer.citations) == ("none", ())
        assert answer.answer


@pytest.mark.reader
def test_as_many_passages_as_asked_for_best_first(reader: Reader, desk: Desk) -> None:
    passages = reader.answer(desk, QUESTIONS[1], top=3).passages
    assert len(passages) == 3
    assert sorted((passage.score for passage in passages), reverse=True) == [passage.score for passage in passages]


@pytest.mark.reader
def test_only_what_the_filters_allow_is_quoted_and_shown(reader: Reader, desk: Desk) -> None:
    answer = reader.answer(desk, QUESTIONS[1], filters=Filters(report=("havnen.pdf",)))
    assert answer.passages
    assert {one.file for one in answer.passages} | {one.file for one in answer.citations} == {"havnen.pdf"}


@pytest.mark.reader
@pytest.mark.parametrize(("question", "error"), [(" ?! ", QuestionEmpty), ("a" * (LONGEST + 1), QuestionTooLong)])
def test_what_is_no_question_is_refused(
    reader: Reader, desk: Desk, question: str, error: type[QuestionEmpty | QuestionTooLong]
) -> None:
    with pytest.raises(error):
        reader.answer(desk, question)


def test_reports_without_text_give_no_answer(reader: Reader) -> None:
    answer: Answer = reader.answer(desk_of_reports([]), QUESTIONS[0])
    assert (answer.answered, answer.kind, answer.passages) == (False, "none", ())


@pytest.mark.reader
def test_the_same_question_gives_the_same_answer(reader: Reader, desk: Desk) -> None:
    assert reader.answer(desk, QUESTIONS[0]) == reader.answer(desk, QUESTIONS[0])


def test_readers_by_name() -> None:
    assert isinstance(reader_of("extractive", EndpointOptions()), ExtractiveReader)
    assert isinstance(reader_of("llm", EndpointOptions("http://localhost:1", "m")), ModelReader)
    with pytest.raises(WrongUsage, match="not used"):
        reader_of("extractive", EndpointOptions("http://localhost:1"))
