"""A frame and the words in it → a grid: columns and rows found, words put into cells, cells merged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from extract.page import Page
from extract.tables.columns import gutters
from extract.tables.lines import lines_of, run_of, text_end
from extract.tables.merges import Merger
from extract.tables.model import Edges, Frame, Grid, GridCell, TextLine, union
from extract.tables.rows import Piece, RowLine, data_line, group_rows
from extract.tables.spanning import spanning_columns
from extract.tables.tidy import tidy_columns
from extract.tables.values import is_value

WORD_SPACE = 0.42  # em; gap up to which two words count as one stretch of text
OPEN, LEFT_OUT, DRAWN = 0, 1, 2
"""A column's side in one row: never drawn, drawn in other rows only, drawn."""
PARTING = (0.38, 0.75)  # em; gap at a side (open, left out) from which two words are two pieces
FIT = 1.5  # pt; how far a word may stick out of a frame
LEADING = 1.3  # times the type size; a wider step between two lines is no line feed within a cell
RUNNING = 0.25  # share of lines that go on in small letters from which they are running text
FIRM_BANDS = 3  # a ruled frame with as many bands draws its rows itself


def fill(page: Page, frame: Frame, edges: Edges) -> Grid | None:
    """The grid that this frame and the page's words in it make, or `None` where it holds no text."""
    x0, top, x1, bottom = frame.bbox
    inside = [
        i
        for i, w in enumerate(page.words)
        if top - FIT <= (w.top + w.bottom) / 2 <= bottom + FIT and x0 - FIT <= (w.x0 + w.x1) / 2 <= x1 + FIT
    ]
    if not inside:
        return None
    lines = lines_of(page.words, inside)
    xs, hard = _columns(page, frame, lines, edges)
    place = _places(frame, xs)
    bands: list[list[RowLine]] = [[] for _ in range(len(frame.ys) - 1)]
    for line in lines:
        band = min(max(bisect_right(frame.ys, (line.top + line.bottom) / 2) - 1, 0), len(bands) - 1)
        sides = [
            OPEN if not h else DRAWN if frame.kind != "ruled" or frame.across[band][place[k]] else LEFT_OUT
            for k, h in enumerate(hard)
        ]
        bands[band].append(_row_line(page, line, xs, sides))
    rows = [row for band in bands for row in band]
    body = _text_edges(rows, xs)
    firm = frame.kind == "ruled" and (len(frame.ys) > FIRM_BANDS or len(frame.xs) > 2)
    groups: list[tuple[int, list[RowLine]]] = []
    for band, members in enumerate(bands):
        headed = band == 0 and len(bands) > 1 and not any(0 in m.columns() and data_line(m) for m in members)
        if frame.kind == "ruled" and headed:
            split = [list(members)] if members else []
        elif firm and not _holds_rows(members, few=len(frame.ys) <= FIRM_BANDS + 1):
            split = _split_firm(members)
        elif headed:
            split = _head(members)
        else:
            split = _open_rows(members, body, head=band == 0)
        groups += [(band, g) for g in split] or [(band, [])]
    turned = [i for i in inside if page.words[i].angle != 0]
    return _assemble(page, frame, edges, xs, hard, groups, body, turned)


def _columns(page: Page, frame: Frame, lines: Sequence[TextLine], edges: Edges) -> tuple[list[float], list[bool]]:
    """The column boundaries, and for each inner one whether it is drawn."""
    if frame.kind == "ruled" and len(frame.xs) > 2:
        return _refined(page, frame)
    left, right = frame.xs[0], frame.xs[-1]
    spaces = [stretches(page, line) for line in lines]
    drawn = _from_joints(frame, edges, spaces)
    if drawn:
        return [left, *drawn, right], [False] * len(drawn)
    found = [(a + b) / 2 for a, b in gutters(lines, spaces, left, right)]
    return [left, *found, right], [False] * len(found)


