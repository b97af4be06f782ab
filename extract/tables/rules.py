"""Tables with horizontal rules or shaded bands only: rules of one width with columns of text between."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.tables.columns import gutters
from extract.tables.frames import frame_of
from extract.tables.labels import ANY_LABEL
from extract.tables.model import Edge, Edges, Frame, TextLine, overlap
from extract.tables.values import is_value

SAME_END = 6.0  # pt; how far the ends of a table's rules may differ
NARROWEST = 60.0  # pt; shorter rules open no table
EMPTY_BAND = 36.0  # pt; a taller band without text ends a table
MOST_LINES = 6  # lines of one row
LARGER = 0.8  # pt; text set this much larger than the rows above is the page's, not the table's
FULL_LINE = 0.55  # share of the rules' width from which a line of one run, carried on by another, is running text
LINE_FEED = 1.6  # times the type size; lines no further apart are of one paragraph
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
            verdict = _band(chains[k][0], last, rule, lines)
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


def _band(first: Edge, upper: Edge, lower: Edge, lines: Sequence[TextLine]) -> bool | None:
    """Whether the text between two rules is tabular; `None` where it ends the table that `first` opens."""
    inside = _between(upper.at, lower.at, upper, lines)
    if not inside:
        return False if lower.at - upper.at <= EMPTY_BAND else None
    if any(ANY_LABEL.match(line.runs[0].text) for line in inside):
        return None
    if _leaves_table(inside, _between(first.at, upper.at, upper, lines), upper):
        return None
    many = sum(len(line.runs) > 1 for line in inside)
    if many >= max(1, RICH * len(inside)):
        spaces = [[(r.x0, r.x1) for r in line.runs] for line in inside]
        if gutters(inside, spaces, upper.start, upper.end):
            return True
        if len(inside) <= MOST_LINES:
            return False  # a row by itself shows no columns where its texts are long
    return False if len(inside) <= 2 and lower.at - upper.at < 3.2 * inside[0].size else None


def _leaves_table(inside: Sequence[TextLine], above: Sequence[TextLine], rule: Edge) -> bool:
    """Whether the page's own text stands between the rules: a heading or a paragraph, and the next table below it.

    A table's rows are set in one size, or smaller ones; and no row of a table is a paragraph over its whole width.
    """
    rows = [line for line in above if len(line.runs) > 1]
    if not rows:
        return False
    alone = [line for line in inside if len(line.runs) == 1]
    if any(line.size > max(row.size for row in rows) + LARGER for line in alone) or _opens_another(inside, rows):
        return True
    left = min(row.x0 for row in rows)
    return any(
        a.x1 - a.x0 >= FULL_LINE * (rule.end - rule.start)
        and max(abs(a.x0 - left), abs(b.x0 - left)) < a.size
        and b.baseline - a.baseline <= LINE_FEED * a.size
        for a, b in pairwise(inside)
        if len(a.runs) == len(b.runs) == 1
    )


def _opens_another(inside: Sequence[TextLine], rows: Sequence[TextLine]) -> bool:
    """Whether a caption and a header stand below rows of numbers: a line alone, then a full one without a number."""
    head = inside[-1]
    titled = len(inside) > 1 and len(inside[0].runs) == 1 and len(head.runs) > 1
    if not titled or any(is_value(run.text) for run in head.runs):
        return False
    numbers = [row for row in rows if any(is_value(run.text) for run in row.runs[1:])]
    return len(numbers) >= max(1, len(rows) - 1)


def _between(top: float, bottom: float, rule: Edge, lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines between two heights, as far as they stand below or above the rule."""
    between = (
        _cut(line, rule)
        for line in lines
        if top - 1 <= (line.top + line.bottom) / 2 <= bottom + 1 and overlap(line.x0, line.x1, rule.start, rule.end) > 0
    )
    return [line for line in between if line.runs]


def _cut(line: TextLine, rule: Edge) -> TextLine:
    runs = tuple(r for r in line.runs if rule.start - 3 <= (r.x0 + r.x1) / 2 <= rule.end + 3)
    return TextLine(line.top, line.bottom, line.baseline, line.size, runs)
