"""Headings are found again among a page's words, and what was left out shows."""

from __future__ import annotations

from PIL import Image

from extract.draw import COLOURS, paint
from extract.marks import page_marks
from extract.page import Style, Word
from tests.nouns import report

STYLE = Style("Arial", 11, bold=False, italic=False, color="#000000")


def word(text: str, x0: float, top: float) -> Word:
    return Word(text, x0, top, x0 + 6 * len(text), top + 12, top + 10, STYLE)


WORDS = (
    word("Indled-", 70, 60),
    word("ning", 70, 75),
    word("Baggrund", 10, 100),
    word("Projektet", 70, 100),
    word("Glemt", 70, 500),
    word("Resultater", 120, 185),
    word("[2]", 190, 185),
    word("2", 100, 185),
    word("Tabel", 70, 190),
    word("2-1", 110, 190),
    word("Forløb", 140, 190),
    word("Indledningsvis", 70, 520),
)


def test_every_kind_of_mark_is_found() -> None:
    marks = page_marks(report(), 1, WORDS)
    kinds = [mark.kind for mark in marks]
    assert {kind: kinds.count(kind) for kind in sorted(set(kinds))} == {
        "caption": 1, "cell": 2, "figure": 1, "footnote": 1, "furniture": 1, "header_cell": 2, "heading": 2,
        "list_item": 2, "margin_heading": 1, "paragraph": 2, "quote": 1, "table": 2, "unread": 2,
    }  # fmt: skip
    headings = [mark.bbox for mark in marks if mark.kind == "heading"]
    assert headings == [(70, 60, 112, 87), (100, 185, 208, 197)]
    assert [mark.bbox[1] for mark in marks if mark.kind == "unread"] == [500, 520]


def test_blocks_are_numbered_in_reading_order() -> None:
    orders = [mark.order for mark in page_marks(report(), 1, WORDS) if mark.order]
    assert orders == [1, 2, 3, 4, 5, 6, 7, 8]


def test_another_page_has_no_marks() -> None:
    assert page_marks(report(), 2, ()) == ()


def test_marks_are_painted_in_their_colours() -> None:
    picture = paint(Image.new("RGB", (600, 842), "white"), page_marks(report(), 1, WORDS), 1.0)
    assert picture.getpixel((300, 100)) == (0x1F, 0x77, 0xB4)
    assert picture.getpixel((80, 500)) == (0xFF, 0x00, 0x00)
    assert len(set(COLOURS.values())) == len(COLOURS)
