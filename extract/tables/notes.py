"""The notes and the source below a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.tables.labels import ANY_LABEL, NOTE, SOURCE
from extract.tables.model import TextLine, overlap

NEAR_BELOW = 2.6  # line heights between a table and its first note
ROOM = 0.25  # share of the table's width; a note's line that leaves more is its last
NOTE_STEP = 1.6  # times the type size; wider steps end a note
SMALLER = 0.6  # pt; how much the type may differ within a caption or a note


@dataclass(slots=True)
class NoteLines:
    """A note or the source, line by line."""

    texts: list[str]
    words: list[int]


def notes_below(
    lines: Sequence[TextLine],
    extent: tuple[float, float],
    bottom: float,
    used: set[int],
    others: Sequence[tuple[float, float, float, float]],
) -> tuple[list[NoteLines], NoteLines]:
    """Notes and source below a table."""
    notes: list[NoteLines] = []
    source = NoteLines([], [])
    current: NoteLines | None = None
    last, size, full = bottom, 0.0, False
    floor = min((o[1] for o in others if o[1] >= bottom - 1 and overlap(o[0], o[2], *extent) > 0), default=1e9)
    for line in lines:
        runs = [r for r in line.runs if overlap(r.x0, r.x1, extent[0] - 4, extent[1] + 4) > 0]
        if line.top < bottom - 1.5 or not runs or used & {i for r in runs for i in r.words}:
            continue
        text = " ".join(r.text for r in runs)
        opens_note, opens_source = bool(NOTE.match(text)), SOURCE.match(text)
        reach = NEAR_BELOW * line.size if current is None else NOTE_STEP * max(size, line.size) - line.size * 0.2
        if line.top - last > reach or line.top > floor:
            break
        if opens_note:
            current = NoteLines([text], [])
            notes.append(current)
        elif opens_source:
            current = source
            source.texts.append(text[opens_source.end() :])
        elif current is not None and full and abs(line.size - size) <= SMALLER and not ANY_LABEL.match(text):
            current.texts.append(text)
        else:
            break
        current.words += [i for r in runs for i in r.words]
        last, size = line.bottom, line.size
        full = runs[-1].x1 >= extent[1] - ROOM * (extent[1] - extent[0])
    return notes, source
