from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pdfplumber
import pytest

from extract.quotes import (
    quote_block,
    quote_caption,
    quote_cell,
    quote_furniture,
    quote_note,
    quote_row,
    quote_title,
)
from extract.read import read_report
from extract.report import Block, Quote, Region, Report, TextLine
from tests import nouns

BREAK = Block(
    "b1", "paragraph", "En god del af ordene står på den ene side og resten på den næste.",
    (Region(1, (70, 700, 500, 712)), Region(2, (70, 80, 500, 92))), (
        TextLine(0, 41, 1, (70, 700, 500, 712)), TextLine(42, 65, 2, (70, 80, 500, 92)),
    ),
)  # fmt: skip


def everything(report: Report) -> Iterator[Quote | None]:
    """A quote of each kind of thing that stands in a report."""
    for section in report.sections:
        yield quote_title(section)
        for block in section.blocks:
            yield quote_block(block, 0, len(block.text), section.id)
    for table in report.tables:
        yield quote_caption(table)
        yield from (quote_note(table, i) for i in range(len(table.notes)))
        for row in range(len(table.rows)):
            yield quote_row(table, row)
            yield from (quote_cell(table, row, column) for column in range(len(table.columns)))
    yield from map(quote_furniture, report.furniture)


def letters(text: str) -> Counter[str]:
    return Counter(c for c in unicodedata.normalize("NFKC", text).lower() if c.isalnum())


@pytest.mark.reader
@pytest.mark.parametrize("name", ["nordlys", "havnen", "broerne"])
def test_the_boxes_hold_the_words(examples: dict[str, Path], name: str) -> None:
    quotes = [quote for quote in everything(read_report(examples[name])) if quote is not None]
    assert len(quotes) > 100
    missing = []
    with pdfplumber.open(examples[name]) as pdf:
        for quote in quotes:
            x0, top, x1, bottom = quote.bbox
            page = pdf.pages[quote.page - 1]
            box = (max(0, x0 - 1.5), max(0, top - 1.5), min(page.width, x1 + 1.5), min(page.height, bottom + 1.5))
            inside = letters("".join(char["text"] for char in page.crop(box).chars))
            wanted = letters(quote.quote)
            if sum((wanted & inside).values()) < 0.9 * sum(wanted.values()):
                missing.append(quote)
    assert len(missing) <= 0.02 * len(quotes), missing


def test_over_a_page_break_the_larger_part_is_quoted() -> None:
    quote = quote_block(BREAK, 0, len(BREAK.text), "2")
    assert quote == Quote("En god del af ordene står på den ene side", 1, (70, 700, 500, 712), "2")


def test_only_whole_words_of_a_broken_line_are_quoted() -> None:
    lines = (TextLine(0, 38, 1, (70, 700, 500, 712)), TextLine(38, 65, 2, (70, 80, 500, 92)))
    broken = Block("b1", "paragraph", BREAK.text, BREAK.regions, lines)
    quote = quote_block(broken, 0, len(broken.text), None)
    assert quote is not None
    assert quote.quote == "En god del af ordene står på den ene"


def test_fewer_than_three_words_are_no_quote_unless_they_are_all() -> None:
    block = nouns.block(1, "Målet er nået")
    assert quote_block(block, 0, 8, None) is None
    whole = quote_block(nouns.block(1, "Opfyldt"), 0, 7, None)
    assert whole is not None
    assert whole.quote == "Opfyldt"


def test_a_row_is_its_cells_joined() -> None:
    row = quote_row(nouns.table(), 0)
    assert row == Quote("Nørre|by 12", 1, (70.0, 220.0, 270.0, 235.0), "2")


def test_what_is_not_there_is_not_quoted() -> None:
    assert quote_cell(nouns.table(), 5, 0) is None
    assert quote_note(nouns.table(), 0) is None, "the note has no place"
    assert quote_caption(nouns.table()) is None, "nor has the caption"
