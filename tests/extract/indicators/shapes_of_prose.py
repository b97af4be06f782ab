"""Invented targets in running text: announced lists, headings, sentences; and lists that are none."""

from __future__ import annotations

from tests.extract.indicators.shapes import NOT, OK, PART, PLAIN_PROSE, Goal, Shape

ANY = -1.0

SO_WE_WROTE = Shape(
    "what we wanted and what we got",
    (
        "# Hvad ville vi opnå?",
        "Vi satte os tre mål:",
        "- At 50 unge fik en mentor.",
        "- At 80 pct. af de unge blev i forløbet.",
        "- At der kom 10 nye frivillige.",
        "# Hvad opnåede vi?",
        "62 unge fik en mentor, og dermed er målet om mentorer nået. 71 pct. af de unge blev i forløbet; målet om at "
        "blive i forløbet er næsten nået. Der kom kun fire nye frivillige, så målet om frivillige er ikke nået.",
    ),
    (Goal("At 50 unge", 50, ANY, OK), Goal("At 80 pct.", 80, ANY, PART), Goal("At der kom", 10, ANY, NOT)),
)
HEADINGS = Shape(
    "a heading for each goal",
    (
        "# Målopfyldelse",
        "## Mål 1: 100 borgere deltager i forløbet",
        "I alt har 112 borgere deltaget. Målet er dermed opfyldt.",
        "## Mål 2: 30 virksomheder ansætter en borger",
        "I alt har 17 virksomheder ansat en borger. Målet er delvist opfyldt.",
        "## Mål 3: Borgerne oplever bedre trivsel",
        "Borgerne fortæller, at de har fået det bedre. Målet er opfyldt.",
    ),
    (
        Goal("100 borgere", 100, ANY, OK, id="Mål 1"),
        Goal("30 virksomheder", 30, ANY, PART, id="Mål 2"),
        Goal("Borgerne oplever", ANY, ANY, OK, id="Mål 3"),
    ),
)
RESULTS_IN_POINTS = Shape(
    "points with their results",
    (
        "# Resultater",
        "Projektets succeskriterier og resultaterne heraf er:",
        "- Mindst 20 virksomheder indgår en aftale. Der er indgået 24 aftaler.",
        "- Mindst 75 pct. af deltagerne er tilfredse. 81 pct. er tilfredse.",
        "- Mindst 40 deltagere kommer i job. 26 deltagere er kommet i job.",
    ),
    (Goal("Mindst 20", 20, 24, OK), Goal("Mindst 75", 75, 81, OK), Goal("Mindst 40", 40, 26, PART)),
)
SENTENCE = Shape(
    "one goal in a sentence",
    (
        "# Effekt på beskæftigelsen",
        "Det overordnede mål for projektet var, at mindst 35 pct. af deltagerne skulle være i job et halvt år efter "
        "forløbet. Opgørelsen viser, at 28 pct. er i job. Målet er således ikke nået fuldt ud.",
    ),
    (Goal("mindst 35 pct.", 35, ANY, PART, "impact"),),
)
VERDICTS_IN_POINTS = Shape(
    "numbered points with verdicts",
    (
        "# Status på delmål",
        "- Delmål 1 – Etablering af styregruppe: Opfyldt.",
        "- Delmål 2 – Rekruttering af 15 mentorer: Delvist opfyldt, 11 er rekrutteret.",
        "- Delmål 3 – Udgivelse af en fælles guide: Ikke opfyldt.",
    ),
    (
        Goal("Etablering", ANY, ANY, OK, id="Delmål 1"),
        Goal("Rekruttering", 15, ANY, PART, id="Delmål 2"),
        Goal("Udgivelse", ANY, ANY, NOT, id="Delmål 3"),
    ),
)
AIMS = Shape(
    "numbered aims, what became of them below each",
    (
        "# Målopfyldelse",
        "Formål 1: Etablere et fælles rådgivningstilbud i tre kommuner.",
        "Tilbuddet er etableret i alle tre kommuner, og formålet er opfyldt.",
        "Formål 2: Give 120 borgere et forløb.",
        "97 borgere har fået et forløb, og formålet er delvist opfyldt.",
    ),
    (Goal("Etablere", ANY, ANY, OK, id="Formål 1"), Goal("Give 120", 120, ANY, PART, id="Formål 2")),
)
PAIRS = Shape(
    "goal and result line by line",
    (
        "# Resultater af indsatsen",
        "Mål: Mindst 30 unge i fritidsjob.",
        "Resultat: 41 unge har fået et fritidsjob.",
        "Mål: 15 forældre deltager i netværk.",
        "Resultat: 6 forældre deltager.",
    ),
    (Goal("Mindst 30", 30, 41, OK), Goal("15 forældre", 15, 6, NOT)),
)
NUMBERED = Shape(
    "numbered points named by their number",
    (
        "# Status på resultatmål",
        "Der er opstillet tre resultatmål:",
        "- 1. 70 pct. gennemfører forløbet.",
        "- 2. 40 pct. kommer i job.",
        "- 3. Ventetiden er højst fire uger.",
        "70 pct.-målet er nået, idet 78 pct. har gennemført det. Resultatmål 2 er ikke nået. Resultatmål 3 er opfyldt.",
    ),
    (Goal("70 pct.", 70, ANY, OK), Goal("40 pct.", 40, ANY, NOT), Goal("Ventetiden", ANY, ANY, OK)),
)
TOLD: tuple[Shape, ...] = (
    AIMS,
    PAIRS,
    NUMBERED,
    PLAIN_PROSE,
    SO_WE_WROTE,
    HEADINGS,
    RESULTS_IN_POINTS,
    SENTENCE,
    VERDICTS_IN_POINTS,
)

NOT_TOLD: tuple[Shape, ...] = (
    Shape(
        "talk of participants",
        (
            "# Resultater",
            "Deltagerne fortæller, at de er glade for forløbet:",
            "- 24 deltagere siger, at de har fået nye venner.",
            "- De fleste vil anbefale det til andre.",
        ),
        (),
    ),
    Shape(
        "learnings",
        (
            "# Læring", "Vi har lært følgende:",
            "- Det tager mindst tre måneder at finde frivillige.", "- 80 pct. af tiden går med møder.",
        ),
        (),
    ),
    Shape(
        "aims of the evaluation",
        (
            "# Metode", "Evalueringen har følgende formål:",
            "- At belyse, om projektet har nået sine mål.", "- At samle læring.",
        ),
        (),
    ),
    Shape(
        "activities",
        (
            "# Projektets aktiviteter", "Projektet omfattede disse aktiviteter:",
            "- Mentorforløb af seks måneders varighed.", "- Otte fælles workshopper om året.",
        ),
        (),
    ),
)  # fmt: skip
