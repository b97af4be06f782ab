"""What stands near the top and the bottom edge of pages: where running headers and footers are sought.

Distances count from the edge inwards, so that both ends of a page, and pages of different height,
are handled alike.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from extract.lines import lines_of
from extract.page import Line, Page, Word

Side = Literal["header", "footer"]

BAND = 0.17  # share of the page's height at each end in which furniture may stand
SAME_ROW = 2.0  # points; pieces whose baselines differ by less stand side by side
DIGITS = re.compile(r"\d+")
ROMAN = re.compile(r"[\W_]*[ivxlc]+[\W_]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A line near an edge; a gap parts a printed line into several."""

    line: Line
    key: str
    """Its text without case, numbers as ``#``: what stays the same from page to page."""
    edge: float
    """Distance of its baseline from the edge."""
    artifact: bool
    """The file marks all of it as furniture."""

    @property
    def starts_with_mark(self) -> bool:
        """Whether it looks like a footnote: a raised mark first."""
        return self.line.words[0].raised and len(self.line.words) > 1


@dataclass(frozen=True, slots=True)
class Row:
    """Pieces side by side, and the distances from the edge at which the row begins and ends."""

    pieces: tuple[Piece, ...]
    outer: float
    inner: float


@dataclass(frozen=True, slots=True)
class Edge:
    """The rows at one end of a page, from the edge inwards."""

    page: int
    side: Side
    landscape: bool
    rows: tuple[Row, ...]
    beyond: float
    """Distance of the first word behind the last row; infinite where there is none."""

    def gap(self, at: int) -> float:
        """White space between a row and what stands behind it."""
        following = self.rows[at + 1].outer if at + 1 < len(self.rows) else self.beyond
        return following - self.rows[at].inner


def read_edges(page: Page) -> tuple[Edge, Edge]:
    """Both ends of a page."""
    upright = [w for w in page.words if w.angle == 0]
    return (_edge(page, upright, "header"), _edge(page, upright, "footer"))


def key_of(text: str) -> str:
    """Text without case, its numbers as ``#``; a roman number by itself is a number too."""
    folded = " ".join(text.casefold().split())
    return "#" if ROMAN.fullmatch(folded) else DIGITS.sub("#", folded)


def _edge(page: Page, words: Sequence[Word], side: Side) -> Edge:
    depth = BAND * page.height
    if side == "header":
        near = [w for w in words if w.bottom <= depth]
        beyond = min((w.top for w in words if w.bottom > depth), default=float("inf"))
    else:
        near = [w for w in words if w.top >= page.height - depth]
        beyond = page.height - max((w.bottom for w in words if w.top < page.height - depth), default=float("-inf"))
    pieces = [_piece(line, page, side) for line in lines_of(page.number, near)]
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda p: p.edge):
        if rows and piece.edge - rows[-1][0].edge <= SAME_ROW:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return Edge(page.number, side, page.width > page.height, tuple(_row(r, page, side) for r in rows), beyond)


def _piece(line: Line, page: Page, side: Side) -> Piece:
    edge = line.baseline if side == "header" else page.height - line.baseline
    return Piece(line, key_of(line.text), edge, all(w.artifact for w in line.words))


def _row(pieces: Sequence[Piece], page: Page, side: Side) -> Row:
    ordered = tuple(sorted(pieces, key=lambda p: p.line.x0))
    top, bottom = min(p.line.top for p in pieces), max(p.line.bottom for p in pieces)
    outer, inner = (top, bottom) if side == "header" else (page.height - bottom, page.height - top)
    return Row(ordered, outer, inner)
