"""The printed lines between two drawn lines → rows: one, or several that nothing parts."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from extract.tables.model import Frame
from extract.tables.rows import INTERLEAVED, RowLine, data_line, group_rows
from extract.tables.values import is_value

FEW_BANDS = 4  # drawn rows up to which a drawn row may hold the table's whole body
RUNNING = 0.25  # share of lines that go on in small letters from which they are running text
MOSTLY = 0.4  # share of data lines from which a drawn row holds several printed ones
LEAST_BODY = 3  # bands of a body from which they can be seen to be its rows
DRAWN_ROWS = 0.1  # share of bands that may hold several rows where the bands are the rows
FULL_HEAD = 3  # texts of a header line that is whole
OPEN_ENDS = ("-", ",", "(", "/", "&")
MOST_HEAD = 4  # lines of a header above a body that no rule parts it from
Lines = Sequence[RowLine]


def rows_are_drawn(bands: Sequence[Lines]) -> bool:
    """Whether the rules or shades part the rows: hardly a band of the body holds several."""
    body = [members for members in bands[1:] if members]
    return len(body) >= LEAST_BODY and sum(map(_several, body)) <= DRAWN_ROWS * len(body)


def _several(members: Lines) -> bool:
    """Whether a band must hold several rows: a column has two values, or a full line begins anew."""
    for above, below in itertools.pairwise(members):
        if any(len(m.pieces) == 1 and m.pieces[0].last > m.pieces[0].first == 0 for m in (above, below)):
            return True
        pairs = [(p, q) for p in above.pieces for q in below.pieces if p.first == q.first]
        if any(is_value(p.text) and is_value(q.text) for p, q in pairs):
            return True
        if len(pairs) > 1 and not any(q.text[:1].islower() or p.text.endswith(OPEN_ENDS) for p, q in pairs):
            return True
        if len(pairs) == 1 and _lone(above, below) and pairs[0][0].bold is not pairs[0][1].bold:
            return True
    return False


def _lone(above: RowLine, below: RowLine) -> bool:
    """Whether one of two lines is a label by itself and the other a row."""
    return {0} in (above.columns(), below.columns()) and max(len(above.pieces), len(below.pieces)) > 1


def _interleaved(members: Lines) -> bool:
    """Whether lines stand nearer than lines of one text can: cells of one row set to the middle of its height."""
    return any(b.baseline - a.baseline < INTERLEAVED * b.size for a, b in itertools.pairwise(members))


def band_rows(
    frame: Frame, band: int, members: Lines, edges: Sequence[tuple[float, float]], drawn: bool
) -> list[list[RowLine]]:
    """The rows that the lines of one band make; `drawn` says that the bands are the table's rows."""
    if not members:
        return []
    bands = len(frame.ys) - 1
    headed = band == 0 and bands > 1 and not any(0 in m.columns() and data_line(m) for m in members)
    if frame.kind == "ruled" and headed:
        return [list(members)]
    firm = frame.kind == "ruled" and (len(frame.xs) > 2 or (bands > 2 and drawn))
    few = bands < FEW_BANDS
    if firm and not (few and _two_values(members)) and (_interleaved(members) or not _holds_rows(members, few=few)):
        return _split_firm(members)
    if headed:
        return _head(members, edges)
    if drawn and not _several(members):
        return [list(members)]
    return _open_rows(members, edges, head=band == 0)


def _holds_rows(members: Lines, few: bool) -> bool:
    """Whether one drawn row holds several printed ones."""
    data = sum(map(data_line, members))
    if few and _two_values(members):
        return True
    return not _running(members) and (few or (len(members) > 2 and data > MOSTLY * len(members)))


def _two_values(members: Lines) -> bool:
    """Whether a column of the band has a value on several lines that are rows: each with a label beside it."""
    full = [m for m in members if 0 in m.columns() and len(m.pieces) > 1]
    pairs = [(p, q) for a, b in itertools.pairwise(full) for p in a.pieces for q in b.pieces if p.first == q.first > 0]
    return any(is_value(p.text) and is_value(q.text) for p, q in pairs)


def _running(members: Lines) -> bool:
    """Whether the lines are running text in the first column too: one row of prose, not rows of entries."""
    heads = [next((p for p in m.pieces if p.first == 0), None) for m in members]
    pairs = [(a, b) for a, b in itertools.pairwise(heads) if a and b]
    wraps = sum(b.text[:1].islower() or a.text.endswith("-") for a, b in pairs)
    return wraps > RUNNING * len(pairs) or len(members) < 2


def _split_firm(members: Lines) -> list[list[RowLine]]:
    """A drawn row, split only where it holds columns of numbers line by line."""
    numeric = [m for m in members if data_line(m)]
    labelled = sum(0 in m.columns() for m in members)
    columns = {p.first for m in numeric for p in m.pieces if p.first > 0 and is_value(p.text)}
    full = [c for c in columns if sum(any(p.first == c and is_value(p.text) for p in m.pieces) for m in members) >= 2]
    if full and len(numeric) >= 0.7 * len(members) and labelled >= len(numeric):
        return [[m] for m in members]
    return [list(members)]


def _head(members: Lines, edges: Sequence[tuple[float, float]]) -> list[list[RowLine]]:
    """A header above its rule: its spanning lines are levels of their own, the rest is one row.

    Rows of the body that no rule parts from it begin where bold type ends.
    """
    levels: list[list[RowLine]] = []
    rest = list(members)
    while len(rest) > 1 and any(p.last > p.first for p in rest[0].pieces):
        levels.append([rest.pop(0)])
    strong = next((k for k, m in enumerate(rest) if not all(p.bold for p in m.pieces)), 0)
    body = strong if strong and all(not p.bold for m in rest[strong:] if len(m.pieces) > 1 for p in m.pieces) else 0
    body = body or _anew(rest)
    if not body:
        return [*levels, rest]
    body = _label_above(rest, body)
    return [*levels, rest[:body], *group_rows(rest[body:], edges)]


def _anew(members: Lines) -> int:
    """The first line that begins a full row below a full line: what is above it is the header; 0 where none does."""
    head = members[0].columns()
    if 0 not in head or len(head) < FULL_HEAD or any(p.bold for p in members[0].pieces):
        return 0
    for k, line in enumerate(members[1:], start=1):
        pairs = [(p, q) for p in members[k - 1].pieces for q in line.pieces if p.first == q.first]
        wraps = any(q.text[:1].islower() or p.text.endswith(OPEN_ENDS) for p, q in pairs)
        if 0 in line.columns() and len(line.columns()) * 2 > len(head) and not wraps:
            return k
    return 0


def _open_rows(members: Lines, edges: Sequence[tuple[float, float]], head: bool) -> list[list[RowLine]]:
    start = next((k for k, m in enumerate(members) if data_line(m)), 0) if head else 0
    if not 0 < start <= max(MOST_HEAD, len(members) // 2):
        return group_rows(members, edges)
    start = _label_above(members, start)
    return [*_head(members[:start], edges), *group_rows(members[start:], edges)]


def _label_above(members: Lines, start: int) -> int:
    """The header ends above lines that only hold a label: a group row, or a wrapped first label."""
    while start > 1 and members[start - 1].columns() == {0} and any(p.first for p in members[start - 2].pieces):
        start -= 1
    return start
