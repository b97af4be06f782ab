from __future__ import annotations

import pytest

from index.analysis import terms, terms_and_parts, words


def test_stop_words_and_question_words_go() -> None:
    assert words("Hvor mange borgere har fået et job i IT-sektoren?") == ["borgere", "job", "it", "sektoren"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("borgerne", "borgeres"),
        ("Aabenraa", "Åbenrå"),
        ("kommuners", "Kommunen"),
        ("a\u030ar", "år"),
        ("bor\u00adgerne", "borgere"),
    ],
)
def test_forms_of_a_word_share_a_term(one: str, other: str) -> None:
    assert terms(one.replace("\u00ad", "")) == terms(other)


def test_numbers_stay_whole() -> None:
    assert words("4.932.400 kr. og 12,5 pct. i 2019") == ["4.932.400", "kr", "12,5", "pct", "2019"]


def test_compounds_are_found_by_their_parts() -> None:
    assert set(terms("mentor ordning")) <= set(terms_and_parts("mentorordningen"))
    assert terms_and_parts("mål") == terms("mål")
