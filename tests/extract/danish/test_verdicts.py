"""Verdicts in Danish sentences and cells: negation, degree, scope, coordination, and what is no verdict."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.danish.verdicts import read_verdict, verdicts_in
from extract.report import Status

MET: Status = "achieved"
PARTLY: Status = "partly_achieved"
NOT: Status = "not_achieved"
OPEN: Status = "ongoing"
DROPPED: Status = "dropped"
UNKNOWN: Status = "unknown"

SENTENCES: list[tuple[str, list[Status]]] = [
    ("Målet er ikke fuldt indfriet.", [PARTLY]),
    ("Målet vurderes dermed ikke som værende opfyldt.", [NOT]),
    ("Målet vurderes dermed at være opfyldt.", [MET]),
    ("Målet er ikke opfyldt.", [NOT]),
    ("Målet er endnu ikke opfyldt.", [OPEN]),
    ("Målet er ikke kun opfyldt, men overgået.", [MET, MET]),
    ("Målet mangler endnu at blive opfyldt.", [OPEN]),
    ("Målet er langt fra nået.", [NOT]),
    ("Projektet er langt fra at nå målet.", [NOT]),
    ("Dette aktivitetsmål er således kun delvist opfyldt.", [PARTLY]),
    ("Målet er næsten opfyldt.", [PARTLY]),
    ("Projektet er tæt på at nå målet.", [PARTLY]),
    ("Målet er stort set nået.", [PARTLY]),
    ("Målet er opfyldt på nær én kommune.", [PARTLY]),
    ("Målet er opfyldt med undtagelse af Furesø.", [PARTLY]),
    ("Det er ikke lykkedes at nå målet.", [NOT]),
    ("Det lykkedes ikke at nå målet.", [NOT]),
    ("Hverken A1 eller A2 er nået.", [NOT]),
    ("Projektet sluttede uden at nå målet.", [NOT]),
    ("Det er ikke muligt at vurdere, om målet er opfyldt.", [UNKNOWN]),
    ("Målet kan således siges at være nået.", [MET]),
    ("Målet er overopfyldt.", [MET]),
    ("Målet er mere end indfriet.", [MET]),
    ("Målet nås ikke.", [NOT]),
    ("Målet er ikke blevet realiseret.", [NOT]),
    ("Projektet lever ikke op til målet.", [NOT]),
    ("Projektet lever op til målet.", [MET]),
    ("Hvis målet skal nås, kræver det flere kræfter.", []),
    ("Målet forventes at blive nået.", []),
    ("For at målet kan opfyldes, skal kommunerne deltage.", []),
    ("Målet var, at 60 pct. skulle nå et job.", []),
    ("A1 og A2 er opfyldt, mens A3 kun er delvist opfyldt.", [MET, PARTLY]),
    ("Vi vurderer, at D1 er opfyldt, og at D2 er delvist opfyldt.", [MET, PARTLY]),
    ("Målet er dermed opfyldt i Kolding, men ikke i Furesø.", [PARTLY]),
    ("Alle aktivitetsmål er opfyldt på nær A3.", [MET, NOT]),
    ("A1 er opfyldt, A2 delvist og A3 slet ikke.", [MET, PARTLY, NOT]),
    ("Målet er opfyldt for A1 og A2, men ikke for A3.", [MET, NOT]),
    ("Det vurderes, at dette mål er opfyldt, om end der ikke er foretaget en måling heraf.", [MET]),
    ("Det vurderes således, at dette mål ikke er opfyldt.", [NOT]),
    ("Effektmålet er således på nuværende tidspunkt ikke opnået.", [NOT]),
    ("Nået betyder, at resultatet er på niveau med eller over succeskriteriet.", []),
    ("Opfyldt bruges, når målet for hele perioden allerede er nået.", []),
    ("Tre er nået, to er delvist nået, og ét er ikke nået.", [MET, PARTLY, NOT]),
    (
        "Af de ti mål for resultater og effekter er fire opfyldt, fire delvist opfyldt og to ikke opfyldt.",
        [MET, PARTLY, NOT],
    ),
    ("Er målet nået?", []),
    ("Målet er, som ventet, ikke nået.", [NOT]),
    ("Målet er ikke, som ventet, nået.", [NOT]),
    ("Målet, som ikke var med i ansøgningen, er nået.", [MET]),
    ("Målet om ikke at miste deltagere er nået.", [MET]),
    ("Målet om, at ingen falder fra, er nået.", [MET]),
    ("Målet om, at 80 pct. gennemfører forløbet, er nået.", [MET]),
    ("Planen er ikke udgivet, og målet er derfor kun delvist nået.", [PARTLY]),
    ("Vi vurderer ikke, at målet er nået.", [NOT]),
    ("Målet anses ikke for at være nået.", [NOT]),
    ("Målet på 80 procent er altså næsten nået, og vi vurderer det som delvist opfyldt.", [PARTLY, PARTLY]),
    ("Der er blevet enighed om metoden, og kampagnen nåede ud til 46 arbejdspladser.", []),
    ("De fleste borgere har opnået større viden.", []),
    ("Aalborg er nået over halvvejs.", []),
    ("Der mangler altså seks unge i, at målet er nået.", []),
    ("Andelen mangler ét procentpoint i at nå målet og er derfor vurderet som delvist opfyldt.", [PARTLY]),
    ("I alt har 46 arbejdspladser fået besøg af en rådgiver, og målet er dermed nået.", [MET]),
    ("Målet bliver derfor ikke nået til tiden.", [NOT]),
    ("Målet er i høj grad indfriet.", [PARTLY]),
    ("Målet er i nogen grad indfriet.", [PARTLY]),
    ("Målet er i ringe grad indfriet.", [NOT]),
    ("Målet er slet ikke indfriet.", [NOT]),
    ("Målet er i meget høj grad indfriet.", [MET]),
    ("Projektet nåede ikke målet.", [NOT]),
    ("Projektet nåede målet.", [MET]),
    ("Projektet opfylder målet.", [MET]),
    ("Målet opfyldes ikke.", [NOT]),
    ("Projektet har ikke kunnet nå målet.", [NOT]),
    ("Projektet formåede ikke at indfri målet.", [NOT]),
    ("Målet er nået i to ud af fem kommuner.", [PARTLY]),
    ("Målet er nået, dog ikke i Furesø.", [PARTLY]),
    ("Målet er ikke nået i alle kommuner.", [PARTLY]),
    ("Ikke alle mål er nået.", [PARTLY]),
    ("Ingen af målene er nået.", [NOT]),
    ("Intet af målene er indfriet.", [NOT]),
    ("Kun delvist er målet nået.", [PARTLY]),
    ("Fordi målet ikke fuldt ud er nået, fortsætter arbejdet.", [PARTLY]),
    ("Hvor mange borgere, der opfylder kriterierne for at indgå i målgruppen, vides ikke.", []),
    ("Det Mål er nået, om end nedlukningen gør sammenligningen usikker.", [MET]),
    ("Der er ingen tvivl om, at målet er nået.", [MET]),
    ("Det er ikke evaluators vurdering, at målet er nået.", [NOT]),
    ("Målet er opgivet.", [DROPPED]),
    ("Styregruppen opgav aktiviteten i maj 2022.", [DROPPED]),
    ("Målet er bortfaldet.", [DROPPED]),
    ("Aktivitetsmålet for antal visiterede borgere og antal borgere i praktik er således kun delvis nået.", [PARTLY]),
    ("Det er på denne baggrund evaluators vurdering, at dette mål kun er delvis opfyldt.", [PARTLY]),
    ("Målt som andel er det første effektmål nået: 55 af de 135 unge, der gennemførte, er i job.", [MET]),
    ("26 af dem var fortsat ansat, og målet om, at mindst halvdelen bliver i jobbet, er dermed opfyldt.", [MET]),
    ("Det er derfor ikke selvkørende, og målet er ikke opfyldt.", [NOT]),
    ("56 unge er kommet i job, og dermed er effektmålet om 70 unge delvist nået (80 procent).", [PARTLY]),
    ("Målet på 60 blev derfor kun delvist nået.", [PARTLY]),
    ("Ventetiden er i gennemsnit 22 dage, så dér er målet nået med god margen.", [MET]),
    (
        "Her er både målet om deltagernes tale (B1) og målet om ro på jobbet (B2) opfyldt, og her er grunden.",
        [MET],
    ),
    ("Projektet har ikke nået alle sine tal, men det har vist, at et besøg virker.", []),
]
"""Sentences of a final evaluation with their verdicts, in order."""

MIDTERM: list[tuple[str, list[Status]]] = [
    ("Målet forventes nået.", [OPEN]),
    ("Vi forventer, at målet nås.", [OPEN]),
    ("Vi vurderer, at målet kan nås, hvis kommunerne følger med.", [OPEN]),
    ("Målet er forsinket.", [OPEN]),
    ("Målet er allerede nået.", [MET]),
    ("Målet bliver ikke nået til tiden.", [OPEN]),
    ("Målet nås ikke.", [OPEN]),
    ("Målet er endnu ikke nået.", [OPEN]),
    ("Målet er delvist opfyldt.", [PARTLY]),
]

CELLS: list[tuple[str, Status | None]] = [
    ("Opfyldt", MET),
    ("Delvist opfyldt", PARTLY),
    ("Ikke opfyldt", NOT),
    ("I proces", OPEN),
    ("Forsinket", NOT),
    ("Opgivet", DROPPED),
    ("Delvis", PARTLY),
    ("Ja", None),
    ("Nej", None),
    ("82 pct.", None),
    ("392", None),
    ("Ja, på nær det sidste halve år", None),
    ("Etableret i Kolding. Kalundborg og Furesø har fravalgt.", None),
    ("Udarbejdet i alle tre jobcentre, samt i Sønderborg før de sprang fra.", None),
    ("Nået (102 pct.)", MET),
    ("Opfyldt, på nær i Furesø", PARTLY),
    ("Ikke helt", PARTLY),
    ("Kan ikke vurderes", UNKNOWN),
    ("Grøn prik", MET),
    ("gul", PARTLY),
    ("Rød", NOT),
    ("I nogen grad", PARTLY),
    ("I ringe grad", NOT),
    ("Slet ikke", NOT),
    ("I meget høj grad", MET),
    ("Fuldt ud", MET),
    ("Endnu ikke opgjort", OPEN),
    ("Ikke målt", UNKNOWN),
    ("Afventer", OPEN),
    ("Udgået", DROPPED),
    ("Aflyst", NOT),
    ("Gennemført", MET),
    ("Ikke gennemført", NOT),
    ("Målet er nået", MET),
    ("Status: I proces", OPEN),
    ("Ikke fuldt indfriet", PARTLY),
    ("Overvejende opfyldt", PARTLY),
    ("Interview", None),
    ("Kvalitativt", None),
    ("Projektlederens vurdering", None),
    ("", None),
    ("-", None),
    ("Nej, ikke opfyldt", NOT),
    ("Under halvdelen", None),
    ("Kun delvist nået", PARTLY),
    ("Overopfyldt", MET),
    ("1 pr. kvartal", None),
    ("Under udarbejdelse", OPEN),
    ("Igangsat", OPEN),
    ("Bortfaldet", DROPPED),
    ("Ikke påbegyndt", NOT),
    ("Ikke relevant", UNKNOWN),
    ("Spørgeskema", None),
    ("Sagsregister", None),
    ("✓", MET),
    ("Næsten nået", PARTLY),
    ("Nået i 3 af 5 kommuner", PARTLY),
]
"""Cells of a final evaluation's table."""


