"""The marked copy: its annotations stand on the words, also on turned, cut and encrypted pages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, NumberObject, RectangleObject

from extract.annotations import note_of
from extract.audit.read import audit
from extract.audit_marks import boxes_of, marks_of
from extract.audit_pdf import COLUMN, user_rect, write_marked
from extract.audit_view import audit_view
from extract.geometry import Placement
from extract.read import read_report
from extract.report import Report

NEAR = 0.5
"""Points."""


@pytest.fixture(scope="module")
def report(examples: dict[str, Path]) -> Report:
    """A report with findings on several pages."""
    return read_report(examples["nordlys"])


def marked(source: Path, target: Path, report: Report, password: str | None = None) -> tuple[Any, tuple[str, ...]]:
    notes = write_marked(source, target, report, audit_view(report, audit(report)), password)
    return PdfReader(target), notes


def marks_on(reader: Any, page: int, kind: str) -> list[Any]:
    found: list[Any] = [one.get_object() for one in reader.pages[page - 1].get("/Annots", [])]
    return [one for one in found if one["/Subtype"] == kind]


def test_every_finding_is_highlighted_numbered_and_noted(report: Report, example: Path, tmp_path: Path) -> None:
    reader, notes = marked(example, tmp_path / "marked.pdf", report)
    assert not notes
    view = audit_view(report, audit(report))
    for mark in marks_of(report, view):
        named = [
            a for a in marks_on(reader, mark.page, "/Highlight") if a["/NM"].startswith(f"puljelup-{mark.number}-")
        ]
        assert named
        texts = [str(a["/Contents"]) for a in marks_on(reader, mark.page, "/FreeText")]
        assert any(mark.heading in text for text in texts)
        assert all("/N" in a["/AP"] for a in named)


def test_pages_without_findings_are_as_they_were(report: Report, example: Path, tmp_path: Path) -> None:
    reader, _ = marked(example, tmp_path / "marked.pdf", report)
    touched = {mark.page for mark in marks_of(report, audit_view(report, audit(report)))}
    for number, (before, after) in enumerate(zip(PdfReader(example).pages, reader.pages, strict=True), 1):
        wider = float(after.mediabox.width) - float(before.mediabox.width)
        assert wider == pytest.approx(COLUMN if number in touched else 0.0, abs=1e-6)
        assert after.extract_text() == before.extract_text()


def test_the_copy_is_read_as_the_report_was(report: Report, example: Path, tmp_path: Path) -> None:
    marked(example, tmp_path / "marked.pdf", report)
    again = read_report(tmp_path / "marked.pdf")
    assert [f.message for f in again.findings] == [f.message for f in report.findings]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_turned_pages_are_marked_where_the_words_stand(turn: int, example: Path, tmp_path: Path) -> None:
    turned = tmp_path / "turned.pdf"
    writer: Any = PdfWriter(clone_from=example)
    for page in writer.pages:
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        moved = {
            90: Transformation().rotate(90).translate(height, 0),
            180: Transformation().rotate(180).translate(width, height),
            270: Transformation().rotate(-90).translate(0, width),
        }
        page.add_transformation(moved[turn])
        box = RectangleObject((0, 0, width, height) if turn == 180 else (0, 0, height, width))
        page.mediabox, page.cropbox = box, box
        for name in ("/BleedBox", "/TrimBox", "/ArtBox"):
            page.pop(name, None)
        page[NameObject("/Rotate")] = NumberObject(turn)
    writer.write(turned)
    report = read_report(turned)
    assert report.findings
    reader, _ = marked(turned, tmp_path / "marked.pdf", report)
    plain: Any = PdfReader(turned)
    for mark in marks_of(report, audit_view(report, audit(report))):
        media = plain.pages[mark.page - 1].mediabox
        placement = Placement(media.left, media.bottom, media.right, media.top, turn)
        wanted = [user_rect(placement, box) for box in mark.boxes]
        around = (
            min(r[0] for r in wanted),
            min(r[1] for r in wanted),
            max(r[2] for r in wanted),
            max(r[3] for r in wanted),
        )
        rects = [[float(v) for v in a["/Rect"]] for a in marks_on(reader, mark.page, "/Highlight")]
        assert any(rect == pytest.approx(list(around), abs=NEAR) for rect in rects)


def test_a_rectangle_of_user_space_is_the_box_it_came_from() -> None:
    for turn in (0, 90, 180, 270):
        placement = Placement(-20.0, 30.0, 575.0, 872.0, turn)
        box = (40.0, 100.0, 220.0, 130.0)
        assert placement.box(*user_rect(placement, box)) == pytest.approx(box)


def test_cut_pages_get_their_column_beside_what_is_shown(report: Report, example: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.pdf"
    writer: Any = PdfWriter(clone_from=example)
    for page in writer.pages:
        page.cropbox = RectangleObject((30, 40, float(page.mediabox.right) - 20, float(page.mediabox.top) - 10))
    writer.write(cut)
    reader, _ = marked(cut, tmp_path / "marked.pdf", report)
    page = report.findings[0].claim.page
    shown = reader.pages[page - 1].cropbox
    notes = [a for a in marks_on(reader, page, "/FreeText") if str(a["/NM"]).endswith("-note")]
    assert notes
    for note in notes:
        left, bottom, right, top = (float(v) for v in note["/Rect"])
        assert shown.right - COLUMN <= left < right <= shown.right
        assert shown.bottom <= bottom < top <= shown.top


def test_an_encrypted_report_is_marked_with_its_password(report: Report, example: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked.pdf"
    writer: Any = PdfWriter(clone_from=example)
    writer.encrypt("hemmelig", algorithm="AES-256")
    writer.write(locked)
    reader, notes = marked(locked, tmp_path / "marked.pdf", report, "hemmelig")
    assert not reader.is_encrypted
    assert any("encrypted" in note for note in notes)
    assert marks_on(reader, report.findings[0].claim.page, "/Highlight")


def test_a_signature_that_no_longer_holds_is_left_out_and_told_of(
    report: Report, example: Path, tmp_path: Path
) -> None:
    signed = tmp_path / "signed.pdf"
    writer: Any = PdfWriter(clone_from=example)
    field = writer._add_object(
        DictionaryObject({NameObject("/FT"): NameObject("/Sig"), NameObject("/V"): DictionaryObject()})
    )
    form = {NameObject("/SigFlags"): NumberObject(3), NameObject("/Fields"): ArrayObject([field])}
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(form)
    writer.write(signed)
    reader, notes = marked(signed, tmp_path / "marked.pdf", report)
    assert any("signature" in note for note in notes)
    left = reader.trailer["/Root"]["/AcroForm"]
    assert "/SigFlags" not in left
    assert "/V" not in left["/Fields"][0].get_object()


def test_quotes_over_several_lines_are_marked_line_by_line(report: Report) -> None:
    long = max((f.claim for f in report.findings), key=lambda quote: len(quote.quote))
    boxes = boxes_of(report, long)
    assert len(boxes) > 1
    assert all(box[0] >= long.bbox[0] - 1 and box[3] <= long.bbox[3] + 1 for box in boxes)


def test_notes_are_broken_into_lines_that_fit() -> None:
    note = note_of("1. Sum (sikkert)", "Totalen stemmer ikke overens med tallene. " * 6, 160)
    assert len(note.lines) > 4
    assert max(map(len, note.lines)) <= 40
    assert note.height > 9 * len(note.lines)
