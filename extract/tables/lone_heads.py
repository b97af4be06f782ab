"""A header that is drawn, above a body for which nothing is."""

from __future__ import annotations

from collections.abc import Sequence

from extract.page import Page
from extract.tables.cells import fill
from extract.tables.model import Edges, Frame, Grid

SAME_END = 3.0  # pt; how far the body may stick out beside the header
HALF = 0.5  # share of the header's width that the body must have


def with_heads(page: Page, found: Sequence[Grid], rests: Sequence[Grid], edges: Edges) -> tuple[list[Grid], list[Grid]]:
    """The grids of which nothing is drawn but the header, with it: a row drawn alone right above."""
    whole, used = [], []
    for grid in found:
        heads = [g for g in rests if g.kind != "tagged" and grid.kind == "plain" and _heads(g, grid)]
        if heads:
            x0, top, x1, bottom = heads[0].bbox
            inner = tuple(r for r in grid.rules if bottom + 2 < r < grid.bbox[3])
            ys = (top, bottom, *inner, max(grid.bbox[3], bottom + 1))
            frame = Frame((x0, x1), ys, ((),) * (len(ys) - 1), ((True,),) * (len(ys) - 2), "rules")
            whole.append(fill(page, frame, edges) or grid)
            used.append(heads[0])
        else:
            whole.append(grid)
    return whole, [g for g in rests if g not in used]


def _heads(row: Grid, body: Grid) -> bool:
    """Whether the row stands over the body, as wide as it, with at most a line between."""
    height = row.bbox[3] - row.bbox[1]
    inside = row.bbox[0] - SAME_END <= body.bbox[0] and body.bbox[2] <= row.bbox[2] + SAME_END
    wide = body.bbox[2] - body.bbox[0] > HALF * (row.bbox[2] - row.bbox[0])
    return inside and wide and -SAME_END < body.bbox[1] - row.bbox[3] < 2 * height
