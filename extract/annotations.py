"""PDF annotations with their appearance: highlighted words and notes in boxes (ISO 32000-1, 12.5.6.6 and 12.5.6.10).

Every annotation carries its own drawing, so that every viewer and every printer shows the same.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

Colour = tuple[float, float, float]
Rect = tuple[float, float, float, float]
"""Left, bottom, right, top in user space."""
SIZE, LEADING, PAD = 7.5, 9.2, 4.0
"""Points: letters, lines and inner margin of a note."""
SMALL, SMALL_PAD = 5.6, 1.6
"""Points: the number of a badge and the margin beside it."""
LETTER = 0.52
"""Width of a letter of Helvetica in em, on average of Danish text, with something to spare."""
UPRIGHT = {0: (1, 0, 0, 1, 0, 0), 90: (0, 1, -1, 0, 0, 0), 180: (-1, 0, 0, -1, 0, 0), 270: (0, -1, 1, 0, 0, 0)}
"""What turns a drawing so that it stands upright on a page that is shown turned clockwise."""
PRINTED = 4
"""Flag: the annotation is printed too."""


@dataclass(frozen=True, slots=True)
class Note:
    """What a note says: its heading in bold, then its lines."""

    heading: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        """Height in points."""
        return 2 * PAD + LEADING * (len(self.heading) + len(self.lines))


def note_of(heading: str, text: str, width: float) -> Note:
    """The text broken into lines of a note of this width in points."""
    letters = max(8, int((width - 2 * PAD) / (LETTER * SIZE)))
    return Note(tuple(textwrap.wrap(heading, letters - 2)), tuple(textwrap.wrap(text, letters)))


def highlight(rects: Sequence[Rect], colour: Colour, contents: str, name: str) -> DictionaryObject:
    """The words in these boxes highlighted."""
    around = (min(r[0] for r in rects), min(r[1] for r in rects), max(r[2] for r in rects), max(r[3] for r in rects))
    drawing = "/Multiply gs " + _fill(colour)
    drawing += "".join(f"{x0:.2f} {y0:.2f} {x1 - x0:.2f} {y1 - y0:.2f} re f\n" for x0, y0, x1, y1 in rects)
    state = DictionaryObject({NameObject("/BM"): NameObject("/Multiply")})
    resources = _dictionary({"/ExtGState": _dictionary({"/Multiply": state})})
    annotation = _annotation("/Highlight", around, colour, contents, name)
    annotation[NameObject("/QuadPoints")] = ArrayObject(
        FloatObject(v) for x0, y0, x1, y1 in rects for v in (x0, y1, x1, y1, x0, y0, x1, y0)
    )
    annotation[NameObject("/AP")] = _dictionary({"/N": _form(drawing, around, resources)})
    return annotation


def boxed_note(rect: Rect, note: Note, colour: Colour, contents: str, name: str, rotation: int) -> DictionaryObject:
    """A note in a box; ``rect`` is where it stands, ``rotation`` how the page is turned when it is shown."""
    turned = rotation in (90, 270)
    width, height = rect[2] - rect[0], rect[3] - rect[1]
    if turned:
        width, height = height, width
    drawing = f"{_fill((1.0, 1.0, 1.0))}{_stroke(colour)}0.8 w 0.4 0.4 {width - 0.8:.2f} {height - 0.8:.2f} re B\n"
    drawing += f"BT {_fill(colour)}/Bold {SIZE} Tf {LEADING} TL {PAD} {height - PAD - SIZE + 1:.2f} Td\n"
    drawing += "".join(f"({_escaped(line)}) Tj T*\n" for line in note.heading)
    drawing += f"0 g /Plain {SIZE} Tf\n" + "".join(f"({_escaped(line)}) Tj T*\n" for line in note.lines) + "ET\n"
    fonts = _dictionary({"/Plain": _font("/Helvetica"), "/Bold": _font("/Helvetica-Bold")})
    annotation = _annotation("/FreeText", rect, colour, contents, name)
    annotation[NameObject("/DA")] = TextStringObject(f"/Helv {SIZE} Tf 0 g")
    form = _form(drawing, (0.0, 0.0, width, height), _dictionary({"/Font": fonts}))
    form[NameObject("/Matrix")] = ArrayObject(NumberObject(n) for n in UPRIGHT[rotation])
    annotation[NameObject("/AP")] = _dictionary({"/N": form})
    return annotation


def badge(rect: Rect, text: str, colour: Colour, contents: str, name: str, rotation: int) -> DictionaryObject:
    """A number in white on a small coloured field that fills ``rect``."""
    turned = rotation in (90, 270)
    width, height = rect[2] - rect[0], rect[3] - rect[1]
    if turned:
        width, height = height, width
    drawing = f"{_fill(colour)}0 0 {width:.2f} {height:.2f} re f\n"
    drawing += f"BT 1 g /Bold {SMALL} Tf {SMALL_PAD} {(height - 0.7 * SMALL) / 2:.2f} Td ({_escaped(text)}) Tj ET\n"
    annotation = _annotation("/FreeText", rect, colour, contents, name)
    annotation[NameObject("/DA")] = TextStringObject(f"/Helv {SMALL} Tf 1 g")
    fonts = _dictionary({"/Bold": _font("/Helvetica-Bold")})
    form = _form(drawing, (0.0, 0.0, width, height), _dictionary({"/Font": fonts}))
    form[NameObject("/Matrix")] = ArrayObject(NumberObject(n) for n in UPRIGHT[rotation])
    annotation[NameObject("/AP")] = _dictionary({"/N": form})
    return annotation


def badge_size(text: str) -> tuple[float, float]:
    """Width and height of a badge."""
    return 2 * SMALL_PAD + 0.56 * SMALL * len(text), SMALL + 1.4


def _annotation(kind: str, rect: Rect, colour: Colour, contents: str, name: str) -> DictionaryObject:
    return DictionaryObject({
        NameObject("/Type"): NameObject("/Annot"),
        NameObject("/Subtype"): NameObject(kind),
        NameObject("/Rect"): ArrayObject(FloatObject(round(v, 2)) for v in rect),
        NameObject("/C"): ArrayObject(FloatObject(v) for v in colour),
        NameObject("/F"): NumberObject(PRINTED),
        NameObject("/Contents"): TextStringObject(contents),
        NameObject("/T"): TextStringObject("Puljelup"),
        NameObject("/NM"): TextStringObject(name),
    })  # fmt: skip


def _form(drawing: str, box: Rect, resources: DictionaryObject) -> StreamObject:
    form = StreamObject()
    form.set_data(drawing.encode("cp1252", errors="replace"))
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject(FloatObject(round(v, 2)) for v in box)
    form[NameObject("/Resources")] = resources
    return form


def _font(name: str) -> DictionaryObject:
    return DictionaryObject({
        NameObject("/Type"): NameObject("/Font"),
        NameObject("/Subtype"): NameObject("/Type1"),
        NameObject("/BaseFont"): NameObject(name),
        NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
    })  # fmt: skip


def _dictionary(entries: dict[str, DictionaryObject]) -> DictionaryObject:
    return DictionaryObject({NameObject(key): value for key, value in entries.items()})


def _fill(colour: Colour) -> str:
    return "{:.3f} {:.3f} {:.3f} rg ".format(*colour)


def _stroke(colour: Colour) -> str:
    return "{:.3f} {:.3f} {:.3f} RG ".format(*colour)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
