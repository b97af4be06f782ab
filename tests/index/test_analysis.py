from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.analysis import Analyser, analyser
from index.compounds import parts
from index.folding import fold
from index.lemmas import lemma_table


@pytest.fixture(scope="module")
def danish() -> Analyser:
    return analyser(make=True)


def stems(danish: Analyser, text: str) -> list[str]:
    return danish.fields(text)[0]


def test_stop_words_and_question_words_go(danish: Analyser) -> None:
    asked = "Hvor mange borgere har fået et job i kommunen?"
    assert stems(danish, asked) == stems(danish, "mange borgere har fået job kommunen")
    assert danish.content(asked) == stems(danish, "borgere job kommunen")


def test_words_that_turn_a_question_stay(danish: Analyser) -> None:
    assert stems(danish, "uden støtte") != stems(danish, "efter støtte") != stems(danish, "støtte")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("borgerne", "borgeres"),
        ("Aabenraa", "Åbenrå"),
        ("kommuners", "Kommunen"),
        ("a\u030ar", "år"),
        ("bor\u00adgerne", "borgere"),
        ("børnene", "barn"),
        ("boern", "børn"),
        ("mænd", "mand"),
        ("større", "stor"),
        ("IDÉER", "ideer"),
        ("forankringen", "forankringens"),
    ],
)
def test_forms_of_a_word_share_a_term(danish: Analyser, one: str, other: str) -> None:
    assert stems(danish, one) == stems(danish, other)


@pytest.mark.parametrize(("one", "other"), [("gård", "gerd"), ("lære", "lede"), ("mål", "mal")])
def test_other_words_do_not(danish: Analyser, one: str, other: str) -> None:
    assert stems(danish, one) != stems(danish, other)


def test_hyphenated_words_are_found_whole_and_split(danish: Analyser) -> None:
    found = set(stems(danish, "IT-systemer og e-læring"))
    assert found >= {*stems(danish, "itsystemer"), *stems(danish, "systemer"), *stems(danish, "elæring")}


def test_numbers_are_found_as_printed_and_normalised(danish: Analyser) -> None:
    assert stems(danish, "4.932.400 kr. og 12,5 pct. i 2019, konto 17.59.21.20") == [
        "4.932.400", "4932400", "kr", "12,5", "pct", "2019", *stems(danish, "konto"), "17.59.21.20",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("compound", "inside"),
    [
        ("mentorordningen", "mentor ordning"),
        ("virksomhedspraktikker", "virksomhed praktik"),
        ("progressionsmålinger", "progression måling"),
        ("ledighedsperioden", "ledighed periode"),
        ("dagpengemodtagere", "dagpenge modtager"),
        ("aktivitetsmål", "aktivitet mål"),
        ("jobcentermedarbejder", "jobcenter medarbejder"),
    ],
)
def test_compounds_are_found_by_their_parts(danish: Analyser, compound: str, inside: str) -> None:
    both = danish.fields(compound)[1]
    assert set(stems(danish, inside)) <= set(both)
    assert both[: len(stems(danish, compound))] == stems(danish, compound)


@pytest.mark.parametrize("word", ["mål", "børnene", "forankring", "samarbejde", "kommunerne", "opfyldelse"])
def test_other_words_are_left_whole(danish: Analyser, word: str) -> None:
    assert parts(fold(word), danish.rank) == ()


@given(st.text(max_size=200))
def test_any_text_is_analysed_and_case_says_nothing(text: str) -> None:
    one, both = analyser(make=True).fields(text)
    assert both[: len(one)] == one
    assert all(term and not term.isspace() for term in both)
    assert analyser(make=True).fields(text.lower()) == analyser(make=True).fields(text.lower())


@given(st.text("abcdeosnmlrt", min_size=7, max_size=25))
def test_parts_stand_in_the_word(word: str) -> None:
    rank = analyser(make=True).rank
    assert all(part in word and rank(part) for part in parts(word, rank))


def test_without_a_table_words_stem_by_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULJELUP_CACHE", str(tmp_path))
    lemma_table.cache_clear()
    analyser.cache_clear()
    try:
        plain = analyser()
        assert not list(tmp_path.iterdir())
        assert plain.fields("kommunernes mentorordning")[0] == plain.fields("kommune mentorordningen")[0]
    finally:
        lemma_table.cache_clear()
        analyser.cache_clear()
