"""Counts against what is listed, on invented wordings with and without the conflict."""

from __future__ import annotations

import pytest

from tests.extract.audit.reports import Grid, checks, found, made

GOALS = tuple((f"A{n}: Der er holdt møder af slags {n}", "4", "4") for n in range(1, 6))
TABLE = Grid("Tabel 2 Status på aktivitetsmålene", ("Aktivitetsmål", "Mål", "Resultat"), GOALS)


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("Der er fastlagt i alt {} aktivitetsmål for projektet.", 5),
        ("Projektet har {} mål for sine aktiviteter.", 5),
        ("Tabel 2 viser de {} aktivitetsmål.", 5),
        ("{} procesmål beskriver, hvad projektet skulle gennemføre.", 5),
        ("Projektets {} aktivitetsmål fremgår af tabellen.", 5),
        ("Der blev ved projektets begyndelse opstillet {} aktivitetsmål, som fremgår af Tabel 2.", 5),
        ("Ansøgningen opregner {} delmål, og status på dem er vist i tabellen nedenfor.", 5),
        ("Indsatsen måles på {} succeskriterier.", 5),
        ("Alle {} aktivitetsmål kan gøres op i tal.", 5),
        ("Vi har samlet status på de {} milepæle i Tabel 2.", 5),
    ],
)
def test_targets_are_counted(sentence: str, stated: int) -> None:
    words = {4: "fire", 5: "fem", 6: "seks"}
    heads = "# Målopfyldelse", "## Status på aktivitetsmålene"
    right = made(*heads, sentence.format(words[stated]).capitalize(), TABLE)
    wrong = made(*heads, sentence.format(words[stated + 1]).capitalize(), TABLE)
    assert not found(right, "count_mismatch")
    assert [c.holds for c in checks(right, "count_mismatch")] == [True]
    assert found(wrong, "count_mismatch") == [(stated + 1.0, float(stated))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Der var oprindeligt fastlagt seks aktivitetsmål, men et af dem udgik.",
        "Tre af aktivitetsmålene er nået.",
        "Omkring seks mål blev drøftet.",
        "Projektet har tre andre mål, som ikke er målt.",
        "To mål handler om møder, og de øvrige tre om kurser.",
        "Seks mål er nået.",
        "De tre mål, der er nået, handler om møder.",
    ],
)
def test_counts_of_some_targets_are_left_alone(sentence: str) -> None:
    assert not found(made("# Mål", "## Status på aktivitetsmålene", sentence, TABLE), "count_mismatch")


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("De {} deltagende kommuner er Ribe og Omegn, Skive, Struer og Lemvig.", None),
        ("De {} deltagende kommuner er Skive, Struer, Lemvig og Holstebro.", 4),
        ("Projektet er gennemført i {} kommuner: Skive, Struer og Lemvig.", 3),
        ("Vi har talt med medarbejdere i de {} kommuner (Skive, Struer og Lemvig).", 3),
        ("Skive, Struer, Lemvig og Viborg er projektets {} kommuner.", 4),
        ("Indsatsen har fundet sted i {} kommuner, nemlig Aarhus, Odense og Aalborg.", 3),
        ("I {} jobcentre – Skive, Struer og Lemvig – er der ansat en koordinator.", 3),
        ("De {} tilbageværende kommuner er Skive og Struer.", 2),
        ("Fra start var der {} kommuner: Skive Kommune, Struer Kommune og Lemvig Kommune.", 3),
    ],
)
def test_names_of_the_sentence_are_counted(sentence: str, right: int | None) -> None:
    words = {2: "to", 3: "tre", 4: "fire", 5: "fem"}
    if right is None:
        assert not found(made("# Projektet", sentence.format("fire")), "count_mismatch")
        return
    assert not found(made("# Projektet", sentence.format(words[right])), "count_mismatch")
    wrong = found(made("# Projektet", sentence.format(words[right + 1])), "count_mismatch")
    assert wrong == [(right + 1.0, float(right))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Alle {} kommuner deltog, herunder Skive og Struer.",
        "Udover de {} kommuner deltog også Viborg og Herning i seminaret.",
        "De {} kommuner har besøgt Viborg.",
        "De {} kommuner, som Skive og Struer samarbejder med, er ikke nævnt.",
    ],
)
def test_other_names_in_the_sentence_are_no_list(sentence: str) -> None:
    assert not found(made("# Projektet", sentence.format("fire")), "count_mismatch")


