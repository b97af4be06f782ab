"""Frames that lines or shades draw both ways, and the horizontal edges that belong to none."""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.frames import frame_of
from extract.tables.model import Edge, Edges, Frame

LEAST_SIDE = 12.0  # pt; smaller frames hold no table
MOST_CELLS = 20000  # a frame with more is a drawing or graph paper
SAME_END = 3.0  # pt; how far the ends of one table's bands may differ
BAND_GAP = 60.0  # pt; the tallest row without a shade between two shaded ones


def drawn_frames(groups: Sequence[Edges]) -> tuple[list[Frame], list[Edge]]:
    """Frames with lines both ways, largest first, and the horizontal edges that belong to none."""
    frames: list[Frame] = []
    loose: list[Edge] = []
    for k, group in enumerate(groups):
        frame = frame_of(group) if len(group.vertical) > 0 and len(group.horizontal) > 1 else None
        if frame and len(frame.xs) == 2 and any(_band_beside(frame, g) for g in (*groups[:k], *groups[k + 1 :])):
            frame = None
        cells = (len(frame.xs) - 1) * (len(frame.ys) - 1) if frame else 0
        if frame is None or cells < 2 or cells > MOST_CELLS or frame.xs[-1] - frame.xs[0] < LEAST_SIDE:
            loose += group.horizontal
        else:
            frames.append(frame)
    frames.sort(key=lambda f: (f.xs[-1] - f.xs[0]) * (f.ys[-1] - f.ys[0]), reverse=True)
    return frames, loose


def _band_beside(frame: Frame, other: Edges) -> bool:
    """Whether the other edges are a band of the same width above or below: every other row of a table is shaded."""
    x0, top, x1, bottom = frame.bbox
    flat = other.horizontal
    if not flat or not other.vertical or any(abs(e.start - x0) > SAME_END or abs(e.end - x1) > SAME_END for e in flat):
        return False
    return 0 < flat[0].at - bottom < BAND_GAP or 0 < top - flat[-1].at < BAND_GAP


def flat_edges(groups: Sequence[Edges], frame: Frame) -> list[Edge]:
    """The horizontal edges in a frame that is no table after all."""
    x0, top, x1, bottom = frame.bbox
    return [
        e
        for group in groups
        if group.vertical
        for e in group.horizontal
        if top - 3 <= e.at <= bottom + 3 and x0 - 3 <= e.start and e.end <= x1 + 3
    ]
