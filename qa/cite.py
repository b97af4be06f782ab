"""Stretches → citations: the sentence with those beside it, word for word, where it stands on the page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from extract.danish.words import sentences
from index.passage import Passage
from index.pieces import Piece, Place, place_on_one_page
from qa.answer import Citation
from qa.holding import words_of
from qa.stretch import Stretch
from qa.wording import leads_in

LONGEST = 75
"""Words to which a quote grows by the sentences beside the one that answers."""
SHORTEST = 3
"""Words of the shortest quote; a whole cell or row may be shorter."""
ADDS = 0.25
"""Share of a fact's words that a second place must add to be quoted too."""
QUOTED = 8
"""Quotes that an answer may be chosen from, at most."""


def citations_of(ranked: Iterable[Stretch], most: int = QUOTED) -> list[tuple[Stretch, Citation]]:
    """The best stretches with their quotes, none of which repeats another."""
    chosen: list[tuple[Stretch, Citation]] = []
    for stretch in ranked:
        if leads_in(stretch.part.text) and not stretch.is_row:
            continue  # what leads a list in says nothing itself
        for place in _places_of(stretch):
            fresh = [c for c in cites(place) if not any(repeats(c, other) for _, other in chosen)]
            chosen += [(place, citation) for citation in fresh]
        if len(chosen) >= most:
            break
    return chosen[:most]


def _places_of(stretch: Stretch) -> tuple[Stretch, ...]:
    """The stretch; of a fact read in several places, as it is quoted from the one or two that hold most of it."""
    if stretch.passage.kind != "fact" or not stretch.is_row or len(stretch.passage.pieces) == 1:
        return (stretch,)
    said = words_of(stretch.part.shown).stems
    pieces = sorted(stretch.passage.pieces, key=lambda piece: -len(said & words_of(piece.text).stems))
    first = replace(stretch.part, text=pieces[0].text, lines=pieces[0].lines)
    rest = said - words_of(first.text).stems
    more = [piece for piece in pieces[1:] if len(rest & words_of(piece.text).stems) >= ADDS * len(said)][:1]
    return (
        replace(stretch, piece=first, part=first),
        *(replace(stretch, piece=Piece(p.text, p.lines, p.text), part=p, score=stretch.score / 2) for p in more),
    )


def cites(stretch: Stretch) -> tuple[Citation, ...]:
    """The quote of a stretch; what runs over a page break is quoted from each of its pages.

    None where what is printed there is too short to be quoted.
    """
    start, end = (0, len(stretch.piece.text)) if stretch.is_row else _grown(stretch)
    parts = _by_page(stretch.piece, start, end)
    found = [cite(stretch, *part) for part in parts]
    return tuple(citation for citation in found if citation is not None)


def cite(stretch: Stretch, start: int, end: int) -> Citation | None:
    """A part of the stretch's piece that stands on one page, quoted."""
    place = place_on_one_page(stretch.piece, start, end)
    if place is None or len(stretch.piece.text[place.start : place.end].split()) < SHORTEST:
        return None
    return citation_at(stretch.passage, stretch.piece, place, stretch.score)


def citation_at(passage: Passage, piece: Piece, place: Place, score: float) -> Citation:
    """A place in a piece of a passage as a citation."""
    return Citation(
        passage.document, passage.file, passage.section, passage.section_title, place.page, place.bbox,
        piece.text[place.start : place.end], round(score, 4),
    )  # fmt: skip


def _by_page(piece: Piece, start: int, end: int) -> list[tuple[int, int]]:
    """The stretch, or its parts where its lines stand on several pages one after the other; the longest first."""
    spans: dict[int, tuple[int, int]] = {}
    for line in piece.lines:
        if line.start < end and line.end > start:
            first, last = spans.get(line.page, (line.start, line.end))
            spans[line.page] = (max(start, min(first, line.start)), min(end, max(last, line.end)))
    parts = sorted(spans.values(), key=lambda span: span[0] - span[1])
    apart = all(one[1] <= other[0] for one, other in pairwise(sorted(parts)))
    return parts if apart and len(parts) > 1 else [(start, end)]


def _grown(stretch: Stretch) -> tuple[int, int]:
    """The sentence with those after it, then those before it, as long as there is room and the page is one."""
    text = stretch.piece.text
    start = text.find(stretch.part.text)
    end = start + len(stretch.part.text)
    if stretch.piece.shown != text:
        return start, end  # one cell of a row: what stands beside it reads on in another
    spans = sentences(text)
    after = [span for span in spans if span[0] >= end]
    before = [span for span in spans if span[1] <= start]
    page = _page(stretch, start, end)
    for _, last in after:
        if len(text[start:last].split()) > LONGEST or _page(stretch, start, last) != page:
            break
        end = last
    for first, _ in reversed(before):
        if len(text[first:end].split()) > LONGEST or _page(stretch, first, end) != page:
            break
        start = first
    return start, end


def _page(stretch: Stretch, start: int, end: int) -> int | None:
    """The page of a stretch that stands whole on one; 0 where it is broken over two."""
    place: Place | None = place_on_one_page(stretch.piece, start, end)
    if place is None:
        return None
    return place.page if (place.start, place.end) == (start, end) else 0


def repeats(citation: Citation, other: Citation) -> bool:
    """Whether one of two quotes stands within the other."""
    return citation.document == other.document and (citation.quote in other.quote or other.quote in citation.quote)
