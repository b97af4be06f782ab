"""Reading order: what stands on a page, cut into columns and bands and put in order.

A gutter is a strip of white that no line crosses over a stretch of the page, with running text on
both sides. Between two things that cross it the left column is read before the right one. The
method is the recursive cut of Nagy and Seth (1984) with gutters looked for locally, so that a page
may have one column above and two below.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.page import BBox, Line

LEAST_GUTTER = 0.75  # em
LEAST_COLUMN = 7.0  # em; narrower strips are labels, not columns
LEAST_LINES = 3  # lines side by side on each side of a gutter
CROSSING = 1.5  # points a thing may reach into the gutter's middle
MAX_DEPTH = 6


@dataclass(frozen=True, slots=True)
class Slot:
    """A thing that takes part in the reading order as a whole: a table, a figure, a box."""

    kind: str
    key: str
    page: int
    x0: float
    top: float
    x1: float
    bottom: float


Item = Line | Slot


@dataclass(frozen=True, slots=True)
class Column:
    """Items that follow each other from top to bottom."""

    bbox: BBox
    items: tuple[Item, ...]


def read_columns(items: Sequence[Item], size: float, depth: int = 0) -> list[Column]:
    """The columns of a page in reading order; `size` is the body text's, in points."""
    if not items:
        return []
    band = _best_band(items, size) if depth < MAX_DEPTH and len(items) >= 2 * LEAST_LINES else None
    if band is None:
        return [_column(items)]
    above, left, right, below = band
    return [
        *read_columns(above, size, depth + 1),
        *read_columns(left, size, depth + 1),
        *read_columns(right, size, depth + 1),
        *read_columns(below, size, depth + 1),
    ]


def _column(items: Sequence[Item]) -> Column:
    box = (min(i.x0 for i in items), min(i.top for i in items), max(i.x1 for i in items), max(i.bottom for i in items))
    return Column(box, tuple(items))


_Band = tuple[list[Item], list[Item], list[Item], list[Item]]


def _best_band(items: Sequence[Item], size: float) -> _Band | None:
    """The uppermost band of the gutter with the most text on both sides."""
    best: tuple[int, _Band] | None = None
    for middle in _gutters(items, size):
        crossing = sorted(
            (i for i in items if i.x0 < middle - CROSSING and i.x1 > middle + CROSSING), key=lambda i: i.top
        )
        for upper, lower in _bounds(crossing):
            found = _band(items, middle, upper, lower, size)
            if found is not None:
                weight = min(len(found[1]), len(found[2]))
                if best is None or weight > best[0]:
                    best = (weight, found)
                break
    return best[1] if best else None


def _gutters(items: Sequence[Item], size: float) -> list[float]:
    """Middles of the white strips between neighbours, the most frequent first."""
    votes: dict[int, int] = {}
    ordered = sorted(items, key=lambda i: i.top)
    for at, item in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other.top >= item.bottom:
                break
            left, right = (item, other) if item.x0 <= other.x0 else (other, item)
            if min(item.bottom, other.bottom) - other.top > 0.15 * size and right.x0 - left.x1 >= LEAST_GUTTER * size:
                key = round((right.x0 - min(4.0, (right.x0 - left.x1) / 2)) / 3)  # columns start flush, they end ragged
                votes[key] = votes.get(key, 0) + 1
    return [3.0 * key for key, count in sorted(votes.items(), key=lambda v: -v[1])[:6] if count >= 2]


def _bounds(crossing: Sequence[Item]) -> list[tuple[Item | None, Item | None]]:
    """Neighbouring things that cross the gutter, top to bottom, with open ends."""
    edges: list[Item | None] = [None, *crossing, None]
    return list(pairwise(edges))


def _band(items: Sequence[Item], middle: float, upper: Item | None, lower: Item | None, size: float) -> _Band | None:
    top = upper.bottom - 0.3 * size if upper else float("-inf")
    bottom = lower.top + 0.3 * size if lower else float("inf")
    inside = [i for i in items if _center(i) > top and _center(i) < bottom and i is not upper and i is not lower]
    left = sorted((i for i in inside if i.x1 <= middle + CROSSING), key=lambda i: i.top)
    right = sorted((i for i in inside if i.x0 >= middle - CROSSING), key=lambda i: i.top)
    if len(left) + len(right) < len(inside):
        return None
    _trim(left, right, upper, lower)
    if not (_is_column(left, right, size) and _is_column(right, left, size)) or _is_label_list(left, right, size):
        return None
    if min(i.x0 for i in right) - max(i.x1 for i in left) < LEAST_GUTTER * size * 0.8:
        return None
    rest = [i for i in items if i not in left and i not in right]
    split = min(left[0].top, right[0].top)
    above = [i for i in rest if _center(i) < split]
    return above, left, right, [i for i in rest if i not in above]


def _center(item: Item) -> float:
    return (item.top + item.bottom) / 2


def _trim(left: list[Item], right: list[Item], upper: Item | None, lower: Item | None) -> None:
    """Gives back what stands nearer to the full-width text above or below than to its own column."""
    for column, other in ((left, right), (right, left)):
        while lower and len(column) > 1 and other and column[-1].top >= other[-1].bottom - 1:
            if lower.top - column[-1].bottom >= column[-1].top - max(column[-2].bottom, other[-1].bottom):
                break
            column.pop()
        while upper and len(column) > 1 and other and column[0].bottom <= other[0].top + 1:
            if column[0].top - upper.bottom >= column[1].top - column[0].bottom:
                break
            column.pop(0)


def _is_column(column: Sequence[Item], other: Sequence[Item], size: float) -> bool:
    """Whether a side holds running text, beside text on the other side."""
    if not column or not other:
        return False
    width = max(i.x1 for i in column) - min(i.x0 for i in column)
    shared = min(column[-1].bottom, other[-1].bottom) - max(column[0].top, other[0].top)
    lines = [i for i in column if isinstance(i, Line)]
    beside = sum(1 for i in column if i.bottom > other[0].top and i.top < max(o.bottom for o in other))
    tall = shared >= LEAST_LINES * size
    return width >= LEAST_COLUMN * size and tall and (beside >= LEAST_LINES or len(lines) < len(column))


def _is_label_list(left: Sequence[Item], right: Sequence[Item], size: float) -> bool:
    """Short labels with their texts beside them are read row by row, not column by column."""
    lines = [i for i in left if isinstance(i, Line)]
    if not lines or len(lines) < len(left):
        return False
    width = max(i.x1 for i in left) - min(i.x0 for i in left)
    filled = sum(1 for i in lines if i.x1 - i.x0 >= 0.75 * width)
    level = sum(
        1 for i in lines if any(isinstance(o, Line) and abs(o.baseline - i.baseline) < 0.2 * size for o in right)
    )
    words = sum(len(i.words) for i in lines) / len(lines)
    return words <= 4 and filled < 0.6 * len(lines) and level >= 0.7 * len(lines)
