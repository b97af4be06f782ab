"""Learnings, experiences and recommendations of a report as single statements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extract.report import Learning, Region
from extract.statements.cues import learning
from extract.statements.pieces import Piece, introduces, leads_in
from extract.statements.places import joined, regions_of
from extract.statements.points import FEWEST_WORDS, MOST_WORDS, Span, points

BULLETED = 3
"""List items that make them the learnings of a section, and the paragraph before them their introduction."""
ALIKE = 0.5
"""Share of the shorter text's long words that two statements have in common when they say the same."""
_LONG_WORD = re.compile(r"\w{5,}")
_MARK = re.compile(r"^(?:\d{1,2}[.)]|[a-z]\)|[-–•·*])\s+")
_FRAGMENT = re.compile(r"(?!at\b)[a-zæøå]")


def learnings_of(pieces: Sequence[Piece], headings: Iterable[str]) -> tuple[Learning, ...]:
    """The learnings in reading order; `headings` are the report's own, which a list may only name."""
    titles = {title.rstrip(".").casefold() for title in headings}
    bulleted = {ident for ident in _sections(pieces) if _is_bulleted(ident, pieces)}
    found: list[Learning] = []
    lead: str | None = None
    for piece in pieces:
        if piece.zone == "learnings":
            text = piece.block.text
            if piece.block.type == "list_item" and lead is not None and _FRAGMENT.match(text):
                found[-1:] = [_longer(found[-1], lead, piece)]
                lead = ""
                continue
            new = list(_chapter(piece, bulleted, titles))
            lead = text[slice(*piece.spans[-1])] if new and leads_in(text) else None
            found += new
        elif piece.zone != "summary":
            found += _elsewhere(piece)
    return (*_only_new(found, pieces), *found)


def _sections(pieces: Sequence[Piece]) -> set[str]:
    return {piece.section.id for piece in pieces if piece.zone == "learnings"}


def _is_bulleted(ident: str, pieces: Sequence[Piece]) -> bool:
    items = [p for p in pieces if p.section.id == ident and p.block.type == "list_item"]
    return sum(1 for item in items if len(item.block.text.split()) > 2 * FEWEST_WORDS) >= BULLETED


def _chapter(piece: Piece, bulleted: set[str], titles: set[str]) -> Iterator[Learning]:
    """The points of a block in a chapter of learnings, without what leads up to them."""
    text = piece.block.text
    if text.rstrip(".").casefold() in titles:
        return
    spans = _without_introduction(piece)
    if piece.opening and piece.section.id in bulleted and piece.block.type == "paragraph":
        spans = [span for span in spans if _says_so(piece.words(*span))]
    for start, end in points(text, spans):
        if len(text[start:end].split()) >= FEWEST_WORDS:
            yield _learning(piece, start, end)


def _without_introduction(piece: Piece) -> list[Span]:
    """The sentences that do not lead up to others; in a section's first block also what goes on with such a one."""
    kept: list[Span] = []
    introduced = False
    for span in piece.spans:
        sentence = piece.words(*span)
        again = piece.opening and introduced and learning("goes_on").search(sentence) is not None
        introduced = introduces(sentence) or (again and not _says_so(sentence))
        if not introduced:
            kept.append(span)
    return kept


def _elsewhere(piece: Piece) -> Iterator[Learning]:
    """The sentences of any other text that say of themselves that they are learnings or recommendations."""
    last: Span | None = None
    for start, end in piece.spans:
        sentence = piece.words(start, end)
        says_so = _says_so(sentence)
        if not (last or says_so) or introduces(sentence):
            continue
        if last and learning("goes_on").search(sentence) and len(piece.words(last[0], end).split()) <= MOST_WORDS:
            last = (last[0], end)
        elif says_so:
            if last:
                yield _learning(piece, *last)
            last = (start, end)
        elif last:
            yield _learning(piece, *last)
            last = None
    if last:
        yield _learning(piece, *last)


def _says_so(sentence: str) -> bool:
    enough = len(sentence.split()) >= FEWEST_WORDS
    return enough and any(learning(group).search(sentence) for group in ("learning", "recommendation"))


def _only_new(found: Sequence[Learning], pieces: Sequence[Piece]) -> list[Learning]:
    """What the summary says and no other place does."""
    short = [statement for piece in pieces if piece.zone == "summary" for statement in _elsewhere(piece)]
    return [one for one in short if not any(_alike(one.text, other.text) for other in found)]


def _alike(a: str, b: str) -> bool:
    one, other = set(_LONG_WORD.findall(a.casefold())), set(_LONG_WORD.findall(b.casefold()))
    return len(one & other) >= ALIKE * max(1, min(len(one), len(other)))


def _learning(piece: Piece, start: int, end: int) -> Learning:
    mark = _MARK.match(piece.words(start, end))
    start += mark.end() if mark else 0
    regions = regions_of(piece.block, start, end)
    return Learning(piece.words(start, end), piece.theme, piece.section.id, regions[0].page, regions)


def _longer(statement: Learning, lead: str, piece: Piece) -> Learning:
    """A statement with a fragment of the list that elaborates it, as long as it stays one statement."""
    text = " ".join(filter(None, (statement.text, lead, piece.block.text)))
    if len(text.split()) > MOST_WORDS:
        return statement
    regions: tuple[Region, ...] = joined(statement.regions, piece.block.regions)
    return Learning(text, statement.theme, statement.section, statement.page, regions)
