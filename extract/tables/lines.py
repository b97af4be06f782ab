"""Words of a page → lines over its whole width, each cut into runs at gaps wider than a word space."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from statistics import median_low

from extract.page import Word
from extract.tables.model import Run, TextLine

SAME_BASELINE = 0.3  # em; how far baselines on one line may differ
RUN_GAP = 0.75  # em; a wider gap ends a run
TYPEWRITTEN_GAP = 0.9  # em; in a typewriter face two spaces end a run, one (0.6 em) does not
PITCH = (0.585, 0.615)  # em; width of a character in typewriter faces
FIGURE_SIGNS = frozenset("0123456789($-–—+.")
"""What opens a number; a line mostly of numbers has columns, not loose words."""
LOOSE = 1.7  # a gap this many times the line's median gap ends a run where the line is set loosely
LEADER = re.compile(r"(?:\s?[.·…_]){4,}$|^[.·…_]{2,}$|^[.·…]$")
"""Dots or dashes that lead the eye from a label to its number; they are no text."""
LEADING_SIGNS = frozenset(".·…_")
LEADER_TAIL = re.compile(r"[.·…_]{4,}$")


def lines_of(words: Sequence[Word], among: Iterable[int] | None = None) -> list[TextLine]:
    """The lines of the upright words (of those with an index in `among`), from top to bottom."""
    chosen = range(len(words)) if among is None else among
    upright = [i for i in chosen if words[i].angle == 0 and not words[i].raised]
    upright.sort(key=lambda i: words[i].baseline)
    rows: list[list[int]] = []
    base = size = 0.0
    for i in upright:
        word = words[i]
        if rows and word.baseline - base <= SAME_BASELINE * min(word.style.size, size):
            rows[-1].append(i)
        else:
            rows.append([i])
            base, size = word.baseline, word.style.size
    _host_raised(words, [i for i in chosen if words[i].raised and words[i].angle == 0], rows)
    return [_line(words, row) for row in rows]


def _host_raised(words: Sequence[Word], marks: list[int], rows: list[list[int]]) -> None:
    """Put raised marks on the line of the word they stand at."""
    orphans: list[list[int]] = []
    for i in marks:
        mark = words[i]
        best, distance = None, 1e9
        for row in rows:
            head = words[row[0]]
            drop = head.baseline - mark.baseline
            if -0.2 * head.style.size < drop < 0.9 * head.style.size:
                away = abs(drop - 0.35 * head.style.size) + min(abs(words[j].x1 - mark.x0) for j in row)
                if away < distance:
                    best, distance = row, away
        if best is None:
            orphans.append([i])
        else:
            best.append(i)
    rows.extend(orphans)
    if orphans:
        rows.sort(key=lambda row: words[row[0]].baseline)


def _line(words: Sequence[Word], row: list[int]) -> TextLine:
    if len(row) == 1:
        word = words[row[0]]
        return TextLine(word.top, word.bottom, word.baseline, word.style.size, (run_of(words, row),))
    row.sort(key=lambda i: words[i].x0)
    size = max(words[i].style.size for i in row)
    mono = _typewritten(words, row)
    limit = TYPEWRITTEN_GAP * size if mono else run_gap(words, row, size)
    runs: list[Run] = []
    start, right = 0, text_end(words[row[0]])
    for k in range(1, len(row)):
        word = words[row[k]]
        if word.x0 - right > limit and not word.glued:
            runs.append(run_of(words, row[start:k]))
            start = k
        right = max(right, text_end(word))
    runs.append(run_of(words, row[start:]))
    kept = tuple(run for run in runs if run.text) or (runs[0],)
    return TextLine(
        min(words[i].top for i in row), max(words[i].bottom for i in row), words[row[0]].baseline, size, kept, mono
    )


def _typewritten(words: Sequence[Word], row: Sequence[int]) -> bool:
    """Whether all the line's characters are of the usual width of typewriter faces."""
    for i in row:
        word = words[i]
        pitch = (word.x1 - word.x0) / (max(len(word.text), 1) * max(word.style.size, 0.1))
        if not PITCH[0] <= pitch <= PITCH[1]:
            return False
    return True


def run_gap(words: Sequence[Word], row: Sequence[int], size: float) -> float:
    """The widest gap that still is a word space on this line, in points."""
    gaps = [words[b].x0 - words[a].x1 for a, b in itertools.pairwise(row) if not words[b].glued]
    gaps = [g for g in gaps if 0 < g < 1.2 * size]
    figures = sum(words[i].text[:1] in FIGURE_SIGNS for i in row)
    if len(gaps) < 3 or figures * 2 >= len(row):
        return RUN_GAP * size
    return max(RUN_GAP * size, LOOSE * median_low(gaps))


def run_of(words: Sequence[Word], indices: Sequence[int]) -> Run:
    """These words, left to right, as one run; leaders are left out of its text and width."""
    shown = [i for i in indices if words[i].text[-1:] not in LEADING_SIGNS or _has_text(words[i].text)]
    inked = [words[i] for i in shown or indices]
    text = "".join(w.text if w.glued or k == 0 else " " + w.text for k, w in enumerate(inked)) if shown else ""
    return Run(
        inked[0].x0,
        max(map(text_end, inked)),
        min(w.top for w in inked),
        max(w.bottom for w in inked),
        tuple(indices),
        LEADER_TAIL.sub("", text).strip() if text and text[-1] in LEADING_SIGNS else text,
    )


def _has_text(text: str) -> bool:
    """Whether there is more to the word than a leader."""
    return not LEADER.search(text) or bool(LEADER_TAIL.sub("", text))


def text_end(word: Word) -> float:
    """Right edge of the word, without a leader set directly behind it."""
    if word.text[-1:] not in LEADING_SIGNS:
        return word.x1
    tail = LEADER_TAIL.search(word.text)
    if not tail or word.angle:
        return word.x1
    body, dots = tail.start(), len(word.text) - tail.start()
    # A dot is about half as wide as a letter.
    return word.x0 + (word.x1 - word.x0) * body / (body + dots * 0.5) if body else word.x0
