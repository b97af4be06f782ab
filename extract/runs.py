"""Layouts of all pages → the report's running text: paragraphs, list items, notes, in order.

What a page or column break cuts in two is put together again; footnotes are told from text and
their marks taken out; lines become one text with Danish hyphenation repaired.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extract.body import BodyProfile
from extract.danish.hyphens import join_lines
from extract.danish.lexicon import Lexicon
from extract.drafts import Draft, read_drafts, with_captions
from extract.flow import is_beneath, is_closed, joins_over_break
from extract.footnotes import is_mark
from extract.layout import PageLayout, Piece
from extract.lines import text_of
from extract.list_markers import is_bullet, marker_of
from extract.page import Line, TextRun, Word

LARGER = 1.2  # points above the body's size from which type is a heading's
LOOK_BACK = 12  # drafts; tables, figures and notes may stand between the halves of a paragraph


def read_runs(layouts: Sequence[PageLayout], body: BodyProfile, lexicon: Lexicon) -> list[TextRun]:
    """The runs of all pages in reading order, margin headings left aside (see `extract.beside`)."""
    drafts = with_captions(_joined(read_drafts(layouts, body), body))
    notes: dict[str, list[int]] = {}
    for draft in drafts:
        if draft.kind == "footnote" and draft.number:
            notes.setdefault(draft.number, []).append(draft.pieces[0].page)
    return [_run(draft, notes, lexicon) for draft in drafts]


def _joined(drafts: Sequence[Draft], body: BodyProfile) -> list[Draft]:
    """Runs that a page or column break cut in two put together, also over notes, tables and figures."""
    joined: list[Draft] = []
    for draft in drafts:
        host = _host(joined, draft, body)
        if host is None:
            joined.append(draft)
        else:
            host.pieces += draft.pieces
    return joined


def _host(drafts: Sequence[Draft], draft: Draft, body: BodyProfile) -> Draft | None:
    """The run that `draft` goes on, or `None`."""
    first = draft.pieces[0]
    if draft.kind not in ("paragraph", "quote") or first.group is None:
        return None
    if first.group.lines[0].style.size > body.size + LARGER:  # headings end with their page
        return None
    if first.group.lines[0].style.size < body.size - 0.4:
        note = next((d for d in reversed(drafts[-LOOK_BACK:]) if d.kind == "footnote"), None)
        if note is not None and 0 <= first.page - note.pieces[-1].page <= 1 and _is_next_part(note, draft):
            return note
    floats = False
    for earlier in reversed(drafts[-LOOK_BACK:]):
        last = earlier.pieces[-1]
        if first.page - last.page > 1:
            return None
        if earlier.kind in ("table", "figure", "footnote") or last.boxed != first.boxed:
            floats = floats or (last.page == first.page and earlier.kind != "footnote" and not last.boxed)
            continue
        broken = last.page != first.page or last.column != first.column
        above = _text_above(drafts, first)
        goes_on = above is None and joins_over_break(last, first, earlier.lines, broken=broken, floats=floats)
        return earlier if goes_on else above
    return None


def _text_above(drafts: Sequence[Draft], first: Piece) -> Draft | None:
    """The run that `first` goes on right beneath, where what stands beside that run was read between the two."""
    for earlier in reversed(drafts[-LOOK_BACK:]):
        last = earlier.pieces[-1]
        alike = earlier.kind in ("paragraph", "quote", "list_item") and last.boxed == first.boxed
        if alike and last.column != first.column and is_beneath(last, first):
            return earlier if joins_over_break(last, first, earlier.lines, broken=True, floats=False) else None
    return None


def _is_next_part(note: Draft, draft: Draft) -> bool:
    """Whether a note goes on after the page break: an open sentence in the same type."""
    last, first = note.pieces[-1], draft.pieces[0]
    alike = abs(note.lines[-1].style.size - draft.lines[0].style.size) < 0.3
    elsewhere = last.page != first.page or last.column != first.column
    return alike and elsewhere and not is_closed(note.lines[-1].text)


def _run(draft: Draft, notes: Mapping[str, Sequence[int]], lexicon: Lexicon) -> TextRun:
    first = draft.pieces[0]
    lines = draft.lines
    texts: list[str] = []
    for i, line in enumerate(lines):
        texts.append(text_of(_text_words(line, draft, i == 0, notes) or line.words[:0]) if line.words else "")
    joined = join_lines(texts, lexicon)
    return TextRun(
        kind=draft.kind,
        lines=tuple(lines),
        text=joined.text,
        spans=joined.spans,
        column=first.column,
        boxed=first.boxed,
        number=draft.number,
        table=first.key if draft.kind == "table" else None,
        page=first.page,
        top=lines[0].top if lines else (first.area or first.column)[1],
        area=(draft.area or first.area) if draft.kind == "figure" else None,
    )


def _text_words(line: Line, draft: Draft, first: bool, notes: Mapping[str, Sequence[int]]) -> list[Word]:
    """The words that are text: not a bullet, not a note's own number, not the marks of notes."""
    words = list(line.words)
    if first and draft.kind == "list_item" and is_bullet(marker_of(line) or ""):
        words = words[1:]
    if first and draft.kind == "footnote" and draft.number:
        words = _without_number(words, draft.number)
    before = [None, *words]
    kept = [w for w, b in zip(words, before, strict=False) if not (w.raised and is_mark(w, b, line.page, notes))]
    return [replace(kept[0], glued=False), *kept[1:]] if kept else []


def _without_number(words: Sequence[Word], number: str) -> list[Word]:
    rest = words[0].text.lstrip("([")[len(number) :].lstrip(")].")
    return [replace(words[0], text=rest), *words[1:]] if rest else list(words[1:])
