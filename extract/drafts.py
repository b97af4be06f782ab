"""Pieces of the pages → drafts of runs: what each is, before what a break cut in two is put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.body import BodyProfile
from extract.figures import is_caption
from extract.footnotes import marks_of, note_number
from extract.layout import PageLayout, Piece
from extract.list_markers import is_bullet
from extract.page import BBox, Line

QUOTE_SIGNS = "\"“”„»«'‘"
QUOTE_INDENT = 1.0  # em a block quotation is set in


@dataclass(slots=True)
class Draft:
    """A run that is still being put together."""

    kind: str
    pieces: list[Piece]
    number: str | None = None
    area: BBox | None = None
    """The picture that a caption belongs to."""

    @property
    def lines(self) -> list[Line]:
        """All its lines."""
        return [ln for p in self.pieces if p.group for ln in p.group.lines]


def read_drafts(layouts: Sequence[PageLayout], body: BodyProfile) -> list[Draft]:
    """One draft a piece; a note's further lines are added to it."""
    drafts: list[Draft] = []
    marks: frozenset[str] = frozenset()
    for layout in layouts:
        marks |= marks_of([ln for p in layout.pieces if p.group for ln in p.group.lines])
        for piece in layout.pieces:
            draft = _draft(piece, body, marks)
            if draft.kind == "paragraph" and _continues_note(drafts, draft, body):
                drafts[-1].pieces.append(piece)
            else:
                drafts.append(draft)
    return drafts


def with_captions(drafts: Sequence[Draft]) -> list[Draft]:
    """A picture and the caption next to it as one; the words inside the picture stay a block of their own."""
    merged = list(drafts)
    for at, draft in enumerate(drafts):
        picture = draft.pieces[0]
        if draft.kind != "figure" or picture.group is not None or picture.area is None:
            continue
        near = [d for d in (*drafts[at + 1 : at + 3], *drafts[max(0, at - 1) : at]) if _is_caption_of(d, picture)]
        if near:
            near[0].area = picture.area
            merged.remove(draft)
    return merged


def _is_caption_of(draft: Draft, picture: Piece) -> bool:
    piece = draft.pieces[0]
    written = draft.kind == "figure" and piece.kind == "text" and piece.group is not None
    return written and draft.area is None and piece.page == picture.page


def _draft(piece: Piece, body: BodyProfile, marks: frozenset[str]) -> Draft:
    if piece.group is None:
        return Draft(piece.kind, [piece])
    if piece.kind == "labels":
        return Draft("figure", [piece])
    number = None if piece.boxed else note_number(piece.group, body.size, marks)
    if number is not None:
        return Draft("footnote", [piece], number)
    first = piece.group.lines[0]
    if is_caption(first.text) and _is_set_apart(first, body):
        return Draft("figure", [piece])
    if piece.group.marker is not None and _is_list_item(piece.group.marker, first, body):
        return Draft("list_item", [piece])
    return Draft("quote" if _is_quote(piece) else "paragraph", [piece])


def _is_list_item(marker: str, line: Line, body: BodyProfile) -> bool:
    """A bullet, or a number before text set as the body is; a larger or bold one may be a heading."""
    return is_bullet(marker) or (line.style.size <= body.size + 0.6 and not all(w.style.bold for w in line.words))


def _is_set_apart(line: Line, body: BodyProfile) -> bool:
    """Whether a caption's label is set otherwise than running text, or closed by a stop."""
    style = line.words[0].style
    other = style.bold or style.italic or abs(style.size - body.size) > 0.3
    return other or line.words[min(1, len(line.words) - 1)].text[-1:] in ".:" or len(line.words) <= 14


def _is_quote(piece: Piece) -> bool:
    lines = piece.group.lines if piece.group else ()
    inset = min(ln.x0 for ln in lines) - piece.column[0] >= QUOTE_INDENT * lines[0].style.size
    marked = lines[0].text[0] in QUOTE_SIGNS
    slanted = all(w.style.italic for ln in lines for w in ln.words)
    return inset and (marked or slanted) and sum(len(ln.words) for ln in lines) >= 6


def _continues_note(drafts: Sequence[Draft], draft: Draft, body: BodyProfile) -> bool:
    """A note's further lines, set in otherwise than its first, or at the foot of the next page."""
    last = drafts[-1] if drafts else None
    if last is None or last.kind != "footnote":
        return False
    a, b = last.lines[-1], draft.lines[0]
    alike = abs(a.style.size - b.style.size) < 0.3 and b.style.size < body.size - 0.3 and a.style.font == b.style.font
    return alike and a.page == b.page and 0 < b.baseline - a.baseline < 2.2 * b.style.size
