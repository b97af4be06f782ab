"""Drawn lines and shaded rectangles of a page → joined edges, and which of them cross.

The idea of edges that are snapped, joined and crossed is pdfplumber's (`pdfplumber/table.py`,
after Anssi Nurminen's thesis, 2013); shades come in as edges where the colour changes.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from extract.page import Page, Rect
from extract.tables.model import Edge, Edges

SNAP = 2.0  # pt; parallel edges nearer than this are one (double rules)
JOIN = 3.5  # pt; a gap on one line up to this is bridged (dots, dashes, corners)
SHORTEST = 8.0  # pt; shorter joined edges are ornaments
TOUCH = 3.0  # pt; edges this near each other meet
ABUT = 1.6  # pt; two drawn pieces this near were drawn for neighbouring cells
SHADE_HEIGHT = 6.0  # pt; lower shades are no row
CLEAR = 1.8  # pt; a shade this far from a line does not touch it
INSET = 7.0  # pt; how far a paragraph's shade may lie inside its cell
MOST_EDGES = 4000  # a page with more is a drawing
MOST_SHADES = 4000  # a page with more is a drawing
WHITE = frozenset(("#ffffff", "#fefefe"))


def edges_of(page: Page) -> Edges:
    """The separators of a page, as long pieces."""
    horizontal = [(r.top + r.bottom, r.x0, r.x1) for r in page.rulings if r.horizontal]
    vertical = [(r.x0 + r.x1, r.top, r.bottom) for r in page.rulings if not r.horizontal]
    flat = [Edge(at / 2, a, b) for at, a, b in horizontal]
    steep = [Edge(at / 2, a, b) for at, a, b in vertical]
    for rect in page.rects:
        if rect.stroke and rect.stroke not in WHITE:
            _outline(rect, flat, steep)
    whole = page.width * page.height
    shades = [r for r in page.rects if r.fill and r.bottom - r.top >= SHADE_HEIGHT and r.x1 - r.x0 >= SHADE_HEIGHT]
    coloured = [r for r in shades if r.fill not in WHITE and (r.x1 - r.x0) * (r.bottom - r.top) < 0.5 * whole]
    if len(shades) > MOST_SHADES:
        shades, coloured = [], []
    joints = _joints(flat, shades)
    shade_flat: list[Edge] = []
    shade_steep: list[Edge] = []
    walls = joined(steep)
    _shade_edges([r for r in coloured if not _inset(r, walls)], shade_flat, shade_steep)
    if len(flat) + len(steep) > MOST_EDGES:
        flat, steep = [e for e in flat if e.end - e.start > 40], [e for e in steep if e.end - e.start > 40]
    flat += _beyond(shade_flat, joined(flat))
    steep += _beyond(shade_steep, walls)
    return Edges(tuple(joined(flat)), tuple(joined(steep)), tuple(joints))


def _inset(shade: Rect, walls: Sequence[Edge]) -> bool:
    """Whether the shade stands clear of a drawn line on its left and on its right: a paragraph's, not a cell's."""
    ats = [e.at for e in walls]

    def wall(low: float, high: float) -> bool:
        near = walls[bisect_left(ats, low) : bisect_right(ats, high)]
        shared = sum(max(0.0, min(e.end, shade.bottom) - max(e.start, shade.top)) for e in near)
        return shared >= 0.7 * (shade.bottom - shade.top)

    left = wall(shade.x0 - INSET, shade.x0 - CLEAR)
    return left and wall(shade.x1 + CLEAR, shade.x1 + INSET)


def _beyond(shades: Sequence[Edge], drawn: Sequence[Edge]) -> list[Edge]:
    """The shades' edges that no drawn line stands for: a paragraph's shade lies inset in its ruled cell."""
    heights = [e.at for e in drawn]
    out = []
    for shade in shades:
        near = drawn[bisect_left(heights, shade.at - INSET) : bisect_right(heights, shade.at + INSET)]
        covered = sum(max(0.0, min(e.end, shade.end) - max(e.start, shade.start)) for e in near)
        if covered < 0.7 * (shade.end - shade.start):
            out.append(shade)
    return out


def _outline(rect: Rect, flat: list[Edge], steep: list[Edge]) -> None:
    flat += [Edge(rect.top, rect.x0, rect.x1), Edge(rect.bottom, rect.x0, rect.x1)]
    steep += [Edge(rect.x0, rect.top, rect.bottom), Edge(rect.x1, rect.top, rect.bottom)]


def _shade_edges(shades: Sequence[Rect], flat: list[Edge], steep: list[Edge]) -> None:
    """Edges where a shade ends and no shade of the same colour goes on in the same width: that is another cell."""
    tops = {(r.fill, round(r.top), round(r.x0), round(r.x1)) for r in shades}
    lefts = {(r.fill, round(r.x0), round(r.top), round(r.bottom)) for r in shades}
    bottoms = {(r.fill, round(r.bottom), round(r.x0), round(r.x1)) for r in shades}
    rights = {(r.fill, round(r.x1), round(r.top), round(r.bottom)) for r in shades}
    for r in shades:
        if not _near(bottoms, r.fill, r.top, (r.x0, r.x1)):
            flat.append(Edge(r.top, r.x0, r.x1))
        if not _near(tops, r.fill, r.bottom, (r.x0, r.x1)):
            flat.append(Edge(r.bottom, r.x0, r.x1))
        if not _near(rights, r.fill, r.x0, (r.top, r.bottom)):
            steep.append(Edge(r.x0, r.top, r.bottom))
        if not _near(lefts, r.fill, r.x1, (r.top, r.bottom)):
            steep.append(Edge(r.x1, r.top, r.bottom))


def _near(known: set[tuple[str | None, int, int, int]], fill: str | None, at: float, ends: tuple[float, float]) -> bool:
    """Whether a shade of this colour and extent is known to end at `at`."""
    a, s, e = round(at), round(ends[0]), round(ends[1])
    around = (0, -1, 1)
    return any((fill, a + d, s + f, e + g) in known for d in around for f in around for g in around)


def _joints(flat: Iterable[Edge], shades: Iterable[Rect]) -> list[tuple[float, float]]:
    """Where the pieces of a rule, or shades side by side, meet: renderers draw each cell's own."""
    pieces = [(round(e.at), e.start, e.end, e.at) for e in flat if e.end - e.start >= SHORTEST]
    pieces += [(round(r.top) + 100000, r.x0, r.x1, r.top) for r in shades]
    pieces.sort()
    return [(b[1], b[3]) for a, b in itertools.pairwise(pieces) if a[0] == b[0] and abs(b[1] - a[2]) <= ABUT]


