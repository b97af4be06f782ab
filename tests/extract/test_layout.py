"""Columns, margins, paragraphs, footnotes and breaks on pages set for the purpose."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.beside import attach_notes
from extract.body import read_body
from extract.danish.lexicon import Lexicon
from extract.figures import without_logos
from extract.layout import page_lines, read_layout
from extract.page import Graphic, Page, Rect, TextRun, Word
from extract.runs import read_runs
from tests.extract.typeset import HEADING, KEYWORD, SMALL, mark, page, words, wrapped

PARAGRAPH = (
    "Projektet har i tre år arbejdet for at flere borgere kommer i job, og evaluator har fulgt det fra start til slut "
    "med besøg i kommunerne, samtaler med medarbejderne og en optælling af de forløb, som er gennemført undervejs."
)
SECOND = (
    "Kommunerne fortæller, at samarbejdet har taget længere tid end ventet, fordi aftalerne med virksomhederne skulle "
    "på plads først, men at det lykkedes, da der kom en fast kontakt på hver arbejdsplads i alle byerne."
)


def runs_of(pages: Sequence[Page]) -> list[TextRun]:
    """The running text of whole pages."""
    lexicon = Lexicon.of(w.text for p in pages for w in p.words)
    found = {p.number: page_lines(p) for p in pages}
    body = read_body(found, {p.number: p.width for p in pages})
    layouts = [read_layout(p, found[p.number], {}, body) for p in pages]
    runs = read_runs(layouts, body, lexicon)
    return attach_notes(runs, [n for layout in layouts for n in layout.notes], lexicon, body.size)


def texts(runs: Sequence[TextRun]) -> list[str]:
    """What the runs say."""
    return [run.text for run in runs]


def test_two_paragraphs_parted_by_space_or_by_an_early_end() -> None:
    spaced = [*wrapped(PARAGRAPH, 80, 100, 400), *wrapped(SECOND, 80, 180, 400)]
    tight = wrapped(PARAGRAPH, 80, 100, 400)
    below = max(w.baseline for w in tight) + 14
    assert texts(runs_of([page(spaced)])) == [PARAGRAPH, SECOND]
    assert texts(runs_of([page([*tight, *wrapped(SECOND, 80, below, 400)])])) == [PARAGRAPH, SECOND]


def test_left_and_right_margin_headings_stay_out_of_the_text() -> None:
    for x in (40.0, 500.0):
        note = wrapped("Samarbejdet med virksomhederne", x, 180, 75, KEYWORD, 11)
        pages = [page([*note, *wrapped(PARAGRAPH, 140, 100, 340), *wrapped(SECOND, 140, 180, 340)])]
        runs = runs_of(pages)
        assert texts(runs) == [PARAGRAPH, SECOND]
        assert [run.margin_heading for run in runs] == [None, "Samarbejdet med virksomhederne"]


def test_a_quotation_in_a_column_is_no_margin_heading() -> None:
    quote = wrapped("Det var godt, men det blev lidt mærkeligt til sidst", 75, 290, 190, SMALL, 11)
    left = [*wrapped(PARAGRAPH, 60, 100, 220), *quote, *wrapped(SECOND, 60, 370, 220)]
    right = wrapped(" ".join([PARAGRAPH, SECOND] * 2), 310, 100, 220)
    assert not any(run.margin_heading for run in runs_of([page([*left, *right])]))


def test_hanging_heading_numbers_are_no_margin_headings() -> None:
    placed = [*words("2.1", 60, 90, HEADING), *words("Baggrund", 140, 90, HEADING)]
    pages = [page([*placed, *wrapped(PARAGRAPH, 140, 115, 340), *wrapped(SECOND, 140, 200, 340)])]
    assert texts(runs_of(pages)) == ["2.1 Baggrund", PARAGRAPH, SECOND]


def test_two_columns_below_text_of_full_width() -> None:
    intro = (
        "Indledningen står over begge spalter og fylder hele bredden af siden, så den læses først af alt på siden her."
    )
    placed = [
        *wrapped(intro, 60, 90, 480),
        *wrapped(PARAGRAPH, 60, 150, 220),
        *wrapped(SECOND, 310, 150, 220),
        *words("Hvad lever videre", 60, 420, HEADING),
        *wrapped(intro, 60, 445, 480),
    ]
    assert texts(runs_of([page(placed)])) == [intro, PARAGRAPH, SECOND, "Hvad lever videre", intro]


@settings(max_examples=25, deadline=None)
@given(st.floats(200, 230), st.floats(14, 40), st.integers(0, 9))
def test_two_columns_whatever_the_gutter(width: float, gutter: float, drop: int) -> None:
    placed = [*wrapped(PARAGRAPH, 60, 100, width), *wrapped(SECOND, 60 + width + gutter, 100 + drop, width)]
    right = placed[::-1]  # the order of the content stream is not the order of reading
    assert texts(runs_of([page(right)])) == [PARAGRAPH, SECOND]


def test_labels_with_texts_beside_them_are_read_row_by_row() -> None:
    rows = [
        ("Projekt:", "Nordlys"),
        ("Periode:", "2019 til 2022"),
        ("Bevilling:", "3,2 mio. kr."),
        ("Leder:", "Foreningen"),
    ]
    placed = [w for i, (a, b) in enumerate(rows) for w in [*words(a, 60, 100 + 16 * i), *words(b, 200, 100 + 16 * i)]]
    joined = " ".join(texts(runs_of([page(placed)])))
    assert joined == " ".join(f"{a} {b}" for a, b in rows)


def test_footnotes_are_told_from_text_and_their_marks_taken_out() -> None:
    text = wrapped(PARAGRAPH, 80, 100, 400)
    marked = text[9]
    note = words("Puljen administreres af styrelsen.", 90, 760, SMALL)
    number = Word("1", 80, 752, 84, 759, 757, note[0].style, raised=True)
    runs = runs_of([page([*text[:10], mark("1", marked), *text[10:], *wrapped(SECOND, 80, 200, 400), number, *note])])
    assert texts(runs)[:2] == [PARAGRAPH, SECOND]
    assert [(r.kind, r.number, r.text) for r in runs if r.kind == "footnote"] == [
        ("footnote", "1", "Puljen administreres af styrelsen.")
    ]


def test_a_raised_figure_without_a_note_stays() -> None:
    text = wrapped(PARAGRAPH, 80, 100, 400)
    runs = runs_of([page([*text[:10], mark("2", text[9]), *text[10:]])])
    assert f"{text[9].text}2" in runs[0].text


def test_paragraphs_and_list_items_run_over_page_breaks() -> None:
    first = wrapped(PARAGRAPH, 80, 100, 400)
    cut = next(i for i, w in enumerate(first) if w.baseline > first[0].baseline + 14)
    over = [
        page(first[:cut], 1),
        page([*wrapped(" ".join(w.text for w in first[cut:]), 80, 100, 400), *wrapped(SECOND, 80, 200, 400)], 2),
    ]
    assert texts(runs_of(over)) == [PARAGRAPH, SECOND]
    item = [*words("•", 80, 100), *words("mål, som kommunerne selv har sat for de unge og som evaluator har", 95, 100)]
    rest = page([*words("fulgt op på.", 95, 100), *wrapped(SECOND, 80, 140, 400)], 2)
    runs = runs_of([page([*wrapped(PARAGRAPH, 80, 30, 400), *item], 1), rest])
    assert runs[1].kind == "list_item"
    assert runs[1].text.endswith("evaluator har fulgt op på.")


def test_bullets_begin_items_and_nested_items_stand_alone() -> None:
    placed = wrapped(PARAGRAPH, 80, 100, 400)
    for i, (x, sign) in enumerate([(80, "•"), (80, "•"), (95, "–"), (80, "•")]):
        placed += [*words(sign, x, 180 + 14 * i), *words(f"punkt nummer {i}", x + 14, 180 + 14 * i)]
    runs = runs_of([page(placed)])
    assert [r.text for r in runs if r.kind == "list_item"] == [f"punkt nummer {i}" for i in range(4)]


def test_text_in_a_shaded_box_is_boxed() -> None:
    inside = [*words("Fakta om projektet", 90, 320, KEYWORD), *words("Bevilling: 3,2 mio. kr.", 90, 338)]
    box = Rect(80, 300, 480, 350, fill="#eeeeff", stroke=None)
    runs = runs_of([page([*wrapped(PARAGRAPH, 80, 100, 400), *inside, *wrapped(SECOND, 80, 400, 400)], rects=(box,))])
    assert [r.text for r in runs if r.boxed] == ["Fakta om projektet", "Bevilling: 3,2 mio. kr."]
    assert texts(runs)[0] == PARAGRAPH
    assert texts(runs)[-1] == SECOND


def test_lines_that_begin_with_labels_are_facts_of_their_own() -> None:
    facts = ["Projektejer: Foreningen Hjulspor", "Periode: 1. marts 2020 – 28. februar 2023", "Bevilling: 2,0 mio. kr."]
    placed = [w for k, fact in enumerate(facts) for w in words(fact, 80, 300 + 14 * k)]
    assert texts(runs_of([page([*wrapped(PARAGRAPH, 80, 100, 400), *placed])])) == [PARAGRAPH, *facts]
    wraps = "Vi har set på to ting i alle kommunerne, og det er disse, som følger her: Trivsel og job efter forløbet"
    assert texts(runs_of([page(wrapped(wraps, 80, 100, 200))])) == [wraps]


LONG = f"{PARAGRAPH} {SECOND}"


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize("count", range(4, 10))
def test_a_paragraph_that_begins_beside_a_box_goes_on_below_it(count: int, side: str) -> None:
    text_left, box_left = (80.0, 300.0) if side == "right" else (290.0, 80.0)
    last = 200 + 14.0 * (count - 1)
    narrow = [w for w in wrapped(LONG, text_left, 200, 200) if w.baseline <= last]
    rest = wrapped(" ".join(LONG.split()[len(narrow) :]), 80, last + 14, 400)
    facts = [w for k in range(count - 1) for w in words(f"Fakta nummer {k} om projektet", box_left + 8, 203 + 14 * k)]
    box = Rect(box_left, 190, box_left + 190, last - 4, fill="#eeeeff", stroke=None)
    placed = [*wrapped(SECOND, 80, 100, 400), *narrow, *facts, *rest]
    assert LONG in texts(runs_of([page(placed, rects=(box,))]))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text("abcdefghijklmnopqrstuvwxyzæøå", min_size=1, max_size=12), min_size=1, max_size=120),
    st.integers(120, 450),
)
def test_no_word_is_lost_and_every_span_is_its_lines_text(tokens: list[str], width: int) -> None:
    placed = wrapped(" ".join(tokens), 80, 100, width)
    runs = runs_of([page(placed)])
    assert " ".join(texts(runs)).split() == tokens
    for run in runs:
        assert [run.text[a:b] for a, b in run.spans] == [line.text for line in run.lines]


def test_a_picture_on_every_page_is_a_logo_and_one_alone_a_figure() -> None:
    logo, picture = Graphic("image", 400, 760, 480, 810), Graphic("image", 80, 300, 300, 500)
    pages = [
        page(wrapped(PARAGRAPH, 80, 100, 400), n, graphics=(logo, picture)[: 2 if n == 2 else 1]) for n in (1, 2, 3)
    ]
    assert [[g.x0 for g in p.graphics] for p in without_logos(pages)] == [[], [80], []]
    assert [r.area for r in runs_of(without_logos(pages)) if r.kind == "figure"] == [(80, 300, 300, 500)]


def test_no_text_on_a_page_gives_no_runs() -> None:
    assert runs_of([page([])]) == []
