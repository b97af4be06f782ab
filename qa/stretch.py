"""The noun of evidence: a sentence or row that may answer a question, with how well it does."""

from __future__ import annotations

from dataclasses import dataclass

from index.passage import Passage
from index.pieces import Piece
from index.search import Hit


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for a stretch, each 0 to 1."""

    held: float
    """Share of the question's weight that it holds with what stands before and around it."""
    own: float
    """The same, in itself alone."""
    rank: float
    """Its passage's score."""
    likeness: float
    """How near its meaning is to the question's; 0.5 where that is not known."""
    shown: float
    """Share of what the question expects that it shows."""
    cue: float
    """Whether it has a word that shows that it answers such a question."""
    entities: float
    """Share of the names in the question that it holds itself."""
    counted: float
    """How well it holds itself what is counted; 1 where nothing is."""
    statement: float
    """Whether it is a statement or a row, and no label."""
    fact: float
    """Whether it is a record of the very kind that the question asks for, and all of the question is in it."""
    total: float
    """Whether it is a table's row of totals, where no municipality is asked for."""


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
    signs: Signs

    @property
    def passage(self) -> Passage:
        """The passage it is of."""
        return self.hit.passage

    @property
    def is_row(self) -> bool:
        """Whether it is a whole table row or a record, shown in other words than it is printed."""
        return self.part is self.piece and self.piece.shown != self.piece.text
