"""Captions, notes and sources: the lines around a table that belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.tables.labels import ANY_LABEL, LABEL, NOTE, SOURCE
from extract.tables.model import Grid, Run, TextLine, overlap
from extract.tables.notes import notes_below

NEAR_ABOVE = 3.2  # line heights between a caption and its table
MOST_LINES = 4  # lines of a caption
NEARER = 0.6  # share of the space below a caption up to which the space above it says that it belongs there
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


def joined(line: TextLine, first: int) -> str:
    """The line's text from this run on."""
    return " ".join(run.text for run in line.runs[first:])


def surrounds(grids: Sequence[Grid], lines: Sequence[TextLine], known: Sequence[Grid]) -> list[Surround]:
    """What surrounds each of the grids; of two that claim one caption the lower may have its own below."""
    found = [surround(grid, lines, known) for grid in grids]
    for upper in range(len(grids)):
        for lower in range(len(grids)):
            shared = set(found[upper].caption_words) & set(found[lower].caption_words)
            if not shared or not found[upper].below or found[lower].below:
                continue
            own = surround(grids[lower], lines, known, above=False)
            if own.label or _nearer(lines, shared, grids[upper], grids[lower]):
                found[lower] = own
            else:
                found[upper] = replace(found[upper], label=None, caption=(), caption_words=(), below=False)
    return found


def _nearer(lines: Sequence[TextLine], caption: set[int], upper: Grid, lower: Grid) -> bool:
    """Whether a caption between two tables stands clearly nearer to the upper one."""
    own = [line for line in lines if any(i in caption for run in line.runs for i in run.words)]
    above, below = min(line.top for line in own) - upper.bbox[3], lower.bbox[1] - max(line.bottom for line in own)
    return max(above, 0.0) < NEARER * below


def surround(grid: Grid, lines: Sequence[TextLine], grids: Sequence[Grid], *, above: bool = True) -> Surround:
    """Label, caption, notes and source of this table among the lines outside all tables of its page.

    Without `above` only a caption below counts.
    """
    x0, _top, x1, bottom = grid.bbox
    others = [g.bbox for g in grids if g is not grid]
    over = _caption(grid, lines, others, below=False) if above else []
    found = over or _caption(grid, lines, others, below=True)
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
    notes, source = notes_below(lines, (x0, x1), bottom, set(words), others)
    return Surround(
        label=label,
        caption=caption,
        notes=tuple(tuple(note.texts) for note in notes),
        source=tuple(source.texts),
        caption_words=tuple(words),
        note_words=tuple(tuple(note.words) for note in notes),
        source_words=tuple(source.words),
        below=not over and bool(found),
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
