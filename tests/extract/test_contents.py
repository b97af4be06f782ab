"""Printed contents lists, and tables that look like them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.contents import Contents, read_contents
from extract.page import Element, Page, Style, Word
from tests.extract.book import LEFT, body, put_right
from tests.extract.typeset import HEADING, page, words

BOLD = Style("Serif", 10.0, bold=True, italic=False, color="#000000")
PRINTED = {n: n for n in range(1, 30)}
ENTRIES = (("1", "Indledning", 2), ("1.1", "Metode", 3), ("2", "Projektet", 5), ("2.1", "Mål og målgruppe", 6))


def pages_with(contents: Sequence[Word], others: int = 8) -> list[Page]:
    return [page(contents), *(page(body(n), n) for n in range(2, others + 2))]


def entries(contents: Contents) -> list[tuple[str | None, str, int | None, int | None]]:
    return [(e.number, e.title, e.level, e.target_page) for e in contents.entries]


EXPECTED = [
    ("1", "Indledning", 1, 2),
    ("1.1", "Metode", 2, 3),
    ("2", "Projektet", 1, 5),
    ("2.1", "Mål og målgruppe", 2, 6),
]


@pytest.mark.parametrize("leader", [" ........ ", "........", " . . . . . . . ", " …………… ", "__________ "])
def test_leaders(leader: str) -> None:
    placed = words("Indhold", LEFT, 100, HEADING)
    for i, (number, title, target) in enumerate(ENTRIES):
        placed += words(f"{number} {title}{leader}{target}", LEFT, 130 + 16 * i)
    contents = read_contents(pages_with(placed), PRINTED)
    assert entries(contents) == EXPECTED
    assert len(contents.taken[1]) == len(placed)
    assert next(f.text for f in contents.furniture) == "Indhold"


def test_numbers_and_pages_in_columns_of_their_own() -> None:
    placed = words("INDHOLD", LEFT - 60, 130, BOLD)  # beside the first entry, in the margin
    for i, (number, title, target) in enumerate(ENTRIES):
        y = 130 + 16 * i
        placed += [*words(number, LEFT, y), *words(title, LEFT + 40, y), *put_right(str(target), y)]
    contents = read_contents(pages_with([*placed, *words("Udarbejdet af Torv 9", LEFT, 700)]), PRINTED)
    assert entries(contents) == EXPECTED
    assert len(contents.taken[1]) == len(placed)


def test_wrapped_entries() -> None:
    placed = [*words("Indholdsfortegnelse", LEFT, 100, HEADING)]
    placed += [*words("1 Etablering og brug af netværk mellem virksomheder og", LEFT, 130)]
    placed += [*words("jobcentre i de fem kommuner .......... 3", LEFT + 10, 143)]
    placed += [*words("2 Samarbejdet .......... 4", LEFT, 163), *words("3 Forankring .......... 6", LEFT, 183)]
    contents = read_contents(pages_with(placed), PRINTED)
    assert entries(contents)[0] == (
        "1", "Etablering og brug af netværk mellem virksomheder og jobcentre i de fem kommuner", 1, 3,
    )  # fmt: skip
    assert len(contents.entries) == 3


def test_a_list_over_two_pages() -> None:
    first = words("Indhold", LEFT, 100, HEADING)
    for i in range(30):
        first += [*words(f"{i + 1} Kapitel om noget", LEFT, 130 + 20 * i), *put_right(str(3 + i // 4), 130 + 20 * i)]
    second = [*words("31 Forankring", LEFT, 90), *put_right("12", 90), *body(2, top=140)]
    made = [page(first), page(second, 2), *(page(body(n), n) for n in range(3, 14))]
    contents = read_contents(made, PRINTED)
    assert len(contents.entries) == 31
    assert len(contents.taken[2]) == 3


def test_levels_by_indent_where_nothing_is_numbered() -> None:
    placed = words("Indhold", LEFT, 100, HEADING)
    for i, (title, indent) in enumerate(
        (("Kort fortalt", 0), ("Aktiviteter", 0), ("Kurser", 20), ("Besøg", 20), ("Læring", 0))
    ):
        placed += [*words(title, LEFT + indent, 130 + 20 * i), *put_right(str(3 + i), 130 + 20 * i)]
    contents = read_contents(pages_with(placed), PRINTED)
    assert [e.level for e in contents.entries] == [1, 1, 2, 2, 1]


def test_an_unnumbered_entry_on_the_edge_of_all_levels_has_none() -> None:
    placed = words("Indhold", LEFT, 100, HEADING)
    for i, title in enumerate(("Sammenfatning", "1 Indledning", "1.1 Metode", "1.2 Data", "Bilag A. Interview")):
        placed += [*words(title, LEFT, 130 + 20 * i), *put_right(str(3 + i), 130 + 20 * i)]
    contents = read_contents(pages_with(placed), PRINTED)
    assert [e.level for e in contents.entries] == [None, 1, 2, 2, 1]


def test_printed_numbers_are_not_the_file_s() -> None:
    placed = words("Indhold", LEFT, 100, HEADING)
    for i, (title, number) in enumerate((("Forord", "ii"), ("Indledning", "1"), ("Resultater", "3"))):
        placed += words(f"{title} ........... {number}", LEFT, 130 + 20 * i)
    printed = {1: 1, 2: 2, 3: 3, 4: 1, 5: 2, 6: 3, 7: 4, 8: 5}
    contents = read_contents(pages_with(placed, 7), printed)
    assert [e.target_page for e in contents.entries] == [2, 4, 6]


def test_a_list_that_names_no_pages() -> None:
    titles = ("Baggrund for indsatsen", "Resultater for borgerne", "Det videre arbejde")
    placed = words("Indhold", LEFT, 100, HEADING)
    for i, title in enumerate(titles):
        placed += words(title, LEFT, 130 + 16 * i)
    made = [page(placed), *(page([*words(t, LEFT, 60, HEADING), *body(n)], n) for n, t in enumerate(titles, 2))]
    contents = read_contents(made, PRINTED)
    assert [e.title for e in contents.entries] == list(titles)


def test_a_list_of_tables_names_no_sections() -> None:
    placed = words("Tabeller", LEFT, 100, HEADING)
    for i in range(3):
        placed += words(f"Tabel {i + 1} Status på mål ............ {i + 3}", LEFT, 130 + 20 * i)
    contents = read_contents(pages_with(placed), PRINTED)
    assert [e.of_sections for e in contents.entries] == [False] * 3


def test_the_structure_tree_tells_a_list_without_title() -> None:
    placed = [*words("Baggrund", LEFT, 100), *put_right("2", 100), *words("Metode", LEFT, 120), *put_right("3", 120)]
    tagged = [replace(w, mcid=4) for w in placed]

    first = page(tagged, structure=(Element("TOC", (), (Element("TOCI", (4,)),)),))
    contents = read_contents([first, *(page(body(n), n) for n in range(2, 6))], PRINTED)
    assert len(contents.entries) == 2


def test_tables_are_no_lists() -> None:
    rows = (("Vejle", "12"), ("Kolding", "4"), ("Horsens", "9"), ("Fredericia", "17"), ("Aarhus", "30"))
    falling = [w for i, (a, b) in enumerate(rows) for w in (*words(a, LEFT, 100 + 20 * i), *put_right(b, 100 + 20 * i))]
    assert not read_contents(pages_with(falling), PRINTED).taken
    rising = [
        w for i in range(6) for w in (*words(f"By {i}", LEFT, 100 + 20 * i), *put_right(str(i + 2), 100 + 20 * i))
    ]
    assert not read_contents(pages_with(rising), PRINTED).taken


def test_a_chapter_called_indhold_is_no_list() -> None:
    placed = [*words("Indhold", LEFT, 70, BOLD), *body(1)]
    assert not read_contents(pages_with(placed), PRINTED).taken