def _refined(page: Page, frame: Frame) -> tuple[list[float], list[bool]]:
    """Drawn columns, cut further where one drawn column holds several of numbers."""
    xs: list[float] = [frame.xs[0]]
    hard: list[bool] = []
    top, bottom = frame.ys[0], frame.ys[-1]
    width = frame.xs[-1] - frame.xs[0]
    for k in range(len(frame.xs) - 1):
        a, b = frame.xs[k], frame.xs[k + 1]
        if b - a > 0.3 * width and (len(frame.ys) <= FIRM_BANDS + 1 or len(frame.xs) <= 3):
            inside = [
                i
                for i, w in enumerate(page.words)
                if a <= (w.x0 + w.x1) / 2 <= b and top <= (w.top + w.bottom) / 2 <= bottom
            ]
            lines = lines_of(page.words, inside)
            rich = [line for line in lines if len(line.runs) > 1]
            values = sum(is_value(r.text) for line in rich for r in line.runs[1:])
            if len(rich) >= max(3, 0.6 * len(lines)) and values >= len(rich):
                found = gutters(lines, [stretches(page, line) for line in lines], a, b)
                xs += [(g[0] + g[1]) / 2 for g in found]
                hard += [False] * len(found)
        xs.append(b)
        hard.append(True)
    return xs, hard[:-1]


def _from_joints(frame: Frame, edges: Edges, spaces: Sequence[Sequence[tuple[float, float]]]) -> list[float]:
    """Column boundaries where the pieces of several rules or shades meet."""
    top, bottom = frame.ys[0] - FIT, frame.ys[-1] + FIT
    near = sorted((x, y) for x, y in edges.joints if top <= y <= bottom and frame.xs[0] + 5 < x < frame.xs[-1] - 5)
    clusters: list[list[tuple[float, float]]] = []
    for point in near:
        if clusters and point[0] - clusters[-1][0][0] <= 3.0:
            clusters[-1].append(point)
        else:
            clusters.append([point])
    heights = len({round(y) for _, y in near})
    out = []
    for cluster in clusters:
        x = sum(p[0] for p in cluster) / len(cluster)
        if len({round(y) for _, y in cluster}) < max(2, 0.3 * heights):
            continue
        crossed = sum(any(a + 1 < x < b - 1 for a, b in s) for s in spaces)
        if crossed <= 0.25 * len(spaces):
            out.append(x)
    return out


def stretches(page: Page, line: TextLine) -> list[tuple[float, float]]:
    """The intervals a line's words cover, word spaces closed."""
    out: list[tuple[float, float]] = []
    for run in line.runs:
        for i in run.words:
            word = page.words[i]
            end = text_end(word)
            if end <= word.x0:
                continue
            if out and word.x0 - out[-1][1] <= WORD_SPACE * word.style.size:
                out[-1] = (out[-1][0], max(out[-1][1], end))
            else:
                out.append((word.x0, end))
    return out


def _row_line(page: Page, line: TextLine, xs: Sequence[float], sides: Sequence[int]) -> RowLine:
    """The line's words as pieces, one a column or several columns."""
    pieces: list[Piece] = []
    current: list[int] = []
    first = last = 0
    for i in (i for run in line.runs for i in run.words):
        word = page.words[i]
        column = min(max(bisect_right(xs, (word.x0 + text_end(word)) / 2) - 1, 0), len(xs) - 2)
        if current and column != last:
            gap = word.x0 - text_end(page.words[current[-1]])
            crossed = max(sides[min(last, column) : max(last, column)])
            if crossed == DRAWN or gap > PARTING[crossed] * word.style.size and not word.glued:
                pieces.append(_piece(page, current, first, last))
                current, first = [], column
        elif not current:
            first = column
        current.append(i)
        last = max(column, first)
    if current:
        pieces.append(_piece(page, current, first, last))
    return RowLine(line.top, line.bottom, line.baseline, line.size, tuple(pieces))


def _piece(page: Page, words: Sequence[int], first: int, last: int) -> Piece:
    run = run_of(page.words, words)
    head = page.words[words[0]]
    return Piece(first, last, run.x0, run.x1, run.text, tuple(words), head.x1 - head.x0, head.style.bold)


