"""Characters of a page with place and style, as PDFium's text page gives them."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium_c

from extract.geometry import Placement
from extract.page import BBox, Style

BOLD_WEIGHT = 600  # OpenType weight from which a font counts as bold
BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
ITALIC_NAMES = ("italic", "oblique", "slant")
ITALIC_FLAG, FORCE_BOLD_FLAG = 0x40, 0x40000  # PDF 32000-1, table 123
INVISIBLE = 3  # text render mode "neither fill nor stroke"
LIFTED = 0.2  # em; a digit whose foot is this far above its baseline is a superscript glyph
SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
LINE_HYPHEN = 2  # PDFium's code for a hyphen that it took for a line break's

# Symbol fonts map their glyphs into a private area; these are the ones that lists and status cells use.
SYMBOLS = {
    0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0FB: "✗", 0xF0A8: "☐", 0xF0FE: "☑", 0xF06C: "●",
    0xF06E: "■", 0xF0E0: "→", 0xF02D: "-", 0xF0F0: "⇨", 0xF076: "❖", 0xF0A3: "☐", 0xF052: "☑", 0xF04A: "☺",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Run:
    """What all characters of a text object share."""

    style: Style
    mcid: int
    artifact: bool
    angle: int


Glyph = tuple[str, float, float, float, float, float, float, float, float, Run]
"""``(text, x0, top, x1, bottom, start, end, base, size, run)``; text is " " for white space.

``start``, ``end`` and ``base`` are places along and across the character's own direction of reading
(for upright text x0, x1 and the baseline), growing in that direction. A plain tuple: a report has
some 100,000 of them.
"""


_CHARACTERS: dict[int, str] = {}
_NO_RUN = Run(Style("", 0.0, bold=False, italic=False, color="#000000"), -1, artifact=False, angle=0)


def read_glyphs(
    text_page: Any, count: int, placement: Placement, *, tagged: bool, scanned: bool = False
) -> tuple[list[Glyph], int]:
    """All characters in the order of the content stream, and how many of them are set invisibly.

    That is only asked for where the page is a picture (`scanned`).
    """
    runs = _Runs(text_page, placement, tagged=tagged, scanned=scanned)
    rect = pdfium_c.FS_RECTF()
    rect_ref = ctypes.byref(rect)
    get_object, get_box = pdfium_c.FPDFText_GetTextObject, pdfium_c.FPDFText_GetLooseCharBox
    address_of, known = ctypes.addressof, _CHARACTERS
    upright, left, top = placement.rotation == 0, placement.left, placement.top
    glyphs: list[Glyph] = []
    add = glyphs.append
    invisible = 0
    codes = _codes(text_page, count)
    address, run, baseline = 0, _NO_RUN, 0.0
    before = (0.0, 0.0, 0.0, 0.0)
    for index in range(count):
        handle = get_object(text_page, index)
        if not handle:  # a space or line break that PDFium made up from the gap
            continue
        code = codes[index]
        text = known[code] if code in known else _character(code)
        if not text:
            continue
        if (at := address_of(handle.contents)) != address:
            address, before = at, (0.0, 0.0, 0.0, 0.0)
            run, origin = runs.read(handle, index), runs.origin(index)
            baseline = top - origin[1]
        if text == " " and glyphs:  # its width says nothing: PDFs set gaps as they like
            add((" ", *glyphs[-1][1:]))
            continue
        get_box(text_page, index, rect_ref)
        box = (rect.left, rect.bottom, rect.right, rect.top)
        if box == before and glyphs[-1][0] != " ":  # a ligature that stands for several characters
            glyphs[-1] = (glyphs[-1][0] + text, *glyphs[-1][1:])
            continue
        before = box
        invisible += runs.invisible
        if upright and run.angle == 0:
            x0, x1 = box[0] - left, box[2] - left
            if text in "0123456789" and _is_lifted(text_page, index, run.style.size):
                text = SUPERSCRIPTS[int(text)]
            add((text, x0, top - box[3], x1, top - box[1], x0, x1, baseline, run.style.size, run))
        else:
            shown = placement.box(*box)
            along = _along(shown, placement.point(*runs.origin(index)), run.angle)
            add((text, *shown, *along, run.style.size, run))
    return glyphs, invisible


def _codes(text_page: Any, count: int) -> Sequence[int]:
    """The code points of all characters: in one call where the buffer has one unit a character."""
    buffer = (ctypes.c_ushort * (count + 1))()
    if pdfium_c.FPDFText_GetText(text_page, 0, count, buffer) == count + 1:
        units = buffer[:count]
        if not any(0xD800 <= unit <= 0xDFFF for unit in units):
            return units
    return [pdfium_c.FPDFText_GetUnicode(text_page, index) for index in range(count)]


def _is_lifted(text_page: Any, index: int, size: float) -> bool:
    """Whether a digit is a font's own superscript: drawn above the baseline it is set on."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium_c.FPDFText_GetCharBox(text_page, index, left, right, bottom, top)
    pdfium_c.FPDFText_GetCharOrigin(text_page, index, x, y)
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
    if code == LINE_HYPHEN or code == 0xFFFE:
        return "-"
    if code in SYMBOLS:
        return SYMBOLS[code]
    if 0xF020 <= code <= 0xF07E:  # a symbol font's copy of ASCII
        code -= 0xF000
    character = chr(code)
    if character.isspace() or code == 0xA0:
        return " "
    if 0xFB00 <= code <= 0xFB06:
        return unicodedata.normalize("NFKC", character)
    if 0xD800 <= code <= 0xDFFF or code == 0:
        return "\ufffd"
    if code != 0xAD and unicodedata.category(character) in ("Cc", "Cf"):
        return ""
    return character