@pytest.mark.parametrize(("sentence", "statuses"), SENTENCES)
def test_a_sentence_has_the_verdicts_that_it_says(sentence: str, statuses: list[Status]) -> None:
    assert [verdict.status for verdict in verdicts_in(sentence)] == statuses


@pytest.mark.parametrize(("sentence", "statuses"), MIDTERM)
def test_in_the_middle_of_a_project_what_is_to_come_is_ongoing(sentence: str, statuses: list[Status]) -> None:
    assert [verdict.status for verdict in verdicts_in(sentence, midterm=True)] == statuses


@pytest.mark.parametrize(("cell", "status"), CELLS)
def test_a_cell_is_a_verdict_where_it_holds_nothing_else(cell: str, status: Status | None) -> None:
    verdict = read_verdict(cell)
    assert (verdict.status if verdict else None) == status


def test_a_delay_is_open_in_the_middle_and_a_failure_at_the_end() -> None:
    late, middle = read_verdict("Forsinket"), read_verdict("Forsinket", midterm=True)
    assert late
    assert middle
    assert (late.status, middle.status) == (NOT, OPEN)


def test_each_goal_has_the_verdict_of_its_own_clause() -> None:
    text = "Status er god. A1 og A2 er opfyldt, mens A3 kun er delvist opfyldt."
    first, second = verdicts_in(text)
    assert (text[slice(*first.clause)], text[slice(*second.clause)]) == (
        "A1 og A2 er opfyldt", "mens A3 kun er delvist opfyldt.",
    )  # fmt: skip
    assert (first.raw, second.raw) == ("opfyldt", "kun er delvist opfyldt")