def _places(frame: Frame, xs: Sequence[float]) -> list[int]:
    """For each column, the drawn column it lies in."""
    return [min(max(bisect_right(frame.xs, (a + b) / 2) - 1, 0), len(frame.xs) - 2) for a, b in zip(xs, xs[1:], strict=False)]


def _text_edges(rows: Sequence[RowLine], xs: Sequence[float]) -> list[tuple[float, float]]:
    """Left and right of the text in each column."""
    out = []
    for c in range(len(xs) - 1):
        own = [p for row in rows for p in row.pieces if p.first == p.last == c]
        out.append((min(p.x0 for p in own), max(p.x1 for p in own)) if own else (xs[c], xs[c + 1]))
    return out


def _holds_rows(members: Sequence[RowLine], few: bool) -> bool:
    """Whether one drawn row holds several printed ones."""
    data = sum(map(data_line, members))
    return not _running(members) and (few or (len(members) > 2 and data > 0.4 * len(members)))


def _running(members: Sequence[RowLine]) -> bool:
    """Whether the lines are running text in the first column too: one row of prose, not rows of entries."""
    heads = [next((p for p in m.pieces if p.first == 0), None) for m in members]
    pairs = [(a, b) for a, b in zip(heads, heads[1:], strict=False) if a and b]
    wraps = sum(b.text[:1].islower() or a.text.endswith("-") for a, b in pairs)
    return wraps > RUNNING * len(pairs) or len(members) < 2


def _split_firm(members: Sequence[RowLine]) -> list[list[RowLine]]:
    """A drawn row, split only where it holds columns of numbers line by line."""
    if len(members) < 2:
        return [list(members)] if members else []
    numeric = [m for m in members if data_line(m)]
    labelled = sum(0 in m.columns() for m in members)
    columns = {p.first for m in numeric for p in m.pieces if p.first > 0 and is_value(p.text)}
    full = [c for c in columns if sum(any(p.first == c and is_value(p.text) for p in m.pieces) for m in members) >= 2]
    if full and len(numeric) >= 0.7 * len(members) and labelled >= len(numeric):
        return [[m] for m in members]
    return [list(members)]


def _head(members: Sequence[RowLine]) -> list[list[RowLine]]:
    """A header above its rule: its spanning lines are levels of their own, the rest is one row."""
    levels: list[list[RowLine]] = []
    rest = list(members)
    while len(rest) > 1 and any(p.last > p.first for p in rest[0].pieces):
        levels.append([rest.pop(0)])
    return [*levels, rest] if rest else levels


