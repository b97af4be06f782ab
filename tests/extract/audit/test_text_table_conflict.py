"""Prose against tables, on invented wordings with and without the conflict."""

from __future__ import annotations

import pytest

from tests.extract.audit.reports import Grid, found, made

GOALS = Grid(
    "Tabel 1 Status på aktivitetsmålene",
    ("Mål", "Baseline", "Målsætning", "Resultat"),
    (
        ("Virksomheder har underskrevet en partnerskabsaftale", "-", "40", "46"),
        ("Borgere er visiteret til et forløb", "-", "200", "164"),
        ("Ledere kender reglerne for tilskud til hjælpemidler", "31 pct.", "75 pct.", "58 pct."),
        ("Mentorer har gennemført mentoruddannelsen", "-", "20", "24"),
    ),
)
PLACES = Grid(
    "Tabel 4 Deltagere og job fordelt på kommuner",
    ("Kommune", "Måltal", "Startet", "Afsluttet forløb", "Kommet i job", "Andel i job", "Virksomhedsbesøg"),
    (
        ("Aarhus Kommune", "60", "66", "50", "25", "50 pct.", "120"),
        ("Horsens Kommune", "40", "31", "28", "17", "61 pct.", "80"),
        ("Vejle Kommune", "50", "47", "40", "14", "35 pct.", "95"),
        ("Skive Kommune", "20", "12", "9", "6", "67 pct.", "30"),
        ("I alt", "170", "156", "127", "62", "49 pct.", "325"),
    ),
    role="measures",
)
SPREAD = Grid(
    "Tabel 3 Aktivitetsmål",
    ("Mål", "Målsætning", "Status"),
    (
        ("Der er etableret lokale netværk", "Et i hver kommune", "Etableret i Skive. Struer og Lemvig har fravalgt."),
        ("Der er holdt kurser for medarbejdere", "6", "6"),
    ),
)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("46 virksomheder har underskrevet en partnerskabsaftale.", False),
        ("64 virksomheder har underskrevet en partnerskabsaftale.", True),
        ("I alt har 64 virksomheder underskrevet en partnerskabsaftale, og målet er nået.", True),
        ("Der er visiteret 146 borgere til et forløb.", True),
        ("Der er visiteret 164 borgere til et forløb.", False),
        ("I alt 164 borgere er visiteret til et forløb mod et mål på 200.", False),
        ("I alt 164 borgere er visiteret til et forløb mod et mål på 220.", True),
        ("Andelen af ledere, der kender reglerne for tilskud, er vokset fra 31 til 58 pct.", False),
        ("Andelen af ledere, der kender reglerne for tilskud, er vokset fra 38 pct. ved starten til 58 pct.", True),
        ("24 mentorer har gennemført mentoruddannelsen.", False),
        ("42 mentorer har gennemført mentoruddannelsen.", True),
        ("Omkring 50 virksomheder har underskrevet en partnerskabsaftale.", False),
        ("I Horsens har 12 virksomheder underskrevet en partnerskabsaftale.", False),
        ("Ved midtvejsevalueringen havde 20 virksomheder underskrevet en partnerskabsaftale.", False),
        ("Heraf har 12 virksomheder underskrevet partnerskabsaftalen uden besøg.", False),
        ("6 virksomheder flere end planlagt har underskrevet en partnerskabsaftale.", False),
        ("Målet blev nedsat fra 300 til 200 borgere visiteret til et forløb.", False),
    ],
)
def test_figures_of_a_target(sentence: str, wrong: bool) -> None:
    report = made("# Resultater", "## Status på aktivitetsmålene", GOALS, sentence)
    assert bool(found(report, "text_table_conflict")) is wrong


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Andelen i job er højest i Skive og lavest i Vejle.", None),
        ("Andelen, der er kommet i job, er højest i Horsens.", ("Horsens", "Skive")),
        ("Flest deltagere er startet i Aarhus.", None),
        ("Flest deltagere er kommet i job i Horsens.", ("Horsens", "Aarhus")),
        ("Færrest er kommet i job i Skive.", None),
        ("Vejle har haft flest virksomhedsbesøg.", ("Vejle", "Aarhus")),
        ("Der er aflagt flest virksomhedsbesøg i Vejle og Aarhus.", None),
        ("Størst andel i job har Horsens.", ("Horsens", "Skive")),
        ("Vejle har de største vanskeligheder.", None),
        ("Mindst ti virksomheder i Vejle deltog.", None),
        ("Antallet af afsluttede forløb er højest i Horsens.", ("Horsens", "Aarhus")),
        ("Skive ligger lavest med 12 startede deltagere.", None),
        ("Horsens er den kommune, der har startet flest deltagere.", ("Horsens", "Aarhus")),
        ("Aarhus er den kommune, der har startet flest deltagere.", None),
        ("Aarhus og Vejle har haft flest virksomhedsbesøg.", None),
        ("Aarhus og Skive har haft flest virksomhedsbesøg.", ("Aarhus og Skive", "Aarhus og Vejle")),
        ("Aarhus har startet flest deltagere, mens Vejle har startet færrest.", ("Vejle", "Skive")),
    ],
)
def test_who_has_most_and_least(sentence: str, names: tuple[str, str] | None) -> None:
    report = made("# Resultater", "Tabellen viser tallene.", PLACES, sentence)
    assert found(report, "text_table_conflict") == ([names] if names else [])


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("I Vejle er 14 borgere kommet i job.", None),
        ("I Vejle er 19 borgere kommet i job.", (19.0, 14.0)),
        ("Skive har aflagt 30 virksomhedsbesøg.", None),
        ("Skive har aflagt 36 virksomhedsbesøg.", (36.0, 30.0)),
        ("Andelen i job er 67 pct. i Skive.", None),
        ("Andelen i job er 63 pct. i Skive.", (63.0, 67.0)),
        ("I Aarhus er 12 medarbejdere uddannet som mentorer.", None),
        ("Horsens har haft 13 møder med jobcentret.", None),
        ("I Vejle deltog 20 borgere i en workshop.", None),
        ("I Vejle var 20 borgere kommet i job ved midtvejsevalueringen.", None),
    ],
)
def test_figures_of_one_municipality(sentence: str, figures: tuple[float, float] | None) -> None:
    report = made("# Resultater", "Tabellen viser tallene.", PLACES, sentence)
    assert found(report, "text_table_conflict") == ([figures] if figures else [])


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Der er etableret lokale netværk i Skive, mens Struer og Lemvig har fravalgt det.", False),
        ("Der er etableret lokale netværk i Skive og Struer.", True),
        ("Skive har fravalgt et lokalt netværk.", True),
        ("Lemvig har et velfungerende lokalt netværk, som er etableret i 2020.", True),
        ("Struer har ikke etableret et lokalt netværk.", False),
        ("Det var oprindeligt tanken, at der skulle etableres lokale netværk i Lemvig.", False),
    ],
)
def test_where_a_thing_is(sentence: str, wrong: bool) -> None:
    report = made("# Resultater", "## Status på aktivitetsmålene", SPREAD, "## Lokale netværk", sentence)
    assert bool(found(report, "text_table_conflict")) is wrong


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Projektet har fået en bevilling på 4,2 mio. kr.", False),
        ("Projektet har fået en bevilling på 4,5 mio. kr.", True),
        ("Der er bevilget 4.215.000 kr. til projektet.", False),
        ("Der er bevilget 4.251.000 kr. til projektet.", True),
        ("Af bevillingen er 3,1 mio. kr. brugt.", False),
        ("Projektet er gennemført i perioden 2018-2021.", False),
        ("Projektet er gennemført i perioden 2017-2021.", True),
        ("Projektperioden løber fra den 1. marts 2018 til den 30. april 2021.", False),
        ("Projektperioden løber fra den 1. maj 2018 til den 30. april 2021.", True),
        ("Projektet løb oprindeligt fra den 1. marts 2018 til den 31. december 2020.", False),
        ("Interviewene er gennemført i perioden 2019-2020.", False),
    ],
)
def test_money_and_period(sentence: str, wrong: bool) -> None:
    facts = Grid(
        "Tabel 1 Fakta om projektet",
        ("Forhold", "Beskrivelse"),
        (
            ("Projektperiode", "1. marts 2018 - 30. april 2021"),
            ("Bevilling", "4.215.000 kr."),
            ("Projektejer", "Foreningen"),
        ),
        role="facts",
    )
    assert bool(found(made("# Indledning", sentence, "# Projektet", facts), "text_table_conflict")) is wrong


