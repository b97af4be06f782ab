"""Whether text goes on after a page break, a column break or a table set into it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.danish.words import abbreviations
from extract.layout import Piece
from extract.list_markers import is_fact
from extract.page import Line

CLOSED = ".!?:;…"
CLOSERS = "\"“”»«)’']"
FULL = 0.6  # em; a line is full where the next word and this much would not have fitted on it
INDENT = 0.7  # em
LEAST_SPACE = 1.0  # points; smaller differences of leading are rounding


def joins_over_break(last: Piece, first: Piece, lines: Sequence[Line], *, broken: bool, floats: bool) -> bool:
    """Whether piece `first` goes on with the text whose last piece is `last`.

    `lines` are all lines of that text, `broken` says that a page or column ends between the two,
    `floats` that a table or figure stands between them.
    """
    if last.group is None or first.group is None or first.group.marker is not None or not (broken or floats):
        return False
    a, b = last.group.lines[-1], first.group.lines[0]
    other = abs(a.style.size - b.style.size) > 0.06 * a.style.size or a.style.color != b.style.color
    if other or (is_fact(b) and is_fact(lines[0])):
        return False
    if a.style.bold != b.style.bold and _ends_style(a, b):
        return False
    return _goes_on(
        lines, first.group.lines, last.column[2], indented=_is_indented(first), beneath=is_beneath(last, first)
    )


def is_closed(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return text.rstrip(CLOSERS)[-1:] in tuple(CLOSED)


def is_beneath(last: Piece, first: Piece) -> bool:
    """Whether piece `first` follows no farther below the last line than that stands below the line above it.

    So text goes on from beside a box into the full width.
    """
    above, below = (last.group.lines, first.group.lines) if last.group and first.group else ((), ())
    if len(above) < 2 or above[-1].page != below[0].page:
        return False
    leading = above[-1].baseline - above[-2].baseline
    return below[0].x0 < above[-1].x1 and 0 < below[0].baseline - above[-1].baseline <= leading + LEAST_SPACE


def _goes_on(before: Sequence[Line], after: Sequence[Line], right: float, *, indented: bool, beneath: bool) -> bool:
    """Whether the words themselves say that a sentence runs on; `right` is the edge of the column that ends.

    Text that goes on right `beneath` its last line may begin with a new sentence.
    """
    end, start = before[-1].text.rstrip(CLOSERS), after[0].text.lstrip(CLOSERS + "(„")
    if not end or not start:
        return False
    if before[-1].text[-1:] in "-\u00ad\u2010" and len(before[-1].text) > 1:
        return True
    closed = end[-1] in CLOSED or before[-1].words[-1].raised
    if start[0].islower():
        return not closed or (end.endswith((".", ":", ";")) and not indented and _is_abbreviation(end))
    if (closed and not beneath) or indented:
        return False
    # An open sentence before a name or number: only where the line is full, else it is a heading or label.
    first = after[0].words[0]
    room = FULL * before[-1].style.size + max(0.0, first.x1 - first.x0)
    return before[-1].x1 >= right - room and len(before[-1].words) > 3


def _ends_style(a: Line, b: Line) -> bool:
    return a.words[-1].style.bold != b.words[0].style.bold


def _is_abbreviation(text: str) -> bool:
    return text.rsplit(maxsplit=1)[-1].lower() in abbreviations()


def _is_indented(first: Piece) -> bool:
    """Whether the piece begins with an indented line, as a new paragraph does in many books."""
    lines = first.group.lines if first.group else ()
    if not lines:
        return False
    left = lines[1].x0 if len(lines) > 1 else first.column[0]
    return lines[0].x0 > left + INDENT * lines[0].style.size
