"""Lines of one column → groups of lines, each one paragraph, list item, heading line, ….

A new group begins where a reader sees one: a marker, more space, another size, an indented first
line, or a line that ended although the next word would have fitted on it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.insets import Inset, right_edge
from extract.list_markers import is_bullet, is_fact, marker_of, successor
from extract.page import Line, Word

OTHER_SIZE = 0.07  # relative difference of type size that parts two groups
MORE_SPACE = 0.16  # of the usual step between lines: this much more begins a new group
LEAST_SPACE = 1.2  # points; smaller differences are rounding
INDENT = 0.7  # em; a first line set in by this begins a paragraph
FITS = 0.35  # em to spare for the next word to have fitted on the line before
SAME_LEFT = 0.3  # em
EDGE = 4.0  # points
NOTE_NUMBER = re.compile(r"[(\[]?\d{1,3}[)\].]?|\d{1,2}(?:\.\d{1,2}){1,3}\.?")


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together, with the list marker they begin with."""

    lines: tuple[Line, ...]
    marker: str | None
    left: float
    """Left edge of the lines after the first (of the text behind the marker in a list item)."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What is usual in a column: right edge and the step from line to line by type size."""

    left: float
    right: float
    rights: dict[int, float]
    """Right edge of the lines that share a left edge (rounded to `EDGE` points): quotations are narrower."""
    steps: dict[float, float]
    beside: tuple[Inset, ...]
    """What makes lines end before the right edge."""


def group_lines(lines: Sequence[Line], beside: Sequence[Inset] = ()) -> list[Group]:
    """The groups of a column's lines, which are given from top to bottom; `beside` makes some of them short."""
    if not lines:
        return []
    measure = _measure(lines, beside)
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or _begins(groups[-1], line, measure):
            groups.append([])
        groups[-1].append(line)
    return [_group(g) for g in groups]


def text_left(line: Line) -> float:
    """Where a line's text begins, behind a list marker or a note's number."""
    hangs = len(line.words) > 1 and (marker_of(line) is not None or NOTE_NUMBER.fullmatch(line.words[0].text))
    return line.words[1].x0 if hangs else line.x0


def _group(lines: Sequence[Line]) -> Group:
    rest = [ln.x0 for ln in lines[1:]]
    return Group(tuple(lines), marker_of(lines[0]), min(rest) if rest else text_left(lines[0]))


