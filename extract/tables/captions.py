"""Captions, notes and sources: the lines around a table that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.tables.model import Grid, Run, TextLine, overlap

_NUMBER = r"(?:(?:[A-ZÆØÅ]{1,3}|[IVX]{1,5})(?:[-.–]?\d+)(?:[-.–]\d+)*|\d+(?:[-.–]\d+)*|[IVX]{1,5}|[A-Z])[a-z]?"
LABEL = re.compile(
    rf"^((?:Tabel|TABEL|Table|TABLE|Tab\.|Skema|SKEMA|Oversigt|Bilagstabel|Tabell|Tabelle)\s?{_NUMBER})(?=$|[\s.:–|-])\s*[.:–|-]*\s*(.*)$"
)
ANY_LABEL = re.compile(
    rf"^(?:Tabel|TABEL|Table|TABLE|Skema|SKEMA|Oversigt|Bilagstabel|Figur|FIGUR|Figure|FIGURE|Chart|Graf|Diagram|Boks|Box)\s?{_NUMBER}(?=$|[\s.:–|-])"
)
FIGURE = re.compile(
    rf"^(?:Figur|FIGUR|Figure|FIGURE|Fig\.|Chart|Graf|Graph|Diagram|Boks|Box|Kort|Map)\s?{_NUMBER}(?=$|[\s.:–|-])"
)
NOTE = re.compile(r"^(?:Anm(?:\.|ærkning(?:er)?)?|Noter?|Notes?|N\.?B)\s?[.:]", re.IGNORECASE)
SOURCE = re.compile(r"^(?:Kilder?|Sources?|Datakilder?)\s?:\s*", re.IGNORECASE)
NEAR_ABOVE = 3.2  # line heights between a caption and its table
NEAR_BELOW = 2.6  # line heights between a table and its first note
ROOM = 0.25  # share of the table's width; a note's line that leaves more is its last
NOTE_STEP = 1.6  # times the type size; wider steps end a note
MOST_LINES = 4  # lines of a caption
SMALLER = 0.6  # pt; how much the type may differ within a caption or a note


@dataclass(frozen=True, slots=True)
class Surround:
    """What stands around a table and belongs to it."""

    label: str | None
    caption: tuple[str, ...]
    notes: tuple[tuple[str, ...], ...]
    source: tuple[str, ...]
    caption_words: tuple[int, ...]
    note_words: tuple[tuple[int, ...], ...]
    """One entry a note, as in ``notes``."""
    source_words: tuple[int, ...]
    below: bool = False
    """The caption stands below the table."""

    @property
    def words(self) -> tuple[int, ...]:
        """The indices of all these words on their page."""
        return (*self.caption_words, *(i for note in self.note_words for i in note), *self.source_words)


@dataclass(slots=True)
class _Note:
    """A note or the source, line by line."""

    texts: list[str]
    words: list[int]


def joined(line: TextLine, first: int) -> str:
    """The line's text from this run on."""
    return " ".join(run.text for run in line.runs[first:])


def surround(grid: Grid, lines: Sequence[TextLine], grids: Sequence[Grid]) -> Surround:
    """Label, caption, notes and source of this table among the lines outside all tables of its page."""
    x0, _top, x1, bottom = grid.bbox
    others = [g.bbox for g in grids if g is not grid]
    above = _caption(grid, lines, others, below=False)
    found = above or _caption(grid, lines, others, below=True)
    label: str | None = None
    caption: tuple[str, ...] = ()
    words: list[int] = []
    if found:
        texts = [" ".join(r.text for r in runs) for runs in found]
        words += [i for runs in found for r in runs for i in r.words]
        match = LABEL.match(texts[0])
        if match:
            label, texts[0] = match.group(1), match.group(2)
        caption = tuple(t for t in texts if t)
    notes, source = _notes(lines, (x0, x1), bottom, set(words), others)
    return Surround(
        label=label,
        caption=caption,
        notes=tuple(tuple(note.texts) for note in notes),
        source=tuple(source.texts),
        caption_words=tuple(words),
        note_words=tuple(tuple(note.words) for note in notes),
        source_words=tuple(source.words),
        below=not above and bool(found),
    )


def _caption(
    grid: Grid, lines: Sequence[TextLine], others: Sequence[tuple[float, float, float, float]], below: bool
) -> list[list[Run]]:
    """The caption's lines, as runs; empty where none is near."""
    x0, top, x1, bottom = grid.bbox
    best: tuple[float, int, int] | None = None
    for k, line in enumerate(lines):
        for j, run in enumerate(line.runs):
            if not LABEL.match(joined(line, j)):
                continue
            away = line.top - bottom if below else top - line.bottom
            reach = (MOST_LINES + NEAR_ABOVE) * line.size * 1.3
            beside = (
                overlap(line.top, line.bottom, top, bottom) > 0 and (run.x1 <= x0 + 2 or run.x0 >= x1 - 2) and not below
            )
            if not beside and not (-0.5 * line.size <= away <= reach):
                continue
            if not beside and overlap(run.x0, line.x1, x0 - 60, x1) <= 0:
                continue
            if any(_between(o, line, grid, below) for o in others):
                continue
            if best is None or abs(away) < best[0]:
                best = (abs(away), k, j)
    if best is None:
        return []
    found = continued(lines, best[1], best[2], grid.bbox[1])
    size = lines[best[1]].size
    last = max(r.bottom for r in found[-1])
    gap = lines[best[1]].top - bottom if below else top - last
    beside = overlap(lines[best[1]].top, lines[best[1]].bottom, top, bottom) > 0
    return found if beside or gap <= NEAR_ABOVE * size * 1.3 else []


def _between(other: tuple[float, float, float, float], line: TextLine, grid: Grid, below: bool) -> bool:
    """Whether another table stands between the line and this one (and over the same columns)."""
    if overlap(other[0], other[2], grid.bbox[0], grid.bbox[2]) <= 0:
        return False
    if below:
        return grid.bbox[3] - 1 <= other[1] and other[3] <= line.top + 1
    return line.bottom - 1 <= other[1] and other[3] <= grid.bbox[1] + 1


def continued(lines: Sequence[TextLine], k: int, j: int, top: float = 1e9) -> list[list[Run]]:
    """The first line of a caption with those that carry it on, down to the `top` of its table."""
    line = lines[k]
    found = [list(line.runs[j:])]
    indent = line.runs[j + 1].x0 if len(line.runs) > j + 1 else line.runs[j].x0
    previous = line
    for after in lines[k + 1 : k + 1 + MOST_LINES]:
        step = after.baseline - previous.baseline
        runs = [r for r in after.runs if r.x0 >= line.runs[j].x0 - 2]
        if not runs or step > 1.45 * line.size or abs(after.size - line.size) > SMALLER:
            break
        if after.top > top - 1 and previous.bottom < top:
            break
        if ANY_LABEL.match(runs[0].text) or NOTE.match(runs[0].text) or SOURCE.match(runs[0].text):
            break
        centred = abs((runs[0].x0 + runs[-1].x1) - (line.x0 + line.x1)) < 2 * line.size
        if abs(runs[0].x0 - indent) > line.size and abs(runs[0].x0 - line.runs[j].x0) > line.size and not centred:
            break
        found.append(runs)
        previous = after
    return found


def _notes(
    lines: Sequence[TextLine],
    extent: tuple[float, float],
    bottom: float,
    used: set[int],
    others: Sequence[tuple[float, float, float, float]],
) -> tuple[list[_Note], _Note]:
    """Notes and source below a table."""
    notes: list[_Note] = []
    source = _Note([], [])
    current: _Note | None = None
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
            current = _Note([text], [])
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
