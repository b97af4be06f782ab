"""The text of a cell: its lines joined, its paragraphs kept apart."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from extract.danish.hyphens import join_lines
from extract.danish.lexicon import Lexicon
from extract.geometry import union
from extract.page import BBox, Page, Word
from extract.tables.lines import LEADER_TAIL, lines_of
from extract.tables.model import TextLine

PARAGRAPH_STEP = 1.3  # times the smallest step between lines; a wider step opens a paragraph
ROOM = 0.6  # em; room that a line must have left for the next word to open a paragraph
BULLET = re.compile(r"^[•●▪■◦○‣∙·\uf0b7\uf0a7]\s*")
ITEM = re.compile(r"^(?:[•●▪■◦○‣∙·–—*›-]|\(?\d{1,2}[.)]|[a-zA-Z][.)])(?:\s|$)")
END = (".", ":", ";", "!", "?")


def cell_paragraphs(page: Page, words: Sequence[int], lexicon: Lexicon, width: float) -> list[tuple[str, BBox]]:
    """The paragraphs and list items of a cell, each with its box; `width` is the room a line has."""
    lines = lines_of(page.words, words)
    turned = [page.words[i] for i in words if page.words[i].angle]
    parts = [_paragraph(lines[a:b], page, lexicon) for a, b in _cuts(lines, page, width)]
    if turned:
        text = " ".join(w.text for w in _in_reading_order(turned))
        parts.append((text, union([w.bbox for w in turned])))
    return [p for p in parts if p[0]]


def _in_reading_order(words: Iterable[Word]) -> list[Word]:
    """Turned words, line by line."""

    def place(w: Word) -> tuple[float, float]:
        if w.angle == 270:
            return (round(w.baseline / 3), -w.bottom)
        return (-round(w.baseline / 3), w.top) if w.angle == 90 else (-w.baseline, -w.x1)

    return sorted(words, key=place)


def _paragraph(lines: Sequence[TextLine], page: Page, lexicon: Lexicon) -> tuple[str, BBox]:
    texts = [LEADER_TAIL.sub("", " ".join(run.text for run in line.runs)).strip() for line in lines]
    boxes = [page.words[i].bbox for line in lines for run in line.runs for i in run.words]
    if len(texts[0]) > 2:
        texts[0] = BULLET.sub("", texts[0])
    return join_lines(texts, lexicon).text, union(boxes)


def _cuts(lines: Sequence[TextLine], page: Page, width: float) -> list[tuple[int, int]]:
    if not lines:
        return []
    steps = [b.baseline - a.baseline for a, b in itertools.pairwise(lines)]
    least = min((s for s in steps if s > 1), default=0.0)
    right = max(line.x1 for line in lines)
    right = max(right, lines[0].x0 + width)
    cuts = [0]
    for k, (step, above, below) in enumerate(zip(steps, lines, lines[1:], strict=False)):
        text = below.runs[0].text
        first = page.words[below.runs[0].words[0]]
        left_room = right - above.x1 > (first.x1 - first.x0) + ROOM * below.size + 0.25 * below.size
        ended = above.runs[-1].text.endswith(END) and left_room and not text[:1].islower()
        if (least and step > PARAGRAPH_STEP * least) or ITEM.match(text) or ended:
            cuts.append(k + 1)
    return list(zip(cuts, [*cuts[1:], len(lines)], strict=True))
