"""Invented ways in which Danish evaluations set out their targets, each with what a careful person reads out of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from extract.indicators.read import read_indicators
from extract.indicators.target_tables import with_target_tables
from extract.report import Indicator, Metadata, Report, ReportKind
from extract.tables.roles import role_of
from tests.extract.audit.reports import Grid, made


@dataclass(frozen=True)
class Goal:
    """A target as it should be read: its first words, its figures and verdict; ``?`` and -1 are not looked at."""

    words: str
    target: float | None
    actual: float | None
    status: str
    level: str = "?"
    id: str = "?"


@dataclass(frozen=True)
class Shape:
    """Parts of a report as `made` takes them, and its targets."""

    name: str
    parts: tuple[str | Grid, ...]
    goals: tuple[Goal, ...]
    kind: ReportKind = "final_evaluation"


def report_of(shape: Shape) -> Report:
    """The shape as a report, the roles of its tables found as for any file."""
    plain = made(*shape.parts)
    roles = {section.id: section.role for section in plain.sections}
    tables = tuple(
        replace(t, id=f"t{n}", role=role_of(t, roles.get(t.section or ""))) for n, t in enumerate(plain.tables, 1)
    )
    return with_target_tables(replace(plain, tables=tables, metadata=Metadata(kind=shape.kind), indicators=()))


def indicators_of(shape: Shape) -> tuple[Indicator, ...]:
    """The targets that are read out of a shape."""
    return read_indicators(report_of(shape))


def misses(shape: Shape) -> list[str]:
    """What is read otherwise than the shape says; empty where all is right."""
    said, wrong = list(indicators_of(shape)), []
    for goal in shape.goals:
        one = next((i for i in said if i.text.startswith(goal.words)), None)
        if one is None:
            wrong.append(f"missing: {goal.words}")
            continue
        said.remove(one)
        wrong += _differences(goal, one)
    return wrong + [f"invented: {i.text} ({i.table})" for i in said]


def _differences(goal: Goal, one: Indicator) -> list[str]:
    values = {
        "target": (goal.target, _value(one, "target")),
        "actual": (goal.actual, _value(one, "actual")),
        "status": (goal.status, one.status),
        "level": (goal.level, one.level),
        "id": (goal.id, one.id),
    }
    return [f"{goal.words}: {n} {w!r}, read {r!r}" for n, (w, r) in values.items() if w not in ("?", -1) and w != r]


def _value(one: Indicator, part: str) -> float | None:
    quantity = one.target if part == "target" else one.actual
    if quantity is None:
        return None
    return quantity.value if quantity.value is not None else quantity.low


def table(caption: str, columns: str, *rows: str) -> Grid:
    """A table whose cells are parted by ``|``."""
    return Grid(caption, _cells(columns), tuple(_cells(row) for row in rows))


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split("|"))


OK, PART, NOT, OPEN, DROP, UNKNOWN = "achieved", "partly_achieved", "not_achieved", "ongoing", "dropped", "unknown"

PLAIN_WORDS = Shape(
    "plain words in the header",
    (
        "# Det lovede vi, og det blev det til",
        table(
            "Tabel 1 Hvad vi lovede",
            "Løfte | Hvad blev der lovet | Hvad blev det til | Vores dom",
            "Unge i forløb | Mindst 40 unge | 46 unge | Holdt",
            "Mentorer | 15 | 11 | Næsten holdt",
            "Skoler med aftale | 6 skoler | 2 skoler | Ikke holdt",
        ),
    ),
    (Goal("Unge i forløb", 40, 46, OK), Goal("Mentorer", 15, 11, PART), Goal("Skoler med aftale", 6, 2, NOT)),
)

WE_WANTED = Shape(
    "two columns of sentences",
    (
        "# Mål og resultater",
        table(
            "Tabel 2 Vi ville, og vi nåede",
            "Vi ville | Vi nåede",
            "Holde mindst 12 cafeaftener i beboerhuset | 14 cafeaftener",
            "Få 30 beboere med i madfællesskabet | 21 beboere",
            "Uddanne 8 frivillige værter | 3 frivillige",
        ),
    ),
    (
        Goal("Holde mindst 12", 12, 14, OK),
        Goal("Få 30 beboere", 30, 21, PART),
        Goal("Uddanne 8 frivillige", 8, 3, NOT),
    ),
)

EXPECTED_YIELD = Shape(
    "expected and actual yield",
    (
        "# Udbyttet af indsatsen",
        table(
            "Forventet og faktisk udbytte",
            "Forventet udbytte | Faktisk udbytte | Sagt af evaluator",
            "80 pct. af familierne oplever bedre trivsel | 84 pct. | Ja, det er nået",
            "50 familier gennemfører forløbet | 38 familier | Kun delvist nået",
            "Ventetiden falder til højst 14 dage | 21 dage | Ikke nået",
        ),
    ),
    (
        Goal("80 pct. af familierne", 80, 84, OK),
        Goal("50 familier", 50, 38, PART),
        Goal("Ventetiden falder", 14, 21, NOT),
    ),
)

QUARTERS = Shape(
    "progress by quarter at midterm",
    (
        "# Fremdrift",
        table(
            "Tabel 3 Delmål og status pr. 1/3",
            "Mål nr. | Delmål | Måltal | Status pr. 1/3 | Bemærkning",
            "1.1 | Forløb for borgere med angst er igangsat | 60 | 34 | Følger planen",
            "1.2 | Fagpersoner er uddannet i metoden | 24 | 24 | Afsluttet",
            "2.1 | Deltagere vurderer, at deres trivsel er bedre | 70 pct. | - | Måles først i efteråret",
        ),
    ),
    (
        Goal("Forløb for borgere", 60, 34, OPEN, id="1.1"),
        Goal("Fagpersoner er uddannet", 24, 24, OK, id="1.2"),
        Goal("Deltagere vurderer", 70, None, OPEN, id="2.1"),
    ),
    "midterm_evaluation",
)

YES_NO = Shape(
    "yes and no under fulfilled",
    (
        "# Resultatmål",
        table(
            "Tabel 4 Er målene opfyldt?",
            "Mål | Måltal | Nået | Opfyldt?",
            "Borgere i praktik | 45 | 51 | Ja",
            "Borgere i ordinære timer | 30 | 19 | Nej",
            "Virksomheder med aftale | 20 | 18 | Delvist",
        ),
    ),
    (
        Goal("Borgere i praktik", 45, 51, OK, "outcome"),
        Goal("Borgere i ordinære", 30, 19, NOT, "outcome"),
        Goal("Virksomheder med aftale", 20, 18, PART, "outcome"),
    ),
)

YEARS = Shape(
    "a column for each year and one for all",
    (
        "# Aktiviteter og måltal",
        table(
            "Tabel 5 Måltal og realisering",
            "Nr. | Indikator | Mål 2019 | Realiseret 2019 | Mål 2020 | Realiseret 2020 | Mål i alt | Realiseret i alt",
            "A | Borgere visiteret til forløb | 40 | 35 | 60 | 58 | 100 | 93",
            "B | Afholdte netværksmøder for pårørende | 4 | 4 | 6 | 7 | 10 | 11",
            "C | Andel deltagere med plan | 60 % | 40 % | 80 % | 66 % | 70 % | 55 %",
        ),
    ),
    (
        Goal("Borgere visiteret", 100, 93, PART, id="A"),
        Goal("Afholdte netværksmøder", 10, 11, OK, id="B"),
        Goal("Andel deltagere", 70, 55, PART, id="C"),
    ),
)

LAST_YEAR = Shape(
    "actuals of several years, no sum",
    (
        "# Resultater på lang sigt",
        table(
            "Tabel 6 Indikatorer og udvikling",
            "Indikator | Udgangspunkt | 2017 | 2018 | 2019 | Mål",
            "Andel unge i uddannelse | 22 pct. | 27 pct. | 33 pct. | 41 pct. | 40 pct.",
            "Andel unge i job | 14 pct. | 15 pct. | 19 pct. | 18 pct. | 25 pct.",
        ),
    ),
    (
        Goal("Andel unge i uddannelse", 40, 41, OK, "outcome_long"),
        Goal("Andel unge i job", 25, 18, PART, "outcome_long"),
    ),
)

MIDDLE_ACTUAL = Shape(
    "the actual in a middle column, source and remarks around it",
    (
        "# Målopfyldelse",
        table(
            "Tabel 7 Succeskriterier",
            "Succeskriterium | Opgjort ved afslutning | Kilde | Krav | Bedømmelse",
            "Medarbejdere bruger den nye screening | 92 % | Spørgeskema | 80 % | ●",
            "Forældre kender tilbuddet | 44 % | Interview | 75 % | ●",
            "Sager behandlet inden for fristen | 310 | Fagsystem | 300 | ●",
        ),
    ),
    (
        Goal("Medarbejdere bruger", 80, 92, OK),
        Goal("Forældre kender", 75, 44, PART),
        Goal("Sager behandlet", 300, 310, OK),
    ),
)

TRAFFIC = Shape(
    "traffic lights with no header over them",
    (
        "# Status",
        table(
            "Oversigt over delmål",
            "Delmål |  | Forklaring",
            "Der er etableret en styregruppe med alle parter | Grøn | Gruppen har mødtes otte gange i perioden",
            "Alle teams har fået undervisning i metoden | Gul | Fem af syv teams er undervist, to mangler",
            "Borgerne har en fast kontaktperson hele vejen | Rød | Kontaktpersoner er skiftet mange gange",
        ),
    ),
    (
        Goal("Der er etableret", -1.0, -1.0, OK),
        Goal("Alle teams", -1.0, -1.0, PART),
        Goal("Borgerne har", -1.0, -1.0, NOT),
    ),
)

GROUPED = Shape(
    "levels as rows over groups",
    (
        "# Status på projektets mål",
        table(
            "Tabel 8 Mål og opfyldelse",
            "Mål | Forventet | Opnået",
            "Output | Output | Output",
            "M1 Kurser for frontpersonale | 10 | 12",
            "M2 Besøg i hjemmet | 200 | 150",
            "Outcome | Outcome | Outcome",
            "M3 Deltagere med øget handlekraft | 65 pct. | 71 pct.",
            "Effekter | Effekter | Effekter",
            "M4 Deltagere i ordinær beskæftigelse efter et år | 30 pct. | 12 pct.",
        ),
    ),
    (
        Goal("Kurser for", 10, 12, OK, "activity", "M1"),
        Goal("Besøg i hjemmet", 200, 150, PART, "activity", "M2"),
        Goal("Deltagere med øget", 65, 71, OK, "outcome", "M3"),
        Goal("Deltagere i ordinær", 30, 12, NOT, "impact", "M4"),
    ),
)

GOAL_IN_SENTENCE = Shape(
    "the target inside the goal, the result as a sentence",
    (
        "# Leverancer",
        table(
            "Tabel 9 Leverancer",
            "# | Leverance | Resultat",
            "L1 | Mindst 40 unge er startet i forløb | 52 unge er startet",
            "L2 | Der er afholdt 6 temadage | Der er afholdt 4 temadage",
            "L3 | En håndbog er udgivet | Håndbogen udkom i maj 2019",
        ),
    ),
    (
        Goal("Mindst 40 unge", 40, 52, OK, "activity", "L1"),
        Goal("Der er afholdt 6", 6, 4, PART, "activity", "L2"),
        Goal("En håndbog", -1.0, -1.0, "?", "activity", "L3"),
    ),
)

OUT_OF = Shape(
    "three of four",
    (
        "# Projektets milepæle",
        table(
            "Milepæle",
            "Milepæl | Succes når | Hvor langt nåede vi?",
            "Mål 1: Alle fire afdelinger bruger redskabet | 4 afdelinger | 3 af 4",
            "Mål 2: Fælles kursus for ledere og medarbejdere | 1 kursus | 1 af 1",
            "Mål 3: Samtaler med pårørende | 40 samtaler | 12 af 40",
        ),
    ),
    (
        Goal("Alle fire afdelinger", 4, 3, PART, "activity", "Mål 1"),
        Goal("Fælles kursus", 1, 1, OK, "activity", "Mål 2"),
        Goal("Samtaler med pårørende", 40, 12, NOT, "activity", "Mål 3"),
    ),
)

STATUS_FIRST = Shape(
    "the verdict first, then the goal",
    (
        "# Hvordan gik det med målene?",
        table(
            "Tabel 10 Overblik",
            "Målet er | Hvad ønskede vi at opnå | Tal før | Tal nu | Tal vi gik efter",
            "Nået | Flere borgere deltager i foreningslivet | 20 % | 46 % | 40 %",
            "Ikke nået | Færre borgere føler sig ensomme | 61 % | 58 % | 45 %",
            "Delvist nået | Borgere kender en kontaktperson | 30 % | 62 % | 75 %",
        ),
    ),
    (Goal("Flere borgere", 40, 46, OK), Goal("Færre borgere", 45, 58, NOT), Goal("Borgere kender", 75, 62, PART)),
)

BLANK_HEADERS = Shape(
    "headers that say nothing",
    (
        "# Projektets resultater",
        table(
            "Tabel 11 Hvor langt kom projektet?",
            "Emne | Tal fra ansøgningen | Tal fra afslutningen",
            "Antal borgere, der har fået en mentor | 80 | 64",
            "Andel borgere, der gennemfører hele forløbet | 75 pct. | 81 pct.",
            "Antal kommuner, der har indført metoden | 5 | 2",
        ),
    ),
    (
        Goal("Antal borgere", 80, 64, PART),
        Goal("Andel borgere", 75, 81, OK),
        Goal("Antal kommuner", 5, 2, NOT),
    ),
)

PLAIN_PROSE = Shape(
    "targets as points, what became of them in the next paragraph",
    (
        "# Det ville vi nå",
        "Projektet satte sig tre mål fra begyndelsen:",
        "- Mindst 25 kvinder skulle gennemføre et forløb.",
        "- 60 pct. af kvinderne skulle have kontakt til en arbejdsplads.",
        "- Der skulle oprettes tre lokale netværk.",
        "# Sådan gik det",
        "I alt gennemførte 31 kvinder et forløb, og målet om gennemførte forløb er dermed nået. Kun 42 pct. af "
        "kvinderne fik kontakt til en arbejdsplads, så det mål er ikke nået.",
        "Der er oprettet to lokale netværk, og målet om lokale netværk er derfor kun delvist nået.",
    ),
    (
        Goal("Mindst 25 kvinder", 25, -1, OK),
        Goal("60 pct. af kvinderne", 60, -1, NOT),
        Goal("Der skulle oprettes", 3, -1, PART),
    ),
)

POINTS = Shape(
    "points with the result in the next paragraph",
    (
        "# Resultatmål",
        "- Mål 1: 50 borgere skal være i virksomhedspraktik.",
        "Resultat: 57 borgere har været i praktik. Målet er opfyldt.",
        "- Mål 2: 20 virksomheder skal have en aftale.",
        "Resultat: 12 virksomheder har en aftale. Målet er delvist opfyldt.",
    ),
    (
        Goal("50 borgere skal", 50, 57, OK, "outcome", "Mål 1"),
        Goal("20 virksomheder", 20, 12, PART, "outcome", "Mål 2"),
    ),
)

DEFINITION = Shape(
    "labelled lines",
    (
        "# Status på effektmål",
        "Effektmål 1: Sygefraværet er nedbragt til højst 5 pct.",
        "Udgangspunkt: 7,2 pct.",
        "Resultat: 4,8 pct.",
        "Vurdering: Målet er nået.",
        "Effektmål 2: Mindst 60 pct. af borgerne er i job efter et år.",
        "Udgangspunkt: 30 pct.",
        "Resultat: 41 pct.",
        "Vurdering: Målet er ikke nået.",
    ),
    (
        Goal("Sygefraværet er", 5, 4.8, OK, "impact", "Effektmål 1"),
        Goal("Mindst 60 pct.", 60, 41, NOT, "impact", "Effektmål 2"),
    ),
)

DROPPED = Shape(
    "goals given up and not known",
    (
        "# Målopfyldelse",
        table(
            "Tabel 12 Projektets mål",
            "Mål | Hvad skulle der ske | Hvad skete der | Målopfyldelse",
            "1 | Der etableres et rådgivende panel af brugere | Panelet blev nedlagt efter et møde | Bortfaldet",
            "2 | Brugerne får et digitalt værktøj | Værktøjet er taget i brug i alle huse | Opfyldt",
            "3 | Brugernes livskvalitet er forbedret | Der er ikke målt på det | Kan ikke vurderes",
        ),
    ),
    (
        Goal("Der etableres", -1.0, -1.0, DROP, id="1"),
        Goal("Brugerne får", -1.0, -1.0, OK, id="2"),
        Goal("Brugernes livskvalitet", -1.0, -1.0, UNKNOWN, id="3"),
    ),
)

PERCENT_REACHED = Shape(
    "target, result and degree in per cent",
    (
        "# Status på projektets outputmål",
        table(
            "Tabel 13 Outputmål",
            "Outputmål | Budgetteret antal | Faktisk antal | Opfyldelsesgrad",
            "Vejledningssamtaler med iværksættere | 400 | 320 | 80 %",
            "Virksomheder med vækstplan | 60 | 66 | 110 %",
        ),
    ),
    (
        Goal("Vejledningssamtaler", 400, 320, PART, "activity"),
        Goal("Virksomheder med vækstplan", 60, 66, OK, "activity"),
    ),
)

TARGETS: tuple[Shape, ...] = (
    PLAIN_WORDS, WE_WANTED, EXPECTED_YIELD, QUARTERS, YES_NO, YEARS, LAST_YEAR, MIDDLE_ACTUAL, TRAFFIC, GROUPED,
    GOAL_IN_SENTENCE, OUT_OF, STATUS_FIRST, BLANK_HEADERS, POINTS, DEFINITION, DROPPED, PERCENT_REACHED,
)  # fmt: skip


def nothing(name: str, heading: str, grid: Grid) -> Shape:
    return Shape(name, (heading, grid), ())


NO_TARGETS: tuple[Shape, ...] = (
    nothing("numbers by municipality", "# Deltagere", table(
        "Tabel 1 Borgere i forløb", "Kommune | Måltal | Startet | Gennemført",
        "Odder | 30 | 28 | 22", "Samsø | 10 | 12 | 9", "Norddjurs | 40 | 35 | 31", "I alt | 80 | 75 | 62",
    )),
    nothing("budget", "# Økonomi", table(
        "Tabel 2 Budget og forbrug", "Post | Budget | Forbrug | Afvigelse",
        "Løn til projektleder og medarbejdere | 1.200.000 | 1.150.000 | 50.000",
        "Møder og rejser | 80.000 | 95.000 | -15.000",
        "Ekstern evaluering | 250.000 | 250.000 | 0",
    )),
    nothing("risks", "# Risici", table(
        "Tabel 3 Risici", "Risiko | Sandsynlighed | Konsekvens | Hvad vi gør",
        "Medarbejdere siger op undervejs | Lav | Høj | Vi oplærer flere i metoden",
        "Borgere falder fra efter kort tid | Høj | Middel | Vi ringer til dem hver uge",
    )),
    nothing("timeline", "# Tidsplan", table(
        "Tabel 4 Tidsplan", "Aktivitet | Start | Slut | Ansvarlig",
        "Opstart og rekruttering af borgere | januar 2018 | marts 2018 | Projektleder",
        "Første hold gennemfører forløbet | april 2018 | august 2018 | Mentorer",
    )),
    nothing("survey", "# Borgernes svar", table(
        "Tabel 5 Hvor enig er du?", "Udsagn | Helt enig | Enig | Uenig | Ved ikke",
        "Jeg har fået den hjælp, jeg havde brug for | 45 % | 30 % | 20 % | 5 %",
        "Jeg føler mig mindre alene end før | 38 % | 41 % | 11 % | 10 %",
    )),
    nothing("before and after", "# Trivsel", table(
        "Tabel 6 Trivsel før og efter", "Skala | Før | Efter | Ændring",
        "Trivsel i hverdagen (WHO-5) | 42 | 55 | 13", "Selvvurderet helbred | 2,1 | 2,9 | 0,8",
    )),
    nothing("theory of change", "# Forandringsteori", table(
        "Tabel 7 Forandringsteori", "Aktiviteter | Resultater på kort sigt | Effekter",
        "Undervisning af medarbejdere | Medarbejdere kender metoden | Flere borgere kommer i job",
        "Mentorforløb for unge | Unge møder stabilt op | Flere unge kommer i uddannelse",
    )),
    nothing("data", "# Datagrundlag", table(
        "Tabel 8 Datagrundlag", "Kilde | Antal | Svarprocent",
        "Spørgeskema til alle borgere i forløb | 120 | 64 %", "Interview med ledere i kommunerne | 8 | -",
    )),
    nothing("who does what", "# Organisering", table(
        "Tabel 9 Roller", "Aktør | Rolle | Opgave",
        "Jobcentret | Henviser borgere til projektet | Visiterer og følger op hver måned",
        "Foreningen | Holder cafeen åben | Finder frivillige og støtter dem",
    )),
    nothing("facts", "# Projektet", table(
        "Fakta om projektet", "Forhold | Oplysning",
        "Projektperiode | 2017-2019", "Bevilling | 2,4 mio. kr.", "Målgruppe | Unge mellem 18 og 29 år",
    )),
    nothing("participants by year", "# Aktivitet", table(
        "Tabel 10 Aktivitet i projektet", "Aktivitet | 2018 | 2019 | I alt",
        "Individuelle samtaler | 120 | 140 | 260", "Gruppeforløb for mænd | 4 | 6 | 10",
    )),
)  # fmt: skip
