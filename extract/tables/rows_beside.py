"""Rows of a table that stand outside its outermost rule or shade.

Bands leave out every other row, the first and the last too; where a rule stands below every row, the header is above
the first one, and where one stands between the rows, the last row is below the last. Where only rows have rules, the
header stands above the first row, which stands above the first rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.page import Page
from extract.tables.columns import gutters
from extract.tables.labels import ANY_LABEL, NOTE, SOURCE
from extract.tables.lines import run_of
from extract.tables.model import Frame, Run, TextLine, overlap
from extract.tables.pieces import stretches

REACH = 1.2  # line heights between a rule and the row beyond it
STEP = 1.5  # line heights between the lines of one row
MOST_LINES = 4  # lines of a row beyond a rule
ROW_STEP = 1.3  # times the table's tallest row; from the header to the first row
FEW_RULES = 3  # rules up to which the last may be the header's
LABEL = 0.5  # share of a row's width that a group's label may take
ALIGNED = 2.5  # pt; how far a text may stand from its column's side


def with_rows_beside(page: Page, frame: Frame, lines: Sequence[TextLine]) -> Frame:
    """The frame with the rows right above and below it that no line closes off."""
    x0, top, x1, bottom = frame.bbox
    inside = [line for line in lines if x0 - 3 <= line.x0 and line.x1 <= x1 + 3]
    own = [line for line in inside if len(line.runs) > 1 and top <= (line.top + line.bottom) / 2 <= bottom]
    if not own:
        return frame
    white = gutters(own, [stretches(page, line) for line in own], x0, x1)
    between = [(a + b) / 2 for a, b in white]
    own, inside = [_parted(page, line, between) for line in own], [_parted(page, line, between) for line in inside]
    pitch = max(b - a for a, b in zip(frame.ys, frame.ys[1:], strict=False))
    above = _beyond([line for line in reversed(inside) if line.bottom <= top + 2], own, white, (top, -1.0), pitch)
    below = _beyond([line for line in inside if line.top >= bottom - 2], own, white, (bottom, 1.0), pitch)
    above, head = _without_lone(above, first=True), []
    below = _without_lone(below, first=False)
    columns = max(len(line.runs) for line in own)
    if _ruled_at(page, top, x0, x1):
        row = _one_row(above, columns, (top, -1.0))
        head = _row_before(above[len(row) :], row, columns, pitch)
        above = row
    if _ruled_at(page, bottom, x0, x1) and len(frame.ys) <= FEW_RULES:
        below = []  # the rule below a header: the body stands below without any
    elif _ruled_at(page, bottom, x0, x1):
        below = _one_row(below, columns, (bottom, 1.0))
    return _grown(frame, [rows for rows in (head, above) if rows], below)


def _parted(page: Page, line: TextLine, between: Sequence[float]) -> TextLine:
    """The line with its runs cut between the table's columns, which may stand no more than a word space apart."""
    runs: list[Run] = []
    for run in line.runs:
        start = 0
        for k in range(1, len(run.words)):
            a, b = page.words[run.words[k - 1]], page.words[run.words[k]]
            if any(a.x1 <= x <= b.x0 for x in between):
                runs.append(run_of(page.words, run.words[start:k]))
                start = k
        runs.append(run_of(page.words, run.words[start:]) if start else run)
    return replace(line, runs=tuple(runs))


def _beyond(
    lines: Sequence[TextLine],
    own: Sequence[TextLine],
    white: Sequence[tuple[float, float]],
    edge: tuple[float, float],
    pitch: float,
) -> list[TextLine]:
    """The lines, from the frame away, that keep its columns and follow each other at most one row apart."""
    out: list[TextLine] = []
    at, way = edge
    for line in lines:
        away = (line.top - at if way > 0 else at - line.bottom) + 2
        placed = all(_aligned(run, own) for run in line.runs) or _one_a_column(line, white)
        if away > pitch or not _fits(line, own) or not placed:
            break
        out.append(line)
        at = line.bottom if way > 0 else line.top
    return out


