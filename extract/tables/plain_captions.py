"""Captions without a label: lines in a type of their own, which the document sets above tables and nowhere else.

A line above a table may be a caption, a heading or the end of a paragraph. What tells is the whole document: a
caption's type is no larger than the text's, differs from it, and stands above tables alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.geometry import union
from extract.page import Page, Word
from extract.report import Region, Table
from extract.tables.lines import lines_of
from extract.tables.model import TextLine, overlap
from extract.tables.turned import sideways

REACH = 1.6  # times the type size; room between a caption and its table
AT_EDGE = 1.2  # times the type size; how far a caption may begin from its table's left edge
MOST_WORDS = 16
LEAST_TABLES = 2  # tables that must have such a line above them
ONLY_THERE = 0.75  # share of the words in this type that must stand above tables
LARGER = 0.3  # pt; a larger line than the text's is a heading
OPEN = (":", ";", ",")
Look = tuple[str, float, bool, bool, str]


@dataclass(frozen=True, slots=True)
class PlainCaption:
    """A caption without a label, with its words' indices on its page."""

    text: str
    words: tuple[int, ...]
    region: Region


def plain_captions(
    pages: Sequence[Page], tables: Sequence[Table], taken: Mapping[int, set[int]]
) -> dict[int, PlainCaption]:
    """Index of a table → its caption; `taken` are the words of each page that belong to tables."""
    by_number = {page.number: page for page in pages}
    found: dict[int, tuple[Look, PlainCaption]] = {}
    for n, table in enumerate(tables):
        region = table.regions[0]
        if table.label or table.caption or sideways(by_number[region.page]):
            continue
        one = _line_above(by_number[region.page], region, taken.get(region.page, set()))
        if one is not None:
            found[n] = one
    if len(found) < LEAST_TABLES:
        return {}
    letters, words = _counts(pages, taken)
    body = letters.most_common(1)[0][0]
    above: Counter[Look] = Counter()
    for look, caption in found.values():
        above[look] += len(caption.words)
    tables_of = Counter(look for look, _ in found.values())
    own = {
        look
        for look, count in tables_of.items()
        if count >= LEAST_TABLES
        and look != body
        and look[1] <= body[1] + LARGER
        and above[look] >= ONLY_THERE * words[look]
    }
    return {n: caption for n, (look, caption) in found.items() if look in own}


def _line_above(page: Page, region: Region, taken: set[int]) -> tuple[Look, PlainCaption] | None:
    """The line right above the table, where it is short, alone and in one type."""
    x0, top, x1, _ = region.bbox
    near = [
        i
        for i, w in enumerate(page.words)
        if i not in taken and top - 60 < w.top and w.bottom <= top + 2 and overlap(w.x0, w.x1, x0 - 4, x1 + 4) > 0
    ]
    lines = lines_of(page.words, near)
    if not lines or not _may_be_caption(lines[-1], x0, top):
        return None
    indices = lines[-1].runs[0].words
    looks = {_look(page.words[i]) for i in indices}
    if len(looks) > 1:
        return None
    box = union([page.words[i].bbox for i in indices])
    return looks.pop(), PlainCaption(lines[-1].runs[0].text, indices, Region(page.number, box))


def _may_be_caption(line: TextLine, left: float, top: float) -> bool:
    run = line.runs[0]
    alone = len(line.runs) == 1 and len(run.words) <= MOST_WORDS and any(map(str.isalpha, run.text))
    close = top - line.bottom <= REACH * line.size and abs(line.x0 - left) <= AT_EDGE * line.size
    return alone and close and not run.text.endswith(OPEN)


def _look(word: Word) -> Look:
    style = word.style
    return (style.font, round(style.size, 1), style.bold, style.italic, style.color)


def _counts(pages: Sequence[Page], taken: Mapping[int, set[int]]) -> tuple[Counter[Look], Counter[Look]]:
    """Letters and words set in each type outside tables."""
    letters: Counter[Look] = Counter()
    words: Counter[Look] = Counter()
    for page in pages:
        held = taken.get(page.number, set())
        for i, word in enumerate(page.words):
            if i not in held:
                letters[_look(word)] += len(word.text)
                words[_look(word)] += 1
    return letters, words
