"""Tables of invented evaluations whose figures add up, and the same with one figure spoilt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from tests.extract.audit.invented import PLACES, danish
from tests.extract.audit.reports import Grid

TOTALS = ("I alt", "Total", "Alle", "Samlet", "Alle kommuner", "I alt, alle kommuner", "Sum", "Tilsammen")
GROUPS = ("Under 30 år", "30-39 år", "40-49 år", "50 år og derover", "Uoplyst")
REASONS = ("Flyttet", "Syg", "Fået job", "Ikke motiveret", "Andet")
COSTS = ("Løn", "Kurser", "Transport", "Evaluering", "Revision", "Materialer")


@dataclass(frozen=True)
class Kind:
    """A kind of table: ``make(random, spoilt)`` gives it; ``code`` is the finding where it is spoilt."""

    name: str
    make: Callable[[Random, bool], Grid]
    code: str


def percent(r: Random, part: float, whole: float, *, wrong: bool = False, decimals: int = 0, unit: str = "") -> str:
    """A share as a table prints it; wrong by four points or more."""
    value = 100 * part / whole + (r.choice((-1, 1)) * r.uniform(4, 12) if wrong else 0)
    return danish(round(abs(value) + 1e-9, decimals), decimals) + unit


def targets(r: Random, spoilt: bool) -> Grid:
    """Places with a target, a result and the share of the target; a total."""
    places = r.sample(PLACES, r.randint(3, 6))
    aims, got = [r.randint(20, 90) for _ in places], [r.randint(15, 99) for _ in places]
    lines = [*zip(places, aims, got, strict=True), (r.choice(TOTALS), sum(aims), sum(got))]
    bad = r.randrange(len(lines)) if spoilt else -1
    decimals, unit = r.choice((0, 1)), r.choice(("", " %", " pct.", "%"))
    rows = [
        (n, str(a), str(g), percent(r, g, a, wrong=k == bad, decimals=decimals, unit=unit))
        for k, (n, a, g) in enumerate(lines)
    ]
    header = r.choice(
        (
            ("Mål", "Resultat", "Målopfyldelse"),
            ("Måltal", "Begyndt", "Pct. af målet"),
            ("Planlagt", "Gennemført", "Opfyldelse i pct."),
        )
    )
    if r.random() < 0.3:
        order = r.sample((1, 2), 2)
        header = (header[order[0] - 1], header[order[1] - 1], header[2])
        rows = [(row[0], row[order[0]], row[order[1]], row[3]) for row in rows]
    return Grid("Tabel 1 Begyndte forløb", ("Kommune", *header), tuple(rows), "measures")


def distribution(r: Random, spoilt: bool) -> Grid:
    """Groups with a number and a share of all; a total with 100."""
    counts = [r.randint(8, 90) for _ in GROUPS]
    bad = r.randrange(len(counts)) if spoilt else -1
    decimals = r.choice((0, 1))
    rows = [
        (g, str(c), percent(r, c, sum(counts), wrong=k == bad, decimals=decimals))
        for k, (g, c) in enumerate(zip(GROUPS, counts, strict=True))
    ]
    rows.append((r.choice(TOTALS[:3]), str(sum(counts)), danish(100, decimals)))
    return Grid(
        "Tabel 1 Deltagernes alder",
        ("Alder", "Antal", r.choice(("Pct.", "Andel (pct.)", "Procent"))),
        tuple(rows),
        "measures",
    )


def crossed(r: Random, spoilt: bool) -> Grid:
    """Places by reasons with totals both ways."""
    places = r.sample(PLACES, 4)
    body = [[r.randint(2, 40) for _ in REASONS] for _ in places]
    rows = [[name, *map(str, line), str(sum(line))] for name, line in zip(places, body, strict=True)]
    sums = [sum(line[c] for line in body) for c in range(len(REASONS))]
    rows.append(["I alt", *map(str, sums), str(sum(sums))])
    if spoilt:
        line, column = r.randrange(len(rows)), r.randint(1, len(REASONS) + 1)
        rows[line][column] = str(int(rows[line][column]) + r.choice((2, 3, 5)))
    return Grid("Tabel 1 Afbrudte forløb", ("Kommune", *REASONS, "I alt"), tuple(map(tuple, rows)), "measures")


def budget(r: Random, spoilt: bool) -> Grid:
    """Costs in two years and in all, in kroner or thousands."""
    thousands = r.random() < 0.5
    step = 1 if thousands else 1000
    body = [[r.randint(40, 900) * step for _ in range(2)] for _ in COSTS]
    rows = [[name, *(danish(v) for v in line), danish(sum(line))] for name, line in zip(COSTS, body, strict=True)]
    sums = [sum(line[c] for line in body) for c in range(2)]
    bad = (100 * step if spoilt else 0) * r.choice((-1, 1, 3))
    rows.append([r.choice(("I alt", "Samlet", "Total")), danish(sums[0] + bad), danish(sums[1]), danish(sum(sums))])
    unit = "1.000 kr." if thousands else "kr."
    return Grid(f"Tabel 1 Budget ({unit})", ("Post", "2020", "2021", "I alt"), tuple(map(tuple, rows)), "measures")


def share_cells(r: Random, spoilt: bool) -> Grid:
    """Cells with a number and its share of the target: 9 (45 pct.)."""
    places = r.sample(PLACES, r.randint(4, 6))
    aims = [r.randint(20, 90) for _ in places]
    got = [r.randint(12, 90) for _ in places]
    bad = r.randrange(len(places)) if spoilt else -1
    rows = [
        (p, str(a), f"{g} ({percent(r, g, a, wrong=k == bad)} pct.)")
        for k, (p, a, g) in enumerate(zip(places, aims, got, strict=True))
    ]
    return Grid("Tabel 1 Begyndte", ("Kommune", "Mål", "Begyndt"), tuple(rows), "measures")


def goals(r: Random, spoilt: bool) -> Grid:
    """Goals of their own kinds with a result and how far they are reached."""
    names = (
        "A1: Borgere begynder",
        "A2: Mentorer er uddannet",
        "A3: Virksomheder besøges",
        "A4: Temadage holdes",
        "A5: Kurser holdes",
    )
    aims, got = [r.randint(8, 200) for _ in names], []
    got = [max(2, int(a * r.uniform(0.5, 1.2))) for a in aims]
    bad = r.randrange(len(names)) if spoilt else -1
    rows = [
        (n, str(a), str(g), percent(r, g, a, wrong=k == bad, unit=" pct."))
        for k, (n, a, g) in enumerate(zip(names, aims, got, strict=True))
    ]
    rows.append(("A6: Håndbog er skrevet", "Ja", "Ja", "100 pct."))
    rows.append(("A7: Møde hvert kvartal", "1 pr. kvartal", "1 pr. kvartal", "Opfyldt"))
    return Grid(
        "Tabel 1 Aktivitetsmål",
        ("Mål", "Måltal", "Resultat", r.choice(("Målopfyldelse", "Opfyldelsesgrad", "Indfriet"))),
        tuple(rows),
    )


def percent_goals(r: Random, spoilt: bool) -> Grid:
    """Goals that are percentages themselves, with how far they are reached."""
    names = ("B1: Kender deres rettigheder", "B2: Er trygge", "B3: Bruger planen", "B4: Er i job", "B5: Bliver i job")
    aims = [r.choice((50, 60, 70, 75, 80, 90)) for _ in names]
    got = [r.randint(30, 98) for _ in names]
    bad = r.randrange(len(names)) if spoilt else -1
    rows = [
        (n, f"{a} pct.", f"{g} pct.", percent(r, g, a, wrong=k == bad, unit=" pct."))
        for k, (n, a, g) in enumerate(zip(names, aims, got, strict=True))
    ]
    return Grid("Tabel 1 Resultatmål", ("Mål", "Mål i pct.", "Resultat i pct.", "Målopfyldelse"), tuple(rows))


def changed(r: Random, spoilt: bool) -> Grid:
    """Measurements before and after with their growth."""
    names = ("Timer om ugen", "Møder", "Henvendelser", "Besøg", "Samtaler")
    before, after = [r.randint(20, 90) for _ in names], [r.randint(20, 120) for _ in names]
    bad = r.randrange(len(names)) if spoilt else -1
    rows = []
    for k, (n, b, a) in enumerate(zip(names, before, after, strict=True)):
        grown = 100 * (a - b) / b + (r.randint(6, 20) if k == bad else 0)
        rows.append((n, str(b), str(a), ("-" if round(grown) < 0 else "") + danish(abs(round(grown)))))
    return Grid(
        "Tabel 1 Udvikling",
        ("Måling", "Før", "Efter", r.choice(("Ændring i pct.", "Stigning (pct.)"))),
        tuple(rows),
        "measures",
    )


KINDS = (
    Kind("targets", targets, "percent_mismatch"),
    Kind("distribution", distribution, "percent_mismatch"),
    Kind("crossed", crossed, "sum_mismatch"),
    Kind("budget", budget, "sum_mismatch"),
    Kind("share cells", share_cells, "percent_mismatch"),
    Kind("goals", goals, "percent_mismatch"),
    Kind("percent goals", percent_goals, "percent_mismatch"),
    Kind("changed", changed, "percent_mismatch"),
)