def _without_lone(lines: list[TextLine], first: bool) -> list[TextLine]:
    """Without the outermost lines of one run, unless they belong to a cell of the next: prose may stand beside."""
    while lines and len(lines[-1].runs) == 1 and not _same_cell(lines[-1], lines[:-1], first):
        lines = lines[:-1]
    return lines


def _same_cell(line: TextLine, others: Sequence[TextLine], first: bool) -> bool:
    """Whether the single run stands in the same column as a run of the line next to it, one line feed away."""
    if not others or abs(others[-1].baseline - line.baseline) > STEP * line.size:
        return False
    near = others[-1].runs
    return any(abs(line.x0 - r.x0) <= ALIGNED or (first and abs(line.x1 - r.x1) <= ALIGNED) for r in near)


def _one_row(lines: Sequence[TextLine], columns: int, edge: tuple[float, float]) -> list[TextLine]:
    """Of lines beyond a rule those of the nearest row, where it is as full as the table's rows."""
    out: list[TextLine] = []
    at, way = edge
    for line in lines[:MOST_LINES]:
        away = line.top - at if way > 0 else at - line.bottom
        if away > (REACH if not out else STEP - 1) * line.size:
            break
        out.append(line)
        at = line.bottom if way > 0 else line.top
    return out if max((len(line.runs) for line in out), default=0) >= max(2, columns - 1) else []


def _row_before(lines: Sequence[TextLine], row: Sequence[TextLine], columns: int, pitch: float) -> list[TextLine]:
    """The header above the first row, where rules part the rows alone and none stands below the header."""
    if not row:
        return []
    step = row[-1].baseline - lines[0].baseline if lines else 0.0
    return _one_row(lines, columns + 1, (lines[0].bottom, -1.0)) if 0 < step <= ROW_STEP * pitch else []


def _grown(frame: Frame, above: Sequence[Sequence[TextLine]], below: Sequence[TextLine]) -> Frame:
    """The frame with a band more for each of the rows above it, from the top down, and for what is below."""
    ys = [min(line.top for line in row) - 2 for row in above] + list(frame.ys)
    ys += [max(line.bottom for line in below) + 2] if below else []
    if len(ys) == len(frame.ys):
        return frame
    columns = len(frame.xs) - 1
    across = ((False,) * (columns - 1),) * (len(ys) - 1)
    return Frame(frame.xs, tuple(ys), across, ((True,) * columns,) * (len(ys) - 2), frame.kind)


def _ruled_at(page: Page, y: float, x0: float, x1: float) -> bool:
    """Whether a line is drawn at this height over most of the width."""
    drawn = sum(max(0.0, overlap(r.x0, r.x1, x0, x1)) for r in page.rulings if r.horizontal and abs(r.top - y) < 3)
    return drawn > 0.5 * (x1 - x0)


def _fits(line: TextLine, own: Sequence[TextLine]) -> bool:
    """Whether the line keeps the columns: no run of it touches two runs of a full line of the table."""
    text = line.runs[0].text
    if ANY_LABEL.match(text) or NOTE.match(text) or SOURCE.match(text):
        return False
    full = max(own, key=lambda x: len(x.runs))
    if len(line.runs) == 1 and abs(line.x0 - full.x0) <= ALIGNED and line.x1 - line.x0 < LABEL * (full.x1 - full.x0):
        return True  # a group's label, which may run over the first columns
    return all(sum(overlap(r.x0, r.x1, o.x0, o.x1) > 0 for o in full.runs) < 2 for r in line.runs)


def _one_a_column(line: TextLine, white: Sequence[tuple[float, float]]) -> bool:
    """Whether the line has a text a column, of three at least: a header set left stands clear of numbers set right."""
    pairs = zip(line.runs, line.runs[1:], white, strict=False)
    return len(line.runs) == len(white) + 1 > 2 and all(p.x1 <= b and q.x0 >= a for p, q, (a, b) in pairs)


def _aligned(run: Run, own: Sequence[TextLine]) -> bool:
    """Whether the run begins, ends or is centred where a run of the table does."""
    return any(
        min(abs(run.x0 - r.x0), abs(run.x1 - r.x1), abs(run.x0 + run.x1 - r.x0 - r.x1) / 2) <= ALIGNED
        for line in own
        for r in line.runs
    )
