"""Pages whose tables are set sideways: turned upright for reading, boxes turned back afterwards."""

from __future__ import annotations

from dataclasses import replace

from extract.page import BBox, Graphic, Page, Rect, Ruling, Word

MOST = 0.5  # share of a page's letters set sideways from which the page is read so


def sideways(page: Page) -> int:
    """The angle at which most of the page is set: 0, 90 or 270."""
    letters = {0: 0, 90: 0, 180: 0, 270: 0}
    for word in page.words:
        letters[word.angle] += len(word.text)
    whole = sum(letters.values())
    for angle in (90, 270):
        if letters[angle] > MOST * whole:
            return angle
    return 0


def upright(page: Page, angle: int) -> Page:
    """The page as it looks when what was set at this angle is upright."""
    return replace(
        page,
        width=page.height,
        height=page.width,
        words=tuple(_word(w, page, angle) for w in page.words),
        rulings=tuple(_ruling(r, page, angle) for r in page.rulings),
        rects=tuple(_rect(r, page, angle) for r in page.rects),
        graphics=tuple(_graphic(g, page, angle) for g in page.graphics),
    )


def turned_box(box: BBox, page: Page, angle: int) -> BBox:
    """A box of the page as it stands when the page is turned upright."""
    x0, top, x1, bottom = box
    if angle == 270:
        return (page.height - bottom, x0, page.height - top, x1)
    return (top, page.width - x1, bottom, page.width - x0)


def box_back(box: BBox, page: Page, angle: int) -> BBox:
    """A box of the upright page in the page's own coordinates."""
    x0, top, x1, bottom = box
    if angle == 270:
        return (top, page.height - x1, bottom, page.height - x0)
    if angle == 90:
        return (page.width - bottom, x0, page.width - top, x1)
    return box


def _word(word: Word, page: Page, angle: int) -> Word:
    x0, top, x1, bottom = turned_box(word.bbox, page, angle)
    new = (word.angle - angle) % 360
    baseline = word.baseline
    if angle == 90:
        baseline = page.width - word.baseline if word.angle in (90, 270) else word.baseline
    elif word.angle not in (90, 270):
        baseline = page.height - word.baseline
    return replace(word, x0=x0, top=top, x1=x1, bottom=bottom, baseline=baseline, angle=new)


def _ruling(r: Ruling, page: Page, angle: int) -> Ruling:
    x0, top, x1, bottom = turned_box((r.x0, r.top, r.x1, r.bottom), page, angle)
    return replace(r, x0=x0, top=top, x1=x1, bottom=bottom)


def _rect(r: Rect, page: Page, angle: int) -> Rect:
    x0, top, x1, bottom = turned_box((r.x0, r.top, r.x1, r.bottom), page, angle)
    return replace(r, x0=x0, top=top, x1=x1, bottom=bottom)


def _graphic(g: Graphic, page: Page, angle: int) -> Graphic:
    x0, top, x1, bottom = turned_box((g.x0, g.top, g.x1, g.bottom), page, angle)
    return replace(g, x0=x0, top=top, x1=x1, bottom=bottom)