WITH_DEGREES = Grid(
    "Tabel 5 Forløb og job fordelt på kommuner",
    ("Kommune", "Mål for forløb", "Forløb", "Målopfyldelse forløb", "Mål for job", "I job", "Målopfyldelse job"),
    (
        ("Odense", "50", "58", "116 pct.", "20", "21", "105 pct."),
        ("Nyborg", "45", "41", "91 pct.", "18", "18", "100 pct."),
        ("Assens", "50", "39", "78 pct.", "20", "7", "35 pct."),
        ("I alt", "145", "138", "95 pct.", "58", "46", "79 pct."),
    ),
    role="measures",
)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("I alt er der gennemført 138 forløb.", False),
        ("I alt er der gennemført 183 forløb.", True),
        ("Samlet set er 46 borgere kommet i job i de tre kommuner tilsammen.", False),
        ("Der er tilsammen holdt 12 møder i styregruppen.", False),
        ("I alt var der oprindeligt planlagt 200 forløb.", False),
        ("Odense har flere forløb end Nyborg.", False),
        ("Assens har flere forløb end Nyborg.", True),
        ("Målopfyldelsen for job er lavere i Nyborg end i Assens.", True),
        ("Odense har ikke flere forløb end planlagt i Nyborg.", False),
        ("Odense har nået begge sine mål.", False),
        ("Nyborg har nået begge sine mål.", True),
        ("Nyborg har nået sit mål for job.", False),
        ("Assens har nået sit mål for job.", True),
        ("Odense har ikke nået sit mål for forløb.", True),
        ("Assens har ikke nået sit mål for forløb.", False),
        ("Ved midtvejsevalueringen havde Assens nået sit mål for forløb.", False),
    ],
)
def test_totals_comparisons_and_targets_of_municipalities(sentence: str, wrong: bool) -> None:
    report = made("# Resultater", "Tabellen viser tallene.", WITH_DEGREES, sentence)
    assert bool(found(report, "text_table_conflict")) is wrong


