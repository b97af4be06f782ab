"""Answers judged by what is known of the right ones."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from cli import puljelup
from extract.errors import FileMissing
from qa.answer import Answer, Candidate, Citation
from qa.errors import QuestionsUnreadable
from qa.evaluate import figures_of
from qa.gold import GoldQuestion, read_gold
from qa.judge import Judgement, judge, states

GOLD = GoldQuestion("Hvor mange?", True, (("34", "fireogtredive"), ("borgere",)), frozenset({4, 5}))
NONE = GoldQuestion("Hvad kostede det?", False, (), frozenset())
REFUSED = Answer("?", False, "Det fremgår ikke.", "none", (), ())


def quote(text: str, page: int = 4, file: str = "a.pdf") -> Citation:
    return Citation("0" * 64, file, "1", "T", page, (0.0, 0.0, 1.0, 1.0), text, 1.0)


def passage(page: int, file: str = "a.pdf", pages: tuple[int, ...] = ()) -> Candidate:
    return Candidate("p", "0" * 64, file, "1", "T", page, pages or (page,), "text", "tekst", 1.0)


def given_answer(text: str, *citations: Citation, passages: tuple[Candidate, ...] = ()) -> Answer:
    return Answer("?", True, text, "extractive", citations, passages)


def judged(answer: Answer, gold: GoldQuestion = GOLD, file: str | None = None) -> Judgement:
    return judge(gold, answer, lambda one: one.quote != "opdigtet", file)


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (given_answer("34 borgere.", quote("i alt 34 borgere")), ""),
        (given_answer("Mange.", quote("i alt 34 borgere")), ""),
        (given_answer("34 borgere.", quote("en tom sætning her")), "facts missing"),
        (given_answer("34 af dem.", quote("i alt 34 kom")), "facts missing"),
        (given_answer("34 borgere.", quote("i alt 34 borgere", page=9)), "wrong page"),
        (
            given_answer("34 borgere.", *[quote("noget helt andet", 9)] * 3, quote("34 borgere kom")),
            "facts missing, wrong page",
        ),
        (given_answer("ord " * 120 + "34 borgere", quote("en tom sætning her")), "facts missing"),
        (given_answer("", quote("ord " * 80 + "34 borgere")), "facts missing"),
        (REFUSED, "not answered"),
    ],
)
def test_what_is_wrong_with_an_answer(answer: Answer, fault: str) -> None:
    found = judged(answer)
    assert (found.fault, found.right) == (fault, not fault)


def test_where_there_is_no_answer_the_right_one_is_to_say_so() -> None:
    assert judged(REFUSED, NONE).right
    assert judged(given_answer("12 kr.", quote("det kostede 12 kr.")), NONE).fault.startswith("answered")


def test_only_what_is_of_the_file_counts() -> None:
    answer = given_answer("34 borgere.", quote("i alt 34 borgere", file="b.pdf"), passages=(passage(4, "b.pdf"),))
    assert judged(answer).right
    other = judged(answer, file="a.pdf")
    assert (other.right, other.in_passages, other.quotes, other.verbatim) == (False, False, 1, 0)


def test_any_page_of_the_first_five_passages_counts() -> None:
    assert judged(given_answer("", passages=(passage(3, pages=(3, 4)),))).in_passages
    assert not judged(given_answer("", passages=(*[passage(9)] * 5, passage(4)))).in_passages


def test_figures_are_shares_of_what_they_are_about() -> None:
    right = given_answer("34 borgere.", quote("i alt 34 borgere"), quote("opdigtet"), passages=(passage(5),))
    found = figures_of([judged(right), judged(REFUSED), judged(REFUSED, NONE), judged(right, NONE)])
    assert asdict(found) == {
        "questions": 4, "right": 0.5, "right_of_answerable": 0.5, "facts": 0.5, "page": 0.5, "page_in_top5": 0.5,
        "abstained_when_unanswerable": 0.5, "wrongly_abstained": 0.5, "quotes_verbatim": 0.5,
    }  # fmt: skip
    assert figures_of([]).right == 1.0


@pytest.mark.parametrize(
    ("fact", "text", "stated"),
    [
        ("34", "i alt 34.", True), ("34", "34,0 pct.", True), ("34", "9347", False), ("34", "34,5", False),
        ("34", "1.34", False), ("34", "34.000", False), ("4.900", "4.900 kr.", True), ("Opfyldt", "er opfyldt", True),
        ("fast kontakt", "en FAST\nkontakt", True), ("“ja” – måske", '"ja" - måske', True), ("nej", "ja", False),
    ],
)  # fmt: skip
def test_what_states_a_fact(fact: str, text: str, stated: bool) -> None:
    assert states(text, fact) is stated


@given(st.integers(0, 10**6), st.sampled_from(["", "0", "9", ".1", ",5"]), st.sampled_from(["", "1", "1.", "7,"]))
def test_a_figure_within_another_is_not_stated(number: int, after: str, before: str) -> None:
    assert states(f"Der var {before}{number}{after} i alt", str(number)) is (not before and not after)


def test_gold_is_read_and_what_is_none_is_refused(tmp_path: Path, examples: dict[str, Path]) -> None:
    for pdf in examples.values():
        questions = pdf.with_suffix(".questions.json")
        if questions.is_file():
            assert len(read_gold(questions)) == len(json.loads(questions.read_text("utf-8")))
    with pytest.raises(FileMissing):
        read_gold(tmp_path / "none.json")
    bad: list[object] = [
        {}, [], ["Hvem?"], [{"question": "Hvem?"}], [{"question": "Hvem?", "answerable": True}],
        [{"question": "Hvem?", "answerable": True, "facts": [["a"]], "pages": []}],
        [{"question": "Hvem?", "answerable": True, "facts": ["a"], "pages": [1]}],
    ]  # fmt: skip
    for data in bad:
        (tmp_path / "bad.json").write_text(json.dumps(data), "utf-8")
        with pytest.raises(QuestionsUnreadable):
            read_gold(tmp_path / "bad.json")


@pytest.mark.reader
def test_the_command_tells_figures_and_what_was_wrong(
    examples: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PULJELUP_CACHE", str(tmp_path))
    pdf = examples["havnen"]
    call = ["qa", "evaluate", str(pdf.with_suffix(".questions.json")), str(pdf)]
    done = CliRunner().invoke(puljelup, [*call, "--json", "-v"])
    assert done.exit_code == 0, done.output
    figures = json.loads(done.stdout)
    assert figures["quotes_verbatim"] == 1.0
    assert len(figures["wrong"]) == round((1 - figures["right"]) * figures["questions"])
    text = CliRunner().invoke(puljelup, call).stdout
    assert f"right                        {figures['right']:.3f}" in text