def _open_rows(members: Sequence[RowLine], edges: Sequence[tuple[float, float]], head: bool) -> list[list[RowLine]]:
    if not members:
        return []
    start = next((k for k, m in enumerate(members) if data_line(m)), 0) if head else 0
    if 0 < start <= max(4, len(members) // 2):
        start = _label_above(members, start)
        top = _head(members[:start]) if start else []
        return [*top, *group_rows(members[start:], edges)]
    return group_rows(members, edges)


def _label_above(members: Sequence[RowLine], start: int) -> int:
    """The header ends above lines that only hold a label: a group row, or a wrapped first label."""
    while start > 1 and members[start - 1].columns() == {0} and any(0 not in {p.first} for p in members[start - 2].pieces):
        start -= 1
    return start


def _assemble(
    page: Page,
    frame: Frame,
    edges: Edges,
    xs: list[float],
    hard: list[bool],
    groups: list[tuple[int, list[RowLine]]],
    text_edges: list[tuple[float, float]],
    turned: list[int],
) -> Grid | None:
    ys = _row_edges(frame, groups)
    merger = Merger(len(groups), len(xs) - 1)
    words: dict[tuple[int, int], list[int]] = {}
    for r, (_, members) in enumerate(groups):
        for member in members:
            for piece in member.pieces:
                words.setdefault((r, piece.first), []).extend(piece.words)
                merger.merge(r, piece.first, r, piece.last)
    for i in turned:
        word = page.words[i]
        r = min(max(bisect_right(ys, (word.top + word.bottom) / 2) - 1, 0), len(groups) - 1)
        c = min(max(bisect_right(xs, (word.x0 + word.x1) / 2) - 1, 0), len(xs) - 2)
        words.setdefault((r, c), []).append(i)
    texts = {key: " ".join(page.words[i].text for i in value) for key, value in words.items()}
    _drawn_merges(frame, xs, hard, groups, texts, merger)
    for r, a, b in spanning_columns(groups, text_edges, edges, frame, xs):
        merger.merge(r, a, r, b)
    cells = []
    for r0, c0, r1, c1 in merger.cells():
        held = [i for r in range(r0, r1 + 1) for c in range(c0, c1 + 1) for i in words.get((r, c), ())]
        box = (xs[c0], ys[r0], xs[c1 + 1], ys[r1 + 1])
        cells.append(GridCell(r0, c0, r1 - r0 + 1, c1 - c0 + 1, tuple(held), box))
    soft = [not h for h in hard]
    rules = tuple(
        frame.ys[k + 1] for k, row in enumerate(frame.down) if sum(row) >= 0.8 * len(row)
    )
    grid = Grid(page.number, union([c.bbox for c in cells]), len(groups), len(xs) - 1, tuple(cells), tuple(xs), frame.kind, -1, rules)
    firm = {r for r, (b, _) in enumerate(groups) if frame.kind == "ruled" and all(frame.across[b]) and len(frame.xs) > 2}
    return tidy_columns(page, grid, soft, firm)


def _row_edges(frame: Frame, groups: Sequence[tuple[int, Sequence[RowLine]]]) -> list[float]:
    ys = [frame.ys[0]]
    for (a, upper), (b, lower) in zip(groups, groups[1:], strict=False):
        if a == b and upper and lower:
            ys.append((max(m.bottom for m in upper) + min(m.top for m in lower)) / 2)
        else:
            ys.append(frame.ys[b])
    ys.append(frame.ys[-1])
    return ys


def _drawn_merges(
    frame: Frame,
    xs: Sequence[float],
    hard: Sequence[bool],
    groups: Sequence[tuple[int, Sequence[RowLine]]],
    texts: dict[tuple[int, int], str],
    merger: Merger,
) -> None:
    """Merge cells between which nothing is drawn though the line is drawn elsewhere."""
    where = _places(frame, xs)
    if frame.kind == "ruled":
        for r, (band, _) in enumerate(groups):
            for c in range(len(xs) - 2):
                if not hard[c] or frame.across[band][where[c]]:
                    continue
                drawn = sum(row[where[c]] for row in frame.across)
                both = (r, c) in texts and (r, c + 1) in texts
                if drawn * 2 >= len(frame.across) and not both:
                    merger.merge(r, c, r, c + 1)
    for r in range(len(groups) - 1):
        a, b = groups[r][0], groups[r + 1][0]
        if a == b:
            continue
        for c in range(len(xs) - 1):
            if frame.down[a][where[c]]:
                continue
            upper, lower = texts.get((r, c)), texts.get((r + 1, c))
            if upper and lower and not _unbroken(groups[r][1], groups[r + 1][1], c):
                continue
            if upper or lower or frame.kind == "ruled":
                merger.merge(r, c, r + 1, c)


def _unbroken(upper: Sequence[RowLine], lower: Sequence[RowLine], column: int) -> bool:
    """Whether the text of a column runs on from one row to the next as one cell's text does."""
    above = [(m, p) for m in upper for p in m.pieces if p.first == column]
    below = [(m, p) for m in lower for p in m.pieces if p.first == column]
    if not above or not below:
        return False
    (line, last), (after, first) = above[-1], below[0]
    close = after.baseline - line.baseline <= LEADING * line.size
    return close and (first.text[:1].islower() or last.text.endswith("-"))
