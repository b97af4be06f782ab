"""Coloured dots without a word beside them, as words: a traffic light in a cell says the status."""

from __future__ import annotations

import colorsys
from dataclasses import replace

from extract.page import Graphic, Page, Style, Word

LEAST, MOST = 3.5, 18.0  # pt; side of a status dot
SQUARE = 0.7  # its shorter side over its longer one
ALONE = 1.2  # times its width; a word nearer than this says the status itself
MANY = 80  # dots on a page from which they are a chart's
GREY = 0.25  # saturation below which a colour has no name
HUES = ((20, "rød"), (40, "orange"), (70, "gul"), (170, "grøn"), (260, "blå"), (330, "lilla"), (361, "rød"))
"""Upper end of the hue in degrees, and the colour's name."""


def with_symbols(page: Page) -> Page:
    """The page with a word for each coloured dot that stands alone."""
    dots = [g for g in page.graphics if _is_dot(g)]
    if not dots or len(dots) > MANY:
        return page
    extra = tuple(_word(g) for g in dots if not _beside(g, page))
    return replace(page, words=(*page.words, *extra)) if extra else page


def colour_name(fill: str) -> str | None:
    """Danish name of a colour ``#rrggbb``; `None` for black, white and grey."""
    red, green, blue = (int(fill[k : k + 2], 16) / 255 for k in (1, 3, 5))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < GREY or value < 0.2:
        return None
    return next(name for end, name in HUES if hue * 360 < end)


def _is_dot(g: Graphic) -> bool:
    width, height = g.x1 - g.x0, g.bottom - g.top
    if g.kind != "path" or not g.fill or not LEAST <= max(width, height) <= MOST:
        return False
    return min(width, height) >= SQUARE * max(width, height) and colour_name(g.fill) is not None


def _beside(g: Graphic, page: Page) -> bool:
    reach = ALONE * (g.x1 - g.x0)
    return any(
        w.top < (g.top + g.bottom) / 2 < w.bottom and w.x0 - reach < g.x1 and g.x0 < w.x1 + reach for w in page.words
    )


def _word(g: Graphic) -> Word:
    style = Style(font="", size=g.bottom - g.top, bold=False, italic=False, color=g.fill or "#000000")
    return Word(colour_name(g.fill or "#000000") or "", g.x0, g.top, g.x1, g.bottom, g.bottom, style)
