"""Tables with horizontal rules or shaded bands only: rules of one width with columns of text between."""

from __future__ import annotations

from collections.abc import Sequence

from extract.page import Page
from extract.tables.captions import ANY_LABEL, LABEL, NOTE, SOURCE
from extract.tables.columns import gutters
from extract.tables.frames import frame_of
from extract.tables.model import Edge, Edges, Frame, Run, TextLine, overlap

SAME_END = 6.0  # pt; how far the ends of a table's rules may differ
NARROWEST = 60.0  # pt; shorter rules open no table
EMPTY_BAND = 36.0  # pt; a taller band without text ends a table
HEAD_REACH = 1.2  # line heights between the first rule and the header above it
HEAD_STEP = 1.5  # line heights between the lines of such a header
MOST_HEAD = 4  # lines of such a header
ALIGNED = 2.5  # pt; how far a header may stand from its column's side
RICH = 0.2  # share of a band's lines that must have text in several columns


def rule_frames(edges: Sequence[Edge], lines: Sequence[TextLine]) -> list[Frame]:
    """Frames of rules one below the other."""
    rules = sorted((e for e in edges if e.end - e.start >= NARROWEST), key=lambda e: e.at)
    chains: list[list[Edge]] = []
    rich: list[bool] = []
    open_chains: list[int] = []
    for rule in rules:
        done = False
        for k in reversed(open_chains):
            last = chains[k][-1]
            if abs(last.start - rule.start) > SAME_END or abs(last.end - rule.end) > SAME_END:
                continue
            verdict = _band(last, rule, lines)
            open_chains.remove(k)
            if verdict is not None:
                chains[k].append(rule)
                rich[k] = rich[k] or verdict
                open_chains.append(k)
                done = True
            break
        if not done:
            chains.append([rule])
            rich.append(False)
            open_chains.append(len(chains) - 1)
    frames = []
    for chain, tabular in zip(chains, rich, strict=True):
        if len(chain) > 1 and tabular:
            inner = [
                e
                for e in edges
                if chain[0].at < e.at < chain[-1].at
                and e.start >= chain[0].start - SAME_END
                and e.end <= chain[0].end + SAME_END
            ]
            frame = frame_of(Edges(tuple(sorted({*chain, *inner}, key=lambda e: e.at)), ()), "rules")
            if frame:
                frames.append(frame)
    return frames


def _band(upper: Edge, lower: Edge, lines: Sequence[TextLine]) -> bool | None:
    """Whether the text between two rules is tabular; `None` where it ends the table."""
    between = [
        line
        for line in lines
        if upper.at - 1 <= (line.top + line.bottom) / 2 <= lower.at + 1
        and overlap(line.x0, line.x1, upper.start, upper.end) > 0
    ]
    inside = [_cut(line, upper) for line in between]
    inside = [line for line in inside if line.runs]
    if not inside:
        return False if lower.at - upper.at <= EMPTY_BAND else None
    if any(ANY_LABEL.match(line.runs[0].text) for line in inside):
        return None
    many = sum(len(line.runs) > 1 for line in inside)
    if many >= max(1, RICH * len(inside)):
        spaces = [[(r.x0, r.x1) for r in line.runs] for line in inside]
        if gutters(inside, spaces, upper.start, upper.end):
            return True
    return False if len(inside) <= 2 and lower.at - upper.at < 3.2 * inside[0].size else None


def _cut(line: TextLine, rule: Edge) -> TextLine:
    runs = tuple(r for r in line.runs if rule.start - 3 <= (r.x0 + r.x1) / 2 <= rule.end + 3)
    return TextLine(line.top, line.bottom, line.baseline, line.size, runs)


