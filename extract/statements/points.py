"""A paragraph → its points: a claim with what elaborates it, 5 to 80 words, cut between sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.statements.cues import learning

Span = tuple[int, int]

FEWEST_WORDS = 5
MOST_WORDS = 80
SHORT = 40
"""Words; a paragraph up to this length stays whole, whatever words its sentences begin with."""
_COST_OF_CUT = 1.0
_COST_BEFORE_ELABORATION = 3.0
_COST_OF_STUMP = 6.0
STUMP = 12
"""Words; a shorter piece of a cut paragraph is hardly a point."""


def points(text: str, spans: Sequence[Span]) -> list[Span]:
    """The points of a paragraph whose sentences are `spans`."""
    if not spans:
        return []
    if _words(text, spans[0][0], spans[-1][1]) <= SHORT:
        return [(spans[0][0], spans[-1][1])]
    return [point for group in _groups(text, spans) for point in _cut(text, group)]


def _groups(text: str, spans: Sequence[Span]) -> list[list[Span]]:
    """Sentences by the point they belong to, as their first words tell."""
    groups: list[list[Span]] = [[]]
    for start, end in spans:
        begun = groups[-1]
        long_enough = begun and _words(text, begun[0][0], begun[-1][1]) >= STUMP
        if long_enough and learning("new_point").search(text[start:end]):
            groups.append([])
        groups[-1].append((start, end))
    return groups


def _cut(text: str, group: Sequence[Span]) -> list[Span]:
    """A group in as few pieces of at most `MOST_WORDS` as can be, cut where a new thought begins.

    Dynamic programming over the sentences: ``best[k]`` is the least cost of the first ``k`` and where they are cut.
    """
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(group) + 1):
        best.append(min(_ways(text, group, best, end)))
    ends = []
    at = len(group)
    while at:
        ends.append(at)
        at = best[at][1]
    starts = [0, *reversed(ends)]
    return [(group[a][0], group[b - 1][1]) for a, b in pairwise(starts)]


def _ways(text: str, group: Sequence[Span], best: Sequence[tuple[float, int]], end: int) -> list[tuple[float, int]]:
    """The costs of a last piece up to sentence `end`, by the sentence it begins with."""
    ways = []
    for start in range(end):
        words = _words(text, group[start][0], group[end - 1][1])
        if words > MOST_WORDS and end - start > 1:
            continue
        stump = _COST_OF_STUMP if words < STUMP else 0.0
        elaborates = start > 0 and learning("goes_on").search(text[group[start][0] : group[start][1]])
        cut = _COST_BEFORE_ELABORATION if elaborates else _COST_OF_CUT
        ways.append((best[start][0] + cut + stump, start))
    return ways


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())
