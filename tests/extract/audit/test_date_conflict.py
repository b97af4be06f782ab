"""Dates that cannot all be so, and dates that only look odd."""

from __future__ import annotations

import pytest

from extract.audit.check import Check
from extract.report import Period
from tests.extract.audit.reports import checks, found, made

PERIOD = Period("2018-08", "2021-06")


def late(sentence: str, published: str | None = "2021-09") -> list[tuple[object, object]]:
    """What is found of a sentence in a report published then."""
    return found(made("# Resumé", sentence, published=published, period=PERIOD), "date_conflict")


@pytest.mark.parametrize(
    "sentence",
    [
        "Den sidste temadag blev holdt den 14. november 2021 i Vejle.",
        "I januar 2022 lukkede værkstedet i Thisted.",
        "Styregruppen mødtes i oktober 2021 for at gøre status.",
        "Efter en omlægning i februar 2022 har jobcentret overtaget opgaven.",
        "I foråret 2022 er der gennemført 12 forløb.",
        "Opfølgningen i november 2021 viste, at 30 borgere fortsat var i job.",
    ],
)
def test_an_event_after_the_publication(sentence: str) -> None:
    assert len(late(sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Den sidste temadag holdes den 14. november 2021 i Vejle.",
        "Kommunen har besluttet at fortsætte til december 2023.",
        "Der er bevilget midler frem til udgangen af 2022.",
        "Konferencen blev holdt i september 2021.",
        "Den sidste temadag er planlagt til november 2021.",
        "Kommunens vision 2030 blev vedtaget i 2018.",
        "Handleplanen for 2022 blev godkendt i juni 2021.",
        "Fra 1. januar 2022 overtager jobcentret opgaven.",
        "Konferencen den 3. februar 2022 er udsolgt.",
        "Aftalen udløber i december 2022.",
        "Det blev besluttet at holde kurset i januar 2022.",
    ],
)
def test_what_lies_ahead_is_no_event(sentence: str) -> None:
    assert late(sentence) == []


def test_a_bare_year_is_no_date_of_publication() -> None:
    assert late("Workshoppen blev holdt i maj 2022.", published="2021") == []


def test_many_late_events_say_that_the_publication_was_misread() -> None:
    report = made(
        "# Resumé",
        "Workshoppen blev holdt i maj 2022.",
        "I juni 2022 deltog alle fem kommuner i et seminar.",
        "Spørgeskemaet blev besvaret i august 2022.",
        published="2021-01",
    )
    assert found(report, "date_conflict") == []
    unsure: list[Check] = [c for c in checks(report, "date_conflict") if c.holds is None]
    assert len(unsure) == 3


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Uddannelsen løb fra marts 2020 til oktober 2019.", True),
        ("Uddannelsen løb fra oktober 2019 til marts 2020.", False),
        ("Starten blev flyttet fra marts 2020 til oktober 2019.", False),
        ("I projektperioden blev der i februar 2018 holdt en workshop om job.", True),
        ("I projektperioden blev der i februar 2019 holdt en workshop om job.", False),
        ("I projektperioden blev der i 2021 holdt en workshop om job.", False),
        ("Før projektperioden blev der i februar 2018 holdt en workshop om job.", False),
    ],
)
def test_periods(sentence: str, wrong: bool) -> None:
    assert (len(late(sentence)) == 1) is wrong
