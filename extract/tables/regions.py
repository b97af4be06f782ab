"""All tables of one page, as grids: tagged first, then drawn, then by rules, then by white space."""

from __future__ import annotations

from collections.abc import Sequence

from extract.page import BBox, Page
from extract.tables.captions import joined
from extract.tables.cells import fill
from extract.tables.drawn_frames import drawn_frames, flat_edges
from extract.tables.evidence import ACCEPT, gather, weigh
from extract.tables.frames import frame_of
from extract.tables.labels import FIGURE, LABEL
from extract.tables.lines import lines_of
from extract.tables.lone_heads import with_heads
from extract.tables.model import Edge, Edges, Frame, Grid, TextLine, overlap
from extract.tables.prose import is_running_text
from extract.tables.rows_beside import with_rows_beside
from extract.tables.rules import rule_frames
from extract.tables.rulings import components, edges_of
from extract.tables.tagged import tagged_grids
from extract.tables.whitespace import block_frame, blocks

CAPTION_REACH = 5.0  # line heights between a label and the table it announces
TRIMS = 2  # times lines are cut off a block's end


def grids_of(page: Page) -> list[Grid]:
    """The grids of a page, from top to bottom."""
    return find_grids(page)[0]


def find_grids(page: Page) -> tuple[list[Grid], list[Grid]]:
    """The grids of a page from top to bottom, and single rows that may be the rest of a table before."""
    if not page.words:
        return [], []
    edges = edges_of(page)
    lines = lines_of(page.words)
    found: list[Grid] = []
    weak: list[Grid] = []
    for tagged in tagged_grids(page):
        (found if accepted(page, tagged, lines) else weak).append(tagged)
    groups = components(edges)
    drawn, loose = drawn_frames(groups)
    for frame in drawn:
        if not _taken(frame.bbox, found):
            grid = fill(page, frame, edges)
            if grid is not None and accepted(page, grid, lines, found):
                found.append(grid)
            elif grid is not None and grid.rows == 1 and grid.columns > 1:
                weak.append(grid)
            else:
                loose += flat_edges(groups, frame)
    rests = [g for g in weak if g.rows == 1 and (g.columns > 1 or g.kind == "tagged") and not _taken(g.bbox, found)]
    free = _free_lines(page, lines, [*found, *rests])
    ruled = _by_rules(page, rule_frames(loose, free), free, lines, edges, found)
    if ruled:
        found += ruled
        free = _free_lines(page, lines, [*found, *rests])
    found += _plain(page, free, lines, edges, found)
    found, rests = with_heads(page, found, rests, edges)
    rests = [g for g in rests if not _taken(g.bbox, found)]
    return sorted(found, key=lambda g: (g.bbox[1], g.bbox[0])), rests


def _by_rules(
    page: Page,
    frames: Sequence[Frame],
    free: Sequence[TextLine],
    lines: Sequence[TextLine],
    edges: Edges,
    others: Sequence[Grid],
) -> list[Grid]:
    """The tables that horizontal rules or bands show."""
    found: list[Grid] = []
    for frame in frames:
        if _taken(frame.bbox, [*others, *found]):
            continue
        grid = fill(page, with_rows_beside(page, frame, free), edges)
        if grid is not None and accepted(page, grid, lines, [*others, *found]):
            found.append(grid)
    return found


def accepted(page: Page, grid: Grid, lines: Sequence[TextLine], others: Sequence[Grid] = ()) -> bool:
    """Whether the evidence speaks for a table; `others` are found already and keep their captions."""
    if is_running_text(page, grid):
        return False
    return weigh(gather(page, grid), grid.kind, captioned(grid, lines, others)) > ACCEPT


def captioned(grid: Grid, lines: Sequence[TextLine], others: Sequence[Grid] = ()) -> int:
    """1 where a line that opens with a table's label stands right above or below, -1 where a figure's does."""
    x0, top, x1, bottom = grid.bbox
    figure = 0
    for line in lines:
        reach = CAPTION_REACH * line.size * 1.2
        if not (top - reach <= line.top <= top + 2 or bottom - 2 <= line.top <= bottom + reach / 2):
            continue
        if any(
            0 <= g.bbox[1] - line.bottom < reach and overlap(g.bbox[0], g.bbox[2], line.x0, line.x1) > 0 for g in others
        ):
            continue
        for j, r in enumerate(line.runs):
            if overlap(r.x0, r.x1, x0 - 40, x1) <= 0:
                continue
            text = joined(line, j)
            if LABEL.match(text):
                return 1
            if FIGURE.match(text):
                figure = -1
    return figure


def _taken(box: BBox, grids: Sequence[Grid]) -> bool:
    """Whether a found table covers a good part of this box, or the box surrounds one."""
    for grid in grids:
        b = grid.bbox
        shared = max(0.0, overlap(box[0], box[2], b[0], b[2])) * max(0.0, overlap(box[1], box[3], b[1], b[3]))
        least = min((box[2] - box[0]) * (box[3] - box[1]), (b[2] - b[0]) * (b[3] - b[1]))
        if shared > 0.3 * max(least, 1.0):
            return True
    return False


def _free_lines(page: Page, lines: list[TextLine], grids: Sequence[Grid]) -> list[TextLine]:
    """The lines of the words outside all found tables."""
    if not grids:
        return lines
    taken = {i for g in grids for c in g.cells for i in c.words}
    boxes = [g.bbox for g in grids]
    rest = [
        i
        for i, w in enumerate(page.words)
        if i not in taken
        and not any(b[0] - 1 <= (w.x0 + w.x1) / 2 <= b[2] + 1 and b[1] <= (w.top + w.bottom) / 2 <= b[3] for b in boxes)
    ]
    return lines_of(page.words, rest)


def _plain(
    page: Page, free: Sequence[TextLine], lines: Sequence[TextLine], edges: Edges, others: Sequence[Grid]
) -> list[Grid]:
    found: list[Grid] = []
    for block in blocks(free):
        grid = _trimmed(page, block, edges)
        if grid is not None and accepted(page, grid, lines, [*others, *found]):
            found.append(grid)
    return found


def _with_rules(frame: Frame, edges: Edges) -> Frame:
    """The frame with the horizontal edges inside it as lines between rows."""
    x0, top, x1, bottom = frame.bbox
    inner = [
        e for e in edges.horizontal if top + 2 < e.at < bottom - 2 and overlap(e.start, e.end, x0, x1) > 0.1 * (x1 - x0)
    ]
    if not inner:
        return frame
    whole = [Edge(top, x0, x1), *(Edge(e.at, max(e.start, x0), min(e.end, x1)) for e in inner), Edge(bottom, x0, x1)]
    return frame_of(Edges(tuple(whole), ()), "plain") or frame


def _trimmed(page: Page, block: list[TextLine], edges: Edges) -> Grid | None:
    """The grid of a block without the lines at its end that run across its columns."""
    grid = fill(page, _with_rules(block_frame(block), edges), edges)
    for _ in range(TRIMS):
        if grid is None or grid.rows < 4:
            break
        crossing = {c.row for c in grid.cells if c.words and c.column_span > 1}
        last = grid.rows
        while last - 1 in crossing and last > 3:
            last -= 1
        if last == grid.rows:
            break
        limit = min(c.bbox[1] for c in grid.cells if c.row == last)
        block = [line for line in block if (line.top + line.bottom) / 2 < limit]
        grid = fill(page, _with_rules(block_frame(block), edges), edges)
    return grid
