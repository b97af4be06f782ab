"""Sums and percentages of tables: right ones pass, one spoilt figure is found, explained ones are left alone."""

from __future__ import annotations

from random import Random

import pytest

from extract.audit.check import Check
from extract.audit.grid import read_grid
from extract.audit.numbers import read_entry
from extract.audit.table_checks import table_checks
from tests.extract.audit.invented_tables import KINDS, Kind
from tests.extract.audit.reports import Grid, made

RUNS = 40
LEAST_FOUND = 0.9


def wrong(grid: Grid) -> list[Check]:
    """What is held against a table by itself."""
    table = made("# Resultater", grid).tables[0]
    read = read_grid(table, 0)
    return [check for check in table_checks(read, frozenset()) if check.holds is False] if read else []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_right_tables_pass_and_spoilt_ones_are_found(kind: Kind) -> None:
    found = 0
    for seed in range(RUNS):
        right = kind.make(Random(seed), False)
        assert wrong(right) == [], right
        found += any(check.code == kind.code for check in wrong(kind.make(Random(seed), True)))
    assert found >= LEAST_FOUND * RUNS


@pytest.mark.parametrize(
    ("text", "count", "percent"),
    [
        ("53,3 pct.", None, 53.3),
        ("224,4%", None, 224.4),
        ("9 (45 pct.)", 9.0, 45.0),
        ("9, 45 pct.", 9.0, 45.0),
        ("45 % (n = 9)", 9.0, 45.0),
        ("1.234", 1234.0, None),
    ],
)
def test_cells(text: str, count: float | None, percent: float | None) -> None:
    entry = read_entry(text)
    assert entry is not None
    assert (entry.count and entry.count.value, entry.percent and entry.percent.value) == (count, percent)


@pytest.mark.parametrize("text", ["40-60 pct.", "40 – 60 %", "ca. 40", "4-8"])
def test_ranges_and_approximate_cells_are_no_figures(text: str) -> None:
    assert read_entry(text) is None


OVERLAP = "Deltagerne kunne angive flere årsager, så tallene summer ikke."


@pytest.mark.parametrize(
    "grid",
    [
        Grid(
            "Tabel 1 Årsager",
            ("Årsag", "Antal"),
            (("Sygdom", "41"), ("Flytning", "23"), ("Job", "39"), ("I alt", "80")),
            notes=(OVERLAP,),
        ),
        Grid(
            "Tabel 1 Gennemsnit",
            ("Kommune", "Alder", "Score"),
            (("Vejle", "31", "3,4"), ("Skive", "39", "4,1"), ("Alle", "36", "3,8")),
        ),
        Grid(
            "Tabel 1 Tal",
            ("Kommune", "Begyndt", "Heraf kvinder"),
            (("Vejle", "31", "12"), ("Skive", "39", "20"), ("I alt", "70", "32")),
        ),
        Grid("Tabel 1 Status", ("Mål", "Status"), (("A1: 20 kurser", "Nået"), ("A2: 30 møder", "Ikke nået"))),
    ],
    ids=lambda grid: grid.caption,
)
def test_nothing_is_held_against_what_is_explained(grid: Grid) -> None:
    assert wrong(grid) == []