def joined(edges: Sequence[Edge]) -> list[Edge]:
    """Parallel edges near each other snapped to one line, and pieces on one line joined."""
    rows: list[list[Edge]] = []
    for edge in sorted(edges, key=lambda e: e.at):
        if rows and edge.at - rows[-1][0].at <= SNAP:
            rows[-1].append(edge)
        else:
            rows.append([edge])
    out: list[Edge] = []
    for row in rows:
        at = sum(e.at for e in row) / len(row)
        out += _pieces(at, row)
    return out


def _pieces(at: float, row: list[Edge]) -> list[Edge]:
    row.sort(key=lambda e: e.start)
    out: list[Edge] = []
    start, end = row[0].start, row[0].end
    for edge in row[1:]:
        if edge.start - end <= JOIN:
            end = max(end, edge.end)
        else:
            out.append(Edge(at, start, end))
            start, end = edge.start, edge.end
    out.append(Edge(at, start, end))
    return [e for e in out if e.end - e.start >= SHORTEST]


def components(edges: Edges) -> list[Edges]:
    """Groups of edges that touch one another, directly or through others."""
    flat, steep = edges.horizontal, edges.vertical
    heights = [e.at for e in flat]  # in order, as `joined` gives them
    parent = list(range(len(flat) + len(steep)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for v, edge in enumerate(steep):
        for h in range(bisect_left(heights, edge.start - TOUCH), len(flat)):
            if heights[h] > edge.end + TOUCH:
                break
            if flat[h].start - TOUCH <= edge.at <= flat[h].end + TOUCH:
                parent[root(h)] = root(len(flat) + v)
    groups: dict[int, tuple[list[Edge], list[Edge]]] = {}
    for h, edge in enumerate(flat):
        groups.setdefault(root(h), ([], []))[0].append(edge)
    for v, edge in enumerate(steep):
        groups.setdefault(root(len(flat) + v), ([], []))[1].append(edge)
    return [Edges(tuple(h), tuple(v)) for h, v in groups.values()]