def with_rows_beside(page: Page, frame: Frame, lines: Sequence[TextLine]) -> Frame:
    """The frame with the rows right above and below it that no line closes off.

    Bands leave out every other row, the last one too; and where a rule stands below every row, the header's is the
    first, with the header above it.
    """
    x0, top, x1, bottom = frame.bbox
    reach = max(b - a for a, b in zip(frame.ys, frame.ys[1:], strict=False))
    ys = list(frame.ys)
    inside = [line for line in lines if len(line.runs) > 1 and x0 - 3 <= line.x0 and line.x1 <= x1 + 3]
    own = [line for line in inside if top <= (line.top + line.bottom) / 2 <= bottom]
    if not _ruled_at(page, bottom, x0, x1):
        below = [line for line in inside if 0 <= line.top - bottom + 2 < reach and _fits(line, own)]
        ys += [below[0].bottom + 2] if below else []
    if not _ruled_at(page, top, x0, x1):
        above = [line for line in inside if 0 <= top - line.bottom + 2 < reach and _fits(line, own)]
        ys[:0] = [above[-1].top - 2] if above else []
    else:
        head = header_above(lines, own, frame)
        ys[:0] = [head[0].top - 2] if head else []
    more = len(ys) - len(frame.ys)
    if not more:
        return frame
    columns = len(frame.xs) - 1
    return Frame(
        frame.xs,
        tuple(ys),
        ((False,) * (columns - 1),) * (len(ys) - 1),
        ((True,) * columns,) * (len(ys) - 2),
        frame.kind,
    )


def header_above(lines: Sequence[TextLine], own: Sequence[TextLine], frame: Frame) -> list[TextLine]:
    """The lines right above the top rule that stand in the table's columns, from top to bottom; most often none."""
    x0, top, x1, _ = frame.bbox
    head: list[TextLine] = []
    for line in reversed([line for line in lines if line.bottom <= top + 2 and x0 - 3 <= line.x0 and line.x1 <= x1 + 3]):
        step = head[0].baseline - line.baseline if head else 0.0
        away = 0.0 if head else top - line.bottom
        if away > HEAD_REACH * line.size or step > HEAD_STEP * line.size or len(head) == MOST_HEAD:
            break
        if not _fits(line, own) or LABEL.match(line.runs[0].text) or not all(_aligned(r, own) for r in line.runs):
            break
        head.insert(0, line)
    while head and len(head[0].runs) == 1 and not _wraps(head[0], head[1:]):
        head.pop(0)
    columns = max((len(line.runs) for line in own), default=0)
    most = max((len(line.runs) for line in head), default=0)
    return head if most >= max(2, columns - 1) else []


def _aligned(run: Run, own: Sequence[TextLine]) -> bool:
    """Whether the run begins, ends or is centred where a run of the table does."""
    return any(
        min(abs(run.x0 - r.x0), abs(run.x1 - r.x1), abs(run.x0 + run.x1 - r.x0 - r.x1) / 2) <= ALIGNED
        for line in own
        for r in line.runs
    )


def _wraps(line: TextLine, below: Sequence[TextLine]) -> bool:
    """Whether the single run goes on in the same column one line below: a header cell of two lines."""
    return bool(below) and any(abs(line.x0 - r.x0) <= ALIGNED or abs(line.x1 - r.x1) <= ALIGNED for r in below[0].runs)


def _ruled_at(page: Page, y: float, x0: float, x1: float) -> bool:
    """Whether a line is drawn at this height over most of the width."""
    drawn = sum(max(0.0, overlap(r.x0, r.x1, x0, x1)) for r in page.rulings if r.horizontal and abs(r.top - y) < 3)
    return drawn > 0.5 * (x1 - x0)


def _fits(line: TextLine, own: Sequence[TextLine]) -> bool:
    """Whether the line keeps the columns: no run of it touches two runs of a full line of the table."""
    if NOTE.match(line.runs[0].text) or SOURCE.match(line.runs[0].text) or not own:
        return False
    full = max(own, key=lambda x: len(x.runs))
    return all(sum(overlap(r.x0, r.x1, o.x0, o.x1) > 0 for o in full.runs) < 2 for r in line.runs)