def _measure(lines: Sequence[Line], beside: Sequence[Inset]) -> Measure:
    steps: dict[float, Counter[float]] = {}
    for a, b in pairwise(lines):
        step = b.baseline - a.baseline
        if abs(a.style.size - b.style.size) < 0.3 and 0.8 * a.style.size < step < 2.2 * a.style.size:
            steps.setdefault(round(a.style.size), Counter())[round(step * 2) / 2] += 1
    usual = {size: _least_usual(counts) for size, counts in steps.items()}
    rights = sorted((ln.x1 for ln in lines), reverse=True)
    right = rights[min(len(rights) - 1, max(0, len(rights) // 10))]
    classes: dict[int, list[float]] = {}
    for line in lines:
        classes.setdefault(round(line.x0 / EDGE), []).append(line.x1)
    local = {key: max(ends) for key, ends in classes.items() if len(ends) >= 3}
    return Measure(min(ln.x0 for ln in lines), right, local, usual, tuple(beside))


def _least_usual(counts: Counter[float]) -> float:
    """The smallest step that is no exception: within a paragraph lines stand closest."""
    total = sum(counts.values())
    return min(step for step, n in counts.items() if n >= max(1, 0.12 * total))


def _begins(group: Sequence[Line], line: Line, measure: Measure) -> bool:
    last = group[-1]
    size = max(line.style.size, 1.0)
    step = line.baseline - last.baseline
    if abs(line.style.size - last.style.size) > OTHER_SIZE * size:
        return not _is_run_in(last, line, step)
    marker = marker_of(line)
    if marker is not None and not _is_broken_word(last):
        own = marker_of(group[0])
        if is_bullet(marker) or (own and successor(marker, own)) or not _runs_on(last, line, measure):
            return True
    if _starts_with_mark(line) or (is_fact(line) and is_fact(group[0])):
        return True
    if step < -0.5 * size or step > _limit(line, measure):
        return True
    if _other_style(last, line):
        return True
    return _indented(group, line, size) or _ended(group, line, measure, size)


def _limit(line: Line, measure: Measure) -> float:
    usual = measure.steps.get(round(line.style.size))
    if usual is None:
        usual = max(1.5 * line.style.size, 1.15 * line.style.size)
    return usual + max(LEAST_SPACE, MORE_SPACE * usual)


def _is_run_in(last: Line, line: Line, step: float) -> bool:
    """Lines of one sentence in which a few words are set larger or smaller (a title's small capitals)."""
    return any(abs(w.style.size - last.style.size) < 0.2 for w in line.words[:1]) and step < 1.5 * line.style.size


def _starts_with_mark(line: Line) -> bool:
    """A raised number first: the note of a footnote."""
    first = line.words[0]
    return first.raised and len(line.words) > 1 and first.text.strip("()").isdigit()


def _other_style(last: Line, line: Line) -> bool:
    """A heading's bold or colour ends with its line; a bold word inside a sentence may end anywhere."""
    a, b = last.words[-1].style, line.words[0].style
    if (a.bold, a.color) == (b.bold, b.color):
        return False
    return _uniform(last.words) or (
        _uniform(line.words) and line.style.bold and not last.style.bold and _is_closed(last)
    )


def _uniform(words: Sequence[Word]) -> bool:
    first = words[0].style
    return all((w.style.bold, w.style.color) == (first.bold, first.color) for w in words if not w.raised)


def _is_closed(line: Line) -> bool:
    return line.text.rstrip("\"”»)’'")[-1:] in ".!?:" or line.words[-1].raised


def _is_broken_word(line: Line) -> bool:
    return line.text[-1:] in "-\u00ad\u2010" and len(line.text) > 1 and line.text[-2].isalpha()


def _runs_on(last: Line, line: Line, measure: Measure) -> bool:
    """A number at a line's start that is only the sentence's next word ("Tabel / 7. Da var …")."""
    full = measure.right - last.x1 < 2.0 * line.style.size
    return full and not _is_closed(last) and abs(line.x0 - last.x0) < SAME_LEFT * line.style.size


def _indented(group: Sequence[Line], line: Line, size: float) -> bool:
    """A first line set in, or a change of the left edge that is not a hanging indent's."""
    if len(group) > 1:
        return abs(line.x0 - group[1].x0) > INDENT * size
    first = group[0]
    if abs(line.x0 - first.x0) < SAME_LEFT * size or abs(line.x0 - text_left(first)) < SAME_LEFT * size:
        return False
    if marker_of(first) is not None:  # its text hangs, or runs back under the marker
        return line.x0 < first.x0 - SAME_LEFT * size or line.x0 > text_left(first) + INDENT * size
    # A line farther left follows an indented first line; one farther right begins something else.
    return line.x0 > first.x0 + INDENT * size


def _ended(group: Sequence[Line], line: Line, measure: Measure, size: float) -> bool:
    """Whether the line before ended although the first word of this one would have fitted on it."""
    last = group[-1]
    if _is_broken_word(last) or _is_centred(last, line, measure, size):
        return False
    first = line.words[0]
    width = first.x1 - first.x0
    for word in line.words[1:]:
        if not word.glued:
            break
        width += word.x1 - word.x0
    right = measure.rights.get(round(last.x0 / EDGE), measure.right)
    room = right_edge(last, right, measure.beside) - last.x1 - 0.28 * size - width
    return room > FITS * size


def _is_centred(last: Line, line: Line, measure: Measure, size: float) -> bool:
    middle = (measure.left + measure.right) / 2
    off = max(abs((ln.x0 + ln.x1) / 2 - middle) for ln in (last, line))
    return off < size and min(last.x0, line.x0) > measure.left + size
