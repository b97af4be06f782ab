"""Random reports that agree with themselves, or have one conflict of words planted: verdicts, counts, prose and table.

``drawn(Random(7))`` gives the parts of a report that `reports.made` takes; ``drawn(Random(7), "verdict")`` the same
report with another verdict in its summary.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from tests.extract.audit.reports import Grid

PLANTED = {
    "goal count": "count_mismatch",
    "municipality count": "count_mismatch",
    "point count": "count_mismatch",
    "verdict": "status_conflict",
    "verdict and figures": "status_conflict",
    "verdict count": "status_conflict",
    "goal figure": "text_table_conflict",
    "most": "text_table_conflict",
    "municipality figure": "text_table_conflict",
    "grant": "text_table_conflict",
    "period": "text_table_conflict",
}
"""The conflicts that can be planted, with the code of the finding that each must give."""

GOALS = (
    (
        "Virksomheder har underskrevet en samarbejdsaftale",
        "{n} virksomheder har underskrevet en samarbejdsaftale",
        "målet om samarbejdsaftaler med virksomheder",
    ),
    (
        "Mentorer har gennemført mentoruddannelsen",
        "{n} mentorer har gennemført mentoruddannelsen",
        "målet om mentorer med gennemført mentoruddannelse",
    ),
    (
        "Borgere er begyndt i et jobforløb",
        "I alt {n} borgere er begyndt i et jobforløb",
        "målet om borgere i jobforløb",
    ),
    (
        "Der er holdt netværksmøder for ledere",
        "Der er holdt {n} netværksmøder for ledere",
        "målet om netværksmøder for ledere",
    ),
    (
        "Sagsbehandlere har deltaget i et temaseminar",
        "{n} sagsbehandlere har deltaget i et temaseminar",
        "målet om sagsbehandlere på temaseminar",
    ),
    (
        "Frivillige rådgivere er rekrutteret",
        "Der er rekrutteret {n} frivillige rådgivere",
        "målet om frivillige rådgivere",
    ),
    (
        "Praktikpladser er oprettet i butikker",
        "Der er oprettet {n} praktikpladser i butikker",
        "målet om praktikpladser i butikker",
    ),
    ("Familier har modtaget hjemmebesøg", "{n} familier har modtaget hjemmebesøg", "målet om hjemmebesøg hos familier"),
    ("Unge har fået en overgangsplan", "{n} unge har fået en overgangsplan", "målet om overgangsplaner for unge"),
    (
        "Der er udviklet undervisningsforløb til skolerne",
        "Der er udviklet {n} undervisningsforløb til skolerne",
        "målet om undervisningsforløb til skolerne",
    ),
)
PLACES = (
    "Aalborg",
    "Esbjerg",
    "Horsens",
    "Herning",
    "Silkeborg",
    "Kolding",
    "Viborg",
    "Holbæk",
    "Næstved",
    "Svendborg",
)
POINTS = (
    "Tid er vigtigere end penge for de deltagende virksomheder.", "Koordinatoren skal have mandat fra sin ledelse.",
    "Borgerne vil gerne selv fortælle om deres sygdom.", "Korte forløb virker bedre end lange.",
    "Én indgang i kommunen gør henvisningen hurtigere.", "Lederen skal med fra første møde.",
)  # fmt: skip
WORDS = ("nul", "ét", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv")


@dataclass(frozen=True)
class Goal:
    """A target of the report."""

    text: str
    sentence: str
    name: str
    target: int
    actual: int

    @property
    def verdict(self) -> str:
        """What became of it."""
        if self.actual >= self.target:
            return "opfyldt"
        return "delvist opfyldt" if 2 * self.actual >= self.target else "ikke opfyldt"


def drawn(random: Random, planted: str | None = None) -> tuple[str | Grid, ...]:
    """The parts of a random report, with the conflict that is named."""
    goals = [_goal(random, words) for words in random.sample(GOALS, random.randint(4, 8))]
    names = random.sample(PLACES, random.randint(3, 6))
    figures = dict(zip(names, random.sample(range(20, 90), len(names)), strict=True))
    return (
        "# Sammenfatning", *_summary(random, goals, planted),
        "# Projektet", *_project(random, names, planted),
        "# Status på målene", "## Status på aktivitetsmålene", *_chapter(random, goals, planted),
        "## Kommunerne", *_places(random, figures, planted),
        "# Læringer", *_learnings(random, planted),
    )  # fmt: skip


def _goal(random: Random, words: tuple[str, str, str]) -> Goal:
    target = random.randint(20, 200)
    return Goal(*words, target, max(2, int(target * random.choice((0.2, 0.35, 0.7, 0.9, 1.1, 1.4)))))


def _summary(random: Random, goals: list[Goal], planted: str | None) -> list[str]:
    goal = random.choice(goals)
    verdict = goal.verdict
    if planted == "verdict":
        verdict = random.choice(
            [
                v
                for v in ("opfyldt", "ikke opfyldt")
                if v != verdict and (verdict, v) != ("delvist opfyldt", "ikke opfyldt")
            ]
        )
    met = sum(g.verdict == "opfyldt" for g in goals)
    if planted == "verdict count":
        met = met + 1 if met < len(goals) else met - 1
    told = random.choice((
        f"Af projektets {WORDS[len(goals)]} aktivitetsmål er {WORDS[met]} opfyldt.",
        f"Projektet har nået {WORDS[met]} af de {WORDS[len(goals)]} aktivitetsmål.",
        f"{WORDS[met].capitalize()} ud af {WORDS[len(goals)]} aktivitetsmål er indfriet.",
    ))  # fmt: skip
    verb = random.choice(("er", "blev", "vurderes at være"))
    first = f"{goal.name.capitalize()} {verb} {verdict}."
    return [first, told] if met else [first]


def _project(random: Random, names: list[str], planted: str | None) -> list[str | Grid]:
    amount, year = random.randint(2100, 9700) * 1000, random.randint(2012, 2019)
    count = len(names) + (planted == "municipality count")
    stated = amount + 300_000 * (planted == "grant")
    first = year + (planted == "period")
    rows = (
        ("Projektperiode", f"1. januar {year} - 31. december {year + 2}"),
        ("Bevilling", f"{amount:,} kr.".replace(",", ".")),
        ("Projektejer", "Foreningen Lysning"),
    )
    money = (
        f"{stated:,} kr.".replace(",", ".")
        if random.random() < 0.5
        else f"{stated / 1e6:.1f} mio. kr.".replace(".", ",", 1)
    )
    listed = ", ".join(names[:-1]) + f" og {names[-1]}"
    return [
        f"Projektet har fået en bevilling på {money} fra puljen.",
        f"Projektet er gennemført i perioden {first}-{year + 2}.",
        f"De {WORDS[count]} deltagende kommuner er {listed}.",
        Grid("Tabel 1 Fakta om projektet", ("Forhold", "Beskrivelse"), rows, role="facts"),
    ]


def _chapter(random: Random, goals: list[Goal], planted: str | None) -> list[str | Grid]:
    count = len(goals) + (planted == "goal count")
    lead = random.choice((
        "Der er fastlagt i alt {} aktivitetsmål.", "Projektet har {} aktivitetsmål, som fremgår af Tabel 2.",
        "{} mål beskriver projektets aktiviteter.", "Tabel 2 viser de {} aktivitetsmål.",
    )).format(WORDS[count])  # fmt: skip
    wrong = random.choice(goals) if planted in ("verdict and figures", "goal figure") else None
    rows = tuple(
        (
            f"A{n}: {goal.text}",
            str(goal.target),
            str(goal.actual),
            _status(goal, goal is wrong and planted == "verdict and figures"),
        )
        for n, goal in enumerate(goals, 1)
    )
    table = Grid("Tabel 2 Status på aktivitetsmålene", ("Aktivitetsmål", "Mål", "Resultat", "Status"), rows)
    told = [wrong] if wrong else random.sample(goals, 2)
    off = 7 if planted == "goal figure" else 0
    return [lead[0].upper() + lead[1:], table, *(f"{g.sentence.format(n=g.actual + off)}." for g in told)]


def _status(goal: Goal, wrong: bool) -> str:
    if wrong:
        return "Ikke opfyldt" if goal.verdict == "opfyldt" else "Opfyldt"
    return goal.verdict.capitalize()


def _places(random: Random, figures: dict[str, int], planted: str | None) -> list[str | Grid]:
    rows = tuple((name, str(started), str(started // 3)) for name, started in figures.items())
    total = ("I alt", str(sum(figures.values())), str(sum(n // 3 for n in figures.values())))
    table = Grid(
        "Tabel 3 Borgere fordelt på kommuner",
        ("Kommune", "Begyndt i forløb", "Kommet i job"),
        (*rows, total),
        role="measures",
    )
    ranked = sorted(figures, key=lambda name: figures[name])
    most, least = (ranked[-2], ranked[1]) if planted == "most" else (ranked[-1], ranked[0])
    name = random.choice(list(figures))
    jobs = figures[name] // 3 + (100 if planted == "municipality figure" else 0)
    sentences = [
        random.choice(
            (f"Flest borgere er begyndt i forløb i {most}.", f"Antallet, der er begyndt i forløb, er lavest i {least}.")
        ),
        random.choice((f"I {name} er {jobs} borgere kommet i job.", f"{name} har fået {jobs} borgere i job.")),
    ]
    return [table, *sentences]


def _learnings(random: Random, planted: str | None) -> list[str]:
    points = random.sample(POINTS, random.randint(2, 6))
    count = len(points) + (planted == "point count")
    lead = random.choice(
        ("Evalueringen peger på {} læringer:", "Der kan uddrages følgende {} læringer:", "Vi har samlet {} erfaringer:")
    )
    return [lead.format(WORDS[count]), *(f"- {point}" for point in points)]
