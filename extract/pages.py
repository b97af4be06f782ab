"""PDF file → pages: characters, rulings, rectangles and graphics as PDFium finds them.

The only module that opens a PDF for reading. Font, weight and colour are asked for once a text
object, not once a character: the calls through ctypes are what costs. Each page is closed before
the next is opened, so memory does not grow with the number of pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.drawings import read_drawings
from extract.errors import FileMissing, NotAPdf, PagesOutOfRange, PasswordNeeded
from extract.geometry import Placement
from extract.glyphs import read_glyphs
from extract.page import Graphic, Page
from extract.pdfium import Document, PdfiumError, api
from extract.structure import read_structure
from extract.words import words_of

INVISIBLE_SHARE = 0.5  # share of a page's glyphs set invisibly from which its text is character recognition
SCAN_COVER = 0.5  # share of the page an image covers where the page is a scan


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the file's outline."""

    title: str
    level: int
    """1 = top."""
    page: int | None


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What the file says about itself."""

    pages: int
    producer: str | None
    tagged: bool
    bookmarks: tuple[Bookmark, ...]
    properties: Mapping[str, str]
    """Document properties by name in lower case (title, author, subject, keywords …) as written; the dates
    ``created`` and ``modified`` in ISO form."""


@dataclass(frozen=True, slots=True)
class PageLayer:
    """Where a page's text comes from: ``native``, ``ocr`` (invisible text over a scan) or ``none``."""

    page: Page
    layer: str
    scanned: bool


@contextmanager
def opened(path: Path, password: str | None = None) -> Iterator[Any]:
    """The PDF at `path`, closed afterwards; raises `FileMissing`, `NotAPdf` or `PasswordNeeded`."""
    _check_file(path)
    try:
        document = Document(path, password=password)
    except PdfiumError as error:
        raise _explained(error, path, password) from error
    try:
        if len(document) == 0:
            raise NotAPdf(
                f"{path.name} has no pages.", "Check that the file was written to its end, or get a new copy."
            )
        yield document
    finally:
        document.close()


def read_facts(document: Any) -> FileFacts:
    """Number of pages, producer, bookmarks and whether the file is tagged."""
    info = document.get_metadata_dict(skip_empty=True)
    return FileFacts(
        pages=len(document),
        producer=info.get("Producer") or info.get("Creator"),
        tagged=bool(api.FPDFCatalog_IsTagged(document.raw)),
        bookmarks=tuple(_bookmarks(document)),
        properties=_properties(info),
    )


def _properties(info: Mapping[str, str]) -> dict[str, str]:
    """The properties, with dates (``D:20210312094500+01'00'``) as ISO dates."""
    own = {name.lower(): value for name, value in info.items()}
    for key, name in (("creationdate", "created"), ("moddate", "modified")):
        date = re.match(r"(?:D:)?(\d{4})(\d{2})(\d{2})", own.pop(key, ""))
        if date:
            own[name] = "-".join(date.groups())
    return own


def read_pages(document: Any, numbers: Sequence[int] | None = None) -> Iterator[PageLayer]:
    """The pages with these numbers (from 1; all of them where `None`), one after the other.

    Raises `PagesOutOfRange` where a number is not in the file.
    """
    last = len(document)
    tagged = bool(api.FPDFCatalog_IsTagged(document.raw))
    for number in numbers or range(1, last + 1):
        if not 1 <= number <= last:
            raise PagesOutOfRange(
                f"The file has {last} pages; page {number} is not among them.", f"Give pages from 1 to {last}."
            )
        yield _read_page(document, number, tagged)


def _read_page(document: Any, number: int, tagged: bool) -> PageLayer:
    try:
        page = document[number - 1]
    except PdfiumError:
        # A broken page is left out, not the report: the caller warns of pages without words.
        return PageLayer(Page(number, 595.0, 842.0, 0, ()), "none", scanned=False)
    try:
        left, bottom, right, top = page.get_mediabox()
        placement = Placement(left, bottom, right, top, page.get_rotation())
        rulings, rects, graphics = read_drawings(page.raw, placement)
        scanned = any(_cover(g, placement) > SCAN_COVER for g in graphics if g.kind == "image")
        text_page = page.get_textpage()
        try:
            count = text_page.count_chars()
            glyphs, invisible = read_glyphs(text_page.raw, count, placement, tagged=tagged, scanned=scanned)
        finally:
            text_page.close()
        noun = Page(
            number=number,
            width=placement.width,
            height=placement.height,
            rotation=placement.rotation,
            words=words_of(glyphs),
            rulings=rulings,
            rects=rects,
            graphics=graphics,
            structure=read_structure(page.raw) if tagged else (),
        )
    finally:
        page.close()
    ocr = scanned and invisible > INVISIBLE_SHARE * len(glyphs)
    return PageLayer(noun, "none" if not glyphs else "ocr" if ocr else "native", scanned)


def _cover(graphic: Graphic, placement: Placement) -> float:
    area = max(0.0, graphic.x1 - graphic.x0) * max(0.0, graphic.bottom - graphic.top)
    return area / max(1.0, placement.width * placement.height)


def _bookmarks(document: Any) -> Iterator[Bookmark]:
    try:
        for item in document.get_toc(max_depth=6):
            dest: Any = item.get_dest()
            index = dest.get_index() if dest else None
            yield Bookmark(title=item.get_title(), level=item.level + 1, page=None if index is None else index + 1)
    except PdfiumError:
        return


def _check_file(path: Path) -> None:
    if not path.exists():
        raise FileMissing(f"There is no file {path}.", "Check the path; names with blanks need quotes around them.")
    if path.is_dir():
        raise FileMissing(f"{path} is a directory, not a PDF.", f"Name the files: {path}/*.pdf")
    try:
        with path.open("rb") as file:
            head = file.read(1024)
    except OSError as error:
        raise FileMissing(f"{path} cannot be read ({error.strerror}).", "Check that you may read the file.") from error
    if not head:
        raise NotAPdf(f"{path.name} is empty (0 bytes).", "Get a new copy of the file.")
    if b"%PDF-" not in head:
        raise NotAPdf(f"{path.name} is not a PDF.", "Give a PDF; save other formats as PDF first.")


def _explained(error: Exception, path: Path, password: str | None) -> Exception:
    code = getattr(error, "err_code", None)
    if code == api.FPDF_ERR_PASSWORD or "password" in str(error).lower():
        if password is None:
            return PasswordNeeded(f"{path.name} is protected by a password.", "Give it with --password.")
        return PasswordNeeded(f"The password for {path.name} is wrong.", "Check it and give it again with --password.")
    if code == api.FPDF_ERR_SECURITY:
        return PasswordNeeded(
            f"{path.name} is protected in a way that PDFium does not know.", "Save an unprotected copy."
        )
    return NotAPdf(f"{path.name} is damaged or cut short.", "Get a new copy, or repair it by printing it to PDF anew.")
