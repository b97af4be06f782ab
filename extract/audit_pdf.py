"""A copy of a report with each finding highlighted and numbered, and its note in a column beside the page.

The pages that have notes are made wider by the column, so that no note lies on the report's own words. The notes and
highlights are annotations: a viewer lists them, and they can be taken out again.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, RectangleObject

from extract.annotations import Colour, Rect, badge, badge_size, boxed_note, highlight, note_of
from extract.audit_marks import Mark, marks_of
from extract.audit_view import AuditView
from extract.errors import CannotWrite
from extract.geometry import Placement
from extract.output import write_file
from extract.pages import opened
from extract.pdfium import api
from extract.report import BBox, Report

COLUMN, GAP = 172.0, 6.0
"""Points: the column that a page is widened by, and the space around notes."""
COLOURS: dict[str, Colour] = {"error": (0.75, 0.13, 0.11), "warning": (0.62, 0.38, 0.0), "info": (0.2, 0.38, 0.58)}
TINTS: dict[str, Colour] = {"error": (1.0, 0.78, 0.76), "warning": (1.0, 0.9, 0.6), "info": (0.8, 0.89, 1.0)}
AGAINST_TINT: Colour = (0.82, 0.93, 0.82)
AGAINST: Colour = (0.15, 0.45, 0.2)
_SIGNED = 1
"""Bit of /SigFlags: the file has a signature."""


def write_marked(source: Path, target: Path, report: Report, view: AuditView, password: str | None) -> tuple[str, ...]:
    """Write the marked copy; gives what the user should know of it, a sentence each. Raises `CannotWrite`."""
    writer, notes = _copied(source, password)
    marks = marks_of(report, view)
    for number, page in enumerate(writer.pages, 1):
        here = [mark for mark in marks if mark.page == number]
        if here:
            _mark_page(writer, page, here)
    write_file(target, lambda path: _save(writer, path))
    return notes


def _save(writer: PdfWriter, path: Path) -> None:
    with path.open("wb") as stream:
        writer.write(stream)


def _copied(source: Path, password: str | None) -> tuple[PdfWriter, tuple[str, ...]]:
    """The file to write to; an encrypted or damaged one goes through PDFium first, which reads both."""
    notes: list[str] = []
    reader: PdfReader | None = None
    try:
        reader = PdfReader(source)
        if reader.is_encrypted:
            notes.append("the copy is not encrypted.")
            reader = None
        else:
            len(reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        reader = None
    try:
        writer = PdfWriter(clone_from=reader or PdfReader(_through_pdfium(source, password)))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        todo = "Use --format html instead, or print the report to a new PDF first."
        raise CannotWrite(f"No copy of {source.name} can be marked: the file is damaged.", todo) from error
    if _unsigned(writer):
        notes.append("the report is signed; the signature does not hold for the copy and is left out.")
    return writer, tuple(notes)


def _through_pdfium(source: Path, password: str | None) -> BytesIO:
    """The file as PDFium writes it: whole again, and without encryption."""
    stream = BytesIO()
    with opened(source, password) as document:
        document.save(stream, flags=api.FPDF_REMOVE_SECURITY)
    stream.seek(0)
    return stream


def _unsigned(writer: PdfWriter) -> bool:
    """Take signatures out, which a changed copy cannot keep; whether there were any."""
    root = writer.root_object
    form = root.get("/AcroForm")
    form = form.get_object() if form is not None else None
    if not isinstance(form, DictionaryObject) or not int(form.get("/SigFlags", 0)) & _SIGNED:
        return False
    root.pop("/Perms", None)
    form.pop("/SigFlags", None)
    for field in form.get("/Fields", ArrayObject()):
        entry = field.get_object()
        if isinstance(entry, DictionaryObject) and entry.get("/FT") == "/Sig":
            entry.pop("/V", None)
    return True


def _mark_page(writer: PdfWriter, page: PageObject, marks: Sequence[Mark]) -> None:
    media, crop = page.mediabox, page.cropbox
    placement = Placement(media.left, media.bottom, media.right, media.top, page.rotation % 360)
    shown = placement.box(crop.left, crop.bottom, crop.right, crop.top)
    _widen(page, placement.rotation)
    bottom = shown[1] + GAP
    notes = [(mark, note_of(mark.heading, mark.note, COLUMN - 2 * GAP)) for mark in _in_order(marks) if mark.note]
    for place, (mark, note) in enumerate(notes):
        # A note moves up where those below it would else run off the page.
        needed = sum(other.height + GAP for _, other in notes[place:])
        top = max(bottom, min(mark.boxes[0][1], shown[3] - needed))
        box = (shown[2] + GAP, top, shown[2] + COLUMN - GAP, top + note.height)
        rect, name = user_rect(placement, box), f"{_name(mark)}-note"
        _annotate(writer, page, boxed_note(rect, note, _colour(mark), _contents(mark), name, placement.rotation))
        bottom = top + note.height + GAP
    for mark in _in_order(marks):
        rects = [user_rect(placement, box) for box in mark.boxes]
        tint = AGAINST_TINT if mark.against else TINTS[mark.severity]
        _annotate(writer, page, highlight(rects, tint, _contents(mark), _name(mark)))
        _annotate(writer, page, _badge(placement, mark))


def _in_order(marks: Sequence[Mark]) -> list[Mark]:
    """From the top of the page down."""
    return sorted(marks, key=lambda m: (m.boxes[0][1], m.number, m.against))


def _name(mark: Mark) -> str:
    return f"puljelup-{mark.number}-{'b' if mark.against else 'a'}"


def _contents(mark: Mark) -> str:
    return f"{mark.heading}\n{mark.note}".rstrip()


def _colour(mark: Mark) -> Colour:
    return AGAINST if mark.against else COLOURS[mark.severity]


def _annotate(writer: PdfWriter, page: PageObject, annotation: DictionaryObject) -> None:
    """Add an annotation; its drawing is a stream, and a stream must be an object of its own."""
    looks = annotation["/AP"]
    assert isinstance(looks, DictionaryObject)
    looks[NameObject("/N")] = writer._add_object(looks["/N"])
    writer.add_annotation(page, annotation)


def _badge(placement: Placement, mark: Mark) -> DictionaryObject:
    """The number of the finding, small, above the end of its first line."""
    x, top, text = mark.boxes[0][2], mark.boxes[0][1], str(mark.number)
    width, height = badge_size(text)
    rect = user_rect(placement, (x - 1, top - height + 2, x - 1 + width, top + 2))
    return badge(rect, text, _colour(mark), _contents(mark), f"{_name(mark)}-number", placement.rotation)


def _widen(page: PageObject, rotation: int) -> None:
    """Add the column on the side that is the right one when the page is shown."""
    left, bottom, right, top = (float(v) for v in page.cropbox)
    if rotation == 0:
        right += COLUMN
    elif rotation == 90:
        top += COLUMN
    elif rotation == 180:
        left -= COLUMN
    else:
        bottom -= COLUMN
    a, b, c, d = (float(v) for v in page.mediabox)
    page[NameObject("/MediaBox")] = RectangleObject((min(a, left), min(b, bottom), max(c, right), max(d, top)))
    page[NameObject("/CropBox")] = RectangleObject((left, bottom, right, top))


def user_rect(placement: Placement, box: BBox) -> Rect:
    """A box of the page as shown as a rectangle of user space; the inverse of `Placement.box`."""
    ax, ay = _user_point(placement, box[0], box[1])
    bx, by = _user_point(placement, box[2], box[3])
    return (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def _user_point(placement: Placement, x: float, top: float) -> tuple[float, float]:
    if placement.rotation == 0:
        return (placement.left + x, placement.top - top)
    if placement.rotation == 90:
        return (placement.left + top, placement.bottom + x)
    if placement.rotation == 180:
        return (placement.right - x, placement.bottom + top)
    return (placement.right - top, placement.top - x)
