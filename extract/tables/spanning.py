"""Header text that stands over several columns: by the rule below it, or by its place over their middle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.tables.model import Edges, Frame, overlap
from extract.tables.rows import Piece, RowLine, data_line

CENTRED = 0.6  # em; how far the middle of a spanning text may be from the middle of its columns
PADDING = 1.5  # times the type size; from the top of a cell to its text
COVERED = 0.6  # share of a column's text that a partial rule must run over


def spanning_columns(
    groups: Sequence[tuple[int, Sequence[RowLine]]],
    text_edges: Sequence[tuple[float, float]],
    edges: Edges,
    frame: Frame,
) -> Iterator[tuple[int, int, int]]:
    """``(row, first column, last column)`` of each header text that spans columns without touching them all."""
    if frame.kind == "ruled":
        return
    head = next((r for r, (_, g) in enumerate(groups) if any(map(data_line, g))), 0)
    for r in range(min(head, len(groups) - 1)):
        pieces = [p for m in groups[r][1] for p in m.pieces]
        taken = {c for p in pieces for c in range(p.first, p.last + 1)}
        for piece in pieces:
            span = _shaded_span(piece, pieces, groups[r][1], edges, frame, text_edges)
            span = span or _ruled_span(piece, pieces, groups[r], edges, frame, text_edges)
            if span is None and len(groups[r][1]) == 1:
                span = _centred_span(piece, taken, text_edges, groups[r][1][0].size)
            if span and span[1] > span[0]:
                yield r, *span


def _shaded_span(
    piece: Piece,
    pieces: Sequence[Piece],
    lines: Sequence[RowLine],
    edges: Edges,
    frame: Frame,
    text_edges: Sequence[tuple[float, float]],
) -> tuple[int, int] | None:
    """The columns of the cell that is shaded, or ruled, behind the text: such cells meet at joints along their top."""
    top, size = min(m.top for m in lines), lines[0].size
    heights = [y for _, y in edges.joints if top - PADDING * size <= y <= top + 1]
    if not heights:
        return None
    level = [x for x, y in edges.joints if abs(y - max(heights)) < 1]
    left = max((x for x in level if x <= piece.x0 + 1), default=frame.xs[0])
    right = min((x for x in level if x >= piece.x1 - 1), default=frame.xs[-1])
    if sum(overlap(left, right, p.x0, p.x1) > 0 for p in pieces) > 1:
        return None
    over = [c for c, (a, b) in enumerate(text_edges) if left <= (a + b) / 2 <= right]
    return (min(over[0], piece.first), max(over[-1], piece.last)) if len(over) > 1 else None


def _ruled_span(
    piece: Piece,
    pieces: Sequence[Piece],
    group: tuple[int, Sequence[RowLine]],
    edges: Edges,
    frame: Frame,
    text_edges: Sequence[tuple[float, float]],
) -> tuple[int, int] | None:
    """The columns over which the partial rule below the text runs."""
    bottom = max(m.bottom for m in group[1])
    size = group[1][0].size
    for edge in edges.horizontal:
        if not -0.6 * size <= edge.at - bottom <= 1.2 * size or edge.end - edge.start > 0.9 * (
            frame.xs[-1] - frame.xs[0]
        ):
            continue
        if overlap(edge.start, edge.end, piece.x0, piece.x1) < 0.9 * (piece.x1 - piece.x0):
            continue
        over = [
            c for c, (a, b) in enumerate(text_edges) if overlap(edge.start, edge.end, a, b) >= COVERED * max(b - a, 1.0)
        ]
        alone = sum(overlap(edge.start, edge.end, p.x0, p.x1) > 0 for p in pieces) == 1
        if over and alone:
            return (min(over[0], piece.first), max(over[-1], piece.last))
    return None


def _centred_span(
    piece: Piece, taken: set[int], text_edges: Sequence[tuple[float, float]], size: float
) -> tuple[int, int] | None:
    """The columns around the text, free in its line, over whose middle it stands."""
    first = piece.first
    while first > 1 and first - 1 not in taken:
        first -= 1
    last = piece.last
    while last < len(text_edges) - 1 and last + 1 not in taken:
        last += 1
    middle = (piece.x0 + piece.x1) / 2
    best, distance = None, CENTRED * size
    for a in range(max(first, 1), piece.first + 1):
        for b in range(piece.last, last + 1):
            away = abs((text_edges[a][0] + text_edges[b][1]) / 2 - middle)
            if b > a and away < distance:
                best, distance = (a, b), away
    own = abs((text_edges[piece.first][0] + text_edges[piece.last][1]) / 2 - middle)
    return best if best and distance < own - 0.3 * size else None
