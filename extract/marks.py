"""What was read on one page, as labelled boxes: what `extract draw` paints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.page import Word
from extract.report import BBox, Block, Report, Table

MarkKind = Literal[
    "paragraph", "list_item", "quote", "figure", "footnote", "table", "cell", "header_cell",
    "join", "heading", "margin_heading",
    "caption", "furniture", "unread",
]  # fmt: skip
JOIN = 3.0
"""Points; height of the bar that marks where a table is cut by a page break."""
SLACK = 1.5
"""Points by which a word may stick out of the box that holds it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A box on the page and what it was read as."""

    kind: MarkKind
    bbox: BBox
    order: int | None = None
    """Place in the page's reading order, on the first box of a block."""


def page_marks(report: Report, page: int, words: Sequence[Word]) -> tuple[Mark, ...]:
    """All marks of a page; `words` are the page's own, to find headings and what was left out."""
    marks = [*_tables(report, page), *_furniture(report, page), *_blocks(report, page)]
    free = _outside(words, [*(mark.bbox for mark in marks), *_line_boxes(report, page)])
    for kind, *spellings in _titles(report, page):
        held = next(filter(None, (_spelled(text, free) for text in spellings)), None)
        if held:
            marks.append(Mark(kind, _around(word.bbox for word in held)))
            free = [word for word in free if word not in held]
    return (*marks, *(Mark("unread", word.bbox) for word in free))


def _tables(report: Report, page: int) -> Iterator[Mark]:
    for table in report.tables:
        own = [cell for cell in table.cells if cell.page == page]
        yield from (Mark("cell" if cell.row >= 0 else "header_cell", cell.bbox) for cell in own)
        yield from (Mark("table", region.bbox) for region in table.regions if region.page == page)
        yield from _joins(table, page)


def _joins(table: Table, page: int) -> Iterator[Mark]:
    """Bars where a table comes from the page before or goes on on the next."""
    last = len(table.regions) - 1
    for place, region in enumerate(table.regions):
        x0, top, x1, bottom = region.bbox
        if region.page == page and place > 0:
            yield Mark("join", (x0, top - JOIN, x1, top))
        if region.page == page and place < last:
            yield Mark("join", (x0, bottom, x1, bottom + JOIN))


def _furniture(report: Report, page: int) -> Iterator[Mark]:
    return (Mark("furniture", piece.bbox) for piece in report.furniture if piece.page == page)


def _blocks(report: Report, page: int) -> Iterator[Mark]:
    for order, block in enumerate(_blocks_on(report, page), start=1):
        boxes = [region.bbox for region in block.regions if region.page == page]
        for place, bbox in enumerate(boxes):
            yield Mark(block.type, bbox, order if place == 0 else None)


def _blocks_on(report: Report, page: int) -> list[Block]:
    blocks = (block for section in report.sections for block in section.blocks)
    return [block for block in blocks if any(region.page == page for region in block.regions)]


def _line_boxes(report: Report, page: int) -> Iterator[BBox]:
    for block in _blocks_on(report, page):
        yield from (line.bbox for line in block.lines if line.page == page)


def _titles(report: Report, page: int) -> Iterator[tuple[MarkKind, *tuple[str, ...]]]:
    """Headings, captions and notes that may stand on the page, as they may be spelled.

    The report has their words, not their boxes.
    """
    for section in report.sections:
        if section.pages[0] == page and section.title:
            yield "heading", f"{section.number or ''} {section.title}", section.title
    seen: set[str] = set()
    for block in _blocks_on(report, page):
        if block.margin_heading and block.margin_heading not in seen:
            seen.add(block.margin_heading)
            yield "margin_heading", block.margin_heading
    for table in report.tables:
        if any(region.page == page for region in table.regions):
            yield "caption", f"{table.label or ''} {table.caption or ''}"
            yield from (("caption", note) for note in (*table.notes, table.source or ""))


def _outside(words: Iterable[Word], boxes: Sequence[BBox]) -> list[Word]:
    """The words in none of the boxes, line by line from left to right."""
    free = [word for word in words if not any(_holds(box, word) for box in boxes)]
    return sorted(free, key=lambda word: (round(word.baseline), word.x0))


def _holds(box: BBox, word: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] - SLACK <= x <= box[2] + SLACK and box[1] - SLACK <= y <= box[3] + SLACK


def _spelled(text: str, words: Sequence[Word]) -> list[Word]:
    """The consecutive words that spell the text, hyphens, spaces and capitals aside; empty where none do."""
    wanted = _letters(text)
    pieces = [_letters(word.text) for word in words]
    for start in range(len(words) if wanted else 0):
        spelled = ""
        for end in range(start, len(words)):
            spelled += pieces[end]
            if spelled == wanted:
                return list(words[start : end + 1])
            if not wanted.startswith(spelled):
                break
    return []


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _around(boxes: Iterable[BBox]) -> BBox:
    x0, top, x1, bottom = zip(*boxes, strict=True)
    return (min(x0), min(top), max(x1), max(bottom))
