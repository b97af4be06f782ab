"""Where a region's columns part when nothing is drawn: gutters that no line of the body crosses.

The method is the old one of projection profiles (white streams), counted in lines instead of
ink so that a spanning header or a group row does not close a gutter.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.tables.model import TextLine
from extract.tables.values import is_value

GUTTER = 0.55  # em; narrowest gutter where many lines agree
GUTTER_FEW = 0.95  # em; narrowest gutter where only two or three lines do
MANY = 4  # lines
FEW = 7  # lines; with fewer no line of the body may cross a gutter
CROSSING = 0.13  # share of body lines that may cross a gutter
CORE = 0.6  # share of the pieces of its fullest lines that a line of the core has
LOOSE_LINES = 0.15  # share of lines up to which a column's texts may be words set apart by justifying
LOOSE_BLANK = 1.4  # em; the widest such blank
HEAD_SHARE = 0.45  # the header is at most this share of a region's lines
Interval = tuple[float, float]


def body_start(lines: Sequence[TextLine]) -> int:
    """Index of the first line that reads like data: beside its label mostly numbers."""
    for k, line in enumerate(lines):
        texts = [run.text for run in line.runs]
        if len(texts) < 2:
            continue
        values = sum(map(is_value, texts[1:]))
        years = all(t.strip("*").isdigit() and len(t.strip("*")) == 4 for t in texts if is_value(t))
        if values * 2 >= len(texts) - 1 and values and not (years and len(texts) - values <= 1 and k < 2):
            return k
    return 0


def gutters(
    lines: Sequence[TextLine], spaces: Sequence[Sequence[Interval]], left: float, right: float
) -> list[Interval]:
    """The gutters between `left` and `right`.

    `spaces` are, for each line, the intervals that its words cover (ordinary word spaces closed).
    """
    start = body_start(lines)
    if start > max(1, HEAD_SHARE * len(lines)) + 1:
        start = 0
    body = [s for line, s in zip(lines[start:], spaces[start:], strict=True) if s and not _single(line, left, right)]
    if not body:
        return []
    size = sorted(line.size for line in lines)[len(lines) // 2]
    body = _core(body)
    rich = sum(len(s) > 1 for s in body) + sum(len(s) > 1 for s in spaces[:start])
    allowed = int(CROSSING * len(body)) if len(body) >= FEW else 0
    if not start and len(body) >= 2 * MANY:
        allowed = max(1, allowed)
    least = (GUTTER if rich >= MANY else GUTTER_FEW) * size
    found = [g for g in _clear(body, allowed) if g[1] - g[0] >= least]
    found = _without_loose(found, body, spaces[:start], size)
    found = [g for g in found if _parted(body, g)]
    return _between_heads(found, spaces[:start]) or [_clear_of_head(g, spaces[:start]) for g in found]


def _between_heads(found: Sequence[Interval], head: Sequence[Sequence[Interval]]) -> list[Interval]:
    """The parts of the gutters that give each column one text of a header line that has as many; else nothing.

    A header set to the left stands clear of the numbers below it, set to the right.
    """
    full = next((s for s in reversed(head) if len(s) == len(found) + 1), None)
    if full is None:
        return []
    cut = [(max(g[0], full[k][1]), min(g[1], full[k + 1][0])) for k, g in enumerate(found)]
    return cut if all(a < b for a, b in cut) else []


def _without_loose(
    found: Sequence[Interval], body: Sequence[Sequence[Interval]], head: Sequence[Sequence[Interval]], size: float
) -> list[Interval]:
    """Without gutters that are wide blanks of a line or two: justified type in narrow columns."""
    kept: list[Interval] = []
    for k, gutter in enumerate(found):
        end = found[k + 1][0] if k + 1 < len(found) else float("inf")
        inside = [(line, n) for line in (*body, *head) for n, i in enumerate(line) if gutter[1] - 1 <= i[0] < end]
        few = len({id(line) for line, _ in inside}) <= max(1, LOOSE_LINES * len(body))
        close = all(n and line[n][0] - line[n - 1][1] < LOOSE_BLANK * size for line, n in inside)
        if not (few and close and inside and k + 1 < len(found)):
            kept.append(gutter)
    return kept


def _clear_of_head(gutter: Interval, head: Sequence[Sequence[Interval]]) -> Interval:
    """The part of a gutter that the fewest header lines cross: their texts may be wider than the columns."""
    cuts = sorted({gutter[0], gutter[1], *(x for s in head for i in s for x in i if gutter[0] < x < gutter[1])})
    if len(cuts) < 3:
        return gutter
    parts = [(sum(i[0] < b and a < i[1] for s in head for i in s), a, b) for a, b in pairwise(cuts)]
    return _best(parts)[0]


def _core(body: list[Sequence[Interval]]) -> list[Sequence[Interval]]:
    """The lines with most pieces, where they are many: what has fewer may span columns."""
    counts = sorted(len(s) for s in body)
    most = counts[int(0.8 * (len(counts) - 1))]
    core = [s for s in body if len(s) >= CORE * most]
    return core if len(core) >= max(3, 0.4 * len(body)) else body


def _single(line: TextLine, left: float, right: float) -> bool:
    return len(line.runs) == 1 and line.x1 - line.x0 > 0.4 * (right - left)


def _clear(body: Sequence[Sequence[Interval]], allowed: int) -> list[Interval]:
    """Intervals between the leftmost and rightmost text that at most `allowed` lines cross.

    Of each, the part that the fewest lines cross: one long label must not be cut.
    """
    events = sorted((x, step) for s in body for a, b in s for x, step in ((a, 1), (b, -1)))
    out: list[Interval] = []
    parts: list[tuple[int, float, float]] = []
    depth, since = 0, events[0][0]
    for x, step in events:
        if depth <= allowed and x > since and out is not None:
            parts.append((depth, since, x))
        elif depth > allowed and parts:
            out += _best(parts)
            parts = []
        depth += step
        since = x
    first, last = events[0][0], events[-1][0]
    return [g for g in out if g[0] > first and g[1] < last]


def _best(parts: Sequence[tuple[int, float, float]]) -> list[Interval]:
    least = min(depth for depth, _, _ in parts)
    widest = max((p for p in parts if p[0] == least), key=lambda p: p[2] - p[1])
    return [(widest[1], widest[2])]


def _parted(body: Sequence[Sequence[Interval]], gutter: Interval) -> bool:
    """Whether enough lines have words on both sides: two, or one in a region of three lines at most."""
    middle = (gutter[0] + gutter[1]) / 2
    both = sum(s[0][1] <= middle <= s[-1][0] for s in body)
    return both >= (2 if len(body) > 3 else 1)
