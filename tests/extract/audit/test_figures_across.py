"""Figures that one place of a report states and another counts: groups, totals of tables, restated shares, targets."""

from __future__ import annotations

import pytest

from extract.report import Report
from tests.extract.audit.reports import Grid, found, made

BY_PLACE = Grid(
    "Tabel 1 Praktik og job",
    ("Kommune", "Mål for praktik", "Praktik", "Pct.", "Mål for job", "Job"),
    (
        ("Vejle", "173", "201", "116 %", "87", "87"),
        ("Skive", "168", "93", "55 %", "84", "30"),
        ("Odense", "139", "98", "71 %", "69", "37"),
        ("I alt", "480", "392", "82 %", "240", "154"),
    ),
    "measures",
)
TOTAL = "Af de 392 borgere, der har været i praktik, er 154 kommet i job, svarende til 39 pct."


def percents(*parts: str | Grid) -> list[tuple[object, object]]:
    """What is stated and computed in the findings on percentages."""
    report: Report = made("# Resultater", *parts)
    return found(report, "percent_mismatch")


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("Andelen, der er kommet i job, er lavest i Skive (18 pct.) og højest i Vejle (43 pct.).", [18.0]),
        ("Andelen, der er kommet i job, er lavest i Skive (32 pct.) og højest i Vejle (43 pct.).", []),
        ("Andelen, der er kommet i job, er 38 pct. i Odense og 32 pct. i Skive.", []),
        ("Andelen, der er kommet i job, er 27 pct. i Odense og 32 pct. i Skive.", [27.0]),
        ("Andelen, der har en mentor, er lavest i Skive (18 pct.).", []),
    ],
)
def test_shares_of_places_are_of_the_columns_of_the_total(sentence: str, stated: list[float]) -> None:
    assert [s for s, _ in percents(BY_PLACE, TOTAL + " " + sentence)] == stated


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("I Odense har 98 borgere været i praktik, svarende til en målopfyldelse på 77 pct.", [77.0]),
        ("I Odense har 98 borgere været i praktik, svarende til en målopfyldelse på 71 pct.", []),
        ("I Odense er 37 kommet i job, svarende til en målopfyldelse på 54 pct.", []),
        ("I Odense er 37 kommet i job, svarende til en målopfyldelse på 65 pct.", [65.0]),
    ],
)
def test_a_result_is_held_against_the_target_of_its_line(sentence: str, stated: list[float]) -> None:
    assert [s for s, _ in percents(BY_PLACE, sentence)] == stated


COUNTED = "135 af de 174 unge, der begyndte, har gennemført. De 135 unge, der gennemførte, fik en plan."


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("Ved afslutningen var 55 unge i job, svarende til 32 pct. af de unge, der gennemførte.", [32.0]),
        ("Ved afslutningen var 55 unge i job, svarende til 41 pct. af de unge, der gennemførte.", []),
        ("Ved afslutningen var 55 unge i job, svarende til 32 pct. af de unge, der begyndte.", []),
        ("Ved afslutningen var 12 unge i job, svarende til 31 pct. af de unge, der ikke gennemførte.", []),
        ("I Vejle var 12 unge i job, svarende til 60 pct. af de unge, der gennemførte.", []),
    ],
)
def test_a_named_group_has_the_number_that_is_counted_elsewhere(sentence: str, stated: list[float]) -> None:
    assert [s for s, _ in percents(sentence, COUNTED)] == stated


@pytest.mark.parametrize(
    ("summary", "stated"),
    [
        ("45 pct. af deltagerne er kommet i job.", [45.0]),
        ("42 deltagere, svarende til 45 pct., er kommet i job.", [45.0]),
        ("Andelen af deltagere, der er kommet i job, er 45 pct.", [45.0]),
        ("35 pct. af deltagerne er kommet i job.", []),
        ("45 pct. af deltagerne er ikke kommet i job.", []),
        ("45 pct. af deltagerne er kommet i fleksjob.", []),
        ("Det forventes, at 45 pct. af deltagerne kommer i job.", []),
        ("I Vejle er 45 pct. af deltagerne kommet i job.", []),
        ("45 pct. af deltagerne er kommet i job efter seks måneder.", []),
    ],
)
def test_a_share_without_counts_is_held_against_the_same_share_counted(summary: str, stated: list[float]) -> None:
    assert [s for s, _ in percents(summary, "42 af de 120 deltagere er kommet i job.")] == stated


def test_a_percentage_that_no_number_of_people_gives() -> None:
    assert percents("Blandt lederne er 47 pct. tilfredse (n=20).") == [(47.0, 45.0)]
    assert percents("Blandt lederne er 45 pct. tilfredse (n=20).") == []
    rows = (("Enig", "40"), ("Delvist enig", "35"), ("Uenig", "17"), ("Ved ikke", "10"))
    assert percents(Grid("Tabel 1 Svar (n = 20)", ("Svar", "Procent"), rows, "measures")) == [(17.0, 15.0)]
