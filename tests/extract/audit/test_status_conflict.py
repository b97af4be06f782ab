"""Verdicts against each other, on invented wordings with and without the conflict."""

from __future__ import annotations

import pytest

from extract.report import Report
from tests.extract.audit.reports import Grid, checks, found, made

ACTIVITIES = Grid(
    "Tabel 1 Status på aktivitetsmålene",
    ("Mål", "Målsætning", "Resultat", "Status"),
    (
        ("Der er afholdt workshopper for jobcentrene", "8", "8", "Opfyldt"),
        ("Borgere er visiteret til forløbet", "200", "150", "Delvist opfyldt"),
        ("Mentorer er uddannet", "20", "24", "Opfyldt"),
        ("Der er udgivet en håndbog", "1", "Nej", "Ikke opfyldt"),
    ),
)
EFFECTS = Grid(
    "Tabel 2 Status på effektmålene",
    ("Effektmål", "Mål", "Resultat", "Status"),
    (
        ("Borgere er kommet i job", "60", "31", "Delvist opfyldt"),
        ("Borgerne fastholder jobbet i et år", "50 pct.", "62 pct.", "Opfyldt"),
    ),
)


def told(sentence: str, heading: str = "# Sammenfatning") -> Report:
    return made(
        heading, sentence, "# Resultater", "## Status på aktivitetsmålene", ACTIVITIES, "## Status på effektmålene",
        EFFECTS,
    )  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "Målet om at uddanne mentorer er ikke nået.",
        "Målet om visiterede borgere er nået.",
        "Håndbogen er udgivet, og målet er dermed opfyldt.",
        "Målet om, at borgerne fastholder jobbet, blev ikke indfriet.",
        "Målet for workshopper for jobcentrene er kun delvist opfyldt.",
        "Målsætningen om uddannede mentorer er alene delvist indfriet.",
        "Projektet har fuldt ud nået målet for borgere i job.",
        "Projektet nåede ikke sit mål om at uddanne mentorer.",
        "Målet om workshopper blev ikke nået.",
        "Det lykkedes at nå målet om en håndbog.",
    ],
)
def test_another_verdict_in_the_summary_is_told(sentence: str) -> None:
    for heading in ("# Sammenfatning", "# Samlet vurdering"):
        assert len(found(told(sentence, heading), "status_conflict")) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Målet om at uddanne mentorer er nået.",
        "Målet om visiterede borgere er kun delvist nået.",
        "Målet om visiterede borgere er ikke nået.",
        "Målet om en håndbog er ikke opfyldt.",
        "Målet om at uddanne mentorer var ved midtvejsevalueringen ikke nået.",
        "Odense har ikke nået sit mål for uddannede mentorer.",
        "Målet om at uddanne mentorer forventes ikke nået i 2025.",
        "Hvis målet om uddannede mentorer ikke var nået, ville projektet være stoppet.",
        "Blev målet om uddannede mentorer ikke nået?",
        "De fleste aktivitetsmål er nået.",
        "Mange borgere er kommet i job, og kommunerne er tilfredse.",
        "Projektet er kommet i mål med uddannelsen af mentorer, men ikke med håndbogen.",
        "Kommunen har ikke nået sit mål for uddannede mentorer.",
    ],
)
def test_verdicts_that_agree_or_are_of_something_else_are_left_alone(sentence: str) -> None:
    assert not found(told(sentence), "status_conflict")


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Projektet har nået to af de fire aktivitetsmål.", False),
        ("Projektet har nået tre af de fire aktivitetsmål.", True),
        ("Tre ud af fire aktivitetsmål er indfriet.", True),
        ("Alle aktivitetsmål er opfyldt.", True),
        ("Samtlige effektmål er nået.", True),
        ("Begge effektmål er opfyldt.", True),
        ("Ingen af aktivitetsmålene er nået.", True),
        ("Projektet har opfyldt tre af seks mål.", False),
        ("Af projektets seks mål er tre opfyldt, to delvist opfyldt og ét ikke opfyldt.", False),
        ("Af projektets seks mål er fire opfyldt, ét delvist opfyldt og ét ikke opfyldt.", True),
        ("Projektet har indfriet alle sine mål.", True),
        ("Projektet har opfyldt 4 ud af 6 mål.", True),
        ("Ét af to effektmål er nået.", False),
        ("Kun ét effektmål er nået.", False),
        ("Effektmålene er nået.", True),
        ("Aktivitetsmålene er alle indfriet.", True),
        ("Projektet har samlet set nået sine effektmål.", True),
        ("Aktivitetsmålene for workshopper er nået.", False),
        ("Projektet har nået de fleste af sine aktivitetsmål.", False),
    ],
)
def test_counts_of_verdicts(sentence: str, wrong: bool) -> None:
    assert bool(found(told(sentence), "status_conflict")) is wrong


