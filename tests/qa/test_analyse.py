from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.analyse import analyse, is_english

WORDS = ("aftale", "borgere", "kommuner", "praktik", "virksomhedspraktik", "årsagen", "mentorer")


class Known:
    """A few words of a report."""

    def holds(self, word: str) -> bool:
        return word in WORDS

    def beginning(self, letters: str) -> Iterable[str]:
        return [word for word in WORDS if word.startswith(letters)]


@pytest.mark.parametrize(
    ("question", "kinds", "expects"),
    [
        ("Hvorfor sprang kommuner fra?", {"why"}, ()),
        ("Hvor mange borgere kom i praktik?", {"number"}, ("figure",)),
        ("Hvornår begyndte projektet?", {"when"}, ("date",)),
        ("Hvad kostede en aftale?", {"number"}, ("figure", "unit")),
        ("Hvilke kommuner deltog?", {"list"}, ("municipality",)),
        ("Hvor fortsætter netværket?", {"embedding"}, ("municipality",)),
        ("Hvem har evalueret projektet?", {"who"}, ("name",)),
        ("Hvilken finanslovskonto er brugt?", {"which"}, ("unit",)),
        ("Hvad er erfaringen med mentorer?", {"learning"}, ()),
        ("Why did the municipality leave?", {"why"}, ()),
    ],
)
def test_the_kind_of_a_question_and_what_an_answer_must_show(
    question: str, kinds: set[str], expects: tuple[str, ...]
) -> None:
    asked = analyse(question, Known())
    assert kinds <= set(asked.kinds)
    assert asked.expects == expects


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("aarsagen", "årsagen"),
        ("borgre", "borgere"),
        ("komuner", "kommuner"),
        ("Aabenraa", "aabenraa"),
        ("laenge", "længe"),
    ],
)
def test_slips_and_letters_that_were_not_to_be_had_are_mended(written: str, meant: str) -> None:
    assert meant in analyse(f"Hvad med {written}?", Known()).query.lower()


def test_names_targets_and_numbers_are_found() -> None:
    asked = analyse("Nåede Furesø de 480 borgere i mål A5, som DHF ville?", Known())
    assert (asked.municipalities, asked.targets) == (("Furesø",), ("A5",))
    assert {term.words for term in asked.terms if term.entity} >= {"furesø", "a5", "dhf"}


def test_what_is_counted_is_known() -> None:
    counted = [term.words for term in analyse("Hvor mange af de borgere kom i praktik?", Known()).terms if term.counted]
    assert counted == ["borgere"]


def test_an_english_question_is_searched_for_in_danish_and_compared_in_english() -> None:
    asked = analyse("How many citizens got an internship with quuxes?", Known())
    assert is_english(asked.question)
    assert {"borgere", "praktik"} <= set(asked.query.split(" "))
    assert asked.meant == "How many citizens got an internship with quuxes?"
    assert "quuxes" not in {term.words for term in asked.terms}


@given(st.text(max_size=200))
def test_any_text_is_taken(text: str) -> None:
    asked = analyse(text, Known())
    assert all(0.0 <= term.weight <= 1.0 for term in asked.terms)
