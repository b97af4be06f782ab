"""Where the columns of a frame part: at drawn lines, at the joints of drawn pieces, at gutters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extract.page import Page
from extract.tables.columns import gutters
from extract.tables.lines import lines_of
from extract.tables.model import Edges, Frame, TextLine
from extract.tables.pieces import DRAWN, LEFT_OUT, OPEN, stretches
from extract.tables.values import is_value

MARGIN = 5.0  # pt; joints this near a frame's end are its end
SAME_JOINT = 3.0  # pt; joints this near each other are one column's
JOINED_ROWS = 0.3  # share of the heights with joints at which a column must have one
CROSSED = 0.25  # share of the lines that may cross a joint
WIDE = 0.3  # share of the frame's width from which a drawn column may hold several
FEW_BANDS = 4  # rows drawn; with more the columns are trusted where there are three
RICH = 0.6  # share of a drawn column's lines that must have gaps for it to hold several


@dataclass(frozen=True, slots=True)
class Sides:
    """The sides of the columns, outer ones included, and for each inner one whether it is drawn."""

    xs: tuple[float, ...]
    drawn: tuple[bool, ...]
    places: tuple[int, ...]
    """For each column the column of the frame that it lies in."""

    def in_band(self, frame: Frame, band: int) -> list[int]:
        """What the inner sides are in one drawn row: see `extract.tables.pieces`."""
        return [
            OPEN if not drawn else DRAWN if frame.kind != "ruled" or frame.across[band][self.places[k]] else LEFT_OUT
            for k, drawn in enumerate(self.drawn)
        ]


def sides_of(page: Page, frame: Frame, lines: Sequence[TextLine], edges: Edges) -> Sides:
    """The columns of a frame."""
    left, right = frame.xs[0], frame.xs[-1]
    if frame.kind == "ruled" and len(frame.xs) > 2:
        xs, drawn = _refined(page, frame)
    else:
        spaces = [stretches(page, line) for line in lines]
        inner = _from_joints(frame, edges, spaces)
        inner = inner or [(a + b) / 2 for a, b in gutters(lines, spaces, left, right)]
        xs, drawn = [left, *inner, right], [False] * len(inner)
    places = [
        min(max(bisect_right(frame.xs, (xs[c] + xs[c + 1]) / 2) - 1, 0), len(frame.xs) - 2) for c in range(len(xs) - 1)
    ]
    return Sides(tuple(xs), tuple(drawn), tuple(places))


def _refined(page: Page, frame: Frame) -> tuple[list[float], list[bool]]:
    """Drawn columns, cut further where one drawn column holds several of numbers."""
    xs: list[float] = [frame.xs[0]]
    drawn: list[bool] = []
    open_frame = len(frame.ys) <= FEW_BANDS or len(frame.xs) <= 3
    for k in range(len(frame.xs) - 1):
        a, b = frame.xs[k], frame.xs[k + 1]
        if open_frame and b - a > WIDE * (frame.xs[-1] - frame.xs[0]):
            found = _within(page, frame, a, b)
            xs += found
            drawn += [False] * len(found)
        xs.append(b)
        drawn.append(True)
    return xs, drawn[:-1]


def _within(page: Page, frame: Frame, a: float, b: float) -> list[float]:
    """The gutters inside one drawn column, where its lines are rows of numbers."""
    top, bottom = frame.ys[0], frame.ys[-1]
    inside = [
        i for i, w in enumerate(page.words) if a <= (w.x0 + w.x1) / 2 <= b and top <= (w.top + w.bottom) / 2 <= bottom
    ]
    lines = lines_of(page.words, inside)
    rich = [line for line in lines if len(line.runs) > 1]
    values = sum(is_value(r.text) for line in rich for r in line.runs[1:])
    headed = bool(rich) and not any(is_value(r.text) for r in rich[0].runs)
    if len(rich) < max(3, RICH * len(lines)) or values < len(rich) - headed:
        return []
    return [(g[0] + g[1]) / 2 for g in gutters(lines, [stretches(page, line) for line in lines], a, b)]


def _from_joints(frame: Frame, edges: Edges, spaces: Sequence[Sequence[tuple[float, float]]]) -> list[float]:
    """Column sides where the pieces of several rules or shades meet: each cell's border is drawn by itself."""
    x0, top, x1, bottom = frame.bbox
    near = sorted((x, y) for x, y in edges.joints if top - 1.5 <= y <= bottom + 1.5 and x0 + MARGIN < x < x1 - MARGIN)
    clusters: list[list[tuple[float, float]]] = []
    for point in near:
        if clusters and point[0] - clusters[-1][0][0] <= SAME_JOINT:
            clusters[-1].append(point)
        else:
            clusters.append([point])
    heights = len({round(y) for _, y in near})
    out = []
    for cluster in clusters:
        x = sum(p[0] for p in cluster) / len(cluster)
        crossed = sum(any(a + 1 < x < b - 1 for a, b in s) for s in spaces)
        often = len({round(y) for _, y in cluster}) >= max(2, JOINED_ROWS * heights)
        if often and crossed <= CROSSED * len(spaces):
            out.append(x)
    return out
