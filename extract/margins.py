"""Margin headings: short keywords set beside the running text, left or right of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.body import LONG_LINE, BodyArea, BodyProfile
from extract.geometry import overlap
from extract.page import BBox, Line

CLEAR = 0.4  # em between a margin note and the edge of the running text
MOST_WIDTH = 0.5  # of the running text's width; a wider strip is a column of its own
MOST_WORDS = 30  # of one note; more is a sidebar
NEXT_LINE = 1.8  # of its size: lines of one note are nearer than this, from baseline to baseline
IN_STRIP = 0.6  # share of a line of running text
SAME_SIZE = 0.3  # points
AROUND = 6.0  # em above and below a line in which the running text beside it is looked for
LEAST_BODY_LINES = 2  # long body lines that a page must have for anything to stand beside them
NUMBER = re.compile(r"(?:kapitel|bilag|afsnit|del)?\s*[\dIVXA-H]+(?:\.\d+)*\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MarginNote:
    """The lines of one note in the margin."""

    page: int
    lines: tuple[Line, ...]
    bbox: BBox


def split_margins(lines: Sequence[Line], body: BodyProfile) -> tuple[list[Line], list[MarginNote]]:
    """The lines of the running text, and the notes in the margins of the page."""
    area = body.areas.get(lines[0].page) if lines else None
    if area is None:
        return list(lines), []
    long = [ln for ln in lines if _is_long(ln, area, body)]
    if len(long) < LEAST_BODY_LINES:
        return list(lines), []
    sides = {side: [ln for ln in lines if _side(ln, lines, long, area) == side] for side in ("left", "right")}
    notes: list[MarginNote] = []
    for side in sides.values():
        if side and not _is_column(side, long, body) and _width(side) <= MOST_WIDTH * (area.x1 - area.x0):
            notes += [note for note in _notes(side) if _stands_beside(note, long)]
    taken = {id(ln) for note in notes for ln in note.lines}
    return [ln for ln in lines if id(ln) not in taken], notes


def _width(lines: Sequence[Line]) -> float:
    return max(ln.x1 for ln in lines) - min(ln.x0 for ln in lines)


def _is_column(side: Sequence[Line], long: Sequence[Line], body: BodyProfile) -> bool:
    """Whether running text stands in the strip, too: then it is a column, and what else is in it no note."""
    if any(len(ln.text) >= LONG_LINE and abs(ln.style.size - body.size) <= SAME_SIZE for ln in side):
        return True
    x0, x1 = min(ln.x0 for ln in side), max(ln.x1 for ln in side)
    return any(overlap(ln.x0, ln.x1, x0, x1) > IN_STRIP * (ln.x1 - ln.x0) for ln in long)


def _side(line: Line, lines: Sequence[Line], long: Sequence[Line], area: BodyArea) -> str:
    """``left`` or ``right`` of the running text, else "".

    Outside the body's edges, or (where a chapter alone has a margin) outside those of the lines
    around it and set otherwise than they are.
    """
    clear = CLEAR * line.style.size
    if line.x1 <= area.x0 - clear:
        return "" if _is_outdent(line, lines, area) else "left"
    if line.x0 >= area.x1 + clear:
        return "right"
    near = [ln for ln in long if abs(ln.baseline - line.baseline) < AROUND * line.style.size]
    if len(near) < LEAST_BODY_LINES or line.style in {ln.style for ln in near}:
        return ""
    if all(ln.x0 >= line.x1 + clear for ln in near):
        return "" if _is_outdent(line, lines, BodyArea(min(ln.x0 for ln in near), area.x1)) else "left"
    return "right" if all(ln.x1 <= line.x0 - clear for ln in near) else ""


def _is_long(line: Line, area: BodyArea, body: BodyProfile) -> bool:
    """A line of running text, long enough for something to stand beside it."""
    alike = abs(line.style.size - body.size) <= 1.0
    return alike and line.x0 >= area.x0 - 3 and line.x1 - line.x0 >= 0.45 * (area.x1 - area.x0)


def _is_outdent(line: Line, lines: Sequence[Line], area: BodyArea) -> bool:
    """A heading's number or a bullet that hangs left of the text it belongs to."""
    if not (NUMBER.fullmatch(line.text) or len(line.text) == 1):
        return False
    return any(
        abs(o.baseline - line.baseline) < 0.3 * line.style.size and o.x0 >= area.x0 - 3 and o is not line for o in lines
    )


def _notes(lines: Sequence[Line]) -> list[MarginNote]:
    notes: list[list[Line]] = []
    for line in sorted(lines, key=lambda ln: (ln.baseline, ln.x0)):
        if notes and _continues(notes[-1], line):
            notes[-1].append(line)
        else:
            notes.append([line])
    return [_note(group) for group in notes if sum(len(ln.words) for ln in group) <= MOST_WORDS]


def _continues(note: Sequence[Line], line: Line) -> bool:
    last = note[-1]
    step = line.baseline - last.baseline
    return (
        step < NEXT_LINE * max(line.style.size, 1.0)
        and abs(line.style.size - last.style.size) < 0.6
        and line.style.bold == last.style.bold
        and line.style.color == last.style.color
        and (len(note) < 2 or step < 1.25 * (note[1].baseline - note[0].baseline) or step < 0.3 * line.style.size)
    )


def _note(lines: Sequence[Line]) -> MarginNote:
    box = (
        min(ln.x0 for ln in lines),
        min(ln.top for ln in lines),
        max(ln.x1 for ln in lines),
        max(ln.bottom for ln in lines),
    )
    return MarginNote(lines[0].page, tuple(lines), box)


def _stands_beside(note: MarginNote, full: Sequence[Line]) -> bool:
    """Whether running text begins or goes on at the note's height."""
    size = note.lines[0].style.size
    return any(note.bbox[1] - 1.5 * size <= ln.baseline <= note.bbox[3] + 1.5 * size for ln in full) and any(
        c.isalpha() for ln in note.lines for c in ln.text
    )
