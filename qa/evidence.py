"""Passages and a question → the sentences and rows that may answer it, each with how well it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.danish.dates import dates_in
from extract.danish.figures import figures_in
from index.analysis import analyser
from index.passage import Passage
from index.pieces import Piece, sentence_pieces
from index.search import Hit
from qa.asked import Asked, Term
from qa.wording import cues, units

PART, OTHER, OTHER_PART, HEAD = 0.85, 0.8, 0.65, 0.4
"""What a term is worth as part of a compound, in other words, as part of such, or by its last part alone."""
NEXT, AROUND = 0.55, 0.4
"""What a term is worth that stands in the sentence before, and elsewhere in the passage or in the headings above."""
RANK = 0.6
"""Weight of the passage's own score beside the share of the question that the sentence holds."""
KIND = {"why": 0.25, "learning": 0.1, "embedding": 0.12, "status": 0.08}
"""What a sentence gains by a word that shows that it answers such a question."""
FIGURE, DATE, UNIT = 0.15, 0.2, 0.15
"""What it gains by a figure, a date, or a figure of the unit asked for, where one is."""
LABEL = 5
"""Words below which a text is a label and no statement."""


@dataclass(frozen=True, slots=True)
class Words:
    """The terms of a text."""

    stems: frozenset[str]
    parts: frozenset[str]

    @property
    def all(self) -> frozenset[str]:
        """Both."""
        return self.stems | self.parts


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence, or a row, of a passage."""

    hit: Hit
    piece: Piece
    """The block's stretch or the row that it stands in."""
    part: Piece
    """The sentence; the same as ``piece`` for a row."""
    score: float
    held: tuple[float, ...]
    """For each term of the question 0 to 1: how well it stands here."""
    shows: frozenset[str]
    """What it shows: figure, date, unit, why, learning, embedding, status."""

    @property
    def passage(self) -> Passage:
        """The passage it is of."""
        return self.hit.passage


def stretches(asked: Asked, hits: Sequence[Hit]) -> list[Stretch]:
    """All sentences and rows of the passages, best first."""
    found = [stretch for hit in hits for stretch in _of_passage(asked, hit)]
    return sorted(found, key=lambda stretch: -stretch.score)


def words_of(text: str) -> Words:
    """The terms of a text."""
    stems, parts = analyser().split(text)
    return Words(frozenset(stems), frozenset(parts))


def holds(term: Term, words: Words) -> float:
    """How well a text holds a term, 0 to 1."""
    if term.stems <= words.stems:
        return 1.0
    if term.stems <= words.all:
        return PART
    if any(other <= words.stems for other in term.others):
        return OTHER
    if term.parts and term.parts <= words.all:
        return PART
    if any(other <= words.all for other in term.others):
        return OTHER_PART
    return HEAD if term.parts & words.stems else 0.0


def shown_by(text: str, asked: Asked) -> frozenset[str]:
    """What a text shows of what may be asked for."""
    lower = text.lower()
    found = {kind for kind, cue in cues().items() if cue.search(lower)}
    if figures_in(text):
        found.add("figure")
    if asked.asks("when") and dates_in(text):
        found.add("date")
    if asked.units and all(units()[unit].shown.search(lower) for unit in asked.units):
        found.add("unit")
    return frozenset(found)


def _of_passage(asked: Asked, hit: Hit) -> Iterator[Stretch]:
    passage = hit.passage
    above = words_of(" ".join((*passage.path, passage.context)))
    whole = words_of(passage.text)
    around = Words(above.stems | whole.stems, above.parts | whole.parts)
    before = Words(frozenset(), frozenset())
    for piece in passage.pieces:
        for part in sentence_pieces(piece):
            here = words_of(part.shown if part.shown == part.text else f"{part.shown} {part.text}")
            held = tuple(
                max(holds(term, here), NEXT * holds(term, before), AROUND * holds(term, around)) for term in asked.terms
            )
            shows = shown_by(part.shown, asked)
            yield Stretch(hit, piece, part, _score(asked, hit, part, held, shows), held, shows)
            before = here


def _score(asked: Asked, hit: Hit, part: Piece, held: Sequence[float], shows: frozenset[str]) -> float:
    score = share(asked.terms, held) + RANK * hit.score
    score += sum(gain for kind, gain in KIND.items() if asked.asks(kind) and kind in shows)
    if asked.asks("number") and "figure" in shows:
        score += FIGURE
    if asked.asks("when") and "date" in shows:
        score += DATE
    if asked.units and "unit" in shows:
        score += UNIT
    return score * (0.5 if part.words < LABEL else 1.0)


def share(terms: Sequence[Term], held: Sequence[float]) -> float:
    """The share of the question's weight that is held."""
    whole = sum(term.weight for term in terms)
    return sum(term.weight * value for term, value in zip(terms, held, strict=True)) / whole if whole else 0.0