@pytest.mark.parametrize(
    ("summary", "chapter", "wrong"),
    [
        (
            "Evalueringen bygger på 26 interview med borgere og jobkonsulenter.",
            "Vi har gennemført {} interview med borgere og jobkonsulenter.",
            26,
        ),
        (
            "Der er holdt 12 workshopper for ledere og medarbejdere.",
            "De {} workshopper for ledere og medarbejdere varede en dag.",
            12,
        ),
        ("Projektet har hjulpet 145 personer med synstab.", "Der er hjulpet {} personer med synstab.", 145),
        (
            "I projektet er der uddannet 32 frivillige fra foreningen.",
            "Foreningen har uddannet {} frivillige i projektet.",
            32,
        ),
    ],
)
def test_one_thing_counted_in_two_chapters(summary: str, chapter: str, wrong: int) -> None:
    def report(count: int) -> list[tuple[object, object]]:
        return found(made("# Resumé", summary, "# Forløbet", chapter.format(count)), "text_table_conflict")

    assert not report(wrong)
    assert report(wrong + 2) == [(float(wrong), wrong + 2.0)]


@pytest.mark.parametrize(
    ("summary", "chapter"),
    [
        ("Vi har interviewet otte ledere i kommunerne.", "Vi har interviewet ti ledere i virksomhederne."),
        ("Der blev holdt to møder i styregruppen.", "Der blev holdt fem møder i arbejdsgruppen."),
        ("Projektet har hjulpet 145 personer med synstab.", "Heraf er 20 personer med synstab hjulpet i job."),
        ("Projektet har hjulpet 145 personer med synstab.", "I Odense er der hjulpet 30 personer med synstab."),
        ("Projektet har hjulpet knap 150 personer med synstab.", "Der er hjulpet 145 personer med synstab."),
        ("Projektet har hjulpet 145 personer med synstab.", "Projektet ville hjælpe 200 personer med synstab."),
    ],
)
def test_other_things_in_two_chapters_are_left_alone(summary: str, chapter: str) -> None:
    assert not found(made("# Resumé", summary, "# Forløbet", chapter), "text_table_conflict")


CHANNELS = Grid(
    "Tabel 5 Henvisningskanaler",
    ("Kanal", "Deltagere", "Andel af alle deltagere"),
    (
        ("Jobcenter", "47", "40 pct."),
        ("Arbejdsplads", "38", "32 pct."),
        ("Høreklinik", "29", "25 pct."),
        ("Fagforening", "17", "14 pct."),
    ),
    role="measures",
)
FORMS = Grid(
    "Tabel 6 Ansættelsesformer for deltagere i job",
    ("Ansættelsesform", "Antal deltagere", "Andel"),
    (
        ("Fleksjob", "31", "56%"),
        ("Løntilskud", "12", "22%"),
        ("Ordinære timer uden støtte", "6", "11%"),
        ("I alt", "49", "100%"),
    ),
    role="measures",
)


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("47 deltagere er henvist fra et jobcenter.", None),
        ("74 deltagere er henvist fra et jobcenter.", (74.0, 47.0)),
        ("25 pct. af deltagerne er henvist fra en høreklinik.", None),
        ("29 pct. af deltagerne er henvist fra en høreklinik.", (29.0, 25.0)),
        ("31 deltagere er ansat i fleksjob.", None),
        ("13 deltagere er ansat i fleksjob.", (13.0, 31.0)),
        ("21 deltagere er ansat med løntilskud.", (21.0, 12.0)),
        ("Fagforeningerne har henvist 71 deltagere.", (71.0, 17.0)),
        ("To fagforeninger har deltaget i styregruppen.", None),
        ("Vi har interviewet 8 deltagere i fleksjob.", None),
        ("10 deltagere i fleksjob arbejder mere end 10 timer.", None),
        ("Jobcentret har fem medarbejdere.", None),
        ("I 2019 var 13 deltagere ansat i fleksjob.", None),
    ],
)
def test_figures_of_a_row(sentence: str, figures: tuple[float, float] | None) -> None:
    report = made("# Resultater", "Tabellerne viser det.", CHANNELS, FORMS, sentence)
    assert found(report, "text_table_conflict") == ([figures] if figures else [])
