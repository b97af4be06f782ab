"""A small generator of tables: what is printed, and the page that shows it."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.page import Page, Rect, Ruling, Style, Word
from extract.tables.turned import box_back

BODY = Style("Serif", 10.0, bold=False, italic=False, color="#000000")
BOLD = Style("Serif", 10.0, bold=True, italic=False, color="#000000")
LETTER = 0.5  # em
BLANK = 0.25  # em
LEADING = 12.0  # points
PADDING = 4.0  # points
WIDTH, HEIGHT = 595.0, 842.0


@dataclass(frozen=True, slots=True)
class Look:
    """How a table is set."""

    kind: str
    """``ruled``, ``rules``, ``shaded`` or ``plain``."""
    row_gap: float = 6.0
    left: float = 60.0
    top: float = 100.0


def line(text: str, x: float, baseline: float, style: Style = BODY) -> list[Word]:
    """One line of words."""
    out: list[Word] = []
    for token in text.split():
        width = len(token) * LETTER * style.size
        top, bottom = baseline - 0.8 * style.size, baseline + 0.2 * style.size
        out.append(Word(token, x, top, x + width, bottom, baseline, style))
        x += width + BLANK * style.size
    return out


def length(text: str, size: float = 10.0) -> float:
    """Width of a line."""
    tokens = text.split()
    return sum(len(t) for t in tokens) * LETTER * size + max(0, len(tokens) - 1) * BLANK * size


def wrapped(text: str, room: float) -> list[str]:
    """Lines of at most this width, broken greedily."""
    lines: list[str] = []
    for token in text.split():
        if lines and length(f"{lines[-1]} {token}") <= room:
            lines[-1] += f" {token}"
        else:
            lines.append(token)
    return lines or [""]


def table_page(
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    look: Look,
    *,
    number: int = 1,
    header: int = 1,
    spans: Sequence[tuple[int, int, int]] = (),
) -> Page:
    """A page with one table; `spans` are ``(row, column, columns)`` of centred spanning header cells."""
    xs = [look.left]
    for width in widths:
        xs.append(xs[-1] + width)
    covered = {(r, c + k) for r, c, n in spans for k in range(1, n)}
    wide = {(r, c): n for r, c, n in spans}
    words: list[Word] = []
    rects: list[Rect] = []
    ys = [look.top]
    for r, row in enumerate(rows):
        style = BOLD if r < header else BODY
        tallest = 1
        for c, text in enumerate(row):
            if (r, c) in covered:
                continue
            right = xs[c + wide.get((r, c), 1)]
            lines = wrapped(text, right - xs[c] - 2 * PADDING)
            tallest = max(tallest, len(lines))
            for k, piece in enumerate(lines):
                x = (xs[c] + right - length(piece)) / 2 if (r, c) in wide else xs[c] + PADDING
                words += line(piece, x, ys[-1] + 10 + k * LEADING, style)
        bottom = ys[-1] + tallest * LEADING + look.row_gap
        if look.kind == "shaded" and r % 2 == 0:
            rects += [Rect(a, ys[-1], b, bottom, "#eeeeee", None) for a, b in itertools.pairwise(xs)]
        ys.append(bottom)
    rulings = _rulings(xs, ys, look.kind, header, spans, covered)
    return Page(number, WIDTH, HEIGHT, 0, tuple(words), rulings=tuple(rulings), rects=tuple(rects))


def _rulings(
    xs: Sequence[float],
    ys: Sequence[float],
    kind: str,
    header: int,
    spans: Sequence[tuple[int, int, int]],
    covered: set[tuple[int, int]],
) -> list[Ruling]:
    out: list[Ruling] = []
    if kind == "rules":
        out = [Ruling(xs[0], y, xs[-1], y, 0.5, "#000000") for y in (ys[0], ys[header], ys[-1])]
        out += [Ruling(xs[c] + 2, ys[r + 1], xs[c + n] - 2, ys[r + 1], 0.3, "#000000") for r, c, n in spans]
    if kind == "ruled":
        out = [Ruling(xs[0], y, xs[-1], y, 0.5, "#000000") for y in ys]
        for r, (a, b) in enumerate(itertools.pairwise(ys)):
            out += [Ruling(x, a, x, b, 0.5, "#000000") for c, x in enumerate(xs) if (r, c) not in covered]
    return out


def turned(page: Page, angle: int) -> Page:
    """The page set sideways: what was upright reads at this angle."""
    shell = replace(page, width=page.height, height=page.width)

    def word(w: Word) -> Word:
        x0, top, x1, bottom = box_back(w.bbox, shell, angle)
        baseline = w.baseline if angle == 270 else shell.width - w.baseline
        return replace(w, x0=x0, top=top, x1=x1, bottom=bottom, baseline=baseline, angle=angle)

    def ruling(r: Ruling) -> Ruling:
        x0, top, x1, bottom = box_back((r.x0, r.top, r.x1, r.bottom), shell, angle)
        return replace(r, x0=x0, top=top, x1=x1, bottom=bottom)

    return replace(shell, words=tuple(map(word, page.words)), rulings=tuple(map(ruling, page.rulings)))
