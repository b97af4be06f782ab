"""Runs and headings → sections with their blocks: the text part of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import cast

from extract.geometry import union
from extract.headings import Heading
from extract.page import TextRun
from extract.report import Block, BlockType, Region, Section, SectionRole, TextLine
from extract.roles import role_of

FRONT = "s0"


def build_sections(
    runs: Sequence[TextRun], headings: Sequence[Heading], tables: Mapping[str, Sequence[Region]]
) -> tuple[Section, ...]:
    """The sections in reading order; `tables` are the regions of tables by id.

    A section's blocks reach to the next heading of any level; its pages to the end of its last
    subsection. What stands before the first heading is in `s0`, which is left out where empty.
    """
    starts = [h.at for h in headings]
    stretches = [runs[a + 1 : b] for a, b in pairwise([*starts, len(runs)])]
    parents = _parents([h.level for h in headings])
    ids = _ids(headings)
    roles: list[SectionRole] = []
    for heading, parent in zip(headings, parents, strict=True):
        roles.append(role_of(heading.title, None if parent is None else roles[parent]))
    counter = _Counter()
    front = _blocks(runs[: starts[0]] if starts else runs, None, tables, counter)
    blocks = [_blocks(s, runs[at].margin_heading, tables, counter) for at, s in zip(starts, stretches, strict=True)]
    first = [runs[at].page for at in starts]
    last = _last_pages(first, [runs[at].lines[-1].page for at in starts], blocks, parents)
    sections = [
        Section(
            ids[i],
            h.number,
            h.title,
            h.level,
            None if p is None else ids[p],
            (first[i], last[i]),
            roles[i],
            blocks[i],
            _regions(runs[h.at], {}),
        )
        for i, (h, p) in enumerate(zip(headings, parents, strict=True))
    ]
    return (*([_front(front)] if front else []), *sections)


def _front(blocks: tuple[Block, ...]) -> Section:
    pages = [r.page for b in blocks for r in b.regions]
    return Section(FRONT, None, "", 1, None, (min(pages), max(pages)), "front", blocks)


def _parents(levels: Sequence[int]) -> list[int | None]:
    """For each heading the nearest one before it of a higher level."""
    parents: list[int | None] = []
    open_: list[int] = []
    for i, level in enumerate(levels):
        while open_ and levels[open_[-1]] >= level:
            open_.pop()
        parents.append(open_[-1] if open_ else None)
        open_.append(i)
    return parents


def _ids(headings: Sequence[Heading]) -> list[str]:
    """A heading's number where it is the first to bear it, else its place among all headings."""
    ids: list[str] = []
    for place, heading in enumerate(headings, 1):
        number = heading.number
        ids.append(number if number and number not in ids else f"s{place}")
    return ids


def _last_pages(
    first: Sequence[int], own: Sequence[int], blocks: Sequence[Sequence[Block]], parents: Sequence[int | None]
) -> list[int]:
    last = [
        max([page, end, *(r.page for b in bs for r in b.regions)])
        for page, end, bs in zip(first, own, blocks, strict=True)
    ]
    for i in range(len(last) - 1, -1, -1):
        parent = parents[i]
        if parent is not None:
            last[parent] = max(last[parent], last[i])
    return last


class _Counter:
    """Numbers the blocks of a report."""

    def __init__(self) -> None:
        self.count = 0

    def next(self) -> str:
        self.count += 1
        return f"b{self.count}"


def _blocks(
    runs: Sequence[TextRun], margin: str | None, tables: Mapping[str, Sequence[Region]], counter: _Counter
) -> tuple[Block, ...]:
    """The blocks of a section; a note in the margin beside its heading belongs to its first paragraph."""
    blocks: list[Block] = []
    for run in runs:
        regions = _regions(run, tables)
        if not regions:
            continue
        heading = run.margin_heading
        if margin and run.kind in ("paragraph", "list_item", "quote"):
            heading = f"{margin} / {heading}" if heading else margin
            margin = None
        blocks.append(
            Block(
                id=counter.next(),
                type=cast("BlockType", run.kind),
                text=run.text,
                regions=regions,
                lines=_lines(run),
                margin_heading=heading,
                table=run.table,
                number=run.number,
            )
        )
    return tuple(blocks)


def _lines(run: TextRun) -> tuple[TextLine, ...]:
    return tuple(
        TextLine(start, end, line.page, line.bbox)
        for line, (start, end) in zip(run.lines, run.spans, strict=True)
        if end > start
    )


def _regions(run: TextRun, tables: Mapping[str, Sequence[Region]]) -> tuple[Region, ...]:
    """One region a page; none for the part of a table behind a page break, which its first part holds."""
    if run.table is not None:
        return tuple(tables.get(run.table, ()))
    boxes: dict[int, list[tuple[float, float, float, float]]] = {}
    if run.area is not None:
        boxes[run.page] = [run.area]
    for line in run.lines:
        boxes.setdefault(line.page, []).append(line.bbox)
    return tuple(Region(page, union(own)) for page, own in boxes.items())
