"""Runs → headings: what the file says, numbers, type and place weighed against each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.contents import ContentsEntry
from extract.danish.lexicon import Lexicon
from extract.heading_candidates import read_candidates
from extract.heading_evidence import gather
from extract.heading_levels import disagree, levels_of
from extract.heading_lines import whole_headings
from extract.heading_score import Candidate, choose
from extract.heading_style import body_style
from extract.heading_title import without_title
from extract.numbering import title_key
from extract.page import Page, TextRun
from extract.pages import Bookmark
from extract.report import ReadingWarning


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and the run that holds it."""

    at: int
    """Index into the runs."""
    number: str | None
    title: str
    level: int


@dataclass(frozen=True, slots=True)
class Headed:
    """The running text with its headings."""

    runs: tuple[TextRun, ...]
    headings: tuple[Heading, ...]
    warnings: tuple[ReadingWarning, ...]


def read_headings(
    runs: Sequence[TextRun],
    pages: Sequence[Page],
    bookmarks: Sequence[Bookmark],
    contents: Sequence[ContentsEntry],
    lexicon: Lexicon,
) -> Headed:
    """Tell headings from text; cut and joined headings change the runs."""
    body = body_style(runs)
    contents = [entry for entry in contents if entry.of_sections]
    evidence = gather(pages, bookmarks, contents, runs)
    whole = whole_headings(runs, evidence, body, lexicon)
    chosen = without_title(choose(read_candidates(whole, evidence), body), whole, body)
    levels = levels_of(chosen)
    headings = [Heading(c.at, c.numbered.number, c.numbered.title, lv) for c, lv in zip(chosen, levels, strict=True)]
    warnings = [*_missing(chosen, contents), *_disagreements(chosen, levels)]
    return Headed(tuple(whole), tuple(headings), tuple(warnings))


def _missing(chosen: Sequence[Candidate], contents: Sequence[ContentsEntry]) -> list[ReadingWarning]:
    """Contents lines that point to a page without such a heading."""
    found = [title_key(c.run.text) for c in chosen]
    named = {(c.clues.entry.number, c.clues.entry.title) for c in chosen if c.clues.entry}
    return [
        ReadingWarning(
            "contents_line_without_heading", e.page, f'No heading was found for the contents line "{e.title}".'
        )
        for e in contents
        if e.printed and (e.number, e.title) not in named and not any(title_key(e.title) in key for key in found)
    ]


def _disagreements(chosen: Sequence[Candidate], levels: Sequence[int]) -> list[ReadingWarning]:
    return [
        ReadingWarning(
            "heading_sources_disagree",
            c.run.page,
            f'The file gives the heading "{c.numbered.title}" different levels; level {level} is used.',
        )
        for c, level in zip(chosen, levels, strict=True)
        if disagree(c, level)
    ]
