"""Tables that rules below their rows show, next to each other and to the page's own text; spanning shaded headers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from extract.page import Page, Rect, Ruling, Style, Word
from extract.tables.read import read_tables
from tests.extract.tables.drawn import BODY, BOLD, length, line

LARGE = Style("Serif", 13.0, bold=False, italic=False, color="#335522")
TEXT = Style("Serif", 11.0, bold=False, italic=False, color="#000000")
SLANTED = Style("Serif", 9.5, bold=False, italic=True, color="#774433")
STEP = 20.0  # points from row to row
LEFT, RIGHT = 60.0, 500.0

PLACES = [["Kommune", "Mål", "Begyndt", "Gennemført"], ["Assens", "30", "34", "28"], ["Nyborg", "30", "31", "22"]]
REASONS = [["Grund", "Antal"], ["Fik arbejde", "11"], ["Flyttede", "9"], ["I alt", "20"]]
FACTS = [["Emne", "Oplysning"], ["Projektejer", "Foreningen Hjulspor"], ["Pulje", "Fritid for alle"]]


def rows_at(
    rows: Sequence[Sequence[str]], top: float, ends: Sequence[float], *, ruled_from: int = 0
) -> tuple[list[Word], list[Ruling]]:
    """Rows with a rule below each from `ruled_from` on; the first text begins at the left, others end at `ends`."""
    words: list[Word] = []
    rulings: list[Ruling] = []
    for r, row in enumerate(rows):
        baseline = top + 14 + STEP * r
        words += line(row[0], LEFT, baseline, BODY)
        for text, end in zip(row[1:], ends, strict=True):
            words += line(text, end - length(text), baseline, BODY)
        if r >= ruled_from:
            rulings.append(Ruling(LEFT, top + STEP * (r + 1), RIGHT, top + STEP * (r + 1), 0.5, "#888888"))
    return words, rulings


def grids(words: Sequence[Word], rulings: Sequence[Ruling], rects: Sequence[Rect] = ()) -> list[list[list[str]]]:
    """The page's tables, header first."""
    page = Page(1, 595.0, 842.0, 0, tuple(words), rulings=tuple(rulings), rects=tuple(rects))
    return [[list(t.columns), *(list(row) for row in t.rows)] for t in read_tables([page], None).tables]


@pytest.mark.parametrize(
    "between",
    [
        [(0, LARGE, "Hvorfor stoppede de?")],
        [
            (0, TEXT, "Det lyder af meget, men for mange af dem var det en god nyhed, for de"),
            (14, TEXT, "fik noget at stå op til et andet sted."),
        ],
        [(14, BODY, "Grunde til at stoppe")],
    ],
)
def test_text_between_two_ruled_tables_parts_them(between: list[tuple[float, Style, str]]) -> None:
    upper, rules = rows_at(PLACES, 100, (260, 360, 480))
    lower, more = rows_at(REASONS, 210, (480,))
    text = [w for down, style, said in between for w in line(said, LEFT, 184 + down, style)]
    assert grids([*upper, *text, *lower], [*rules, *more]) == [PLACES, REASONS]


def test_a_group_label_without_a_rule_does_not_part_a_table() -> None:
    upper, rules = rows_at(PLACES, 100, (260, 360, 480))
    label = line("Vest", LEFT, 174, BODY)
    lower, more = rows_at([["Varde", "10", "12", "9"], ["Esbjerg", "20", "19", "17"]], 180, (260, 360, 480))
    found = grids([*upper, *label, *lower], [*rules, *more])
    assert len(found) == 1
    assert found[0][-1] == ["Esbjerg", "20", "19", "17"]


@pytest.mark.parametrize(("rows", "ends"), [(PLACES, (260, 360, 480)), (REASONS, (480,)), (FACTS, (480,))])
@pytest.mark.parametrize("ruled_from", [0, 1])
def test_a_header_without_a_rule_belongs_to_the_rows_below_it(
    rows: list[list[str]], ends: tuple[float, ...], ruled_from: int
) -> None:
    words, rulings = rows_at(rows, 100, ends, ruled_from=ruled_from)
    above = line("Sådan gik det i de fire kommuner, mens projektet stod på i de tre år", LEFT, 90, TEXT)
    assert grids([*above, *words], rulings) == [rows]


def test_columns_a_word_space_apart_keep_their_header() -> None:
    labels = ("Trives i hverdagen", "Har nogen at tale med", "Sover godt om natten", "Er i job")
    rows = list(zip(labels, ("55 pct.", "9 pct.", "47 pct.", "-"), ("Nået", "Næsten", "Næsten", "Nej"), strict=True))
    words = [
        *line("Mål", LEFT, 114),
        *line("Det blev", 400 - length("Det blev"), 114),
        *line("Lykkedes det?", 406.5, 114),
    ]
    rulings = [Ruling(LEFT, 120 + STEP * r, RIGHT, 120 + STEP * r, 0.5, "#888888") for r in range(5)]
    for r, (label, value, verdict) in enumerate(rows, start=1):
        words += line(label, LEFT, 114 + STEP * r)
        words += [*line(value, 400 - length(value), 114 + STEP * r), *line(verdict, 406.5, 114 + STEP * r)]
    assert grids(words, rulings) == [[["Mål", "Det blev", "Lykkedes det?"], *map(list, rows)]]


