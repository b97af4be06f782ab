"""A question and a finder → the passages that fit, the evidence in them, and what of it would be quoted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from index.filters import Filters
from index.passage import Passage
from index.pieces import Piece
from index.search import Hit
from index.stated import FACTS
from qa.answer import Candidate, Citation
from qa.asked import Asked
from qa.cite import QUOTED, citations_of
from qa.evidence import stretches
from qa.likeness import Meanings
from qa.stretch import Stretch

READ = 30
"""Passages that are read for an answer."""
THIRD = 2
"""Place, from 0, at which the best passage is heard at the latest."""
FACTS_READ, LATE = 12, 0.3
"""Facts about projects that are looked through beside them, and the score of one that was found so."""


class Finder(Protocol):
    """What passages are found in: an index folder, or reports in memory."""

    def search(self, query: str, *, top: int = 10, filters: Filters | None = None) -> list[Hit]:
        """The best passages, best first."""

    def passages(self, report: str) -> tuple[Passage, ...]:
        """All passages of a report, named by its sha256."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a question."""

    asked: Asked
    hits: tuple[Hit, ...]
    ranked: tuple[Stretch, ...]
    """The evidence, best first."""
    chosen: tuple[tuple[Stretch, Citation], ...]
    """The best of it with quotes, none of which repeats another."""
    sure: tuple[float, ...] = ()
    """How sure the verifier is that each of the first quotes answers, 0 to 1; none where it was not asked."""


def find(
    asked: Asked, finder: Finder, meanings: Meanings | None, filters: Filters | None = None, *, facts: bool = True
) -> Found:
    """Find, read and quote what fits a question; facts about projects are looked for besides, unless told otherwise."""
    hits = finder.search(asked.query, top=READ, filters=filters)
    if facts:
        hits += _facts(asked, finder, filters, {hit.passage.id for hit in hits})
    return found_in(asked, hits, meanings)


def found_in(asked: Asked, hits: Sequence[Hit], meanings: Meanings | None, quotes: int = QUOTED) -> Found:
    """Read and quote what fits a question in these passages, with so many quotes at most."""
    ranked = stretches(
        asked, hits, meanings.of(asked.meant, foreign=asked.meant != asked.query) if meanings and hits else None
    )
    blocks = [(hit.passage.document, piece) for hit in hits if not hit.passage.record for piece in hit.passage.pieces]
    quoted = (_in_its_block(stretch, blocks) for stretch in _with_best_passage(ranked, hits))
    return Found(asked, tuple(hits), tuple(ranked), tuple(citations_of(quoted, quotes)))


def _with_best_passage(ranked: Sequence[Stretch], hits: Sequence[Hit]) -> list[Stretch]:
    """The evidence with the best of the best passage third at the latest: a passage may tell what no sentence does."""
    if not hits:
        return []
    of_best = next((place for place, stretch in enumerate(ranked) if stretch.hit is hits[0]), 0)
    if of_best < THIRD:
        return list(ranked)
    return [*ranked[:THIRD], ranked[of_best], *ranked[THIRD:of_best], *ranked[of_best + 1 :]]


def _in_its_block(stretch: Stretch, blocks: Sequence[tuple[str, Piece]]) -> Stretch:
    """The sentence of a record within the block that it stands in, so that its quote can take in those beside it."""
    if not stretch.passage.record or stretch.is_row:
        return stretch
    said, document = stretch.part.text, stretch.passage.document
    whole = next(
        (piece for held, piece in blocks if held == document and piece.text == piece.shown and said in piece.text), None
    )
    return replace(stretch, piece=whole) if whole else stretch


def _facts(asked: Asked, finder: Finder, filters: Filters | None, known: set[str]) -> list[Hit]:
    """The facts that the question may ask for where they are not among the passages, in other words perhaps."""
    wanted = filters or Filters()
    if not asked.facts or wanted.kind:
        return []
    query = " ".join((asked.query, *(fact.asked for fact in FACTS if fact.field in asked.facts)))
    found = finder.search(query, top=FACTS_READ, filters=replace(wanted, kind=("fact",)))
    fields = {f"metadata:{field}" for field in asked.facts}
    return [replace(h, score=LATE) for h in found if h.passage.record in fields and h.passage.id not in known]


def candidates(hits: Sequence[Hit]) -> tuple[Candidate, ...]:
    """The passages as an answer names them."""
    return tuple(map(_candidate, hits))


def _candidate(hit: Hit) -> Candidate:
    passage, pages = hit.passage, hit.passage.pages
    return Candidate(
        passage.id, passage.document, passage.file, passage.section, passage.section_title, pages[0], pages,
        passage.kind, passage.text, round(hit.score, 4),
    )  # fmt: skip
