"""Tables with horizontal rules or shaded bands only: rules of one width with columns of text between."""

from __future__ import annotations

from collections.abc import Sequence

from extract.tables.columns import gutters
from extract.tables.frames import frame_of
from extract.tables.labels import ANY_LABEL
from extract.tables.model import Edge, Edges, Frame, TextLine, overlap

SAME_END = 6.0  # pt; how far the ends of a table's rules may differ
NARROWEST = 60.0  # pt; shorter rules open no table
EMPTY_BAND = 36.0  # pt; a taller band without text ends a table
MOST_LINES = 6  # lines of one row
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
        if len(inside) <= MOST_LINES:
            return False  # a row by itself shows no columns where its texts are long
    return False if len(inside) <= 2 and lower.at - upper.at < 3.2 * inside[0].size else None


def _cut(line: TextLine, rule: Edge) -> TextLine:
    runs = tuple(r for r in line.runs if rule.start - 3 <= (r.x0 + r.x1) / 2 <= rule.end + 3)
    return TextLine(line.top, line.bottom, line.baseline, line.size, runs)