@pytest.mark.parametrize(
    ("target", "actual", "status", "wrong"),
    [
        ("60 pct.", "38 pct.", "Opfyldt", True),
        ("60 pct.", "61 pct.", "Opfyldt", False),
        ("60 pct.", "61 pct.", "Ikke opfyldt", True),
        ("200", "150", "Nået", True),
        ("200", "150", "Delvist nået", False),
        ("200", "210", "Ikke nået", True),
        ("mindst 200", "199", "Opfyldt", True),
        ("højst 30 dage", "22 dage", "Opfyldt", False),
        ("højst 30 dage", "41 dage", "Opfyldt", True),
        ("ca. 200", "195", "Opfyldt", False),
        ("10-15", "12", "Opfyldt", False),
        ("2 pr. år", "2 pr. år i fire kommuner", "Delvist nået", False),
        ("Kvalitativt", "Interview", "Opfyldt", False),
        ("33,3 pct.", "33 pct.", "Opfyldt", False),
        ("1", "Nej", "Delvist opfyldt", False),
    ],
)
def test_a_verdict_against_its_own_figures(target: str, actual: str, status: str, wrong: bool) -> None:
    rows = (("Borgere er kommet i job", target, actual, status), ("Mentorer er uddannet", "20", "24", "Opfyldt"))
    report = made(
        "# Mål", Grid("Tabel 1 Status på effektmålene", ("Mål", "Succeskriterium", "Resultat", "Status"), rows)
    )
    assert bool(found(report, "status_conflict")) is wrong


def test_what_a_midterm_summary_calls_late_is_held_against_a_target_that_is_met() -> None:
    rows = (
        ("Virksomheder har indgået partnerskab", "10", "12", "Opfyldt"),
        ("Kurser for konsulenter er holdt", "6", "2", "Forsinket"),
    )
    table = Grid("Tabel 1 Aktivitetsmål", ("Mål", "Måltal", "Opnået", "Status"), rows)
    late = "Både kurserne for konsulenter og partnerskaberne med virksomheder er forsinkede."
    report = made("# Status på aktiviteterne", table, "# Samlet vurdering", late, kind="midterm_evaluation")
    assert [c.computed for c in checks(report, "status_conflict") if c.holds is False] == ["achieved"]
    fine = "Kurserne for konsulenter er forsinkede, men partnerskaberne er på plads."
    assert not found(
        made("# Status på aktiviteterne", table, "# Samlet vurdering", fine, kind="midterm_evaluation"),
        "status_conflict",
    )


def test_verdicts_of_the_chapter_in_the_order_of_the_table_are_no_conflict() -> None:
    report = made(
        "# Resultater", "## Status på aktivitetsmålene", ACTIVITIES, "Der er holdt otte workshopper. Målet er opfyldt.",
        "Der er visiteret 150 borgere. Målet er delvist opfyldt.", "Alle mentorer er uddannet. Målet er opfyldt.",
        "Håndbogen er ikke udgivet. Målet er ikke opfyldt.",
    )  # fmt: skip
    assert not found(report, "status_conflict")


def test_a_whole_that_no_list_has_is_a_count_that_does_not_agree() -> None:
    assert found(told("Projektet har nået to af sine fem aktivitetsmål."), "count_mismatch") == [(5.0, 4.0)]
    assert not found(told("Projektet har nået to af sine fire aktivitetsmål."), "count_mismatch")


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Guiden til arbejdspladser er udgivet.", False),
        ("Guiden til arbejdspladser er ikke udgivet.", True),
        ("Der blev aldrig udgivet en guide til arbejdspladser.", True),
        ("Det digitale læringsforløb er udviklet som planlagt.", True),
        ("Det digitale læringsforløb er ikke udviklet.", False),
        ("Det digitale læringsforløb skal udvikles næste år.", False),
        ("Det digitale læringsforløb er delvist udviklet.", False),
        ("Der er udviklet et udkast til det digitale læringsforløb.", False),
    ],
)
def test_what_was_done_by_the_cell_and_by_the_prose(sentence: str, wrong: bool) -> None:
    rows = (
        ("Der er udgivet en guide til arbejdspladser", "1", "Ja"),
        ("Der er udviklet et digitalt læringsforløb", "1", "Nej"),
        ("Kurser er holdt for ledere", "5", "6"),
    )
    table = Grid("Tabel 1 Aktivitetsmål", ("Mål", "Måltal", "Resultat"), rows)
    report = made("# Status på aktiviteterne", table, "# Samlet vurdering", sentence)
    assert bool(found(report, "status_conflict")) is wrong
