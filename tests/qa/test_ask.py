from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.report import Block, Region, Report, TextLine
from qa.ask import ask
from qa.question import LONGEST, QuestionEmpty, QuestionTooLong
from tests.index.made import block, report, section, table

WHY = "Solrød Kommune forlod projektet i maj 2019. Det skyldtes, at jobcentret skiftede ledelse. Ingen anden kom til."


def note() -> Report:
    goals = section("2", "Mål", block(5, "", "table", table="2-1"), block(6, "Alle mål for forløb er opfyldt i 2020."))
    return replace(report(), sections=(section("1", "Baggrund", block(1, WHY)), goals), tables=(table(),))


def test_the_answer_quotes_section_and_page_in_danish() -> None:
    answer = ask("Hvorfor forlod Solrød projektet?", [note()])
    assert (answer.answered, answer.kind) == (True, "extractive")
    assert answer.answer.startswith("“Solrød Kommune forlod projektet i maj 2019. Det skyldtes, at jobcentret")
    first = answer.citations[0]
    assert (first.quote, first.section, first.section_title, first.page) == (WHY, "1", "Baggrund", 1)
    assert first.file == "note.pdf"
    assert answer.passages[0].pages == (1,)


def test_a_table_row_is_quoted_with_the_boxes_of_its_cells() -> None:
    rows = (("Nørreby Kommune", "12 forløb"),)
    cells = tuple(replace(c, text=t) for c, t in zip(table().cells[2:], rows[0], strict=True))
    answer = ask(
        "Hvor mange forløb havde Nørreby?", [replace(note(), tables=(replace(table(), rows=rows, cells=cells),))]
    )
    assert answer.citations[0].quote == "Nørreby Kommune 12 forløb"
    assert answer.citations[0].bbox == (70.0, 220.0, 270.0, 235.0)


def test_two_reports_are_told_apart() -> None:
    other = replace(note(), source=replace(note().source, file="anden.pdf", sha256="1" * 64))
    answer = ask("Hvorfor forlod Solrød projektet?", [note(), other])
    assert {citation.file for citation in answer.citations} == {"note.pdf", "anden.pdf"}
    first, second, coverage = answer.answer.splitlines()
    assert first.startswith("Evaluering af Lysene (note.pdf): “Solrød Kommune forlod projektet")
    assert second.startswith("Evaluering af Lysene (anden.pdf): ")
    assert coverage == "2 af 2 rapporter omtaler dette."


def test_nothing_is_answered_where_no_word_of_the_question_stands() -> None:
    answer = ask("Hvad kostede satellitten?", [note()])
    assert (answer.answered, answer.kind, answer.citations, answer.passages) == (False, "none", (), ())
    assert answer.answer == "Det kan ikke læses i rapporten: ingen af spørgsmålets ord står der."
    assert "ingen tekst" in ask("Hvad så?", []).answer


def test_as_many_passages_as_asked_for() -> None:
    sections = tuple(section(str(n), f"Kapitel {n}", block(n, f"{WHY} Det var kapitel {n}.")) for n in range(1, 9))
    answer = ask("Hvorfor forlod Solrød projektet?", [replace(note(), sections=sections)], top=7)
    assert len(answer.passages) == 7
    assert len(answer.citations) == 3


@pytest.mark.parametrize(
    ("question", "error"), [("", QuestionEmpty), (" ?! ", QuestionEmpty), ("a" * (LONGEST + 1), QuestionTooLong)]
)
def test_what_is_no_question_is_refused(question: str, error: type[QuestionEmpty | QuestionTooLong]) -> None:
    with pytest.raises(error) as caught:
        ask(question, [note()])
    assert caught.value.what
    assert caught.value.todo


WORDS = ["Solrød", "jobcentret", "mål", "borgere", "nåede", "2019.", "f.eks.", "Alle"]


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=30), min_size=1, max_size=4), st.data())
def test_every_quote_stands_word_for_word_on_the_page_it_names(texts: list[list[str]], data: st.DataObject) -> None:
    blocks = []
    for number, words in enumerate(texts):
        text = " ".join(words)
        cut = data.draw(st.integers(0, len(text)))
        lines = tuple(
            TextLine(start, end, page, (0.0, 9.0 * page, 99.0, 9.0 * page + 9))
            for start, end, page in ((0, cut, 1), (cut, len(text), 2))
            if start < end
        )
        regions = tuple(Region(line.page, line.bbox) for line in lines)
        blocks.append(Block(f"b{number}", "paragraph", text, regions, lines))
    answer = ask("Nåede borgere i Solrød målet?", [replace(note(), sections=(section("1", "Alt", *blocks),))])
    for citation in answer.citations:
        homes = [b for b in blocks if citation.quote in b.text]
        assert len(citation.quote.split()) >= 3
        assert any(
            line.page == citation.page
            and line.bbox == citation.bbox
            and citation.quote in b.text[line.start : line.end]
            for b in homes
            for line in b.lines
        )


def test_asking_imports_nothing_heavy() -> None:
    code = "import sys; from qa.ask import ask; from tests.index.made import report; ask('Hvad virkede?', [report()]);"
    code += "print(sorted({'torch', 'spacy', 'simplemma', 'pypdfium2', 'pdfplumber', 'wordfreq'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
