"""Sentences beside the targets and tables of a report that contradict none of them: none may give a finding."""

from __future__ import annotations

import pytest

from extract.audit.read import audit
from tests.extract.audit.reports import Grid, made

ACTIVITIES = Grid(
    "Tabel 1 Status på aktivitetsmålene",
    ("Mål", "Målsætning", "Resultat", "Status"),
    (
        ("Virksomheder har underskrevet en partnerskabsaftale", "40", "46", "Opfyldt"),
        ("Borgere er visiteret til forløbet", "200", "150", "Delvist opfyldt"),
        ("Mentorer har gennemført mentoruddannelsen", "20", "24", "Opfyldt"),
        ("Der er udgivet en håndbog om metoden", "1", "Nej", "Ikke opfyldt"),
        ("Frivillige besøgsvenner er rekrutteret", "30", "9", "Ikke opfyldt"),
    ),
)
EFFECTS = Grid(
    "Tabel 2 Status på effektmålene",
    ("Effektmål", "Mål", "Resultat", "Status"),
    (
        ("Borgere er kommet i job", "60", "31", "Delvist opfyldt"),
        ("Borgerne fastholder jobbet efter et år", "50 pct.", "62 pct.", "Opfyldt"),
        ("Ledere kender reglerne for tilskud", "75 pct.", "58 pct.", "Delvist opfyldt"),
    ),
)
PLACES = Grid(
    "Tabel 3 Forløb og job fordelt på kommuner",
    ("Kommune", "Mål", "Forløb", "I job", "Andel i job"),
    (
        ("Odense", "70", "60", "13", "22 pct."),
        ("Nyborg", "60", "50", "10", "20 pct."),
        ("Assens", "70", "40", "8", "20 pct."),
        ("I alt", "200", "150", "31", "21 pct."),
    ),
    role="measures",
)
SENTENCES = (
    "Tre ud af fire deltagere er i job.",
    "Målet om 75 procent blev nået i tre af de fire virksomheder.",
    "Projektet havde nået tre af fem aktivitetsmål efter det første år.",
    "Samlet set er effektmålene nået for kvinderne, men ikke for mændene.",
    "De to mål for netværk er ikke nået.",
    "De to største kommuner har været mest aktive.",
    "Flest henvendelser kommer fra Odense.",
    "I 2019 gennemførte 12 mentorer mentoruddannelsen.",
    "Ved udgangen af 2019 havde 12 mentorer gennemført mentoruddannelsen.",
    "18 mentorer havde gennemført mentoruddannelsen, da projektet blev udvidet.",
    "Vi har talt med 12 mentorer, som har gennemført mentoruddannelsen.",
    "Evaluator har interviewet 8 mentorer, der har gennemført mentoruddannelsen.",
    "Der er brug for 40 mentorer, der har gennemført mentoruddannelsen.",
    "Det anbefales, at mindst 30 mentorer gennemfører mentoruddannelsen.",
    "Af de 24 mentorer, der har gennemført mentoruddannelsen, er 15 stadig aktive.",
    "15 mentorer, der har gennemført mentoruddannelsen, er stadig aktive.",
    "Ti virksomheder, der har underskrevet en partnerskabsaftale, har taget imod to borgere.",
    "12 virksomheder har endnu ikke underskrevet en partnerskabsaftale.",
    "Halvdelen af de 46 virksomheder har fornyet partnerskabsaftalen.",
    "20 virksomheder har fornyet deres partnerskabsaftale.",
    "5 frivillige besøgsvenner er faldet fra, efter at de blev rekrutteret.",
    "I pilotfasen blev 20 borgere visiteret til forløbet.",
    "Jobcentret visiterede 30 borgere til forløbet på tre måneder.",
    "12 borgere er kommet i job, efter at de har skiftet forløb.",
    "20 borgere er kommet i fleksjob og 11 i ordinært job.",
    "19 mænd er kommet i job.",
    "80 pct. af lederne i de store virksomheder kender reglerne for tilskud.",
    "Kun 40 pct. af lederne kendte reglerne for tilskud før projektet.",
    "Andelen af ledere, der kender reglerne for tilskud, er steget fra 31 til 58 pct.",
    "Borgerne i Odense fastholder jobbet i 70 pct. af tilfældene.",
    "Hver kommune skulle visitere 70 borgere til forløbet.",
    "Målet om borgere i job er nået i Odense.",
    "Målet om at rekruttere frivillige viste sig at være urealistisk.",
    "Målet om visiterede borgere var ambitiøst, og det er tæt på at være nået.",
    "Aktivitetsmålene er generelt nået, mens effektmålene halter.",
    "De fleste mål er nået.",
    "Fem af målene er nået helt eller delvist.",
    "Tre aktivitetsmål er enten opfyldt eller delvist opfyldt.",
    "Projektet har ikke nået alle sine mål.",
    "Ikke alle aktivitetsmål er nået.",
    "De tre kommuner har hver en koordinator.",
    "To kommuner har forlænget ordningen.",
    "Tre læringer går igen i alle kommuner.",
    "De fire medarbejdere i sekretariatet har fem års erfaring.",
    "Projektet er inddelt i to faser.",
    "Odense har den højeste andel i job blandt de store kommuner.",
    "Målopfyldelsen er højest for mentorerne og lavest for de frivillige.",
    "Forskellen er størst i Nyborg.",
    "Der er størst behov for frivillige i Assens.",
    "Odense har oplevet færre afbrud end Nyborg.",
    "Håndbogen om metoden er udarbejdet i et første udkast.",
    "En mindre guide er udgivet i stedet for håndbogen.",
    "Budgettet er på 4 mio. kr., hvoraf kommunerne betaler 1,2 mio. kr.",
    "Tre mål handler om borgerne. To handler om virksomhederne.",
    "To af målene er opgjort ved interview.",
    "Vi gennemgår først de to mål om virksomheder, og derefter de øvrige.",
    "De tre effektmål behandles senere.",
    "Syv mål fra ansøgningen blev slået sammen til fem.",
    "Projektet har desuden tre mål, som ikke er målt.",
    "Tre mål er kvantitative, og to er kvalitative.",
    "For to af de fem mål er der en måling ved start.",
)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("place", ["summary", "before the table", "after the table"])
def test_a_sentence_that_contradicts_nothing_gives_no_finding(sentence: str, place: str) -> None:
    parts: list[str | Grid] = ["# Resultater", "## Status på aktivitetsmålene", "Vi gør her status.", ACTIVITIES]
    parts.insert({"summary": 0, "before the table": 3, "after the table": 4}[place], sentence)
    before = ["# Resumé"] if place == "summary" else []
    report = made(*before, *parts, "## Forløb i kommunerne", PLACES, "## Status på effektmålene", EFFECTS)
    assert not [finding.message for finding in audit(report).findings]