@pytest.mark.parametrize(
    ("sentence", "scope"),
    [
        ("Målet er opfyldt.", "one"),
        ("Alle mål er opfyldt.", "all"),
        ("Begge mål er således opfyldt.", "all"),
        ("Tre af målene er opfyldt.", "some"),
        ("De fleste mål er nået.", "some"),
        ("To er opfyldt.", "some"),
        ("Horsens har nået sit mål.", "part"),
        ("I Køge er målet nået.", "part"),
        ("Kolding er den eneste af de tre kommuner, som har nået målet.", "part"),
        ("Målet er opfyldt i Kolding, men ikke i Furesø.", "one"),
    ],
)
def test_it_is_known_whether_one_goal_is_meant_or_more_or_a_part(sentence: str, scope: str) -> None:
    assert [verdict.scope for verdict in verdicts_in(sentence)] == [scope]


FRAMES = [
    "Målet er {} {}.", "Målet er dermed {} {}.", "Det vurderes, at målet {} er {}.", "Vi vurderer målet som {} {}.",
    "Målet må siges at være {} {}.", "Aktivitetsmålet blev {} {}.", "Målet anses for at være {} {}.",
    "A4 er {} {}, da der kom flere end ventet.", "Målet om, at ingen falder fra, er {} {}.",
    "Kommunen trak sig ikke, og målet er {} {}.", "Evaluator vurderer, at dette succeskriterium {} er {}.",
    "Da forløbet ikke var færdigt, er målet {} {}.", "Resultatmålet, som ikke var nyt, er {} {}.",
]  # fmt: skip
WORDS = ["opfyldt", "indfriet", "nået", "opnået", "realiseret"]
GRADES: dict[str, Status] = {
    "": MET, "fuldt ud": MET, "nu": MET, "delvist": PARTLY, "delvis": PARTLY, "kun delvist": PARTLY,
    "ikke fuldt": PARTLY, "ikke helt": PARTLY, "ikke fuldt ud": PARTLY, "næsten": PARTLY, "stort set": PARTLY,
    "overvejende": PARTLY, "i nogen grad": PARTLY, "i høj grad": PARTLY, "så godt som": PARTLY, "ikke": NOT,
    "slet ikke": NOT, "langt fra": NOT, "i ringe grad": NOT, "dog ikke": NOT, "på ingen måde": NOT,
    "stort set ikke": NOT, "næppe": NOT, "endnu ikke": OPEN, "ikke kun": MET, "til dels": PARTLY,
    "kun i begrænset omfang": NOT,
}  # fmt: skip


