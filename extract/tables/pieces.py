"""A printed line, by columns: the stretches its words cover, and its pieces of text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extract.page import Page
from extract.tables.lines import TYPEWRITTEN_GAP, run_of, text_end
from extract.tables.model import TextLine
from extract.tables.rows import Piece, RowLine
from extract.tables.values import is_value

WORD_SPACE = 0.42  # em; gap up to which two words count as one stretch of text
OPEN, LEFT_OUT, DRAWN = 0, 1, 2
"""A column's side in one row: never drawn, drawn in other rows only, drawn."""
INTO = 2.0  # pt; how far a label must begin in the column before for it to span both
MOST_TEXT = 2  # numbers on a line from which it is one of data
BEFORE_VALUE = 0.15  # em; gap from which a number in a line of data stands in its own column
PARTING = (0.38, 0.75)  # em; gap at a side (open, left out) from which two words are two pieces


def stretches(page: Page, line: TextLine) -> list[tuple[float, float]]:
    """The intervals a line's words cover, word spaces closed."""
    out: list[tuple[float, float]] = []
    space = TYPEWRITTEN_GAP if line.typewritten else WORD_SPACE
    for run in line.runs:
        for i in run.words:
            word = page.words[i]
            end = text_end(word)
            if end <= word.x0:
                continue
            if out and word.x0 - out[-1][1] <= space * word.style.size:
                out[-1] = (out[-1][0], max(out[-1][1], end))
            else:
                out.append((word.x0, end))
    return out


def row_line(page: Page, line: TextLine, xs: Sequence[float], sides: Sequence[int]) -> RowLine:
    """The line's words as pieces, one a column or several columns; `sides` are those between the columns."""
    data = sum(is_value(run.text) for run in line.runs) >= MOST_TEXT
    pieces: list[Piece] = []
    current: list[int] = []
    first = last = 0
    for i in (i for run in line.runs for i in run.words):
        word = page.words[i]
        column = min(max(bisect_right(xs, (word.x0 + text_end(word)) / 2) - 1, 0), len(xs) - 2)
        if not current:
            first = column
            if len(line.runs) == 1 and word.x1 > xs[column] > word.x0 + INTO and sides[column - 1] != DRAWN:
                first = column - 1  # a label over the narrow column of numbers and the next
        elif column != last:
            gap = word.x0 - text_end(page.words[current[-1]])
            crossed = max(sides[min(last, column) : max(last, column)])
            parting = TYPEWRITTEN_GAP if line.typewritten else PARTING[min(crossed, LEFT_OUT)]
            if data and crossed == OPEN and is_value(word.text):
                parting = BEFORE_VALUE
            if crossed == DRAWN or (gap > parting * word.style.size and not word.glued):
                pieces.append(_piece(page, current, first, last))
                current, first = [], column
        current.append(i)
        last = max(column, first)
    if current:
        pieces.append(_piece(page, current, first, last))
    return RowLine(line.top, line.bottom, line.baseline, line.size, tuple(pieces))


def _piece(page: Page, words: Sequence[int], first: int, last: int) -> Piece:
    run = run_of(page.words, words)
    head = page.words[words[0]]
    return Piece(first, last, run.x0, run.x1, run.text, tuple(words), head.x1 - head.x0, head.style.bold)


def text_edges(rows: Sequence[RowLine], xs: Sequence[float]) -> list[tuple[float, float]]:
    """Left and right of the text in each column, of texts that span none beside."""
    out = []
    for c in range(len(xs) - 1):
        own = [p for row in rows for p in row.pieces if p.first == p.last == c]
        out.append((min(p.x0 for p in own), max(p.x1 for p in own)) if own else (xs[c], xs[c + 1]))
    return out
