"""Names: registers that are complete, and mentions that are meant."""

from __future__ import annotations

import itertools
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.danish.names import mentions_in, municipalities_in, municipality
from extract.danish.nlp import pipeline
from extract.danish.registers import (
    Municipality,
    agency,
    all_agencies,
    all_benefits,
    all_municipalities,
    all_pools,
    all_regions,
)

TOWNS = all_municipalities()


def test_there_are_98_municipalities_in_five_regions() -> None:
    assert len(TOWNS) == 98
    assert len({town.code for town in TOWNS}) == 98
    assert len({town.name for town in TOWNS}) == 98
    assert Counter(town.region for town in TOWNS) == {
        "Hovedstaden": 29,
        "Sjælland": 17,
        "Syddanmark": 22,
        "Midtjylland": 19,
        "Nordjylland": 11,
    }
    assert {f"Region {town.region}" for town in TOWNS} == {region.name for region in all_regions()}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("101", "København"),
        ("190", "Furesø"),
        ("400", "Bornholm"),
        ("492", "Ærø"),
        ("751", "Aarhus"),
        ("860", "Hjørring"),
    ],
)
def test_codes_are_those_of_the_register(code: str, name: str) -> None:
    assert [town.name for town in TOWNS if town.code == code] == [name]


def test_successors_and_ministries_are_in_the_register() -> None:
    for body in all_agencies():
        assert body.successor is None or agency(body.successor)
        assert body.ministry is None or agency(body.ministry)
    servicestyrelsen = agency("Servicestyrelsen")
    assert servicestyrelsen is not None
    assert servicestyrelsen.successor == "Socialstyrelsen"
    assert agency("AMS") == agency("Arbejdsmarkedsstyrelsen")
    assert len(all_benefits()) >= 25
    assert any(pool.code == "17.59.21.20" for pool in all_pools())


@given(st.sampled_from(TOWNS), st.sampled_from(["{} Kommune", "i {} og omegn", "{}s jobcenter", "jobcentret i {}"]))
def test_every_municipality_is_found_in_running_text(town: Municipality, frame: str) -> None:
    name = town.name
    text = f"Det sker {frame.format(name)} hvert år."
    found = municipalities_in(text)
    assert [mention.name for mention in found] == [name]
    assert text[found[0].start : found[0].end] == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kommunerne Horsens, Silkeborg og Viborg", ["Horsens", "Silkeborg", "Viborg"]),
        ("Horsens: 24 Silkeborg: 19", ["Horsens", "Silkeborg"]),
        ("KØBENHAVNS KOMMUNE", ["København"]),
        ("Århus, Åbenrå, Høje Taastrup og Fåborg-Midtfyn", ["Aarhus", "Aabenraa", "Høje-Taastrup", "Faaborg-Midtfyn"]),
        ("Bornholms Regionskommune", ["Bornholm"]),
        ("Horsens' jobcenter", ["Horsens"]),
        ("Da Aalborg sprang fra", ["Aalborg"]),
        ("Vejen Kommune og Vejle", ["Vejen", "Vejle"]),
        ("Vejen, Varde og Esbjerg er med.", ["Vejen", "Varde", "Esbjerg"]),
        ("Struer", ["Struer"]),
        ("Jobcenter Kolding", ["Kolding"]),
        ("Ringkøbing-Skjern", ["Ringkøbing-Skjern"]),
    ],
)
def test_municipalities_in_all_their_forms(text: str, names: list[str]) -> None:
    assert [mention.name for mention in municipalities_in(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Vejen er lang, og odder ses sjældent.",
        "Vi begyndte. Vejen til job er lang.",
        "Havnepladsen 14, 8700 Horsens",
        "2000 Frederiksberg C",
        "Jens Holbæk og Mette Viborg",
        "Odense Universitetshospital",
        "Hotel Vejle",
        "Vejle-modellen",
        "kontakt@odense.dk",
        "på vejen, at faxe og at skive",
    ],
)
def test_what_only_looks_like_a_municipality(text: str) -> None:
    assert municipalities_in(text) == ()


@pytest.mark.parametrize("name", ["Københavns Kommune", "København", "københavn", "KØBENHAVN"])
def test_a_municipality_by_any_form_of_its_name(name: str) -> None:
    found = municipality(name)
    assert found is not None
    assert found.code == "101"


def test_bodies_and_benefits() -> None:
    text = "Styrelsen for Arbejdsmarked og Rekrutterings pulje (STAR), Region Syddanmark, kontanthjælpsmodtagere på STU"
    assert [(mention.kind, mention.name) for mention in mentions_in(text)] == [
        ("agency", "Styrelsen for Arbejdsmarked og Rekruttering"),
        ("agency", "Styrelsen for Arbejdsmarked og Rekruttering"),
        ("region", "Region Syddanmark"),
        ("benefit", "kontanthjælp"),
        ("benefit", "særligt tilrettelagt ungdomsuddannelse"),
    ]
    assert mentions_in(text, ("region",))[0].name == "Region Syddanmark"


@given(st.text())
def test_mentions_lie_in_the_text_and_never_overlap(text: str) -> None:
    found = mentions_in(text)
    assert all(0 <= mention.start < mention.end <= len(text) for mention in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_the_pipeline_splits_sentences_and_names_entities() -> None:
    doc = pipeline()('Midlerne er fra puljen "Nye veje", 2016. Horsens Kommune er bl.a. med, jf. STAR.')
    assert [(entity.text, entity.label_) for entity in doc.ents] == [
        ('puljen "Nye veje"', "POOL"),
        ("Horsens Kommune", "MUNICIPALITY"),
        ("STAR", "AGENCY"),
    ]
    assert len(list(doc.sents)) == 2
    assert pipeline() is pipeline()
