"""Several ranked lists into one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

Ranked = Sequence[tuple[int, float]]
"""Ids with scores, best first."""

DEPTH = 100
"""How far down a list its scores count; what is below scores nothing."""


WORDS, VECTORS = 0.4, 0.6
"""Weights of the list by words and the list by vectors: chosen on questions that avoid the text's words."""


def fuse(ranked: Sequence[Ranked], weights: Sequence[float] | None = None, top: int = 10) -> list[tuple[int, float]]:
    """The best ids of several ranked lists with their fused scores, best first.

    Each list's best `DEPTH` scores are stretched over 0 to 1 (min-max), weighted and added; weights are equal unless
    given, and the fused score lies between 0 and 1. Equal scores come in the order of their ids.
    """
    shares = weights or [1.0] * len(ranked)
    whole = sum(shares) or 1.0
    fused: dict[int, float] = defaultdict(float)
    for scores, share in zip(ranked, shares, strict=True):
        for key, score in stretched(scores[:DEPTH]):
            fused[key] += share / whole * score
    return sorted(fused.items(), key=lambda item: (-item[1], item[0]))[:top]


def stretched(ranked: Ranked) -> list[tuple[int, float]]:
    """The list with its scores between 0, the last, and 1, the first; a list of equal scores has 1 throughout."""
    if not ranked:
        return []
    values = [score for _, score in ranked]
    low, high = min(values), max(values)
    span = high - low
    return [(key, (score - low) / span if span else 1.0) for key, score in ranked]
