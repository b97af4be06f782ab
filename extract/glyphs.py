"""Characters of a page with place and style, as PDFium's text page gives them."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Sequence
from typing import Any

from extract.geometry import Placement
from extract.page import BBox, Style
from extract.pdfium import api
from extract.text_objects import Run, TextObjects

BLANK = 0x20
LIFTED = 0.2  # em; a digit whose foot is this far above its baseline is a superscript glyph
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
DIGITS = frozenset("0123456789")
LINE_HYPHENS = (2, 0xFFFE)  # PDFium's codes for a hyphen that it took for a line break's

# Symbol fonts map their glyphs into a private area; these are the ones that lists and status cells use.
SYMBOLS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0FB: "✗", 0xF0A8: "☐", 0xF0FE: "☑", 0xF06C: "●",
    0xF06E: "■", 0xF0E0: "→", 0xF02D: "-", 0xF0F0: "⇨", 0xF076: "❖", 0xF0A3: "☐", 0xF052: "☑", 0xF04A: "☺",
}  # fmt: skip


Glyph = tuple[str, float, float, float, float, float, float, float, float, Run]
"""``(text, x0, top, x1, bottom, start, end, base, size, run)``; text is " " for white space.

``start``, ``end`` and ``base`` are places along and across the character's own direction of reading
(for upright text x0, x1 and the baseline), growing in that direction. A plain tuple: a report has
some 100,000 of them.
"""


_CHARACTERS: dict[int, str] = {}
_NO_RUN = Run(Style("", 0.0, bold=False, italic=False, color="#000000"), -1, artifact=False, angle=0)
_NO_BOX = (0.0, 0.0, 0.0, 0.0)


def read_glyphs(  # noqa: PLR0915  one loop over every character of a report: calls would cost a fifth more
    text_page: Any, count: int, placement: Placement, *, tagged: bool, scanned: bool = False
) -> tuple[list[Glyph], int]:
    """All characters in the order of the content stream, and how many of them are set invisibly.

    That is only asked for where the page is a picture (`scanned`).
    """
    objects = TextObjects(text_page, placement, tagged=tagged, scanned=scanned)
    rect = api.FS_RECTF()
    get_object, address_of = api.FPDFText_GetTextObject, ctypes.addressof
    get_box, rect_ref = api.FPDFText_GetLooseCharBox, ctypes.byref(rect)
    codes, known = _codes(text_page, count), _CHARACTERS
    shown, left, top = placement.rotation == 0, placement.left, placement.top
    glyphs: list[Glyph] = []
    invisible = address = 0
    run, baseline, upright = _NO_RUN, 0.0, True
    before = _NO_BOX
    for index in range(count):
        handle = get_object(text_page, index)
        if not handle:  # a space or line break that PDFium made up from the gap
            if codes[index] == BLANK and glyphs and run.style.italic:  # leaning letters hide the gap of their boxes
                glyphs.append((" ", *glyphs[-1][1:]))
            continue
        code = codes[index]
        text = known[code] if code in known else _character(code)
        if not text:
            continue
        if (at := address_of(handle.contents)) != address:
            address, before = at, _NO_BOX
            run, baseline = objects.read(handle, index), top - objects.origin(index)[1]
            upright = shown and run.angle == 0
        if text == " " and glyphs:  # its width says nothing: PDFs set gaps as they like
            glyphs.append((" ", *glyphs[-1][1:]))
            continue
        get_box(text_page, index, rect_ref)
        box = (rect.left, rect.bottom, rect.right, rect.top)
        if box == before and glyphs[-1][0] != " ":  # a ligature that stands for several characters
            glyphs[-1] = (glyphs[-1][0] + text, *glyphs[-1][1:])
            continue
        before = box
        invisible += objects.invisible
        if upright:
            if text in DIGITS and _is_lifted(text_page, index, run.style.size):
                text = SUPERSCRIPTS[int(text)]
            x0, x1 = box[0] - left, box[2] - left
            glyphs.append((text, x0, top - box[3], x1, top - box[1], x0, x1, baseline, run.style.size, run))
        else:
            glyphs.append(_turned(text, box, objects.origin(index), placement, run))
    return glyphs, invisible


def _turned(text: str, box: BBox, origin: tuple[float, float], placement: Placement, run: Run) -> Glyph:
    shown = placement.box(*box)
    return (text, *shown, *_along(shown, placement.point(*origin), run.angle), run.style.size, run)


def _codes(text_page: Any, count: int) -> Sequence[int]:
    """The code points of all characters: in one call where the buffer has one unit a character."""
    buffer = (ctypes.c_ushort * (count + 1))()
    if api.FPDFText_GetText(text_page, 0, count, buffer) == count + 1:
        units = buffer[:count]
        if not any(0xD800 <= unit <= 0xDFFF for unit in units):
            return units
    return [api.FPDFText_GetUnicode(text_page, index) for index in range(count)]


def _is_lifted(text_page: Any, index: int, size: float) -> bool:
    """Whether a digit is a font's own superscript: drawn above the baseline it is set on."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()
    api.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    api.FPDFText_GetCharOrigin(text_page, index, x, y)
    return LIFTED * size < bottom.value - y.value < size and top.value - bottom.value < 0.62 * size


def _along(box: BBox, origin: tuple[float, float], angle: int) -> tuple[float, float, float]:
    """Start, end and baseline of a character in its own direction of reading."""
    x0, top, x1, bottom = box
    if angle == 90:
        return (top, bottom, -origin[0])
    if angle == 270:
        return (-bottom, -top, origin[0])
    if angle == 180:
        return (-x1, -x0, -origin[1])
    return (x0, x1, origin[1])


def _character(code: int) -> str:
    """A character's text: white space as one blank, symbols of private fonts by name, "" for nothing to see."""
    known = _CHARACTERS.get(code)
    if known is None:
        known = _CHARACTERS[code] = _read_character(code)
    return known


def _read_character(code: int) -> str:
    if code in LINE_HYPHENS:
        return "-"
    if 0xD800 <= code <= 0xDFFF or code == 0:
        return "\ufffd"
    if 0xF020 <= code <= 0xF07E and code not in SYMBOLS:  # a symbol font's copy of ASCII
        code -= 0xF000
    character = SYMBOLS.get(code, chr(code))
    if 0xFB00 <= code <= 0xFB06:
        return unicodedata.normalize("NFKC", character)
    if character.isspace() or code == 0xA0:
        return " "
    hidden = code != 0xAD and unicodedata.category(character) in ("Cc", "Cf")
    return "" if hidden else character
