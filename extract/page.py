"""Nouns of layout analysis: what one page of a PDF holds, before any reading of it.

All coordinates are PDF points with the origin at the top left of the page as it is shown
(rotation applied), y growing downwards, as pdfplumber gives them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

BBox = tuple[float, float, float, float]
"""``(x0, top, x1, bottom)`` in points."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of characters is set; one object a style and page, so `is` often suffices."""

    font: str
    """Base font name without the subset prefix."""
    size: float
    """Effective size in points: the font size times the scale of the text matrix."""
    bold: bool
    italic: bool
    color: str
    """Fill colour as ``#rrggbb``."""


@dataclass(frozen=True, slots=True)
class Word:
    """A run of characters without white space."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    """Distance of the baseline from the page's top (for ``angle`` 90 and 270: from its left)."""
    style: Style
    mcid: int = -1
    """Marked-content id, the key into the page's structure tree; -1 where there is none."""
    artifact: bool = False
    """The file itself marks this as page furniture (an artifact of a tagged PDF)."""
    glued: bool = False
    """No white space before it: it belongs to the word on its left (a superscript mark)."""
    raised: bool = False
    """Set smaller and above the baseline of its line, as footnote marks are."""
    angle: int = 0
    """Reading direction, clockwise: 0, 90 (downwards), 180 or 270 (upwards)."""

    @property
    def bbox(self) -> BBox:
        """The word's box."""
        return (self.x0, self.top, self.x1, self.bottom)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A straight line, horizontal or vertical; drawn as a stroke or as a thin filled rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float
    width: float
    color: str

    @property
    def horizontal(self) -> bool:
        """Whether it runs from left to right."""
        return self.x1 - self.x0 >= self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle that is wider and taller than a ruling."""

    x0: float
    top: float
    x1: float
    bottom: float
    fill: str | None
    """Fill colour, ``None`` where it is only stroked."""
    stroke: str | None
    """Stroke colour, ``None`` where it is only filled."""


@dataclass(frozen=True, slots=True)
class Graphic:
    """An image, or a drawn path that is neither ruling nor rectangle (a dot, an icon, a curve)."""

    kind: str
    """``image`` or ``path``."""
    x0: float
    top: float
    x1: float
    bottom: float
    fill: str | None = None


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the structure tree of a tagged PDF, as far as it lies on one page."""

    type: str
    """Standard structure type: ``H1``, ``P``, ``Table``, ``TR``, ``TD``, ``TH``, ``L``, ``LI``, ``Note``, …"""
    mcids: tuple[int, ...]
    """Marked-content ids directly below it."""
    children: tuple[Element, ...] = ()
    row_span: int = 1
    column_span: int = 1
    title: str = ""
    """``ActualText``, ``Alt`` or ``T`` where the file has one."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page. ``words`` are in the order of the content stream, which is not the reading order."""

    number: int
    width: float
    height: float
    rotation: int
    words: tuple[Word, ...]
    rulings: tuple[Ruling, ...] = ()
    rects: tuple[Rect, ...] = ()
    graphics: tuple[Graphic, ...] = ()
    structure: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline within one column, left to right."""

    page: int
    words: tuple[Word, ...]
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    style: Style
    """The style of most of its characters."""
    text: str = field(compare=False)
    """The words joined by one space, glued ones without, raised marks included."""

    @property
    def bbox(self) -> BBox:
        """The line's box."""
        return (self.x0, self.top, self.x1, self.bottom)


def walk(elements: tuple[Element, ...]) -> Iterator[Element]:
    """All elements of a structure tree, parents before children."""
    for element in elements:
        yield element
        yield from walk(element.children)


@dataclass(frozen=True, slots=True)
class TextRun:
    """A stretch of running text before headings are told apart from it: one paragraph, one list item.

    Where it holds several lines they follow each other in one column, or over a column or page
    break. ``spans[i]`` says which part of ``text`` stands in ``lines[i]``.
    """

    kind: str
    """``paragraph``, ``list_item``, ``quote``, ``footnote``, ``figure`` or ``table``."""
    lines: tuple[Line, ...]
    text: str
    """Hyphens repaired, white space folded, footnote marks removed."""
    spans: tuple[tuple[int, int], ...]
    column: BBox
    """The column it stands in, from the first to the last line of that column on its page."""
    boxed: bool = False
    """Inside a frame or a shaded box beside the running text (a fact box): no heading is in it."""
    margin_heading: str | None = None
    number: str | None = None
    """A footnote's number."""
    table: str | None = None
    """The id of the table that stands here."""
    page: int = 0
    """The page it begins on (also where it has no lines, as a table)."""
    top: float = 0.0
    area: BBox | None = None
    """Of a figure: the picture itself, on ``page``; its lines are the caption's."""