@given(st.sampled_from(FRAMES), st.sampled_from(sorted(GRADES)), st.sampled_from(WORDS))
def test_a_verdict_is_what_the_grammar_makes_of_it(frame: str, grade: str, word: str) -> None:
    sentence = " ".join(frame.format(grade, word).split()).replace(" .", ".")
    assert [verdict.status for verdict in verdicts_in(sentence)] == [GRADES[grade]], sentence


VERBS = [
    "opfyldte",
    "nåede",
    "indfriede",
    "har opfyldt",
    "har nået",
    "har indfriet",
    "opfylder",
    "indfrier",
    "realiserede",
]
OBJECTS = ["målet", "sit mål", "aktivitetsmålet", "succeskriteriet", "måltallet"]


@given(st.sampled_from(VERBS), st.sampled_from(OBJECTS), st.booleans())
def test_an_active_verb_is_denied_before_its_object(verb: str, goal: str, denied: bool) -> None:
    first, *rest = verb.split()
    words = ["Projektet", first, *(["ikke"] if denied else []), *rest, goal]
    assert [v.status for v in verdicts_in(" ".join(words) + ".")] == [NOT if denied else MET]


PASSIVES = ["nås", "opfyldes", "indfries", "nåedes", "opfyldtes", "blev nået", "er lykkedes"]


@given(st.sampled_from(PASSIVES), st.booleans())
def test_a_passive_is_denied_behind_its_verb(verb: str, denied: bool) -> None:
    first, *rest = verb.split()
    words = ["Målet", first, *(["ikke"] if denied else []), *rest]
    assert [v.status for v in verdicts_in(" ".join(words) + ".")] == [NOT if denied else MET]


@given(
    st.sampled_from(["Hvis", "Såfremt", "Inden", "Før", "Indtil", "Medmindre"]), st.sampled_from(WORDS), st.booleans(),
)  # fmt: skip
def test_conditions_are_no_verdicts(opener: str, word: str, denied: bool) -> None:
    assert not verdicts_in(f"{opener} målet {'ikke ' if denied else ''}er {word}, stopper kommunen.")


@given(st.sampled_from(["skal", "skulle", "bør", "forventes at", "vil"]), st.sampled_from(WORDS))
def test_demands_and_forecasts_are_no_verdicts_at_the_end(modal: str, word: str) -> None:
    assert not verdicts_in(f"Målet {modal} være {word} i 2025.")


PIECES = [
    "opfyldt",
    "målet",
    "ikke",
    "A3",
    "og",
    "at",
    ",",
    ".",
    "er",
    "nået",
    "lykkedes",
    "hvis",
    "på nær",
    "(",
    "5",
    "om",
]


@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_no_text_breaks_it_and_offsets_hold(pieces: list[str]) -> None:
    text = " ".join(pieces)
    for verdict in verdicts_in(text):
        assert text[verdict.start : verdict.end] == verdict.raw
        assert verdict.sentence[0] <= verdict.clause[0] <= verdict.clause[1] <= verdict.sentence[1]
    read_verdict(text)
