"""A page as a picture with what was read on it, for people who want to see what the program saw."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from extract.errors import PagesOutOfRange
from extract.marks import Mark, MarkKind, page_marks
from extract.pages import opened, read_pages
from extract.report import Report

DPI = 110
LEGEND_PX = 26
"""Height of a row of the legend below the page."""
LEGEND_COLUMN_PX = 150
LABEL_PX = 15

COLOURS: dict[MarkKind, str] = {
    "heading": "#d62728",
    "margin_heading": "#e377c2",
    "paragraph": "#1f77b4",
    "list_item": "#17becf",
    "quote": "#9467bd",
    "figure": "#ff7f0e",
    "footnote": "#8c564b",
    "table": "#2ca02c",
    "cell": "#98df8a",
    "header_cell": "#17795e",
    "join": "#8c1aff",
    "caption": "#bcbd22",
    "furniture": "#7f7f7f",
    "unread": "#ff0000",
}
FILLED: tuple[MarkKind, ...] = ("heading", "margin_heading", "caption", "furniture", "join", "unread")
"""Kinds shown with a tint, because their boxes carry no number."""


def draw_page(path: Path, report: Report, page: int, password: str | None = None) -> Image.Image:
    """The page with blocks, headings, tables and furniture drawn on it, and a legend below."""
    if not 1 <= page <= report.source.pages:
        pages = report.source.pages
        raise PagesOutOfRange(f"{path.name} has no page {page}.", f"Give a page from 1 to {pages}.")
    with opened(path, password) as document:
        words = [word for layer in read_pages(document, (page,)) for word in layer.page.words]
        sheet = document[page - 1]
        # The coordinates are those of the media box; PDFium would render the crop box.
        sheet.set_cropbox(*sheet.get_mediabox())
        picture = sheet.render(scale=DPI / 72).to_pil().convert("RGB")
        sheet.close()
    return _with_legend(paint(picture, page_marks(report, page, words), DPI / 72))


def paint(picture: Image.Image, marks: Sequence[Mark], scale: float) -> Image.Image:
    """The picture with the marks drawn on it; `scale` is pixels a point."""
    tints = Image.new("RGBA", picture.size)
    tinting, lines = ImageDraw.Draw(tints), ImageDraw.Draw(picture)
    for mark in marks:
        if mark.kind in FILLED:
            tinting.rectangle(_pixels(mark, scale), fill=COLOURS[mark.kind] + "50")
    picture.paste(tints, mask=tints)
    for mark in marks:
        lines.rectangle(
            _pixels(mark, scale), outline=COLOURS[mark.kind], width=1 if mark.kind in ("cell", "header_cell") else 2
        )
    for mark in marks:
        if mark.order is not None:
            _number(lines, mark, scale)
    return picture


def _pixels(mark: Mark, scale: float) -> tuple[float, float, float, float]:
    """The mark's box in pixels, with corners in order however the file gives them."""
    x0, top, x1, bottom = (value * scale for value in mark.bbox)
    return (min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom))


def _number(lines: ImageDraw.ImageDraw, mark: Mark, scale: float) -> None:
    """The mark's place in the reading order, left of its box."""
    x0, top, *_ = _pixels(mark, scale)
    font = ImageFont.load_default(LABEL_PX - 2)
    width = lines.textlength(str(mark.order), font) + 6
    left = max(0.0, x0 - width)
    lines.rectangle((left, top, left + width, top + LABEL_PX), fill=COLOURS[mark.kind])
    lines.text((left + 3, top), str(mark.order), fill="white", font=font)


def _with_legend(picture: Image.Image) -> Image.Image:
    columns = max(1, picture.width // LEGEND_COLUMN_PX)
    rows = -(-len(COLOURS) // columns)
    sheet = Image.new("RGB", (picture.width, picture.height + rows * LEGEND_PX), "white")
    sheet.paste(picture)
    lines = ImageDraw.Draw(sheet)
    font = ImageFont.load_default(LABEL_PX)
    for place, (kind, colour) in enumerate(COLOURS.items()):
        x, y = place % columns * LEGEND_COLUMN_PX + 8, picture.height + place // columns * LEGEND_PX + 5
        lines.rectangle((x, y, x + 14, y + 14), fill=colour)
        lines.text((x + 20, y - 2), kind.replace("_", " "), fill="black", font=font)
    return sheet
