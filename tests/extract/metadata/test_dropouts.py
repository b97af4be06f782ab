"""Municipalities that left, and sentences that only look as if they said so."""

from __future__ import annotations

import pytest

from extract.metadata.dropouts import dropouts, joiners
from extract.metadata.participants import participants
from extract.metadata.passages import passages
from extract.metadata.target_groups import groups_of
from tests.extract.metadata.made import chapter, report


def left(text: str) -> list[tuple[str, str | None, str | None]]:
    found = dropouts(passages(report(chapter(1, "Kommunerne", "project", text))))
    return [(one.name, one.when, one.reason) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lolland Kommune trådte ud i januar 2020 på grund af sygdom.", [("Lolland", "2020-01", "sygdom")]),
        ("I maj 2019 hoppede Ringsted Kommune fra.", [("Ringsted", "2019-05", None)]),
        (
            "Både Struer og Lemvig måtte opgive undervejs.",
            [("Struer", "undervejs", None), ("Lemvig", "undervejs", None)],
        ),
        ("Samarbejdet med Faxe Kommune ophørte i juni 2018.", [("Faxe", "2018-06", None)]),
        (
            "Køge Kommune udtrådte af projektet, fordi jobcentret blev omlagt.",
            [("Køge", None, "jobcentret blev omlagt")],
        ),
        ("Jobcentret i Assens trak sig ud efter en besparelse.", [("Assens", None, "en besparelse")]),
        ("Rebild er siden den 1. marts 2021 ikke længere med i projektet.", [("Rebild", "2021-03-01", None)]),
        ("Greve meldte fra, og Solrød Kommune kom med som erstatning.", [("Greve", None, None)]),
    ],
)
def test_who_left_when_and_why(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert left(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Otte borgere fra Lemvig stoppede i forløbet i maj 2019.",
        "I Horsens stoppede tre mentorer efter kort tid.",
        "Randers Kommune stoppede med at bruge skemaet.",
        "Furesø måtte ligesom de to andre kommuner opgive det igen.",
        "Kommunerne Vejle og Kolding har deltaget i hele perioden.",
        "Ingen kommuner er sprunget fra.",
        "I Skive trak en medarbejder sig i utide.",
    ],
)
def test_what_is_no_departure(text: str) -> None:
    assert left(text) == []


def test_who_came_instead() -> None:
    text = "Faxe sprang fra og blev erstattet af Furesø Kommune. Kolding kom med i marts 2020 som afløser for Vejle."
    found = passages(report(chapter(1, "Kommunerne", "project", text)))
    assert joiners(found) == ("Furesø", "Kolding")


@pytest.mark.parametrize(
    "text",
    [
        "Projektet har været i dialog med Vejle Kommune og Bornholms Regionskommune.",
        "Til sammenligning er ledigheden i Odense Kommune og Svendborg Kommune lavere.",
        "Vi har holdt interview i Skive og Viborg.",
        "Konferencen blev holdt i Middelfart.",
    ],
)
def test_a_mere_mention_is_no_participant(text: str) -> None:
    made = report(chapter(1, "Indledning", "introduction", text))
    assert list(participants(made, passages(made))) == []


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Ledere og kolleger på arbejdspladserne", ("Ledere og kolleger på arbejdspladserne",)),
        ("A. Mentorer og ledere i butikker. B. Sagsbehandlere", ("Mentorer og ledere i butikker", "Sagsbehandlere")),
        ("pårørende, fagpersoner i kommunerne og frivillige", ("Pårørende", "Fagpersoner i kommunerne", "Frivillige")),
        ("virksomheder og jobcentre", ("Virksomheder", "Jobcentre")),
        ("små og mellemstore virksomheder", ("Små og mellemstore virksomheder",)),
        ("sagsbehandlere i jobcentret samt formænd og svende på værfterne, jf. Tabel 2",
         ("Sagsbehandlere i jobcentret", "Formænd og svende på værfterne")),
    ],
)  # fmt: skip
def test_groups_of_an_enumeration(text: str, groups: tuple[str, ...]) -> None:
    assert groups_of(text) == groups
