"""Figures: images and drawings with the words inside them and their captions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from extract.geometry import overlap, union
from extract.page import BBox, Graphic, Line, Page

LEAST_SIDE = 40.0  # points; smaller pictures are icons and logos
NEAR = 14.0  # points between parts of one drawing
LEAST_PARTS = 3  # drawn parts of a chart
LEAST_REPEATS = 3  # pages that show one picture at one place
MOST_PARTS = 3000  # more are a map or a pattern, which clustering would take too long over
GRID_LINE = 20.0  # points; shorter rulings are underlines and ticks
MOST_OF_PAGE = 0.7  # a larger picture is a background or a scan
CAPTION = re.compile(
    r"(?:figur|fig\.|illustration|billede|diagram|graf|foto|kort|skema|model|figure|chart)\s*\d+(?:[.\-–]\d+)*[a-z]?\s*[.:–-]?(?:\s|$)",
    re.IGNORECASE,
)
VERB_AFTER = re.compile(
    r"^\S+\s*[\d.\-–]+[a-z]?\s+(?:viser|illustrerer|fremgår|giver|beskriver|sammenfatter|angiver|nedenfor|ovenfor|og|er|på|i|gengiver|opsummerer|præsenterer)\b",
    re.IGNORECASE,
)


def without_logos(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages without pictures that stand at one place of several: letterheads and logos, no figures."""
    places = Counter(_place(g) for page in pages for g in page.graphics if g.kind == "image")
    repeated = {place for place, count in places.items() if count >= LEAST_REPEATS}
    return tuple(replace(p, graphics=tuple(g for g in p.graphics if _place(g) not in repeated)) for p in pages)


def _place(graphic: Graphic) -> tuple[int, ...]:
    return tuple(round(x / 3) for x in (graphic.x0, graphic.top, graphic.x1, graphic.bottom))


def read_figures(page: Page, lines: Sequence[Line], taken: Sequence[BBox]) -> list[BBox]:
    """Areas of images and charts; `taken` are the areas of tables and boxes."""
    images = [g for g in page.graphics if g.kind == "image"]
    areas = [(g.x0, g.top, g.x1, g.bottom) for g in images if _is_large(g.x0, g.top, g.x1, g.bottom, page)]
    areas += [a for a in _drawings(page, taken) if _is_large(*a, page) and _is_chart(a, lines)]
    areas = [a for a in _joined(areas) if not any(_share(a, t) > 0.5 for t in taken)]
    return [_with_labels(a, lines) for a in areas]


def labels_in(area: BBox, lines: Sequence[Line]) -> list[Line]:
    """The lines inside a figure: axis labels, legends."""
    return [ln for ln in lines if _share(ln.bbox, area) > 0.6 and not is_caption(ln.text)]


def is_caption(text: str) -> bool:
    """Whether a line begins as a figure's caption does, and not as a sentence about a figure."""
    return CAPTION.match(text) is not None and VERB_AFTER.match(text) is None


def _is_large(x0: float, top: float, x1: float, bottom: float, page: Page) -> bool:
    fair = x1 - x0 >= LEAST_SIDE and bottom - top >= LEAST_SIDE
    return fair and (x1 - x0) * (bottom - top) <= MOST_OF_PAGE * page.width * page.height


def _drawings(page: Page, taken: Sequence[BBox]) -> list[BBox]:
    """Boxes around drawn parts that stand close together."""
    parts = [(g.x0, g.top, g.x1, g.bottom) for g in page.graphics if g.kind == "path"]
    parts += [(r.x0, r.top, r.x1, r.bottom) for r in page.rects if r.x1 - r.x0 < 0.5 * page.width]
    solid = len(parts)
    parts += [(r.x0, r.top, r.x1, r.bottom) for r in page.rulings if max(r.x1 - r.x0, r.bottom - r.top) > GRID_LINE]
    parts = [p for p in parts if not any(_share(p, t) > 0.5 for t in taken)]
    if not solid or not LEAST_PARTS <= len(parts) <= MOST_PARTS:
        return []
    clusters: list[tuple[BBox, int]] = []
    for part in sorted(parts, key=lambda p: (p[1], p[0])):
        near = [c for c in clusters if _gap(c[0], part) <= NEAR]
        merged = (union([part, *(c[0] for c in near)]), 1 + sum(c[1] for c in near))
        clusters = [c for c in clusters if c not in near] + [merged]
    return [box for box, count in clusters if count >= LEAST_PARTS]


def _is_chart(area: BBox, lines: Sequence[Line]) -> bool:
    """Whether the words inside are labels, not running text."""
    inside = [ln for ln in lines if _share(ln.bbox, area) > 0.6]
    return all(len(ln.words) <= 8 and (ln.x1 - ln.x0) < 0.7 * (area[2] - area[0]) for ln in inside)


def _joined(areas: Sequence[BBox]) -> list[BBox]:
    joined: list[BBox] = []
    for area in areas:
        near = [a for a in joined if _gap(a, area) <= 2.0]
        joined = [a for a in joined if a not in near] + [union([area, *near])]
    return joined


def _with_labels(area: BBox, lines: Sequence[Line]) -> BBox:
    """The area with the axis labels that stand just outside it."""
    near = (area[0] - 30, area[1] - 12, area[2] + 12, area[3] + 14)
    labels = [
        ln.bbox
        for ln in lines
        if _share(ln.bbox, near) > 0.9
        and len(ln.words) <= 3
        and not is_caption(ln.text)
        and ln.x1 - ln.x0 < 0.3 * (area[2] - area[0])
    ]
    return union([area, *labels])


def _gap(a: BBox, b: BBox) -> float:
    return max(a[0] - b[2], b[0] - a[2], a[1] - b[3], b[1] - a[3], 0.0)


def _share(inner: BBox, outer: BBox) -> float:
    """Share of the inner box's area that lies in the outer."""
    area = max(inner[2] - inner[0], 0.1) * max(inner[3] - inner[1], 0.1)
    return overlap(inner[0], inner[2], outer[0], outer[2]) * overlap(inner[1], inner[3], outer[1], outer[3]) / area
