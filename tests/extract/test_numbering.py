"""Numbers of headings."""

from __future__ import annotations

import pytest

from extract.numbering import Kind, is_in_turn, lone_number, read_number, title_key


@pytest.mark.parametrize(
    ("text", "number", "title", "kind"),
    [
        ("1 Indledning", "1", "Indledning", "decimal"),
        ("2.1. Mål og målgruppe", "2.1", "Mål og målgruppe", "decimal"),
        ("4.2.2.1Request", "4.2.2.1", "Request", "decimal"),
        ("3) Resultater", "3", "Resultater", "decimal"),
        ("Kapitel 1 - indledning", "1", "indledning", "chapter"),
        ("Kapitel 2. Resumé med anbefalinger", "2", "Resumé med anbefalinger", "chapter"),
        ("KAPITEL 3", "3", "", "chapter"),
        ("Bilag I. Datagrundlag", None, "Bilag I. Datagrundlag", "appendix"),
        ("Bilag: Sådan er tallene gjort op", None, "Bilag: Sådan er tallene gjort op", "appendix"),
        ("IV. Forankring", "IV", "Forankring", "roman"),
        ("A. Baggrund", "A", "Baggrund", "letter"),
        ("Samlet vurdering", None, "Samlet vurdering", "none"),
        ("2015-2020", None, "2015-2020", "none"),
        ("I job efter et år", None, "I job efter et år", "none"),
    ],
)
def test_read_number(text: str, number: str | None, title: str, kind: Kind) -> None:
    read = read_number(text)
    assert (read.number, read.title, read.kind) == (number, title, kind)


@pytest.mark.parametrize(
    ("number", "before", "follows"),
    [
        ("1", None, True), ("2", None, False), ("2", "1", True), ("2.1", "2", True), ("2.2", "2.1", True),
        ("3", "2.4", True), ("3.1.1", "3", True), ("2", "2.2", False), ("2.4", "2.2", True), ("7", "2.2", False),
        ("1", "4", False),
    ],
)  # fmt: skip
def test_is_in_turn(number: str, before: str | None, follows: bool) -> None:
    assert is_in_turn(number, before) is follows


def test_lone_number() -> None:
    assert lone_number("2.1.") == "2.1"
    assert lone_number("Kapitel 4") == "4"
    assert lone_number("2 Projektet") is None


def test_title_key_knows_no_white_space_nor_punctuation() -> None:
    assert title_key("1.1  Mål, og målgruppe") == title_key("1.1 mål og mål-gruppe")
