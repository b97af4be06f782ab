"""Figures by municipality: from the numeric table whose column comes to what the goal says."""

from __future__ import annotations

import pytest

from extract.report import Indicator
from tests.extract.audit.reports import Grid
from tests.extract.indicators.shapes import Shape, indicators_of, table

GOALS = table(
    "Tabel 1 Effektmål",
    "Effektmål | Måltal | Resultat",
    "Borgere er kommet i job | 30 | 24",
    "Borgere er kommet i praktik | 50 | 55",
    "Virksomheder har skrevet under på en aftale | 12 | 24",
    "Andel borgere, der gennemfører | 80 pct. | 71 pct.",
)
ROWS = ("Odder | 10 | 9 | 20 | 25", "Samsø Kommune | 5 | 6 | 10 | 8", "Norddjurs | 15 | 9 | 20 | 22")


def by_unit(*grids: Grid) -> list[list[tuple[str, float | None, float | None]]]:
    found: tuple[Indicator, ...] = indicators_of(Shape("units", ("# Effekter", GOALS, *grids), ()))
    return [[(part.unit, part.target, part.actual) for part in one.breakdown] for one in found]


@pytest.mark.parametrize("total", [(), ("I alt | 30 | 24 | 50 | 55",), ("Total | 31 | 24 | 50 | 54",)])
def test_columns_that_come_to_target_and_result_give_the_parts(total: tuple[str, ...]) -> None:
    header = "Kommune | Mål / Job | Opnået / Job | Mål / Praktik | Opnået / Praktik"
    jobs, practice, *rest = by_unit(table("Tabel 2 Job og praktik i kommunerne", header, *ROWS, *total))
    assert jobs == [("Odder", 10, 9), ("Samsø", 5, 6), ("Norddjurs", 15, 9)]
    assert practice == [("Odder", 20, 25), ("Samsø", 10, 8), ("Norddjurs", 20, 22)]
    assert rest == [[], []]


def test_a_result_alone_gives_parts_without_targets() -> None:
    jobs, *_ = by_unit(table("Tabel 2 Borgere i job", "Kommune | I job", "Odder | 9", "Samsø | 6", "Norddjurs | 9"))
    assert jobs == [("Odder", None, 9), ("Samsø", None, 6), ("Norddjurs", None, 9)]


@pytest.mark.parametrize(
    "grid",
    [
        table("Tabel 2 Samtaler", "Kommune | Samtaler", "Odder | 9", "Samsø | 6", "Norddjurs | 9"),
        table("Tabel 2 Borgere i job", "Kommune | I job", "Odder | 9", "Samsø | 6", "Norddjurs | 8"),
        table("Tabel 2 Borgere i job", "Alder | I job", "18-24 år | 9", "25-29 år | 6", "30 år og over | 9"),
        table("Tabel 2 Borgere i job", "Kommune | I job i pct.", "Odder | 9 %", "Samsø | 6 %", "Norddjurs | 9 %"),
    ],
    ids=["no word of the goal", "another sum", "no municipalities", "shares"],
)
def test_other_columns_give_none(grid: Grid) -> None:
    assert by_unit(grid)[0] == []
