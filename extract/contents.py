"""The printed contents list: evidence for headings, and furniture itself.

A list is a row of entries that point to later and later pages. It is told from a table by its
title ("Indhold"), by leaders, by the structure tree, or because the pages that it names have its
titles on them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.contents_groups import Clues, Listing, read_listings, read_unnumbered
from extract.contents_levels import levels_of
from extract.contents_rows import Row, read_rows
from extract.geometry import union
from extract.lines import lines_of
from extract.numbering import read_number, title_key
from extract.page import BBox, Page, walk
from extract.page_numbers import value_of
from extract.report import Furniture, ReadingWarning

TITLE = re.compile(r"\b(?:indhold(?:sfortegnelse|soversigt|sliste)?|contents)\b")
LABEL = re.compile(r"(?:tabel|figur|boks|diagram)\s*\d", re.IGNORECASE)
LEADERS = ("....", "…", "____", "····")
DOTS = 12  # single dots on a page that may be leaders
FIRST_PAGES = 6  # pages on which a list with neither title nor leaders is sought
RIGHT_EDGE = 0.6  # share of the page's width behind which page numbers stand
LEAST_NUMBERS = 5  # of one right edge, for such a list
LONG_KEY = 12  # characters with which a wrapped title is told by its first line

_Numbers = Mapping[int, Sequence[int]]
"""Printed page number → the pages that bear it."""


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents list."""

    number: str | None
    title: str
    level: int | None
    """``None`` where the list does not tell."""
    target_page: int | None
    """The page of the file it points to."""
    page: int
    bbox: BBox
    text: str
    printed: str | None = None
    """The page number as printed; ``None`` where it names no page."""
    of_sections: bool = True
    """Whether it names a section; a list of tables or figures does not."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents lists of a report, and the words that they take from the pages."""

    entries: tuple[ContentsEntry, ...]
    furniture: tuple[Furniture, ...]
    taken: Mapping[int, frozenset[int]]
    """Page → indices into its ``words``."""
    warnings: tuple[ReadingWarning, ...] = ()


def read_contents(pages: Sequence[Page], printed: Mapping[int, int]) -> Contents:
    """The contents lists on these pages, which have no furniture any more; `printed` are their printed numbers."""
    numbers: dict[int, list[int]] = {}
    for page in pages:
        number = printed.get(page.number) if printed else page.number
        if number is not None:
            numbers.setdefault(number, []).append(page.number)
    listings = list(_listings(pages, numbers))
    rows = [(page, row, _lists_sections(x)) for page, x in listings for row in x.entries]
    levels = levels_of([row for _, row, _ in rows])
    entries: list[ContentsEntry] = []
    for (page, row, sections), level in zip(rows, levels, strict=True):
        before = next((e.target_page for e in reversed(entries) if e.target_page), 0)
        entries.append(_entry(row, level, page, numbers, before, sections=sections))
    furniture = [Furniture("contents", row.text, page.number, _box(row)) for page, x in listings for row in x.titles]
    furniture += [
        Furniture("contents", e.text, e.page, e.bbox, number=e.number, title=e.title, target_page=e.target_page)
        for e in entries
    ]
    furniture.sort(key=lambda f: (f.page, f.bbox[1]))
    return Contents(tuple(entries), tuple(furniture), _taken(listings))


def _taken(listings: Sequence[tuple[Page, Listing]]) -> dict[int, frozenset[int]]:
    taken: dict[int, frozenset[int]] = {}
    for page, listing in listings:
        words = {id(w) for row in (*listing.titles, *listing.entries) for w in row.words}
        own = frozenset(i for i, w in enumerate(page.words) if id(w) in words)
        taken[page.number] = taken.get(page.number, frozenset()) | own
    return taken


def _lists_sections(listing: Listing) -> bool:
    """Whether it is no list of tables or figures."""
    title = title_key(listing.titles[0].text) if listing.titles else ""
    labels = sum(LABEL.match(row.title) is not None for row in listing.entries)
    return "tabel" not in title and "figur" not in title and labels < 0.5 * len(listing.entries)


def _entry(row: Row, level: int | None, page: Page, numbers: _Numbers, before: int, *, sections: bool) -> ContentsEntry:
    """An entry; a number printed on several pages (roman ones in front) means the next behind the entry before."""
    numbered = read_number(row.title)
    targets = numbers.get(value_of(row.page) or 0, []) if row.page else []
    target = min(targets, key=lambda t: (t < before, t), default=None)
    return ContentsEntry(
        numbered.number, numbered.title, level, target, page.number, _box(row), row.text, row.page, sections
    )


def _box(row: Row) -> BBox:
    return union(w.bbox for w in row.words)


def _listings(pages: Sequence[Page], numbers: _Numbers) -> Iterator[tuple[Page, Listing]]:
    before: float | None = None
    for page in pages:
        if before is None and not _may_hold_list(page):
            continue
        rows = read_rows(page)
        clues = Clues(max(numbers, default=0), _tagged(page), _finder(pages, numbers), before)
        found = list(read_listings(rows, clues))
        if not found and any(r.heads_list for r in rows):
            unnumbered = read_unnumbered(rows, _appears(pages, page))
            found = [unnumbered] if unnumbered else []
        yield from ((page, listing) for listing in found)
        before = next((x.entries[-1].right for x in found if x.last_row), None)


def _may_hold_list(page: Page) -> bool:
    """A quick look: a title, leaders, the structure tree, or page numbers on one edge."""
    text = " ".join([w.text for w in page.words]).casefold()
    if TITLE.search(text) or any(leader in text for leader in LEADERS):
        return True
    if text.count(" . ") >= DOTS // 2 or any(e.type.startswith("TOC") for e in walk(page.structure)):
        return True
    if page.number > FIRST_PAGES:
        return False
    edges = Counter(
        round(w.x1) for w in page.words if len(w.text) <= 3 and w.text.isdigit() and w.x0 > RIGHT_EDGE * page.width
    )
    return max(edges.values(), default=0) >= LEAST_NUMBERS


def _tagged(page: Page) -> Callable[[Row], bool]:
    """Whether the structure tree has a row in a contents list."""
    mcids = {m for e in walk(page.structure) if e.type.startswith("TOC") for inner in walk((e,)) for m in inner.mcids}
    return lambda row: any(w.mcid in mcids for w in row.words)


def _finder(pages: Sequence[Page], numbers: _Numbers) -> Callable[[Row], bool]:
    """Whether a line of the page that a row names begins with the row's title."""
    by_number = {page.number: page for page in pages}
    lines: dict[int, list[str]] = {}

    def found(row: Row) -> bool:
        key, bare = title_key(row.title), title_key(read_number(row.title).title)
        for number in numbers.get(value_of(row.page) or 0, ()) if row.page else ():
            if number not in lines:
                page = by_number[number]
                lines[number] = [title_key(ln.text) for ln in lines_of(number, page.words)]
            if any(ln in (key, bare) or (len(ln) > LONG_KEY and key.startswith(ln)) for ln in lines[number]):
                return True
        return False

    return found


def _appears(pages: Sequence[Page], own: Page) -> Callable[[str], bool]:
    """Whether a line with this key stands on another page, or twice on the list's own."""
    keys: set[str] = set()

    def appears(key: str) -> bool:
        if not keys:
            for page in pages:
                if page is not own:
                    keys.update(title_key(ln.text) for ln in lines_of(page.number, page.words))
        return len(key) > 2 and key in keys

    return appears