class _Runs:
    """Style, tag and direction of text objects, asked for once each."""

    def __init__(self, text_page: Any, placement: Placement, *, tagged: bool, scanned: bool) -> None:
        self.text_page, self.placement, self.tagged, self.scanned = text_page, placement, tagged, scanned
        self.fonts: dict[int, tuple[str, bool, bool]] = {}
        self.styles: dict[tuple[str, float, bool, bool, str], Style] = {}
        self.runs: dict[tuple[Style, int, bool, int], Run] = {}
        self.invisible = False
        self.size, self.matrix = ctypes.c_float(), pdfium_c.FS_MATRIX()
        self.place = (ctypes.c_double(), ctypes.c_double())
        self.place_refs = tuple(map(ctypes.byref, self.place))
        self.size_ref, self.matrix_ref = ctypes.byref(self.size), ctypes.byref(self.matrix)
        self.rgba = [ctypes.c_uint() for _ in range(4)]
        self.rgba_refs = tuple(map(ctypes.byref, self.rgba))
        self.colors: dict[tuple[int, int, int], str] = {}

    def origin(self, index: int) -> tuple[float, float]:
        """Where a character stands on its baseline; all of an upright text object share the height."""
        pdfium_c.FPDFText_GetCharOrigin(self.text_page, index, *self.place_refs)
        return (self.place[0].value, self.place[1].value)

    def read(self, handle: Any, index: int) -> Run:
        """The run of the text object that begins with this character."""
        name, bold, italic = self._font(pdfium_c.FPDFTextObj_GetFont(handle))
        pdfium_c.FPDFTextObj_GetFontSize(handle, self.size_ref)
        pdfium_c.FPDFText_GetMatrix(self.text_page, index, self.matrix_ref)
        matrix = self.matrix
        size = round(self.size.value * (matrix.d if matrix.c == 0 and matrix.d > 0 else math.hypot(matrix.c, matrix.d)), 2)
        if self.scanned:
            self.invisible = pdfium_c.FPDFTextObj_GetTextRenderMode(handle) == INVISIBLE
        key = (name, size, bold, italic, self._color(handle))
        style = self.styles.get(key) or self.styles.setdefault(key, Style(*key))
        mcid = pdfium_c.FPDFPageObj_GetMarkedContentID(handle) if self.tagged else -1
        artifact = self.tagged and mcid < 0 and _is_artifact(handle)
        shared = (style, mcid, artifact, self._angle())
        return self.runs.get(shared) or self.runs.setdefault(shared, Run(*shared))

    def _color(self, handle: Any) -> str:
        pdfium_c.FPDFPageObj_GetFillColor(handle, *self.rgba_refs)
        red, green, blue, _ = self.rgba
        key = (red.value, green.value, blue.value)
        return self.colors.get(key) or self.colors.setdefault(key, "#%02x%02x%02x" % key)

    def _angle(self) -> int:
        if self.matrix.b == 0 and self.matrix.a > 0:
            return self.placement.rotation
        turned = self.placement.rotation - math.degrees(math.atan2(self.matrix.b, self.matrix.a))
        quarter = round(turned / 90) * 90
        return int(quarter if abs(turned - quarter) < 5 else round(turned)) % 360

    def _font(self, handle: Any) -> tuple[str, bool, bool]:
        """Name, and whether the font is bold and italic, by its descriptor or its name."""
        address = ctypes.addressof(handle.contents)
        if address not in self.fonts:
            buffer = ctypes.create_string_buffer(256)
            pdfium_c.FPDFFont_GetBaseFontName(handle, buffer, 256)
            name = buffer.value.decode("utf-8", "replace")
            name = name[7:] if len(name) > 7 and name[6] == "+" else name
            weight, flags, lower = pdfium_c.FPDFFont_GetWeight(handle), pdfium_c.FPDFFont_GetFlags(handle), name.lower()
            bold = weight >= BOLD_WEIGHT or bool(flags & FORCE_BOLD_FLAG) or any(b in lower for b in BOLD_NAMES)
            italic = bool(flags & ITALIC_FLAG) or any(i in lower for i in ITALIC_NAMES)
            self.fonts[address] = (name, bold, italic)
        return self.fonts[address]


def _is_artifact(handle: Any) -> bool:
    buffer, used = (pdfium_c.FPDF_WCHAR * 32)(), ctypes.c_ulong()
    for i in range(pdfium_c.FPDFPageObj_CountMarks(handle)):
        mark = pdfium_c.FPDFPageObj_GetMark(handle, i)
        if pdfium_c.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), used):
            name = bytes(buffer)[: used.value].decode("utf-16-le", "replace").rstrip("\0")
            if name == "Artifact":
                return True
    return False
