"""What a follow-up is taken to mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.filters import Facts
from qa.followup import Turn, understood

REPORTS = (Facts("a" * 64, "nordlys.pdf", "Nordlys"), Facts("b" * 64, "havnen.pdf", "Havnen"))
IN_KOLDING = "Hvor mange kom i praktik i Kolding?"


@pytest.mark.parametrize(
    ("before", "said", "meant"),
    [
        (IN_KOLDING, "og i Furesø?", "Hvor mange kom i praktik i Furesø?"),
        (IN_KOLDING, "hvad med furesø", "Hvor mange kom i praktik i Furesø?"),
        (IN_KOLDING, "Og i Furesø og Skive i 2020?", "Hvor mange kom i praktik i Furesø og Skive i 2020?"),
        ("Hvorfor trak Lemvig Kommune sig?", "hvad så med Skive", "Hvorfor trak Skive Kommune sig?"),
        ("Hvad er Koldings mål?", "og Furesø?", "Hvad er Furesøs mål?"),
        ("Hvor mange kom i job?", "og i Skive?", "Hvor mange kom i job i Skive?"),
        ("Hvad skete i Kolding og Skive?", "og i Greve?", "Hvad skete i Greve?"),
        (IN_KOLDING, "og i alt?", "Hvor mange kom i praktik i alt?"),
        ("How many got a job in Skive?", "and in Holstebro?", "How many got a job in Holstebro?"),
    ],
)
def test_municipalities_are_exchanged(before: str, said: str, meant: str) -> None:
    assert understood(said, Turn(before)) == meant


@pytest.mark.parametrize(
    ("before", "said", "meant"),
    [
        ("Hvornår trådte Lemvig ud?", "hvorfor?", "Hvorfor trådte Lemvig ud?"),
        ("Hvorfor trak Lemvig sig?", "Hvornår skete det?", "Hvornår trak Lemvig sig?"),
        ("Er målet nået?", "hvorfor?", "Hvorfor er målet nået?"),
        ("Er målet nået?", "hvorfor ikke?", "Hvorfor ikke: er målet nået?"),
        ("Hvorfor trak Lemvig sig?", "hvorfor", "Hvorfor trak Lemvig sig?"),
        (
            "Hvor mange borgere begyndte i Skive?",
            "hvorfor det?",
            "Hvorfor er det, at så mange borgere begyndte i Skive?",
        ),
        ("Hvilke kommuner deltog?", "hvor mange?", "Hvor mange kommuner deltog?"),
        ("How many got a job?", "why?", "Why is it that so many got a job?"),
        ("Hvornår trådte Lemvig ud?", "hvorfor i Skive?", "Hvorfor trådte Skive ud?"),
    ],
)
def test_kinds_are_exchanged(before: str, said: str, meant: str) -> None:
    assert understood(said, Turn(before)) == meant


@pytest.mark.parametrize(
    ("before", "said", "meant"),
    [
        (IN_KOLDING, "og målet?", "Hvor mange kom i praktik i Kolding, og hvad er målet?"),
        (IN_KOLDING, "og i job?", "Hvor mange kom i job i Kolding?"),
        (IN_KOLDING, "hvor mange i job?", "Hvor mange kom i job i Kolding?"),
        (IN_KOLDING, "og budgettet?", "Hvad står der om budgettet i Kolding?"),
        ("Er mål A4 nået?", "og A5?", "Er mål A5 nået?"),
        ("Er mål A4 nået i 2020?", "og i 2021?", "Er mål A4 nået i 2021?"),
        ("Hvem er evaluator?", "hvad med mål E2?", "Hvad er status på mål E2?"),
    ],
)
def test_targets_outcomes_columns_and_years_are_exchanged(before: str, said: str, meant: str) -> None:
    assert understood(said, Turn(before)) == meant


@pytest.mark.parametrize(
    ("before", "said", "meant"),
    [
        ("Hvad er budgettet i projektet Nordlys?", "og Havnen?", "Hvad er budgettet i projektet Havnen?"),
        ("Hvad er budgettet?", "hvad med projektet Havnen?", "Hvad er budgettet i projektet Havnen?"),
        ("Hvad er Nordlys?", "Hvornår sluttede det?", "Hvornår sluttede det i projektet Nordlys?"),
        ("Hvad er Nordlys?", "Hvem har udført projektet?", "Hvem har udført projektet Nordlys?"),
        ("Hvad er Nordlys?", "Hvad er Havnen?", "Hvad er Havnen?"),
    ],
)
def test_projects_are_exchanged_and_stay(before: str, said: str, meant: str) -> None:
    assert understood(said, Turn(before), REPORTS) == meant


@pytest.mark.parametrize(
    ("before", "answer", "said", "meant"),
    [
        (IN_KOLDING, "", "Hvor mange kom i job der?", "Hvor mange kom i job i Kolding?"),
        (IN_KOLDING, "", "Hvorfor nåede den kommune ikke målet?", "Hvorfor nåede Kolding Kommune ikke målet?"),
        (
            "Hvilken kommune nåede målet?",
            "“Furesø nåede målet.” [1] “Skive nåede det ikke.” [2]",
            "Hvorfor trak kommunen sig?",
            "Hvorfor trak Furesø Kommune sig?",
        ),
        (
            "Hvad skete i Kolding og Skive?", "", "Hvorfor trak de kommuner sig?", "Hvorfor trak Kolding og Skive sig?",
        ),
        ("Hvilke kommuner faldt fra?", "", "Hvorfor faldt de fra?", "Hvorfor faldt kommunerne fra?"),
        ("Hvilke mål er nået?", "", "Hvem satte dem?", "Hvem satte målene?"),
    ],
)  # fmt: skip
def test_pronouns_stand_for_what_was_spoken_of(before: str, answer: str, said: str, meant: str) -> None:
    assert understood(said, Turn(before, answer)) == meant


@pytest.mark.parametrize(
    "said",
    [
        "Hvad lever videre efter projektet?",
        "Hvor mange kom i job i Skive?",
        "Er der kommuner, som faldt fra?",
        "Hvad fik de unge ud af det?",
        "Nævn tre læringer.",
        "tak",
        "?",
        "",
    ],
)
def test_whole_questions_and_politeness_stay_as_they_are(said: str) -> None:
    assert understood(said, Turn("Hvilke kommuner faldt fra i Kolding?")) == said


def test_without_an_earlier_question_nothing_is_taken_over() -> None:
    assert understood("og i Furesø?", None) == "og i Furesø?"


WORDS = [
    "og",
    "i",
    "Furesø",
    "hvorfor",
    "hvor",
    "mange",
    "job",
    "målet",
    "A5",
    "2020",
    "de",
    "der",
    "Nordlys",
    "?",
    "ikke",
    "hvad",
    "med",
]


@given(st.lists(st.sampled_from(WORDS), max_size=8), st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
def test_any_words_are_understood_somehow(said: list[str], before: list[str]) -> None:
    meant = understood(" ".join(said), Turn(" ".join(before)), REPORTS)
    assert meant.strip() or not " ".join(said).strip()
