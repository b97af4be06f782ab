"""Rows of a contents list: a title, leaders or white space, and the number of a page at the right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.lines import lines_of, text_of
from extract.numbering import title_key
from extract.page import Line, Page, Word

LEADER = re.compile(r"\s*(?:\.{4,}|(?:\.\s){3,}\.?|…{2,}|\.*…\.*(?=\s|$)|_{4,}|(?:·\s?){4,})[\s.…·_]*")
PAGE = re.compile(r"(?:(?:s|side)\.?\s*)?(?P<page>\d{1,3}|[ivxl]{1,6})")
SAME_ROW = 0.45  # em; a page number may be set a little off its title's baseline
FAR = 1.2  # em between a title and its page number
TITLES = frozenset({
    "indhold", "indholdsfortegnelse", "indholdsoversigt", "indholdsliste", "contents", "tableofcontents",
    "figurer", "figurliste", "figuroversigt", "listeoverfigurer", "oversigtoverfigurer", "figurerogtabeller",
    "tabeller", "tabelliste", "tabeloversigt", "listeovertabeller", "oversigtovertabeller", "tabellerogfigurer",
    "bilag", "bilagsoversigt", "bilagsliste",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A printed row of a page, read as an entry of a contents list."""

    words: tuple[Word, ...]
    text: str
    title: str
    target: str
    """What stands behind the leaders or at the far right; "" where there is nothing."""
    leader: bool
    baseline: float
    x0: float
    right: float
    size: float

    @property
    def page(self) -> str | None:
        """The printed page that it points to."""
        match = PAGE.fullmatch(self.target)
        return match["page"] if match else None

    @property
    def heads_list(self) -> bool:
        """Whether it is the title of a contents list: "Indhold"."""
        return not self.target and title_key(self.text) in TITLES


def read_rows(page: Page) -> list[Row]:
    """The rows of a page from top to bottom; a list's title that stands beside its first entry is a row of its own."""
    rows: list[list[Line]] = []
    for line in sorted(lines_of(page.number, page.words), key=lambda ln: ln.baseline):
        if rows and line.baseline - rows[-1][0].baseline <= SAME_ROW * min(line.style.size, rows[-1][0].style.size):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [row for lines in rows for row in _split(sorted(lines, key=lambda ln: ln.x0))]


def joined(rows: Sequence[Row]) -> Row:
    """Rows of one entry that is wrapped over several lines."""
    words = tuple(w for row in rows for w in row.words)
    last = next((r for r in rows if r.target), rows[-1])
    title = " ".join(r.title for r in rows if r.title)
    text = " ".join(r.text for r in rows)
    return Row(words, text, title, last.target, last.leader, rows[0].baseline, rows[0].x0, last.right, rows[0].size)


def _split(lines: Sequence[Line]) -> Iterable[Row]:
    """One row, or several: a title beside the list, lists set in two columns."""
    rest = list(lines)
    if len(rest) > 1 and title_key(rest[0].text) in TITLES:
        yield _row(rest[0].words)
        rest = rest[1:]
    start = 0
    for at, line in enumerate(rest):
        # A page number with more than one title's worth of text behind it ends an entry of the left column.
        behind = rest[at + 1 :]
        if behind and at > start and PAGE.fullmatch(line.text) and any(len(ln.text) > 3 for ln in behind):
            yield _row([w for ln in rest[start : at + 1] for w in ln.words])
            start = at + 1
    if rest[start:]:
        yield _row([w for ln in rest[start:] for w in ln.words])


def _row(words: Sequence[Word]) -> Row:
    text = text_of(words)
    title, target, leader = _parts(text, words)
    return Row(
        words=tuple(words),
        text=text,
        title=title.strip(),
        target=target.strip(),
        leader=leader,
        baseline=words[0].baseline,
        x0=words[0].x0,
        right=words[-1].x1,
        size=words[0].style.size,
    )


def _parts(text: str, words: Sequence[Word]) -> tuple[str, str, bool]:
    leaders = list(LEADER.finditer(text))
    if leaders and leaders[0].start() > 0:
        return (text[: leaders[0].start()], text[leaders[-1].end() :], True)
    if len(words) > 1 and PAGE.fullmatch(words[-1].text):
        gap = words[-1].x0 - words[-2].x1
        if gap >= FAR * words[-1].style.size:
            return (text[: -len(words[-1].text)], words[-1].text, False)
    return (text, "", False)
