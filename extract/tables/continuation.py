"""Parts of one table on pages that follow each other: found by their columns and their places."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.page import Page
from extract.tables.captions import Surround, joined
from extract.tables.labels import LABEL
from extract.tables.model import Grid, TextLine

SAME_SIDE = 8.0  # pt; how far columns may shift from page to page
LOOSE_SIDE = 0.12  # share of a table's width; how far columns may shift that nothing is drawn for
LOOSE_LEAST = 20.0  # pt; the same, at least
SHORT_RULE = (36.0, 0.42)  # pt, and share of the page's width; how long the rule above footnotes is
BOLD_BODY = 0.5  # share of bold words up to which the rows under a bold one are its body
LOOK_BACK = 6  # tables; how many before a part may be the one it goes on
SHIFT = 45.0  # pt; how far a whole table may shift between left and right pages
FURNITURE = 0.04  # share of the page's height at top and bottom where running text may stand


@dataclass(frozen=True, slots=True)
class Part:
    """A table, or the part of it on one page."""

    page: Page
    """The page as read: upright, with symbols as words."""
    grid: Grid
    header: int
    around: Surround
    weak: bool
    """Too little for a table of its own: taken only as the rest of one before it."""
    first: bool
    """No text of the page's body stands above it."""
    last: bool
    """No text of the page's body stands below it."""
    angle: int = 0
    original: Page | None = None


def body_size(page: Page) -> float:
    """The type size of most of the page's letters."""
    sizes: Counter[float] = Counter()
    for word in page.words:
        sizes[round(word.style.size * 2) / 2] += len(word.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def text_above(grid: Grid, free: Sequence[TextLine], page: Page) -> bool:
    """Whether body text stands above the table on its page."""
    edge = FURNITURE * page.height
    return any(line.bottom <= grid.bbox[1] + 2 and line.top > edge for line in free)


def text_below(grid: Grid, free: Sequence[TextLine], page: Page, size: float) -> bool:
    """Whether body text, or another table's caption, stands below; footnotes are smaller and do not count."""
    edge = min((1 - FURNITURE) * page.height, _footnotes(grid, page))
    below = [line for line in free if line.top >= grid.bbox[3] - 2 and line.bottom < edge]
    return any(line.size >= size - 0.3 or LABEL.match(joined(line, 0)) for line in below)


def _footnotes(grid: Grid, page: Page) -> float:
    """The height of the short rule that parts the footnotes from the page, or the page's own."""
    low, high = SHORT_RULE[0], SHORT_RULE[1] * page.width
    rules = (r.top for r in page.rulings if r.top > grid.bbox[3] + 2 and low < r.x1 - r.x0 < high)
    return min(rules, default=page.height)


def fitted(a: Part, b: Part) -> Part:
    """`b` with the columns of `a`, where it shows fewer: cells without text on its page may be missing there."""
    if b.grid.columns >= a.grid.columns or b.grid.kind == "ruled" or not (a.last and b.first):
        return b
    places: dict[int, int] = {}
    for cell in b.grid.cells:
        if cell.words and cell.column_span == 1:
            left = min(b.page.words[i].x0 for i in cell.words)
            place = min(max(bisect_right(a.grid.xs, left + SAME_SIDE / 2) - 1, 0), a.grid.columns - 1)
            places[cell.column] = min(place, places.get(cell.column, place))
    fits = len(places) == b.grid.columns and len(set(places.values())) == len(places)
    if not fits or any(cell.column_span > 1 for cell in b.grid.cells):
        return b
    cells = tuple(replace(cell, column=places[cell.column]) for cell in b.grid.cells)
    return replace(b, grid=replace(b.grid, cells=cells, columns=a.grid.columns, xs=a.grid.xs))


def continues(a: Part, b: Part) -> bool:
    """Whether `b` is the rest of `a`."""
    if b.page.number != a.page.number + 1 or not a.last or not b.first:
        return False
    named = b.around.label is not None and b.around.label != a.around.label
    if named and (a.around.label or not b.around.below):
        return False
    if a.around.source or a.grid.columns != b.grid.columns:
        return False
    if same_header(a, b):
        return True
    return same_columns(a.grid, b.grid) and not own_header(b)


def own_header(part: Part) -> bool:
    """Whether the part opens with a bold row of its own, and goes on in plain type: a new table's header."""
    first = [part.page.words[i] for c in part.grid.cells if c.row == 0 for i in c.words]
    rest = [part.page.words[i] for c in part.grid.cells if c.row > 0 for i in c.words]
    full = sum(bool(c.words) for c in part.grid.cells if c.row == 0) >= part.grid.columns
    bold = bool(first) and all(w.style.bold for w in first)
    return full and bold and bool(rest) and sum(w.style.bold for w in rest) < BOLD_BODY * len(rest)


def same_columns(a: Grid, b: Grid) -> bool:
    """Whether the columns stand at the same places, or all shifted alike."""
    shift = b.xs[0] - a.xs[0]
    if abs(shift) > SHIFT:
        return False
    if (a.kind, b.kind) != ("ruled", "ruled"):
        # Sides that nothing is drawn for follow the words, which differ from page to page.
        limit = max(LOOSE_SIDE * (a.xs[-1] - a.xs[0]), LOOSE_LEAST)
        return all(abs(q - p) < limit for p, q in zip(a.xs[1:-1], b.xs[1:-1], strict=False))
    return all(abs(q - p - shift) <= SAME_SIDE for p, q in zip(a.xs, b.xs, strict=False))


def same_header(a: Part, b: Part) -> bool:
    """Whether `b` opens with the header rows of `a`."""
    rows = max(1, a.header)
    return b.grid.rows > rows and _opening(a, rows) == _opening(b, rows) != ""


def _opening(part: Part, rows: int) -> str:
    cells = [c for c in part.grid.cells if c.row < rows]
    return "|".join("".join(sorted(part.page.words[i].text for i in c.words)).lower() for c in cells if c.words)


def chains(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """The parts of each table; `parts` come in the order of the document, and no more are held than may go on."""
    waiting: list[list[Part]] = []
    for part in parts:
        while waiting and waiting[0][-1].page.number < part.page.number - 1:
            yield waiting.pop(0)
        rest = [(chain, fitted(chain[-1], part)) for chain in reversed(waiting[-LOOK_BACK:])]
        before = next(((chain, new) for chain, new in rest if continues(chain[-1], new)), None)
        if before is not None:
            before[0].append(before[1])
        elif not part.weak:
            waiting.append([part])
    yield from waiting
