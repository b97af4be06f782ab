"""What the characters of a text object share: style, tag and direction, asked of PDFium once each."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import Any

from extract.geometry import Placement
from extract.page import Style
from extract.pdfium import api

BOLD_WEIGHT = 600  # OpenType weight from which a font counts as bold
BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
ITALIC_NAMES = ("italic", "oblique", "slant")
ITALIC_FLAG, FORCE_BOLD_FLAG = 0x40, 0x40000  # PDF 32000-1, table 123
INVISIBLE = 3  # text render mode "neither fill nor stroke"


@dataclass(frozen=True, slots=True)
class Run:
    """What all characters of a text object share."""

    style: Style
    mcid: int
    artifact: bool
    angle: int


class TextObjects:
    """Style, tag and direction of text objects, asked for once each."""

    def __init__(self, text_page: Any, placement: Placement, *, tagged: bool, scanned: bool) -> None:
        self.text_page, self.placement, self.tagged, self.scanned = text_page, placement, tagged, scanned
        self.fonts: dict[int, tuple[str, bool, bool]] = {}
        self.styles: dict[tuple[str, float, bool, bool, str], Style] = {}
        self.runs: dict[tuple[Style, int, bool, int], Run] = {}
        self.invisible = False
        self.size, self.matrix = ctypes.c_float(), api.FS_MATRIX()
        self.place = (ctypes.c_double(), ctypes.c_double())
        self.place_refs = tuple(map(ctypes.byref, self.place))
        self.size_ref, self.matrix_ref = ctypes.byref(self.size), ctypes.byref(self.matrix)
        self.rgba = [ctypes.c_uint() for _ in range(4)]
        self.rgba_refs = tuple(map(ctypes.byref, self.rgba))
        self.colors: dict[tuple[int, int, int], str] = {}

    def origin(self, index: int) -> tuple[float, float]:
        """Where a character stands on its baseline; all of an upright text object share the height."""
        api.FPDFText_GetCharOrigin(self.text_page, index, *self.place_refs)
        return (self.place[0].value, self.place[1].value)

    def read(self, handle: Any, index: int) -> Run:
        """The run of the text object that begins with this character."""
        name, bold, italic = self._font(api.FPDFTextObj_GetFont(handle))
        api.FPDFTextObj_GetFontSize(handle, self.size_ref)
        api.FPDFText_GetMatrix(self.text_page, index, self.matrix_ref)
        matrix = self.matrix
        size = round(
            self.size.value * (matrix.d if matrix.c == 0 and matrix.d > 0 else math.hypot(matrix.c, matrix.d)), 2
        )
        if self.scanned:
            self.invisible = api.FPDFTextObj_GetTextRenderMode(handle) == INVISIBLE
        key = (name, size, bold, italic, self._color(handle))
        style = self.styles.get(key) or self.styles.setdefault(key, Style(*key))
        mcid = api.FPDFPageObj_GetMarkedContentID(handle) if self.tagged else -1
        artifact = self.tagged and mcid < 0 and _is_artifact(handle)
        shared = (style, mcid, artifact, self._angle())
        return self.runs.get(shared) or self.runs.setdefault(shared, Run(*shared))

    def _color(self, handle: Any) -> str:
        api.FPDFPageObj_GetFillColor(handle, *self.rgba_refs)
        red, green, blue, _ = self.rgba
        key = (red.value, green.value, blue.value)
        return self.colors.get(key) or self.colors.setdefault(key, "#{:02x}{:02x}{:02x}".format(*key))

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
            api.FPDFFont_GetBaseFontName(handle, buffer, 256)
            name = buffer.value.decode("utf-8", "replace")
            name = name[7:] if len(name) > 7 and name[6] == "+" else name
            weight, flags, lower = api.FPDFFont_GetWeight(handle), api.FPDFFont_GetFlags(handle), name.lower()
            bold = weight >= BOLD_WEIGHT or bool(flags & FORCE_BOLD_FLAG) or any(b in lower for b in BOLD_NAMES)
            italic = bool(flags & ITALIC_FLAG) or any(i in lower for i in ITALIC_NAMES)
            self.fonts[address] = (name, bold, italic)
        return self.fonts[address]


def _is_artifact(handle: Any) -> bool:
    buffer, used = (api.FPDF_WCHAR * 32)(), ctypes.c_ulong()
    for i in range(api.FPDFPageObj_CountMarks(handle)):
        mark = api.FPDFPageObj_GetMark(handle, i)
        if api.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), used):
            name = bytes(buffer)[: used.value].decode("utf-16-le", "replace").rstrip("\0")
            if name == "Artifact":
                return True
    return False
