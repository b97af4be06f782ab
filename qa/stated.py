"""The noun of what is worked out of records: a sentence with figures, and the rows that they stand in."""

from __future__ import annotations

from dataclasses import dataclass

from index.passage import Passage
from index.pieces import place_on_one_page
from qa.answer import Citation
from qa.cite import citation_at


@dataclass(frozen=True, slots=True)
class Stated:
    """What records say to a question, with its arithmetic shown."""

    said: str
    """Danish sentences."""
    sources: tuple[Passage, ...]
    """The records, the most telling first; each is quoted as the row or sentence that it was read from."""


def source_citation(passage: Passage) -> Citation | None:
    """The row or sentence of a record, quoted whole; ``None`` where it does not stand on one page."""
    piece = passage.pieces[0]
    place = place_on_one_page(piece, 0, len(piece.text))
    return citation_at(passage, piece, place, 1.0) if place else None
