"""Sentences and tables of invented evaluations whose figures are right, and the same with one figure spoilt.

Each shape of sentence is made from random counts; ``spoil`` moves the figure that the sentence claims, far enough that
its printed precision shows it. Traps are right sentences that look wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

NOUNS = (
    "borgere",
    "deltagere",
    "unge",
    "ledige",
    "elever",
    "medarbejdere",
    "virksomheder",
    "forløb",
    "sygemeldte",
    "beboere",
    "familier",
)
DONE = (
    "gennemført forløbet",
    "kommet i job",
    "fået en mentor",
    "besvaret skemaet",
    "deltaget i kurset",
    "fastholdt arbejdet",
)
PLACES = ("Vejle", "Hjørring", "Lolland", "Skive", "Tårnby", "Odense", "Ikast-Brande")
TOPICS = ("om job", "om bolig", "om økonomi", "om helbred", "om uddannelse")
LINKS = (
    ", svarende til {}",
    ", hvilket svarer til {}",
    " ({})",
    ", det vil sige {}",
    ", altså {}",
    ", og det er {}",
    ", dvs. {}",
    ", hvilket er {}",
    " – svarende til {} –",
)


@dataclass(frozen=True)
class Shape:
    """A kind of sentence: ``write(random, spoilt)`` gives it; ``code`` is the finding where it is spoilt."""

    name: str
    write: Callable[[Random, bool], str]
    code: str = "percent_mismatch"


def danish(value: float, decimals: int = 0) -> str:
    """A number as Danish prints it."""
    text = f"{value:,.{decimals}f}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def printed(r: Random, value: float, *, spoilt: bool) -> str:
    """A percentage with a random unit and precision; spoilt by 4 points or more."""
    decimals = r.choice((0, 0, 1))
    if spoilt:
        step = r.choice((-1, 1)) * r.uniform(4, 15)
        value = value + step if value + step > 1 else value - step
    return f"{danish(round(value + 1e-9, decimals), decimals)} {r.choice(('pct.', 'procent', '%'))}"


def pair(r: Random) -> tuple[int, int]:
    """A part and its whole."""
    whole = r.randint(18, 480)
    return r.randint(max(11, whole // 9), whole - 2), whole


def share(before: str) -> Callable[[Random, bool], str]:
    """A sentence of a part, its whole and their share; ``{X} {Y} {N} {D} {P}`` and ``{L}``, a link with the share."""

    def write(r: Random, spoilt: bool) -> str:
        part, whole = pair(r)
        told = printed(r, 100 * part / whole, spoilt=spoilt)
        link = r.choice(LINKS).format(told)
        return before.format(X=part, Y=whole, N=r.choice(NOUNS), D=r.choice(DONE), P=told, L=link, K=r.choice(PLACES))

    return write


def listed(r: Random, spoilt: bool) -> str:
    """ "Blandt de 60 deltagere havde 20 … (33 pct.), 25 … (42 pct.) og 15 … (25 pct.)."."""
    parts = [r.randint(11, 90) for _ in range(3)]
    whole, wrong = sum(parts), r.randrange(3)
    told = [
        f"{p} {t} ({printed(r, 100 * p / whole, spoilt=spoilt and n == wrong)})"
        for n, (p, t) in enumerate(zip(parts, TOPICS, strict=False))
    ]
    return f"Blandt de {whole} {r.choice(NOUNS)} talte {told[0]}, {told[1]} og {told[2]}."


def target(form: str) -> Callable[[Random, bool], str]:
    """A count against its target."""

    def write(r: Random, spoilt: bool) -> str:
        aim = r.randint(20, 300)
        got = r.randint(aim // 2, aim + aim // 3)
        told = printed(r, 100 * got / aim, spoilt=spoilt)
        return form.format(X=got, Y=aim, P=told, N=r.choice(NOUNS), D=r.choice(DONE))

    return write


def change(form: str, kind: str) -> Callable[[Random, bool], str]:
    """A growth or a fall from one number to another, told in per cent or points."""

    def write(r: Random, spoilt: bool) -> str:
        first, second = r.sample(range(12, 95), 2)
        noun = (
            r.choice(("stigning", "fremgang", "vækst"))
            if second > first
            else r.choice(("tilbagegang", "reduktion", "nedgang"))
        )
        if kind == "points":
            told = f"{abs(second - first) + (r.randint(3, 9) if spoilt else 0)} procentpoint"
        else:
            grown = abs(100 * (second - first) / first)
            wrong = grown + r.randint(6, 20)
            if spoilt and abs(wrong - abs(second - first)) < 2:
                wrong += 5
            told = f"{danish(round(wrong if spoilt else grown))} pct."
        moved = r.choice(("er gået", "har udviklet sig", "er ændret"))
        return form.format(A=first, B=second, W=noun, P=told, M=moved)

    return write


def difference(r: Random, spoilt: bool) -> str:
    """ "116 er begyndt, 4 færre end målet på 120."."""
    aim, by = r.randint(40, 300), r.randint(3, 19)
    less = r.random() < 0.5
    got = aim - by if less else aim + by
    told = by + (r.choice((1, 2, 5)) if spoilt else 0)
    than = r.choice(("målet på", "de", "måltallet på"))
    return f"{got} {r.choice(NOUNS)} er begyndt, {told} {'færre' if less else 'flere'} end {than} {aim}."


def total(form: str) -> Callable[[Random, bool], str]:
    """A total with its parts."""

    def write(r: Random, spoilt: bool) -> str:
        parts = [r.randint(11, 90) for _ in range(3)]
        whole = sum(parts) + (r.choice((-3, -2, 2, 4, 6)) if spoilt else 0)
        places = r.sample(PLACES, 3)
        return form.format(
            T=whole, A=parts[0], B=parts[1], C=parts[2], N=r.choice(NOUNS), K=places[0], L=places[1], M=places[2]
        )

    return write


def money(r: Random, spoilt: bool) -> str:
    """A budget in millions."""
    parts = [r.randint(11, 60) / 10 for _ in range(3)]
    whole = sum(parts) + (r.choice((0.5, -0.6, 1.2)) if spoilt else 0)
    a, b, c = (f"{danish(p, 1)} mio. kr." for p in parts)
    spent = f"{a} til løn, {b} til kurser og {c} til evaluering"
    return f"Bevillingen på {danish(whole, 1)} mio. kr. fordeler sig med {spent}."


def sexes(r: Random, spoilt: bool) -> str:
    """Women and men of a whole."""
    men, women = r.randint(11, 90), r.randint(11, 90)
    whole = men + women + (r.choice((-3, 3, 5)) if spoilt else 0)
    return f"Af de {whole} {r.choice(('deltagere', 'unge', 'borgere'))} er {women} kvinder og {men} mænd."


SHAPES = (
    Shape("af de", share("{X} af de {Y} {N} har {D}{L}.")),
    Shape("ud af", share("Ved projektets afslutning havde {X} ud af {Y} {N} {D}{L}.")),
    Shape("ud af i alt", share("Det er lykkedes for {X} {N} ud af i alt {Y}{L}.")),
    Shape("fronted", share("Af de {Y} {N}, der begyndte, har {X} {D}, svarende til {P}.")),
    Shape("fronted blandt", share("Blandt de {Y} {N} har {X} {D} ({P}).")),
    Shape("fronted ud af", share("Ud af de {Y} {N} har {X} {D}, hvilket er {P}.")),
    Shape("slash", share("Resultatet er {X}/{Y} ({P}).")),
    Shape("percent first", share("{P} ({X} ud af {Y}) har {D}.")),
    Shape("percent of counted", share("{X} {N} har {D}, {P} af de {Y}.")),
    Shape("udgør", share("De {X} {N} udgør {P} af de {Y} henviste.")),
    Shape("next sentence", share("{X} af de {Y} {N} har {D}. Det svarer til {P}.")),
    Shape("next sentence fronted", share("Af de {Y} {N} har {X} {D}. Det er {P}.")),
    Shape("hvoraf", share("Projektet har henvist {Y} {N}, hvoraf {X} har {D} ({P}).")),
    Shape("heraf", share("I alt er {Y} {N} begyndt, heraf har {X} {D}, svarende til {P}.")),
    Shape("alle som", share("Skemaet er sendt til alle {Y} {N}, hvoraf {X} har svaret ({P}).")),
    Shape("rate", share("{X} af de {Y} {N} svarede, hvilket giver en svarprocent på {P}.")),
    Shape("rate brackets", share("{X} ud af {Y} {N} har {D} (svarende til {P}).")),
    Shape("list", listed),
    Shape("target on", target("{X} {N} er begyndt mod et mål på {Y}, svarende til en målopfyldelse på {P}.")),
    Shape("target of planned", target("Der er gennemført {X} af de {Y} planlagte møder, svarende til {P} af målet.")),
    Shape("of target number", target("{X} {N} har {D}, og det er {P} af måltallet på {Y}.")),
    Shape("mod de forventede", target("{X} {N} er begyndt mod de forventede {Y}, hvilket er en målopfyldelse på {P}.")),
    Shape("growth", change("Antallet af møder {M} fra {A} til {B}, en {W} på {P}", "percent")),
    Shape("growth of counted", change("Antallet af møder {M} fra {A} til {B}, svarende til en {W} på {P}", "percent")),
    Shape("growth next sentence", change("Antallet {M} fra {A} til {B}. Det er en {W} på {P}", "percent")),
    Shape("points", change("Andelen {M} fra {A} pct. til {B} pct., en {W} på {P}.", "points")),
    Shape(
        "points next sentence",
        change("Andelen {M} fra {A} procent ved start til {B} procent efter. Det er en {W} på {P}.", "points"),
    ),
    Shape("difference", difference),
    Shape("colon", total("I alt har {T} {N} deltaget: {A} i {K}, {B} i {L} og {C} i {M}."), "sum_mismatch"),
    Shape("spread", total("De {T} {N} er fordelt på {A} i {K}, {B} i {L} og {C} i {M}."), "sum_mismatch"),
    Shape("brackets", total("Der er begyndt {T} {N} ({A} i {K}, {B} i {L} og {C} i {M})."), "sum_mismatch"),
    Shape("behind", total("{A} fra {K}, {B} fra {L} og {C} fra {M}, i alt {T} {N}."), "sum_mismatch"),
    Shape("names", total("{T} {N} fra tre kommuner: {K} ({A}), {L} ({B}) og {M} ({C})."), "sum_mismatch"),
    Shape("money", money, "sum_mismatch"),
    Shape("sexes", sexes, "sum_mismatch"),
)

TRAPS = (
    "<20-60> af de <70-99> borgere er i job, svarende til <2-9> pct. af alle ledige i kommunen.",
    "Af de <70-99> borgere er <20-60> i job, en fremgang på <10-90> pct. siden sidste år.",
    "<20-60> af de <70-99> unge er kvinder, og <10-90> pct. af dem har børn.",
    "Målet er, at <50-90> pct. af de <70-99> deltagere kommer i job.",
    "I gennemsnit er <10-90> pct. tilfredse; i Vejle er det <3-9> af <10-20> ledere.",
    "De kunne sætte flere kryds: <40-80> pct. nævner løn, <40-80> pct. kolleger og <40-80> pct. opgaver.",
    "Der er holdt <10-30> møder, heraf <2-5> i Vejle og <2-4> i Skive.",
    "<12-30> ledere og <31-60> medarbejdere har svaret, og svarprocenten er <40-90> pct.",
    "Andelen er vokset til <50-90> pct., mens landsgennemsnittet er faldet <2-9> procentpoint.",
    "Projektet koster <2-9>,<1-9> mio. kr., hvoraf <100-900>.000 kr. er brugt i <2018-2021>.",
    "Omkring <20-60> af de <70-99> borgere har svaret, svarende til cirka <60-70> pct. af de relevante.",
    "Hver tredje af de <20-60> ledere arbejder <50-80> pct. af fuld tid.",
    "Der er <20-60> virksomheder med, blandt andet <2-5> i byggeri, <2-5> i handel og <2-5> i service.",
    "Vi spurgte <40-60> borgere: <12-20> svarede ja og <5-10> nej.",
    "<20-60> af de <70-99> forløb blev afbrudt (mod <10-90> pct. i <2015-2018>).",
    "Borgerne er i gennemsnit ansat <10-30> timer om ugen, <5-90> pct. mere end før.",
    "De <10-30> mentorer har hver haft <2-9> unge, og <40-90> pct. vil fortsætte.",
    "<31-50> fik kursus og <31-50> mentor, men nogle tæller med flere gange, i alt <52-60> borgere.",
    "Målopfyldelsen er <50-120> pct. i Skive, hvor <12-30> borgere er begyndt.",
    "<12-40> borgere er kommet i job, svarende til <5-95> pct. af målgruppen.",
    "Fra <2014-2017> til <2018-2021> er ledigheden faldet <5-40> pct. på landsplan.",
    "<12-40> af <50-90> skemaer mangler svar på spørgsmål <2-9>; blandt resten er <10-90> pct. enige.",
    "Tilskuddet er <40-90> pct. af lønnen i de første <3-9> måneder for de <12-40> fleksjob.",
    "<12-40> af de <50-90> unge har et job på <10-20> timer, svarende til en beskæftigelsesgrad på <30-50> pct.",
    "I <2018-2021> var <40-90> pct. af de <200-900> pladser optaget, og <12-40> borgere stod på venteliste.",
    "Andelen steg fra <10-30> pct. i Vejle til <40-60> pct. i Skive, mens andelen i Odense faldt <2-9> pct.",
    "Af de <50-90> sager er <12-30> afsluttet, <12-20> i gang, og resten, <10-90> pct., er ikke begyndt.",
    "Halvdelen af de <50-90> ledere har <2-9> eller flere unge ansat, og <10-40> har slet ingen.",
)
"""Sentences in which nothing can be held against anything; ``<20-60>`` is a random number."""


def trap(template: str, r: Random) -> str:
    """A trap with random numbers."""
    return re.sub(r"<(\d+)-(\d+)>", lambda m: str(r.randint(int(m[1]), int(m[2]))), template)
