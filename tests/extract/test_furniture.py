"""Running headers, footers and page numbers, and what only looks like them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.furniture import Furnished, split_furniture
from extract.page import Rect, Ruling, Word
from tests.extract.book import LEFT, RIGHT, body, book, put_right, small
from tests.extract.typeset import HEADING, MARK, page, words


def kinds(furnished: Furnished, kind: str) -> dict[int, list[str]]:
    """Page → texts of this kind."""
    found: dict[int, list[str]] = {}
    for item in furnished.furniture:
        if item.kind == kind:
            found.setdefault(item.page, []).append(item.text)
    return found


def text_of(furnished: Furnished, at: int) -> str:
    return " ".join(w.text for w in furnished.pages[at].words)


def test_headers_change_sides_and_hold_the_page_number() -> None:
    def around(n: int) -> Sequence[Word]:
        title = "SLUTEVALUERING AF PROJEKTET" if n % 2 == 0 else "EN ANDEN TITEL"
        return small(f"{n} {title}", LEFT, 40) if n % 2 == 0 else put_right(f"{title} {n}", 40)

    furnished = split_furniture(book(8, around, first=2))
    assert kinds(furnished, "page_number") == {n: [str(n)] for n in range(2, 10)}
    assert kinds(furnished, "header")[4] == ["SLUTEVALUERING AF PROJEKTET"]
    assert kinds(furnished, "header")[5] == ["EN ANDEN TITEL"]
    assert text_of(furnished, 0) == " ".join(w.text for w in body(2))


@pytest.mark.parametrize("form", ["Side {n} af 12", "– {n} –", "{n}", "{n} / 12", "s. {n}", "[{n}]"])
def test_page_numbers_in_many_forms(form: str) -> None:
    furnished = split_furniture(book(5, lambda n: small(form.format(n=n + 2), 290, 800)))
    assert [f.kind for f in furnished.furniture] == ["page_number"] * 5
    assert furnished.printed == {1: 3, 2: 4, 3: 5, 4: 6, 5: 7}


def test_roman_numbers_in_front() -> None:
    signs = ["i", "ii", "iii", "iv", "1", "2", "3", "4", "5"]
    furnished = split_furniture(book(9, lambda n: small(signs[n - 1], 290, 800)))
    assert furnished.printed[3] == 3
    assert furnished.printed[9] == 5
    assert kinds(furnished, "page_number")[4] == ["iv"]


def test_a_version_is_no_page_number() -> None:
    furnished = split_furniture(book(6, lambda n: [*small("0.98", LEFT, 40), *small(str(n), 290, 800)]))
    assert kinds(furnished, "header")[3] == ["0.98"]
    assert kinds(furnished, "page_number")[3] == ["3"]


def test_a_header_that_names_the_chapter() -> None:
    names = ["Indledning", "Projektet", "Projektet", "Resultater", "Læring", "Forankring", "Konklusion"]
    furnished = split_furniture(book(7, lambda n: small(names[n - 2], LEFT, 40), first=2))
    assert [f.text for f in furnished.furniture] == names


def test_the_first_page_keeps_its_letterhead() -> None:
    pages = book(6, lambda n: small("Evaluering af Broen", LEFT, 40) if n > 1 else [])
    letterhead = [*words("Kajfolket", LEFT, 40, HEADING), *small("Havnegade 4, 8000 Aarhus", LEFT, 55)]
    pages[0] = replace(pages[0], words=(*letterhead, *body(1, top=200, bottom=400)))
    furnished = split_furniture(pages)
    assert "Havnegade 4, 8000" in text_of(furnished, 0)
    assert sorted(kinds(furnished, "header")) == [2, 3, 4, 5, 6]


def test_two_pages_are_enough() -> None:
    furnished = split_furniture(
        book(2, lambda n: [*small("Notat om indsatsen", LEFT, 40), *small(f"Side {n} af 2", 450, 800)])
    )
    assert [f.kind for f in furnished.furniture] == ["header", "page_number"] * 2


def test_one_page_loses_nothing_but_its_number() -> None:
    around = [*small("Notat om indsatsen", LEFT, 40), *small("Side 1 af 1", 450, 800)]
    furnished = split_furniture([page([*body(1), *around])])
    assert [f.text for f in furnished.furniture] == ["Side 1 af 1"]


def test_a_table_head_at_the_top_of_pages_is_none() -> None:
    def around(n: int) -> Sequence[Word]:
        return small("Evaluering af Broen", LEFT, 40)

    pages = book(4, around)
    for at in (1, 2, 3):
        rows = [
            (100 + 16 * i, ("Mål" if i == 0 else f"Mål {at}{i}", "Status" if i == 0 else "Opfyldt")) for i in range(20)
        ]
        cells = [w for y, (a, b) in rows for w in (*words(a, LEFT, y), *words(b, 300, y))]
        pages[at] = replace(pages[at], words=(*around(at), *cells))
    furnished = split_furniture(pages)
    assert {f.text for f in furnished.furniture} == {"Evaluering af Broen"}
    assert "Status" in text_of(furnished, 2)


def test_repeated_footnotes_are_none() -> None:
    def around(n: int) -> Sequence[Word]:
        first, *rest = small(f"{n} Ibid.", LEFT, 785)
        mark = replace(first, style=MARK, raised=True)
        return [mark, *rest, *small(str(n), 290, 815)]

    furnished = split_furniture(book(6, around))
    assert {f.kind for f in furnished.furniture} == {"page_number"}
    assert "Ibid." in text_of(furnished, 3)


def test_a_ruled_table_as_header() -> None:
    def around(n: int) -> Sequence[Word]:
        upper = [*small("Projekt 112", LEFT, 36), *small(f"Side {n} af 5", 400, 36)]
        return [*upper, *small("Version 2", LEFT, 50), *small("Godkendt", 400, 50)]

    frame = tuple(Ruling(LEFT - 5, y, RIGHT, y, 0.5, "#000000") for y in (26.0, 40.0, 56.0))
    shade = Rect(LEFT - 5, 26, RIGHT, 40, "#eeeeee", None)
    own = Ruling(LEFT, 300, RIGHT, 300, 0.5, "#000000")
    pages = [replace(p, rulings=(*frame, own), rects=(shade,)) for p in book(5, around)]
    furnished = split_furniture(pages)
    assert all(p.rulings == (own,) and not p.rects for p in furnished.pages)
    assert kinds(furnished, "header")[2] == ["Projekt 112", "Version 2", "Godkendt"]


def test_a_header_turned_on_a_landscape_page() -> None:
    pages = book(6, lambda _: small("Evaluering af Stien til Mål", LEFT, 40))
    turned = [replace(w, angle=90, x0=800, x1=808, baseline=802, top=60 + 30 * i, bottom=85 + 30 * i)
              for i, w in enumerate(small("Evaluering af Stien til Mål", LEFT, 40))]  # fmt: skip
    pages[3] = replace(pages[3], width=842.0, height=595.0, words=(*body(4, bottom=500), *turned))
    assert kinds(split_furniture(pages), "header")[4] == ["Evaluering af Stien til Mål"]


def test_artifacts_of_a_tagged_file() -> None:
    pages = book(1, lambda _: [replace(w, artifact=True) for w in small("Fortroligt", LEFT, 40)])
    assert [f.text for f in split_furniture(pages).furniture] == ["Fortroligt"]


@settings(max_examples=60, deadline=None)
@given(
    pages=st.integers(1, 9),
    header=st.sampled_from(["", "Evaluering", "Kapitel {k}", "{n} SLUTEVALUERING"]),
    footer=st.sampled_from(["", "{n}", "Side {n} af 9", "Analysehuset"]),
    top=st.floats(70, 160),
    bottom=st.floats(500, 770),
)
def test_no_word_is_lost_and_no_body_text_taken(
    pages: int, header: str, footer: str, top: float, bottom: float
) -> None:
    def around(n: int) -> Sequence[Word]:
        texts = ((header, 40.0), (footer, 812.0))
        return [w for text, y in texts if text for w in small(text.format(n=n, k=n // 3), LEFT, y)]

    made = [page([*body(n, top, bottom), *around(n)], n) for n in range(1, pages + 1)]
    furnished = split_furniture(made)
    for before, after in zip(made, furnished.pages, strict=True):
        taken = [t for f in furnished.furniture if f.page == before.number for t in f.text.split()]
        assert sorted([w.text for w in after.words] + taken) == sorted(w.text for w in before.words)
        assert [w for w in after.words if top <= w.baseline <= bottom] == body(before.number, top, bottom)
