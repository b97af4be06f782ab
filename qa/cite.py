"""Stretches → citations: the sentence with those beside it, word for word, where it stands on the page."""

from __future__ import annotations

from collections.abc import Sequence

from extract.danish.words import sentences
from index.pieces import Place, place_on_one_page
from qa.answer import Citation
from qa.evidence import Stretch

LONGEST = 75
"""Words to which a quote grows by the sentences beside the one that answers."""
SHORTEST = 3
"""Words of the shortest quote; a whole cell or row may be shorter."""
QUOTED = 3
"""Citations of an answer, at most."""


def citations_of(ranked: Sequence[Stretch], most: int = QUOTED) -> list[tuple[Stretch, Citation]]:
    """The best stretches with their quotes, none of which repeats another."""
    chosen: list[tuple[Stretch, Citation]] = []
    for stretch in ranked:
        if len(chosen) == most:
            break
        citation = cite(stretch)
        if citation is not None and not any(_repeats(citation, other) for _, other in chosen):
            chosen.append((stretch, citation))
    return chosen


def cite(stretch: Stretch) -> Citation | None:
    """The quote of a stretch; ``None`` where what is printed there is too short to be quoted."""
    passage, text = stretch.passage, stretch.piece.text
    row = stretch.piece.shown != text
    start, end = (0, len(text)) if row else _grown(stretch)
    place = place_on_one_page(stretch.piece, start, end)
    if place is None:
        return None
    quote = text[place.start : place.end]
    if len(quote.split()) < SHORTEST:
        return None
    return Citation(
        passage.document, passage.file, passage.section, passage.section_title, place.page, place.bbox, quote,
        round(stretch.score, 4),
    )  # fmt: skip


def _grown(stretch: Stretch) -> tuple[int, int]:
    """The sentence with those after it, then those before it, as long as there is room and the page is one."""
    text = stretch.piece.text
    start = text.find(stretch.part.text)
    end = start + len(stretch.part.text)
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


def _repeats(citation: Citation, other: Citation) -> bool:
    return citation.document == other.document and (citation.quote in other.quote or other.quote in citation.quote)