def test_a_shaded_cell_over_several_columns_heads_them_all() -> None:
    xs = (60.0, 160.0, 240.0, 320.0, 400.0, 480.0)
    fill = "#17324d"
    cells = [(60.0, 100.0, 160.0, 140.0), (160.0, 100.0, 320.0, 120.0), (320.0, 100.0, 480.0, 120.0)]
    cells += [(a, 120.0, b, 140.0) for a, b in pairwise(xs[1:])]
    words = [*line("Kommune", 64, 134, BOLD), *line("Natplaner", 200, 114, BOLD), *line("Sensorer", 360, 114, BOLD)]
    for x, text in zip(xs[2:], ("Mål", "Nået", "Mål", "Sat op"), strict=True):
        words += line(text, x - 4 - length(text), 134, BOLD)
    rulings = []
    body = [["Billund", "40", "43", "25", "22"], ["Varde", "35", "31", "25", "9"], ["I alt", "75", "74", "50", "31"]]
    for r, row in enumerate(body):
        words += line(row[0], 64, 154 + STEP * r)
        words += [w for x, t in zip(xs[2:], row[1:], strict=True) for w in line(t, x - 4 - length(t), 154 + STEP * r)]
        rulings += [Ruling(a, 160 + STEP * r, b, 160 + STEP * r, 0.5, "#888888") for a, b in pairwise(xs)]
    heads = ["Kommune", "Natplaner / Mål", "Natplaner / Nået", "Sensorer / Mål", "Sensorer / Sat op"]
    assert grids(words, rulings, [Rect(*cell, fill=fill, stroke=None) for cell in cells]) == [[heads, *body]]


def test_a_caption_belongs_to_the_nearer_of_two_tables() -> None:
    upper, rules = rows_at(PLACES, 100, (260, 360, 480))
    lower, more = rows_at(REASONS, 215, (480,))
    caption = line("Tabel 7. Unge i forløb", LEFT, 172, BODY)
    page = Page(1, 595.0, 842.0, 0, (*upper, *caption, *lower), rulings=(*rules, *more))
    assert [t.label for t in read_tables([page], None).tables] == ["Tabel 7", None]


def test_a_header_set_left_over_numbers_set_right() -> None:
    starts, ends = (200.0, 300.0, 400.0), (290.0, 390.0, 490.0)
    rows = [["Post", "Budget", "Forbrug", "Rest"], ["Løn", "1.450.000", "1.398.200", "51.800"]]
    rows += [["Materialer", "310.000", "322.750", "-12.750"], ["I alt", "1.760.000", "1.720.950", "39.050"]]
    words, rulings = rows_at([[row[0], "", "", ""] for row in rows], 100, ends, ruled_from=len(rows))
    words += [w for x, text in zip(starts, rows[0][1:], strict=True) for w in line(text, x, 114)]
    for r, row in enumerate(rows[1:], start=1):
        words += [w for x, t in zip(ends, row[1:], strict=True) for w in line(t, x - length(t), 114 + STEP * r)]
    assert grids(words, rulings) == [rows]
    total = Rect(LEFT, 100 + 3 * STEP, RIGHT, 100 + 4 * STEP, fill="#dddddd", stroke=None)
    assert grids(words, rulings, [total]) == [rows]


def test_a_caption_at_the_foot_of_a_page_opens_the_next_table() -> None:
    upper, rules = rows_at(PLACES, 600, (260, 360, 480))
    caption = line("Tabel 8. Udgifter", LEFT, 760, Style("Serif", 8.0, bold=False, italic=False, color="#000000"))
    lower, more = rows_at(PLACES, 60, (260, 360, 480))
    pages = [
        Page(1, 595.0, 842.0, 0, (*upper, *caption), rulings=tuple(rules)),
        Page(2, 595.0, 842.0, 0, tuple(lower), rulings=tuple(more)),
    ]
    assert [t.label for t in read_tables(pages, None).tables] == [None, "Tabel 8"]


def titled_pages(*more: tuple[Style, str]) -> list[Page]:
    """Two pages of text, each with a table below a line in slanted type; `more` lines end the second page."""
    pages = []
    for number, (title, rows, ends) in enumerate(
        [("Unge i forløb, alle år", PLACES, (260, 360, 480)), ("Udgifter, i kr.", REASONS, (480,))], start=1
    ):
        said = "Sådan gik det i de fire kommuner, mens projektet stod på i de tre år, der er gået"
        words = [w for k in range(4) for w in line(said, LEFT, 100 + 13 * k, BODY)]
        words += line(title, LEFT, 170, SLANTED)
        placed, rulings = rows_at(rows, 174, ends)
        after = [w for k, (style, text) in enumerate(more) for w in line(text, LEFT, 500 + 20 * k, style)]
        pages.append(Page(number, 595.0, 842.0, 0, (*words, *placed, *after), rulings=tuple(rulings)))
    return pages


def test_a_type_that_stands_above_tables_alone_is_the_captions() -> None:
    reading = read_tables(titled_pages(), None)
    assert [(t.label, t.caption) for t in reading.tables] == [
        (None, "Unge i forløb, alle år"),
        (None, "Udgifter, i kr."),
    ]
    assert all(t.caption_region and t.caption_region.page == n for n, t in enumerate(reading.tables, start=1))
    elsewhere = read_tables(
        titled_pages((SLANTED, "Vi kom tit, fordi der altid var nogen"), (BODY, "Det er det.")), None
    )
    assert [t.caption for t in elsewhere.tables] == [None, None]
