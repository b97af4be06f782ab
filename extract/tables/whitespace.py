"""Blocks of lines that keep common gutters: where tables without any rule may stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.tables.labels import ANY_LABEL, NOTE, SOURCE
from extract.tables.model import Frame, Run, TextLine, overlap

STEP = 2.6  # times the type size; a wider step between lines ends a block
LONE_LINES = 3  # lines of one run that a block may bridge
HEAD_STEP = 1.35  # times the type size; a wider step parts a line from the column head below it
MOST_HEAD = 4  # lines of a column's head
FEED = 1.45  # times the type size; a wider step parts a row's last line from what follows the table
LEAST_GUTTER = 0.5  # em
ALIGNED = 0.5  # em; how far edges may differ and still count as aligned
Interval = tuple[float, float]


def blocks(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """Runs of lines with at least two common columns, from top to bottom."""
    current: list[TextLine] = []
    pending: list[TextLine] = []
    before: list[TextLine] = []
    common: list[Interval] = []
    for line in lines:
        if current and line.top - (pending or current)[-1].baseline > STEP * line.size:
            yield from _closed(current, pending, common)
            current, pending = [], []
        if len(line.runs) < 2 or ends(line):
            pending.append(line)
            if current and (len(pending) > LONE_LINES or ends(line)):
                yield from _closed(current, pending, common)
                current = []
            if not current:
                before, pending = [*before[1 - MOST_HEAD :], line], []
            continue
        own = _gaps(line)
        kept = _shared(common, own, line.size) if current else own
        if current and not kept:
            if not _aligned(line, current):
                yield from _closed(current, pending, common)
                current, kept = [], own
            else:
                kept = common
        current += [*pending, line] if current else [*_head_above(line, before), line]
        pending, before, common = [], [], kept
    yield from _closed(current, pending, common)


def _head_above(first: TextLine, before: Sequence[TextLine]) -> list[TextLine]:
    """The lines of one run right above a block that are the upper lines of one of its column heads."""
    out: list[TextLine] = []
    below = first
    for line in reversed(before):
        over = [r for r in first.runs if overlap(r.x0, r.x1, line.x0, line.x1) > 0]
        inside = len(over) == 1 and _set_over(line, over[0])
        if not inside or below.baseline - line.baseline > HEAD_STEP * line.size or ends(line):
            break
        if line.x1 - line.x0 > 2 * (over[0].x1 - over[0].x0) + 2 * line.size:
            break
        out.insert(0, line)
        below = line
    return out


def _set_over(line: TextLine, run: Run) -> bool:
    """Whether a line stands over a run as the upper line of the same text: left, right or centred."""
    limit = ALIGNED * line.size
    sides = (line.x0 - run.x0, line.x1 - run.x1, (line.x0 + line.x1 - run.x0 - run.x1) / 2)
    return any(abs(side) < limit for side in sides)


def ends(line: TextLine) -> bool:
    """Whether the line is a caption, note or source, which stands outside the table."""
    text = line.runs[0].text
    return bool(ANY_LABEL.match(text) or NOTE.match(text) or SOURCE.match(text))


def _closed(
    current: list[TextLine], pending: Sequence[TextLine] = (), common: Sequence[Interval] = ()
) -> Iterator[list[TextLine]]:
    if len(current) < 2:
        return
    for line in pending:
        above = current[-1]
        text = line.runs[0].text
        over = [r for r in above.runs if abs(r.x0 - line.x0) < 2 * line.size] or [
            r for r in above.runs if _set_over(line, r)
        ]
        narrow = bool(common) and (line.x1 <= min(g[1] for g in common) or all(_beside(line, g) for g in common))
        wraps = bool(over) and (text[:1].islower() or text.startswith("(") or over[0].text.endswith((",", "-")))
        if not narrow or not wraps or line.baseline - above.baseline > FEED * line.size:
            break
        current = [*current, line]
    yield current


def _beside(line: TextLine, gap: Interval) -> bool:
    """Whether the line keeps clear of this gutter."""
    return line.x1 <= gap[1] or line.x0 >= gap[0]


def _gaps(line: TextLine) -> list[Interval]:
    return [(a.x1, b.x0) for a, b in zip(line.runs, line.runs[1:], strict=False)]


def _shared(common: Sequence[Interval], own: Sequence[Interval], size: float) -> list[Interval]:
    out = []
    for a0, a1 in common:
        for b0, b1 in own:
            if min(a1, b1) - max(a0, b0) >= LEAST_GUTTER * size:
                out.append((max(a0, b0), min(a1, b1)))
    return out


def _aligned(line: TextLine, current: Sequence[TextLine]) -> bool:
    """Whether half of the runs stand under an edge or the middle of a run shortly above."""
    near = [run for above in current[-4:] for run in above.runs]
    limit = ALIGNED * line.size
    hits = sum(
        any(
            abs(run.x0 - other.x0) < limit
            or abs(run.x1 - other.x1) < limit
            or abs(run.x0 + run.x1 - other.x0 - other.x1) < 2 * limit
            for other in near
        )
        for run in line.runs
    )
    return hits * 2 >= len(line.runs)


def block_frame(block: Sequence[TextLine]) -> Frame:
    """The frame around a block: one region, nothing drawn in it."""
    xs = (min(line.x0 for line in block) - 1, max(line.x1 for line in block) + 1)
    ys = (min(line.top for line in block) - 0.5, max(line.bottom for line in block) + 0.5)
    return Frame(xs, ys, ((),), (), "plain")
