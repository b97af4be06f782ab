"""Edges that cross → a frame: the lines between its columns and rows, and where each is drawn."""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.model import Edge, Edges, Frame, overlap

SAME_LINE = 3.0  # pt; lines of a frame nearer than this are one
DRAWN = 0.5  # share of a cell's side that must be drawn for it to part two cells
SIDE = 5.0  # pt; how far rules must run beyond the outermost vertical line to show an open side


def frame_of(group: Edges, kind: str = "ruled") -> Frame | None:
    """The frame these edges draw; open sides are closed where the rules end."""
    xs = lines([e.at for e in group.vertical])
    ys = lines([e.at for e in group.horizontal])
    xs = _closed(xs, [(e.start, e.end) for e in group.horizontal])
    ys = _closed(ys, [(e.start, e.end) for e in group.vertical])
    if len(xs) < 2 or len(ys) < 2:
        return None
    across = _drawn(xs, ys, group.vertical)
    down = _drawn(ys, xs, group.horizontal)
    return Frame(
        tuple(xs),
        tuple(ys),
        tuple(tuple(across[k][i] for k in range(len(xs) - 2)) for i in range(len(ys) - 1)),
        tuple(tuple(down[k]) for k in range(len(ys) - 2)),
        kind,
    )


def lines(values: Sequence[float]) -> list[float]:
    """Sorted values, those near each other taken together."""
    out: list[float] = []
    for value in sorted(values):
        if not out or value - out[-1] > SAME_LINE:
            out.append(value)
    return out


def _closed(at: list[float], extents: Sequence[tuple[float, float]]) -> list[float]:
    if not extents:
        return at
    first, last = min(a for a, _ in extents), max(b for _, b in extents)
    head = [first] if not at or first < at[0] - SIDE else []
    tail = [last] if not at or last > at[-1] + SIDE else []
    return head + at + tail


def _drawn(at: Sequence[float], between: Sequence[float], edges: Sequence[Edge]) -> list[list[bool]]:
    """For each inner line of `at`, whether it is drawn in each interval of `between`."""
    inner = at[1:-1]
    table = [[0.0] * (len(between) - 1) for _ in inner]
    for edge in edges:
        k = next((k for k, x in enumerate(inner) if -0.01 <= edge.at - x <= SAME_LINE + 0.01), None)
        if k is None:
            continue
        for i in range(len(between) - 1):
            shared = overlap(edge.start, edge.end, between[i], between[i + 1])
            if shared > 0:
                table[k][i] += shared / (between[i + 1] - between[i])
    return [[share >= DRAWN for share in row] for row in table]
