"""Words out of characters: blanks, gaps, letter-spacing, second strokes, raised marks."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.glyphs import Glyph
from extract.lines import line_of, lines_of
from extract.page import Style
from extract.text_objects import Run
from extract.words import words_of

SERIF = Run(Style("Serif", 10.0, bold=False, italic=False, color="#000000"), -1, artifact=False, angle=0)
BOLD = Run(Style("Serif-Bold", 10.0, bold=True, italic=False, color="#000000"), -1, artifact=False, angle=0)
TINY = Run(Style("Serif", 6.0, bold=False, italic=False, color="#000000"), -1, artifact=False, angle=0)


def glyphs(text: str, x: float = 50.0, base: float = 100.0, run: Run = SERIF, spacing: float = 0.0) -> list[Glyph]:
    """Characters half an em wide, a blank a quarter; `spacing` in points is set between them."""
    out: list[Glyph] = []
    for character in text:
        width = run.style.size * (0.25 if character == " " else 0.5)
        size = run.style.size
        out.append((character, x, base - 0.8 * size, x + width, base + 0.2 * size, x, x + width, base, size, run))
        x += width + spacing
    return out


def texts(placed: list[Glyph]) -> list[str]:
    """The words' texts."""
    return [word.text for word in words_of(placed)]


# Letters standing alone are spelled-out words, which have a test of their own.
LETTERS = "abcdeæøåABC0123456789.,"
TOKEN = st.one_of(st.text(LETTERS, min_size=2, max_size=10), st.sampled_from("0123456789,."))
WORDS = st.lists(TOKEN, min_size=1, max_size=12)


@given(WORDS)
def test_blanks_part_words(tokens: list[str]) -> None:
    assert texts(glyphs(" ".join(tokens))) == tokens


@given(WORDS, st.floats(1.6, 6.0))
def test_gaps_part_words_where_blanks_are_missing(tokens: list[str], gap: float) -> None:
    placed: list[Glyph] = []
    x = 50.0
    for token in tokens:
        placed += glyphs(token, x)
        x = placed[-1][6] + gap
    assert texts(placed) == tokens


def test_a_bold_run_without_blanks_stays_apart_from_its_neighbours() -> None:
    plain, bold = glyphs("er", 50.0), glyphs("opfyldt", 63.0, run=BOLD)
    assert texts([*plain, *bold, *glyphs("af", 101.0)]) == ["er", "opfyldt", "af"]


def test_letter_spaced_capitals_are_words() -> None:
    assert texts([*glyphs("RESUMÉ", 50.0, spacing=2.0), *glyphs("OG", 100.0, spacing=2.0)]) == ["RESUMÉ", "OG"]
    assert texts(glyphs("R E S U M É")) == ["RESUMÉ"]


def test_a_second_stroke_is_one_word() -> None:
    once = glyphs("Bevilling", run=BOLD)
    again = glyphs("Bevilling", x=50.3, run=BOLD)
    assert texts([*once, *again]) == ["Bevilling"]
    doubled = [g for pair in zip(once, again, strict=True) for g in pair]
    assert texts(doubled) == ["Bevilling"]


def test_raised_marks_are_glued_to_their_word() -> None:
    word = glyphs("puljen")
    end = word[-1][6]
    found = words_of([*word, *glyphs("1", end + 0.2, 96.5, TINY), *glyphs(",", end + 3.4)])
    assert [(w.text, w.raised, w.glued) for w in found] == [
        ("puljen", False, False),
        ("1", True, True),
        (",", False, True),
    ]
    assert line_of(1, found).text == "puljen1,"


def test_a_soft_hyphen_counts_at_the_words_end_alone() -> None:
    assert texts(glyphs("arbejds\u00admarked")) == ["arbejdsmarked"]
    assert texts(glyphs("arbejds\u00ad")) == ["arbejds\u00ad"]


@given(WORDS, WORDS)
def test_lines_come_top_down_whatever_the_stream_says(above: list[str], below: list[str]) -> None:
    first, second = glyphs(" ".join(above), base=100.0), glyphs(" ".join(below), base=114.0)
    found = lines_of(1, words_of([*second, *first]))
    assert [line.text for line in found] == [" ".join(above), " ".join(below)]
