"""Cells and phrases as quantities of the contract, and breakdowns by unit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.danish.quantities import read_breakdown, read_quantity


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("480", "count", 480),
        ("1.000", "count", 1000),
        ("100 pct.", "percent", 100),
        ("Mindst 70 pct.", "percent", 70),
        ("Øget viden hos 80 % af medarbejderne", "percent", 80),
        ("4.932.400 DKK", "amount", 4_932_400),
        ("Ca. 500.000 kr.", "amount", 500_000),
        ("2 X 3", "count", 6),
        ("2x4", "count", 8),
        ("12 + 3", "count", 15),
        ("Et i hvert jobcenter", "count", None),
        ("1 i hvert jobcenter", "count", None),
        ("Én pr. kommune", "count", None),
        ("Ca. 15 pr. kommune", "count", None),
        ("En", "count", 1),
        ("To workshopper", "count", 2),
        ("Ét koncept", "count", 1),
        ("Ingen", "count", 0),
        ("9/20", "count", 9),
        ("9 (45 pct.)", "count", 9),
        ("9 ud af 20 (45 %)", "count", 9),
        ("9; 45 %", "count", 9),
        ("45 pct. (9)", "percent", 45),
        ("45 % (9/20)", "percent", 45),
        ("20 ud af 32 virksomheder", "count", 20),
        ("Halvdelen af deltagerne", "percent", 50),
        ("Tre fjerdedele", "percent", 75),
        ("ca. 1/4", "percent", 25),
        ("Mindst 4,0 i gennemsnit", "count", 4),
        ("3,8 (på en skala fra 1 til 5)", "count", 3.8),
        ("12 virksomheder (mål: 10)", "count", 12),
        ("10 (revideret fra 15)", "count", 10),
        ("Steget fra 22 pct. til 37 pct.", "percent", 37),
        ("Fra 22 % til 35 %", "percent", 35),
        ("Ja", "yes_no", 1),
        ("Ja.", "yes_no", 1),
        ("Nej", "yes_no", 0),
        ("Nej, kun 2 af 5", "yes_no", 0),
        ("Delvis", "yes_no", 0.5),
        ("Delvist (2 af 4 kommuner)", "yes_no", 0.5),
        ("Ja, i alle fire kommuner", "yes_no", 1),
        ("Ja, på nær det sidste halve år", "yes_no", None),
        ("Kvalitativt", "qualitative", None),
        ("Projektlederens vurdering", "qualitative", None),
        ("Etableret i Kolding. Kalundborg og Furesø har fravalgt.", "qualitative", None),
        ("Jævnligt efter behov", "qualitative", None),
        ("inden udgangen af 2022", "date", None),
        ("31/12-2019", "date", None),
        ("Efteråret 2021", "date", None),
        ("Kalundborg: 5 Furesø: 3 Kolding:5", "count", 13),
        ("Kalundborg: 5, Kolding: 6, I alt: 11", "count", 11),
        ("13 i alt (Kalundborg: 5, Furesø: 3, Kolding: 5)", "count", 13),
        ("Kolding 60 %, Furesø 40 %", "percent", None),
    ],
)
def test_kind_and_value(text: str, kind: str, value: float | None) -> None:
    quantity = read_quantity(text)
    assert quantity
    assert (quantity.raw, quantity.kind, quantity.value) == (text, kind, value)


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("1 pr. kvartal", "frequency", 1, "quarter"),
        ("2 pr. år i fire kommuner", "frequency", 2, "year"),
        ("Min. én gang om måneden", "frequency", 1, "month"),
        ("Halvårligt", "frequency", 1, "half_year"),
        ("4 årlige møder", "frequency", 4, "year"),
        ("Hver 14. dag", "frequency", 0.5, "week"),
        ("højst 9 dage", "count", 9, "days"),
        ("12,4 dage", "count", 12.4, "days"),
        ("3 måneder", "count", 3, "months"),
        ("1,2 mio. kr.", "amount", 1_200_000, "kroner"),
        ("5 procentpoint", "percent", 5, "percent_points"),
    ],
)
def test_units(text: str, kind: str, value: float, unit: str) -> None:
    quantity = read_quantity(text)
    assert quantity
    assert (quantity.kind, quantity.value, quantity.unit) == (kind, value, unit)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("4-8 i alt", 4, 8), ("ca. 200 – 250", 200, 250), ("80-100 %", 80, 100), ("Mellem 4 og 8", 4, 8)],
)
def test_ranges_have_ends_and_no_value(text: str, low: float, high: float) -> None:
    quantity = read_quantity(text)
    assert quantity
    assert (quantity.kind, quantity.value, quantity.low, quantity.high) == ("range", None, low, high)


@pytest.mark.parametrize("text", ["", " ", "-", "–", "—", "n.a.", "...", "i.o."])
def test_nothing_is_no_quantity(text: str) -> None:
    assert read_quantity(text) is None


def test_the_column_may_give_the_unit() -> None:
    percent, amount, own = (
        read_quantity("58", unit="percent"),
        read_quantity("620", unit="kroner"),
        read_quantity("12 dage", unit="percent"),
    )
    assert percent
    assert amount
    assert own
    assert (percent.kind, percent.value) == ("percent", 58)
    assert (amount.kind, amount.value, amount.unit) == ("amount", 620, "kroner")
    assert (own.kind, own.unit) == ("count", "days")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Kalundborg: 5 Furesø: 3 Kolding:5", {"Kalundborg": 5, "Furesø": 3, "Kolding": 5}),
        ("Horsens 24, Silkeborg 19", {"Horsens": 24, "Silkeborg": 19}),
        ("Aalborg (12), Hjørring (9)", {"Aalborg": 12, "Hjørring": 9}),
        ("5 i Kolding, 3 i Furesø og 2 i Faxe", {"Kolding": 5, "Furesø": 3, "Faxe": 2}),
        ("tre i Aalborg, to i Frederikshavn og én i Hjørring", {"Aalborg": 3, "Frederikshavn": 2, "Hjørring": 1}),
        ("12 deltagere i Kolding og 8 i Vejle", {"Kolding": 12, "Vejle": 8}),
        ("Team Nord: 3; Team Syd: 4", {"Team Nord": 3, "Team Syd": 4}),
        ("Vejle 38 / Odense 67 / Esbjerg 52", {"Vejle": 38, "Odense": 67, "Esbjerg": 52}),
        ("Kontanthjælp: 12, Sygedagpenge: 9, I alt: 21", {"Kontanthjælp": 12, "Sygedagpenge": 9}),
        ("Region Syddanmark: 1.200, Region Nordjylland: 950", {"Region Syddanmark": 1200, "Region Nordjylland": 950}),
        ("Kolding: 5", {}),
        ("Der er 5 mentorer", {}),
        ("Kolding 60 %, Furesø 40 %", {}),
        ("", {}),
    ],
)
def test_breakdowns(text: str, parts: dict[str, float]) -> None:
    assert {part.unit: part.actual for part in read_breakdown(text)} == parts


def test_parts_may_have_targets() -> None:
    parts = read_breakdown("Assens: 39 (mål 40), Nyborg: 33 (mål 30)")
    assert [(part.unit, part.actual, part.target) for part in parts] == [("Assens", 39, 40), ("Nyborg", 33, 30)]


def test_names_that_are_known_may_be_written_small() -> None:
    assert [part.unit for part in read_breakdown("ungeteamet: 4, jobteamet: 5", ("ungeteamet", "jobteamet"))] == [
        "ungeteamet",
        "jobteamet",
    ]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(("Kolding", "Furesø", "Faxe", "Ærø", "Høje-Taastrup", "Aabenraa")), st.integers(0, 9999)
        ),
        min_size=2,
        unique_by=lambda part: part[0],
    ),
    st.sampled_from((" ", ", ", "; ", " · ")),
)
def test_named_counts_are_summed(parts: list[tuple[str, int]], between: str) -> None:
    text = between.join(f"{name}: {number:,}".replace(",", ".") for name, number in parts)
    quantity = read_quantity(text)
    assert quantity
    assert (quantity.kind, quantity.value) == ("count", sum(number for _, number in parts))
    assert {part.unit: part.actual for part in read_breakdown(text)} == dict(parts)


@given(st.text())
def test_any_text_gives_a_quantity_or_none(text: str) -> None:
    quantity = read_quantity(text)
    assert quantity is None or quantity.raw == " ".join(text.split())
    assert all(part.unit for part in read_breakdown(text))


def test_the_cells_of_the_examples_are_read_as_their_gold_says(root: Path) -> None:
    missed = []
    for path in sorted((root / "examples").glob("*/*.gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        rows = [row for table in gold["tables"] if table["role"] == "indicators" for row in table["rows"]]
        for indicator in gold["indicators"]:
            cells = [read_quantity(cell) for row in rows if indicator["text"] in " ".join(row) for cell in row]
            read = {(q.kind, q.value, q.low, q.high) for q in cells if q}
            for side in ("target", "actual"):
                wanted = indicator[side]
                if read and wanted and (wanted["kind"], wanted["value"], wanted["low"], wanted["high"]) not in read:
                    missed.append((path.name, indicator["id"], side))
    assert not missed
