"""Nouns between the page and the finished table: lines of runs, frames of separators, grids of cells."""

from __future__ import annotations

from dataclasses import dataclass

from extract.page import BBox


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one line that ordinary word spaces hold together."""

    x0: float
    x1: float
    top: float
    bottom: float
    words: tuple[int, ...]
    """Indices into the page's words."""
    text: str


@dataclass(frozen=True, slots=True)
class TextLine:
    """Everything printed on one baseline, over the whole width of the page."""

    top: float
    bottom: float
    baseline: float
    size: float
    runs: tuple[Run, ...]
    typewritten: bool = False
    """Every character is as wide as every other: a word space is as wide as a letter."""

    @property
    def x0(self) -> float:
        """Left edge of the first run."""
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        """Right edge of the last run."""
        return self.runs[-1].x1


@dataclass(frozen=True, slots=True)
class Edge:
    """A straight separator: at `at` on one axis, from `start` to `end` on the other."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Edges:
    """The separators of a page after joining: horizontal by y, vertical by x."""

    horizontal: tuple[Edge, ...]
    vertical: tuple[Edge, ...]
    joints: tuple[tuple[float, float], ...] = ()
    """Points ``(x, y)`` where two drawn pieces of a horizontal rule or of a shade meet."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A region with what is drawn in it: columns lie between `xs`, rows between `ys`."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    across: tuple[tuple[bool, ...], ...]
    """``across[row][k]``: whether something is drawn between column k and k + 1 in this row."""
    down: tuple[tuple[bool, ...], ...]
    """``down[k][column]``: whether something is drawn between row k and k + 1 in this column."""
    kind: str
    """``ruled``, ``rules`` (horizontal only), ``shaded`` or ``plain``."""

    @property
    def bbox(self) -> BBox:
        """The region's box."""
        return (self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell of a grid, in its place."""

    row: int
    column: int
    row_span: int
    column_span: int
    words: tuple[int, ...]
    bbox: BBox


@dataclass(frozen=True, slots=True)
class Grid:
    """One table, or the part of it on one page, as rows and columns of cells."""

    page: int
    bbox: BBox
    rows: int
    columns: int
    cells: tuple[GridCell, ...]
    xs: tuple[float, ...]
    """Where the columns begin, and the last one's end."""
    kind: str
    header: int = -1
    """How many rows the file itself marks as header; -1 where it says nothing."""
    rules: tuple[float, ...] = ()
    """Heights at which a rule runs over the full width."""


def overlap(a0: float, a1: float, b0: float, b1: float) -> float:
    """Length that two intervals share; negative where they are apart."""
    return min(a1, b1) - max(a0, b0)
