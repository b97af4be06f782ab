"""What the file itself says about headings: structure tree, bookmarks, printed contents list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.contents import ContentsEntry
from extract.numbering import read_number, title_key
from extract.page import Element, Page, TextRun
from extract.pages import Bookmark

HEADING_TYPE = re.compile(r"(?:h|heading|overskrift)[\s_]*([1-6])?", re.IGNORECASE)
OUTSIDE = frozenset({"Caption", "Note", "FENote", "Figure", "TOC", "TOCI", "TD", "TH", "Table", "Artifact"})
LONGEST = 40  # words; a longer "heading" is a paragraph with the wrong tag
OVERTAGGED = 0.4  # share of the text in headings from which the tags cannot be trusted
NEXT_PAGE = 1  # pages by which a bookmark or contents line may be off
TITLE = 0  # level of the document's title in the structure tree
NOT_TEXT = -1
GLUED = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*\.?)(?=[^\W\d])")


@dataclass(frozen=True, slots=True)
class Named:
    """A heading as a bookmark or a line of the contents list names it."""

    number: str | None
    title: str
    level: int | None
    page: int | None

    @property
    def keys(self) -> set[str]:
        """The texts under which a heading may be found."""
        return {title_key(self.title), title_key(f"{self.number or ''}{self.title}")}


@dataclass(frozen=True, slots=True)
class Clues:
    """What the file says about one run."""

    tag: int | None = None
    """Level in the structure tree; `TITLE` for the document's title."""
    mark: Named | None = None
    """The bookmark that leads to it."""
    entry: Named | None = None
    """The contents line that names it."""
    outside: bool = False
    """The structure tree has it in a caption, a note, a table, …"""

    @property
    def count(self) -> int:
        """How many sources call it a heading."""
        return bool(self.tag) + (self.mark is not None) + (self.entry is not None)


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that the file says, ready to be asked about runs."""

    tags: Mapping[tuple[int, int], int]
    """(page, marked-content id) → heading level, `NOT_TEXT` for what is in no paragraph."""
    marks: Mapping[str, Sequence[Named]]
    entries: Mapping[str, Sequence[Named]]
    count: Mapping[Named, int]
    """How often each source says the same: equal lines of a contents list."""

    def of(self, run: TextRun) -> Clues:
        """What the file says about a run."""
        tag = self._tag(run)
        keys = {title_key(run.text), title_key(read_number(run.text).title)}
        return Clues(
            tag=tag if tag is not None and tag >= TITLE and len(run.text.split()) <= LONGEST else None,
            mark=_find(self.marks, keys, run.page),
            entry=_find(self.entries, keys, run.page),
            outside=tag == NOT_TEXT,
        )

    def names(self, text: str, page: int) -> bool:
        """Whether a bookmark or contents line reads like this."""
        keys = {title_key(text), title_key(read_number(text).title)}
        return any(_find(source, keys, page) is not None for source in (self.entries, self.marks))

    def _tag(self, run: TextRun) -> int | None:
        if not self.tags:
            return None
        found = Counter(self.tags.get((ln.page, w.mcid)) for ln in run.lines[:2] for w in ln.words if w.mcid >= 0)
        return found.most_common(1)[0][0] if found else None


def gather(
    pages: Sequence[Page], bookmarks: Sequence[Bookmark], contents: Sequence[ContentsEntry], runs: Sequence[TextRun]
) -> Evidence:
    """The evidence of a file; tags that call nearly everything a heading are left aside."""
    tags: dict[tuple[int, int], int] = {}
    for page in pages:
        for element in page.structure:
            _collect(element, page.number, None, tags)
    marks = []
    for mark in bookmarks:
        numbered = read_number(GLUED.sub(r"\1 ", mark.title))  # some programs leave out the blank
        marks.append(Named(numbered.number, numbered.title, mark.level, mark.page))
    entries = [Named(e.number, e.title, e.level, e.target_page) for e in contents]
    return Evidence(
        {} if _overtagged(tags, runs) else tags, _by_key(marks), _by_key(entries), Counter(entries) | Counter(marks)
    )


def _by_key(named: Iterable[Named]) -> dict[str, list[Named]]:
    found: dict[str, list[Named]] = {}
    for item in named:
        for key in item.keys - {""}:
            found.setdefault(key, []).append(item)
    return found


def _find(named: Mapping[str, Sequence[Named]], keys: Iterable[str], page: int) -> Named | None:
    """The heading of these names that is nearest to the page."""
    found = [n for key in keys for n in named.get(key, ()) if n.page is None or abs(n.page - page) <= NEXT_PAGE]
    return min(found, key=lambda n: abs((n.page or page) - page), default=None)


def _collect(element: Element, page: int, level: int | None, tags: dict[tuple[int, int], int]) -> None:
    match = HEADING_TYPE.fullmatch(element.type)
    if element.type == "Title":
        level = TITLE
    elif match:
        level = int(match[1] or 1)
    elif element.type in OUTSIDE:
        level = NOT_TEXT
    if level is not None:
        tags.update(((page, mcid), level) for mcid in element.mcids)
    for child in element.children:
        _collect(child, page, level, tags)


def _overtagged(tags: Mapping[tuple[int, int], int], runs: Sequence[TextRun]) -> bool:
    if not tags:
        return False
    weights: Counter[bool] = Counter()
    for run in runs:
        for line in run.lines:
            weights[tags.get((line.page, line.words[0].mcid), NOT_TEXT) > TITLE] += len(line.text)
    return weights[True] > OVERTAGGED * max(1, weights.total())
