"""Frames and shaded boxes that hold text of their own beside the running text."""

from __future__ import annotations

from collections.abc import Sequence

from extract.geometry import overlap
from extract.page import BBox, Line, Page, Rect

MOST_OF_PAGE = 0.6  # a larger rectangle is the page's background
LEAST_HEIGHT = 2.2  # em; a lower one is a band behind a heading or a rule
TOUCH = 2.0  # points; rectangles nearer than this, as wide, are one box (Word shades each paragraph)
WHITE = ("#ffffff", "#fefefe", "#fdfdfd")


def read_boxes(page: Page, lines: Sequence[Line], taken: Sequence[BBox]) -> list[BBox]:
    """The boxes that hold at least two of the lines, outermost only; `taken` are the areas of tables."""
    rects = [
        r
        for r in page.rects
        if _is_box(r, page) and not any(_inside(_bbox(r), t, 3.0) or _inside(t, _bbox(r), 3.0) for t in taken)
    ]
    if not rects or len(rects) > 400:
        return []
    boxes = [box for box in _merged([_bbox(r) for r in rects]) if _holds_text(box, lines)]
    boxes = [b for b in boxes if (b[2] - b[0]) * (b[3] - b[1]) <= MOST_OF_PAGE * page.width * page.height]
    return [b for b in boxes if not any(o != b and _inside(b, o, 1.0) for o in boxes)]


def box_of(line: Line, boxes: Sequence[BBox]) -> int | None:
    """The index of the box a line stands in."""
    return next((i for i, box in enumerate(boxes) if _inside(line.bbox, box, 2.0)), None)


def _bbox(rect: Rect) -> BBox:
    return (rect.x0, rect.top, rect.x1, rect.bottom)


def _is_box(rect: Rect, page: Page) -> bool:
    visible = (rect.fill is not None and rect.fill not in WHITE) or (
        rect.stroke is not None and rect.stroke not in WHITE
    )
    whole = (rect.x1 - rect.x0) * (rect.bottom - rect.top) > MOST_OF_PAGE * page.width * page.height
    return visible and not whole and rect.x1 - rect.x0 > 50


def _merged(boxes: list[BBox]) -> list[BBox]:
    merged: list[BBox] = []
    for box in sorted(boxes, key=lambda b: (round(b[0]), b[1])):
        last = merged[-1] if merged else None
        if last and abs(last[0] - box[0]) < TOUCH and abs(last[2] - box[2]) < TOUCH and box[1] - last[3] < TOUCH:
            merged[-1] = (last[0], last[1], last[2], max(last[3], box[3]))
        else:
            merged.append(box)
    return merged


def _holds_text(box: BBox, lines: Sequence[Line]) -> bool:
    inside = [ln for ln in lines if _inside(ln.bbox, box, 2.0)]
    crossing = any(
        overlap(ln.x0, ln.x1, box[0], box[2]) > 5 and box[1] < ln.baseline - 2 < box[3]
        for ln in lines
        if ln not in inside
    )
    return len(inside) >= 2 and not crossing and box[3] - box[1] >= LEAST_HEIGHT * inside[0].style.size


def _inside(inner: BBox, outer: BBox, slack: float) -> bool:
    return (
        inner[0] >= outer[0] - slack
        and inner[2] <= outer[2] + slack
        and inner[1] >= outer[1] - slack
        and inner[3] <= outer[3] + slack
    )
