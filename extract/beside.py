"""Margin headings → the runs they stand beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.danish.hyphens import join_lines
from extract.danish.lexicon import Lexicon
from extract.margins import MarginNote
from extract.page import TextRun

NEAR = 1.6  # lines between the tops of a note and of the run it belongs to
KINDS = ("paragraph", "list_item", "quote")


def attach_notes(runs: Sequence[TextRun], notes: Sequence[MarginNote], lexicon: Lexicon, size: float) -> list[TextRun]:
    """The runs with their `margin_heading`; a note with nothing beside it becomes a run of its own."""
    result = list(runs)
    by_page: dict[int, list[int]] = {}
    for at, run in enumerate(runs):
        if run.kind in KINDS and not run.boxed:
            for page in {ln.page for ln in run.lines}:
                by_page.setdefault(page, []).append(at)
    lost: list[tuple[int, TextRun]] = []
    for note in notes:
        joined = join_lines([ln.text for ln in note.lines], lexicon)
        home = _beside(note, [(i, runs[i]) for i in by_page.get(note.page, [])], size)
        if home is None:
            lost.append((_after(runs, note), _own_run(note, joined.text, joined.spans)))
        else:
            before = result[home].margin_heading
            result[home] = replace(result[home], margin_heading=f"{before} / {joined.text}" if before else joined.text)
    for place, run in sorted(lost, key=lambda x: -x[0]):
        result.insert(place, run)
    return result


def _beside(note: MarginNote, runs: Sequence[tuple[int, TextRun]], size: float) -> int | None:
    """The run that begins at the note's height, else the one that the note stands alongside."""
    first = note.lines[0]
    best: tuple[float, int] | None = None
    for at, run in runs:
        lines = [ln for ln in run.lines if ln.page == note.page]
        if abs(lines[0].style.size - size) > 1.2:  # a heading
            continue
        starts = run.lines[0].page == note.page
        apart = abs(lines[0].baseline - first.baseline) / (1.3 * size)
        if starts and apart <= NEAR:
            rank = apart
        elif lines[0].top - size <= first.baseline <= lines[-1].bottom + size:
            rank = NEAR + apart / 100
        else:
            continue
        if best is None or rank < best[0]:
            best = (rank, at)
    return best[1] if best else None


def _after(runs: Sequence[TextRun], note: MarginNote) -> int:
    return next((i for i, r in enumerate(runs) if (r.page, r.top) > (note.page, note.bbox[1])), len(runs))


def _own_run(note: MarginNote, text: str, spans: tuple[tuple[int, int], ...]) -> TextRun:
    return TextRun("paragraph", note.lines, text, spans, note.bbox, boxed=True, page=note.page, top=note.bbox[1])
