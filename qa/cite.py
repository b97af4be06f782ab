"""Passages → citations: the sentences that hold most of the question's words, where they stand on the page."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.danish.words import sentences
from index.analysis import analyser
from index.passage import Passage
from index.pieces import Piece, place_on_one_page
from qa.answer import Citation

LONGEST_QUOTE = 60
"""Words to which a quote grows by the sentences after the best one."""
SHORTEST_QUOTE = 3
SHORT = 6
"""Words below which a sentence is rather a label than a statement, and counts half."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence of a piece, or a whole row, and how much of the question it holds."""

    piece: Piece
    start: int
    end: int
    weight: float


def weights(question: str, passages: Sequence[Passage]) -> Mapping[str, float]:
    """The question's terms, rare ones heavier."""
    held = [set(_terms(passage.searched)) for passage in passages]
    counts = {term: sum(term in terms for terms in held) for term in set(_terms(question))}
    return {term: math.log(1 + len(held) / count) for term, count in counts.items() if count}


def cite(passage: Passage, score: float, wanted: Mapping[str, float]) -> Citation | None:
    """The best quote of a passage; ``None`` where nothing of it can be quoted."""
    stretches = [stretch for piece in passage.pieces for stretch in _stretches(piece, wanted)]
    for best in sorted(stretches, key=lambda stretch: -stretch.weight):
        place = place_on_one_page(best.piece, best.start, _grown(best))
        if place is None:
            continue
        quote = best.piece.text[place.start : place.end]
        if len(quote.split()) >= SHORTEST_QUOTE:
            return Citation(
                passage.document, passage.file, passage.section, passage.section_title, place.page, place.bbox,
                quote, round(score, 4),
            )  # fmt: skip
    return None


def _stretches(piece: Piece, wanted: Mapping[str, float]) -> list[Stretch]:
    whole = piece.shown != piece.text
    spans = [(0, len(piece.text))] if whole else sentences(piece.text)
    return [Stretch(piece, start, end, _weight(piece.text[start:end], wanted)) for start, end in spans]


def _weight(text: str, wanted: Mapping[str, float]) -> float:
    weight = sum(wanted.get(term, 0.0) for term in set(_terms(text)))
    return weight / 2 if len(text.split()) < SHORT else weight


def _grown(stretch: Stretch) -> int:
    """The end of the quote: the sentence with those after it, as long as there is room."""
    end = stretch.end
    for _, following in sentences(stretch.piece.text):
        if following > end and len(stretch.piece.text[stretch.start : following].split()) <= LONGEST_QUOTE:
            end = following
    return end


def _terms(text: str) -> list[str]:
    return analyser().content(text)