@pytest.mark.parametrize(
    ("lead", "points"),
    [
        ("Projektet er bygget op om følgende {} aktiviteter:", 3),
        ("Evalueringen giver anledning til {} anbefalinger:", 4),
        ("Forandringsteorien hviler på {} antagelser:", 3),
        ("Vi peger på {} læringer:", 4),
        ("Der er især {} barrierer for indsatsen:", 3),
        ("Modellen har {} faser:", 4),
        ("Indsatsen består af {} spor:", 3),
        ("Evalueringen besvarer {} spørgsmål:", 4),
        ("Der er gennemført følgende {} undersøgelser:", 3),
        ("Projektet har {} overordnede formål:", 2),
    ],
)
def test_points_behind_are_counted(lead: str, points: int) -> None:
    words = {2: "to", 3: "tre", 4: "fire", 5: "fem"}
    listed = [f"- Punkt nummer {n} om arbejdet" for n in range(points)]
    assert not found(made("# Projektet", lead.format(words[points]), *listed), "count_mismatch")
    wrong = found(made("# Projektet", lead.format(words[points + 1]), *listed), "count_mismatch")
    assert wrong == [(points + 1.0, float(points))]


@pytest.mark.parametrize(
    ("sentence", "right"),
    [
        ("Projektet har {} spor: mentorer, virksomheder og netværk.", 3),
        ("Indsatsen hviler på {} elementer: visitation, praktik, mentor og opfølgning.", 4),
        ("Vi har brugt {} kilder: interview; registre; spørgeskemaer til ledere og medarbejdere.", 3),
        ("Forløbet har {} faser: (1) afklaring, (2) praktik og (3) job.", 3),
    ],
)
def test_lists_within_a_sentence_are_counted(sentence: str, right: int) -> None:
    words = {2: "to", 3: "tre", 4: "fire", 5: "fem"}
    assert not found(made("# Projektet", sentence.format(words[right])), "count_mismatch")
    assert found(made("# Projektet", sentence.format(words[right - 1])), "count_mismatch") == [
        (right - 1.0, float(right))
    ]


def test_sub_sections_are_counted_by_their_introduction() -> None:
    parts = ["## Mentorerne", "De skal have tid.", "## Kommunen", "Den skal have én indgang."]
    assert not found(made("# Læringer", "Læringerne er samlet i to temaer.", *parts), "count_mismatch")
    assert found(made("# Læringer", "Læringerne er samlet i tre temaer.", *parts), "count_mismatch") == [(3.0, 2.0)]


def test_municipalities_are_counted_against_those_that_take_part() -> None:
    facts = "De deltagende kommuner er Skive, Struer og Lemvig."
    report = made("# Projektet", facts, "# Resultater", "De fire deltagende kommuner har alle ansat en koordinator.")
    assert found(report, "count_mismatch") == [(4.0, 3.0)]
    report = made("# Projektet", facts, "# Resultater", "De tre deltagende kommuner har alle ansat en koordinator.")
    assert not found(report, "count_mismatch")


def test_a_list_with_a_gap_in_its_numbers_is_not_counted() -> None:
    rows = tuple(row for row in GOALS if not row[0].startswith("A3"))
    report = made("# Mål", "Der er fastlagt fem aktivitetsmål.", Grid(TABLE.caption, TABLE.columns, rows))
    assert [c.holds for c in checks(report, "count_mismatch")] == [None]
