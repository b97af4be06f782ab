"""Styles of headings → levels: the larger the higher; of one size, what opens sections the other stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cmp_to_key

from extract.heading_score import Candidate
from extract.heading_style import StyleClass

SAME_SIZE = 0.5  # points
LEAST_VOTES = 2  # sections in which one style comes before the other
CLEAR = 0.75  # share of them


def style_levels(headings: Sequence[Candidate], known: Sequence[int | None]) -> Mapping[StyleClass, int]:
    """Style → level: that of most headings set so, else one below the styles that are more prominent."""
    votes: dict[StyleClass, Counter[int]] = {}
    for c, level in zip(headings, known, strict=True):
        if level is not None:
            votes.setdefault(c.look.style, Counter())[level] += 1
    levels = {style: counts.most_common(1)[0][0] for style, counts in votes.items()}
    order = [c.look.style for c in headings]
    unknown = list(dict.fromkeys(style for style in order if style not in levels))
    unknown.sort(key=cmp_to_key(lambda a, b: _compare(b, a, order)))
    for style in unknown:
        above = [level for other, level in levels.items() if _compare(other, style, order) > 0]
        alike = [level for other, level in levels.items() if _compare(other, style, order) == 0]
        levels[style] = alike[0] if alike else max(above, default=0) + 1
    return levels


def _compare(a: StyleClass, b: StyleClass, order: Sequence[StyleClass]) -> int:
    """1 where `a` is the more prominent, -1 where `b` is, 0 where they are of one level."""
    if abs(a.size - b.size) > SAME_SIZE:
        return 1 if a.size > b.size else -1
    first = _first(a, b, order)
    total = sum(first.values())
    if total >= LEAST_VOTES and max(first.values()) >= CLEAR * total:
        return 1 if first[a] > first[b] else -1
    return (a.rank > b.rank) - (a.rank < b.rank)


def _first(a: StyleClass, b: StyleClass, order: Sequence[StyleClass]) -> Counter[StyleClass]:
    """In how many sections, as larger headings part them, each of two styles comes before the other."""
    first: Counter[StyleClass] = Counter()
    begun: list[StyleClass] = []
    larger = max(a.size, b.size) + SAME_SIZE
    for style in [*order, None]:
        if style is None or style.size > larger:
            if len(set(begun)) > 1:
                first[begun[0]] += 1
            begun = []
        elif style in (a, b):
            begun.append(style)
    return first
