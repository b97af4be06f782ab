"""A small typesetter for tests: text laid out as `Word`s the way a page holds them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.lines import lines_of
from extract.page import Line, Page, Style, Word

BODY = Style("Serif", 10.0, bold=False, italic=False, color="#000000")
HEADING = Style("Serif", 14.0, bold=True, italic=False, color="#003366")
KEYWORD = Style("Serif", 9.0, bold=True, italic=False, color="#003366")
SMALL = Style("Serif", 8.0, bold=False, italic=False, color="#000000")
MARK = Style("Serif", 6.0, bold=False, italic=False, color="#000000")
CHARACTER = 0.5  # em; every character is as wide
BLANK = 0.28  # em


def words(text: str, x: float, baseline: float, style: Style = BODY) -> list[Word]:
    """A line of text from `x` on."""
    placed: list[Word] = []
    for token in text.split():
        width = len(token) * CHARACTER * style.size
        placed.append(
            Word(token, x, baseline - 0.8 * style.size, x + width, baseline + 0.2 * style.size, baseline, style)
        )
        x += width + BLANK * style.size
    return placed


def wrapped(
    text: str, x: float, baseline: float, width: float, style: Style = BODY, leading: float = 14.0
) -> list[Word]:
    """A paragraph broken into lines of at most `width` points, as a greedy typesetter breaks it."""
    placed: list[Word] = []
    line: list[str] = []
    for token in text.split():
        if line and _width([*line, token], style) > width:
            placed += words(" ".join(line), x, baseline, style)
            baseline += leading
            line = []
        line.append(token)
    return placed + words(" ".join(line), x, baseline, style)


def mark(number: str, after: Word) -> Word:
    """A raised number behind a word."""
    base = after.baseline - 3.5
    return Word(
        number,
        after.x1 + 0.2,
        base - 5,
        after.x1 + 0.2 + 3 * len(number),
        base + 1,
        base,
        MARK,
        glued=True,
        raised=True,
    )


def page(placed: Sequence[Word], number: int = 1, **more: object) -> Page:
    """An A4 page with these words."""
    return Page(number, 595.0, 842.0, 0, tuple(placed), **more)  # type: ignore[arg-type]


def lines(placed: Sequence[Word], number: int = 1) -> list[Line]:
    """The lines of words, cut where a gutter may be."""
    return lines_of(number, placed, 0.8)


def _width(tokens: Sequence[str], style: Style) -> float:
    return sum(len(t) for t in tokens) * CHARACTER * style.size + (len(tokens) - 1) * BLANK * style.size
