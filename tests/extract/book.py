"""A small printer for tests: pages of body text with what stands around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from extract.lines import line_of
from extract.page import Line, Page, Style, TextRun, Word
from tests.extract.typeset import BODY, SMALL, page, words

LEFT, RIGHT, TOP, BOTTOM = 85.0, 510.0, 90.0, 750.0
LEADING = 14.0
SENTENCES = (
    "Projektet har arbejdet med at støtte borgere i at komme i job",
    "Mentorerne har gennemført et forløb på fem dage med fokus på trivsel",
    "Jobcentret har i hele perioden haft en fast medarbejder på opgaven",
    "Erfaringen er at den tidlige kontakt gør en forskel for borgeren",
    "Der er i alt afholdt tolv møder med deltagelse af virksomheder",
    "Flere af de interviewede peger på at ventetiden har været lang",
    "Kommunen vurderer at indsatsen kan fortsætte med færre midler",
)

Around = Callable[[int], Sequence[Word]]
"""Page number → the words around its text."""


def body(number: int, top: float = TOP, bottom: float = BOTTOM) -> list[Word]:
    """Lines of running text, other ones on each page."""
    placed: list[Word] = []
    baseline, at = top, number * 3
    while baseline <= bottom:
        placed += words(SENTENCES[at % len(SENTENCES)], LEFT, baseline)
        baseline, at = baseline + LEADING, at + 1
    return placed


def book(pages: int, around: Around, first: int = 1) -> list[Page]:
    """Pages of text with header and footer."""
    return [page([*body(n), *around(n)], n) for n in range(first, first + pages)]


def put_right(text: str, baseline: float, style: Style = BODY) -> list[Word]:
    """A line that ends at the right margin."""
    placed = words(text, 0.0, baseline, style)
    shift = RIGHT - placed[-1].x1
    return [replace(w, x0=w.x0 + shift, x1=w.x1 + shift) for w in placed]


def small(text: str, x: float, baseline: float) -> list[Word]:
    """A line set small."""
    return words(text, x, baseline, SMALL)


def run(
    text: str, *, style: Style = BODY, number: int = 1, top: float = 100.0, kind: str = "paragraph", boxed: bool = False
) -> TextRun:
    """A run of one line; long text is cut into lines of twelve words."""
    tokens = text.split()
    lines: list[Line] = []
    spans: list[tuple[int, int]] = []
    at = 0
    for i in range(0, len(tokens), 12):
        piece = " ".join(tokens[i : i + 12])
        lines.append(line_of(number, words(piece, LEFT, top + style.size + len(lines) * 1.4 * style.size, style)))
        spans.append((at, at + len(piece)))
        at += len(piece) + 1
    return TextRun(
        kind=kind,
        lines=tuple(lines),
        text=" ".join(tokens),
        spans=tuple(spans),
        column=(LEFT, top, RIGHT, BOTTOM),
        boxed=boxed,
        page=number,
        top=top,
    )


def paragraph(number: int = 1, top: float = 100.0, sentences: int = 4) -> TextRun:
    """A paragraph of running text."""
    return run(". ".join(SENTENCES[:sentences]) + ".", number=number, top=top)
