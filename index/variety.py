"""A ranked list without the same place five times: what repeats a better passage goes down a little.

A target, a learning or a row of numbers is a passage of its own beside the text or table it was read from, and the
rows of one table are much alike; a reader of five passages is better served by five places. This is the idea of
maximal marginal relevance (Carbonell and Goldstein, 1998) with sameness read from the page instead of guessed.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence

from index.passage import Passage

REPEATED = 0.7
"""What is left of a passage's score for each better one that it repeats."""
DEPTH = 40
"""Passages from the best down whose order may change."""


def varied(ranked: Sequence[tuple[int, float]], passages: Mapping[int, Passage]) -> list[tuple[int, float]]:
    """The list, scores from 0 up, with repetitions lowered, best first; what is below `DEPTH` stays below."""
    scores = dict(ranked[:DEPTH])
    places = {key: places_of(passages[key]) for key in scores if key in passages}
    order: list[tuple[int, float]] = []
    while scores:
        key = max(scores, key=lambda one: (scores[one], -one))
        order.append((key, scores.pop(key)))
        taken = places.get(key, frozenset())
        for other in scores:
            if not taken.isdisjoint(places.get(other, ())):
                scores[other] *= REPEATED
    rest = ranked[DEPTH:]
    least = order[-1][1] if order else 0.0
    return order + [(key, min(score, least)) for key, score in rest]


def places_of(passage: Passage) -> frozenset[Hashable]:
    """The printed lines and cells it stands on, and its table."""
    found: set[Hashable] = {
        (passage.document, line.page, line.bbox) for piece in passage.pieces for line in piece.lines
    }
    if passage.kind in {"table", "measure"} and passage.context:
        found.add((passage.document, passage.context))
    return frozenset(found)
