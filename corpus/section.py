"""Nouns of a comparison for reading, and how its figures, pages and tables are put into words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.comparison import Evidence
from corpus.labels import FILE, grouped, label, say
from corpus.wordlist import data
from extract.output import ComparePart, Locale


@dataclass(frozen=True, slots=True)
class Style:
    """How a comparison is put into words: figures, language, and how many rows a table has at most."""

    locale: Locale
    lang: Locale
    rows: int | None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of words; ``rest`` is how many more rows there are."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    rest: int = 0
    title: str = ""
    gathered: bool = False
    """Whether rows belong together by their first column, which may stand above them once."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the comparison."""

    what: ComparePart
    title: str
    grids: tuple[Grid, ...]
    remark: str = ""


Content = tuple[tuple[Grid, ...], str]
"""The tables of a section, and its remark."""


def grid_of(
    heads: Sequence[str], rows: Sequence[tuple[str, ...]], style: Style, title: str = "", *, gathered: bool = False
) -> Grid:
    """A table with as many rows as the style allows."""
    names = tuple(_head(head, style) for head in heads)
    shown = rows if style.rows is None else rows[: style.rows]
    return Grid(names, tuple(shown), len(rows) - len(shown), title, gathered)


def _head(head: str, style: Style) -> str:
    """What a column is called where there is little room."""
    group = "heads" if head in data(FILE)[style.lang.value]["heads"] else "lists" if head == "embedding" else "columns"
    return label(group, head, style.lang)


def amount_of(value: float | None, style: Style) -> str:
    """A number, a dash where there is none."""
    return "–" if value is None else grouped(value, style.locale)


def page_of(seen: Evidence, style: Style) -> str:
    """The page of a quote."""
    return "–" if seen.page is None else say("page", style.lang, page=seen.page)
