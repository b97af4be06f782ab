"""Facts of a report as passages, and their Danish."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.report import Budget, Dropout, Metadata, Period, Pool, Region, Report, TargetGroups
from index.passage import Passage
from index.passages import passages_of
from index.stated import danish_date, listed
from tests.index.made import BOX, block, report, section

ABOUT = Metadata(
    title="Evaluering af Lysene",
    project="Lysene",
    grantee="Foreningen Lys",
    pool=Pool("Vejen frem", 2019, "17.46.01.10"),
    period=Period("2019-03", "2021-12-31"),
    budget=Budget(1250000.0, "DKK", "granted"),
    municipalities=("Faxe", "Køge", "Ringsted"),
    dropouts=(Dropout("Lejre", "2020-02", "for få borgere"), Dropout("Roskilde", None, "for få borgere")),
    target_groups=TargetGroups("unge", ("mestre",)),
    evidence={name: (Region(1, BOX),) for name in ("period", "grantee", "dropouts", "pool", "target_groups")},
)


def facts(made: Report) -> dict[str, Passage]:
    return {passage.record or "": passage for passage in passages_of(made) if passage.kind == "fact"}


def noted(text: str) -> Report:
    return replace(report(), metadata=ABOUT, sections=(section("1", "Indledning", block(1, text)),), tables=())


def test_a_fact_is_said_in_danish_and_quoted_as_it_stands() -> None:
    text = "Lysene løb fra marts 2019 til udgangen af 2021."
    period = facts(noted(text))["metadata:period"]
    assert period.text.startswith("Projektperiode: fra marts 2019 til 31. december 2021.")
    assert period.pieces[0].text == text
    assert period.pages == (1,)
    assert period.section == "1"


def test_a_fact_that_is_stated_nowhere_on_a_page_is_no_passage() -> None:
    assert set(facts(noted("Kort."))) == {
        "metadata:period", "metadata:grantee", "metadata:dropouts", "metadata:pool", "metadata:target_groups",
    }  # fmt: skip


def test_reasons_that_several_share_are_said_once() -> None:
    said = facts(noted("Lejre og Roskilde trådte ud."))["metadata:dropouts"].text
    assert said.startswith("Kommuner, der trådte ud: Lejre (februar 2020) og Roskilde: for få borgere.")


@pytest.mark.parametrize(
    ("iso", "danish"),
    [("2016-08-01", "1. august 2016"), ("2016-08", "august 2016"), ("2016", "2016"), ("2016-13", "2016")],
)
def test_dates_are_as_precise_as_they_were(iso: str, danish: str) -> None:
    assert danish_date(iso) == danish


def test_names_are_listed_in_danish() -> None:
    assert [listed(names) for names in ((), ("Faxe",), ("Faxe", "Køge"), ("Faxe", "Køge", "Lejre"))] == [
        "", "Faxe", "Faxe og Køge", "Faxe, Køge og Lejre",
    ]  # fmt: skip
