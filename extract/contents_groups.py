"""Rows of a page → the stretches of them that are contents lists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from extract.contents_rows import Row, joined
from extract.numbering import read_number, title_key
from extract.page_numbers import value_of

LEAST_TITLED = 2  # entries of a list under a title
LEAST_LEADERS = 3  # entries with leaders of a list without a title
LEAST_PLAIN = 5  # entries of a list with neither
RISING = 0.8  # share of neighbours that point to the same or a later page
FOUND = 0.6  # share of entries whose title stands on the page they name
BETWEEN = 2  # rows without a page number between two entries
STEP = 2.6  # em from baseline to baseline within one entry
FAR = 6.0  # em from one entry to the next
RIGHT = 4.0  # points; page numbers end on one edge
TITLE_ROWS = 3  # rows between a list's title and its first entry
OVER = 5.0  # em of an entry between a title in words of its own and the first entry
LARGER = 1.15  # times the size of the entries
LONG = 14  # words; longer rows are no titles
MEAN = 8  # words of an ordinary title


@dataclass(frozen=True, slots=True)
class Listing:
    """The part of a contents list that stands on one page."""

    titles: tuple[Row, ...]
    """Its own title, and titles of groups within it."""
    entries: tuple[Row, ...]
    last_row: bool
    """It reaches to the end of its page."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What is known of a page beside its rows."""

    last: int
    """The highest printed page number."""
    tagged: Callable[[Row], bool]
    """Whether the structure tree has a row in a contents list."""
    found: Callable[[Row], bool]
    """Whether a row's title stands on the page it names."""
    before: float | None = None
    """Right edge of the contents list with which the page before ended."""


def read_listings(rows: Sequence[Row], clues: Clues) -> Iterator[Listing]:
    """The contents lists among the rows of a page."""
    done = -1
    accepted = clues.before is not None
    for first, last in _stretches(rows):
        if first <= done:
            continue
        title = next((i for i in range(first - 1, max(done, first - 2 - TITLE_ROWS), -1) if rows[i].heads_list), None)
        begins = first if title is None else title + 1
        follows = accepted and (done >= 0 or first <= BETWEEN)
        entries = [r for r in rows[first : last + 1] if r.target]
        if _is_list(entries, clues, titled=title is not None or follows) or (follows and _ends_list(entries, clues)):
            titles, entries = _entries(rows[begins : last + 1])
            if title is None and first - 1 > done and _stands_over(rows[first - 1], rows[first]):
                title = first - 1
            heads = [] if title is None else [rows[title]]
            yield Listing((*heads, *titles), tuple(entries), last >= len(rows) - 1)
            done, accepted = last, True


def _stands_over(row: Row, entry: Row) -> bool:
    """Whether a row set larger right above a list is the list's title, in whatever words ("Det kan du læse om")."""
    near = entry.baseline - row.baseline < OVER * entry.size
    return not row.target and near and row.size >= LARGER * entry.size and len(row.text.split()) <= LONG // 2


def _stretches(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """First and last row of each stretch of entries."""
    start: int | None = None
    before = 0
    for at, row in enumerate(rows):
        if not row.target:
            continue
        if start is not None and (at - before > BETWEEN + 1 or row.baseline - rows[before].baseline > FAR * row.size):
            yield (start, before)
            start = None
        start = at if start is None else start
        before = at
    if start is not None:
        yield (start, before)


def _is_list(entries: Sequence[Row], clues: Clues, *, titled: bool) -> bool:
    pages = [value_of(r.page) or 0 for r in entries if r.page]
    leaders = sum(r.leader for r in entries)
    if titled and (leaders >= LEAST_TITLED or leaders == len(entries)):
        return True
    rising = sum(a <= b for a, b in pairwise(pages))
    if len(pages) < LEAST_TITLED or rising < RISING * (len(pages) - 1) or max(pages) > clues.last + 1:
        return False
    if leaders >= LEAST_LEADERS and leaders >= 0.5 * len(entries):
        return True
    if not _right_aligned(entries) or sum(any(c.isalpha() for c in r.title) for r in entries) < len(entries):
        return False
    if titled or sum(map(clues.tagged, entries)) >= FOUND * len(entries):
        return True
    return len(entries) >= LEAST_PLAIN and sum(map(clues.found, entries)) >= FOUND * len(entries)


def _ends_list(entries: Sequence[Row], clues: Clues) -> bool:
    """The last entry of the list on the page before, alone at the top of its page."""
    return len(entries) == 1 and clues.before is not None and abs(entries[0].right - clues.before) <= RIGHT


def _right_aligned(entries: Sequence[Row]) -> bool:
    edges = Counter(round(r.right / RIGHT) for r in entries)
    best = max(edges[e] + edges[e + 1] for e in edges)
    return best >= RISING * len(entries)


def _entries(rows: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """Titles within the list, and its entries, wrapped ones put together."""
    titles: list[Row] = []
    entries: list[list[Row]] = []
    waiting: list[Row] = []
    for at, row in enumerate(rows):
        if row.target:
            entries.append([*waiting, row])
            waiting = []
            continue
        above = row.baseline - rows[at - 1].baseline if at else float("inf")
        below = rows[at + 1].baseline - row.baseline if at + 1 < len(rows) else float("inf")
        target = next((r for r in rows[at + 1 :] if r.target), row)
        numbered = read_number(row.text).number is not None
        if abs(row.size - target.size) > 0.6 or below > STEP * row.size or row.heads_list:
            titles += [*waiting, row]
            waiting = []
        elif entries and not waiting and not numbered and above < below - 1.0:
            entries[-1].append(row)
        else:
            waiting.append(row)
    return [*titles, *waiting], [joined(e) for e in entries]


def read_unnumbered(rows: Sequence[Row], appears: Callable[[str], bool]) -> Listing | None:
    """A list that names no pages: a title, and rows below it that all come again as lines of the text."""
    heads = [
        i for i, row in enumerate(rows) if row.heads_list and title_key(row.text).startswith(("indhold", "contents"))
    ]
    title = heads[0] if heads else None
    if title is None:
        return None
    short = list(takewhile(_is_title, rows[title + 1 :]))
    found = list(takewhile(lambda r: appears(title_key(r.text)), short)) if len(short) >= LEAST_LEADERS else []
    if len(found) < LEAST_LEADERS or sum(len(r.words) for r in found) > MEAN * len(found):
        return None
    return Listing((rows[title],), tuple(found), last_row=False)


def _is_title(row: Row) -> bool:
    return len(row.words) <= LONG and not row.text.endswith(".") and not row.text[0].islower()
