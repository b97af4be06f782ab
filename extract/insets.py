"""What stands beside running text and makes its lines end early: boxes, figures, tables.

A line may be short because the text ends there, or because something is set into the text. Where the lines
beside such a thing end says how far they could have run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.page import BBox, Line

CLEAR = 1.5  # times the type size; room kept above and below what is set into a text
LEAST_WIDTH = 10.0  # em; narrower things are labels, not running text
MOST_BEYOND = 2  # lines above and below an inset that keep clear of it
TOUCH = 2.0  # points a line may reach into it


@dataclass(frozen=True, slots=True)
class Inset:
    """A stretch of the page in which lines left of something end early."""

    top: float
    bottom: float
    edge: float
    """Right edge of the lines left of it."""


def read_insets(boxes: Sequence[BBox], lines: Sequence[Line]) -> tuple[Inset, ...]:
    """The insets that these boxes make among the page's running lines."""
    found: list[Inset] = []
    for x0, top, _, bottom in boxes:
        left = [ln for ln in lines if ln.x1 <= x0 + TOUCH]
        beside = [ln for ln in left if top <= ln.baseline <= bottom]
        if beside:
            start, size = min(ln.x0 for ln in beside), beside[0].style.size
            short = [*beside, *_next_to(left, top, start, -1), *_next_to(left, bottom, start, 1)]
            edge = max(ln.x1 for ln in short)
            if edge - start >= LEAST_WIDTH * size:
                found.append(
                    Inset(min(top, *(ln.top for ln in short)), max(bottom, *(ln.bottom for ln in short)), edge)
                )
    return tuple(found)


def _next_to(lines: Sequence[Line], edge: float, start: float, way: int) -> list[Line]:
    """The lines above (`way` -1) or below (1) the height `edge` that are as short, to keep clear of it."""
    out: list[Line] = []
    at = edge
    for line in sorted(lines, key=lambda ln: way * ln.baseline):
        if (line.baseline - edge) * way <= 0 or abs(line.x0 - start) > TOUCH:
            continue
        away = line.top - at if way > 0 else at - line.bottom
        if away > CLEAR * line.style.size or len(out) == MOST_BEYOND:
            break
        out.append(line)
        at = line.bottom if way > 0 else line.top
    return out


def right_edge(line: Line, right: float, insets: Sequence[Inset]) -> float:
    """How far the line could have run: to `right`, or to the edge of the text beside an inset."""
    room = CLEAR * line.style.size
    near = [i.edge for i in insets if i.top - room <= line.bottom and line.top <= i.bottom + room]
    return min([right, *(edge for edge in near if line.x1 <= edge + TOUCH)])
