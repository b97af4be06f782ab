"""What looks like headings in front of the text: the title page, and the document's own title."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from extract.heading_score import Candidate
from extract.heading_style import StyleClass
from extract.page import TextRun

LEAST_NAMED = 3  # headings that the file names where it names them all
COVER = 0.4  # of the text of an ordinary page: a cover has less
COVER_LINES = 6  # lines of running text that a cover may have
LONG_TEXT = 2  # lines of a run that is running text
STOPS = ".!?"


def without_title(chosen: Sequence[Candidate], runs: Sequence[TextRun], body: StyleClass) -> list[Candidate]:
    """Without the text of the title page, and without the document's own title above its text."""
    first = runs[0].page if runs else 1
    cover = _is_cover(runs, first, body)
    listed = sum(_is_listed(c) for c in chosen) >= LEAST_NAMED
    named = [c for c in chosen if c.clues.count]
    lead = {c.look.style for c in named}
    kept = []
    for c in chosen:
        if (
            cover
            and c.run.page == first
            and not (_is_listed(c) or (c.clues.tag and not listed and _is_over_text(c, runs)))
        ):
            continue
        in_front = len(named) >= LEAST_NAMED and c.at < named[0].at
        if in_front and not (c.look.style in lead and c.has_text):
            continue
        kept.append(c)
    stripped = 0
    while _begins_with_title(kept, runs) and not (stripped and kept[0].has_text):
        kept, stripped = kept[1:], stripped + 1
    return kept


def _is_listed(c: Candidate) -> bool:
    return c.clues.entry is not None or c.clues.mark is not None


def _is_over_text(c: Candidate, runs: Sequence[TextRun]) -> bool:
    """Whether sentences follow it, not a subtitle."""
    return c.has_text and runs[c.at + 1].text[-1] in STOPS


def _is_cover(runs: Sequence[TextRun], first: int, body: StyleClass) -> bool:
    """Whether the first page holds little text, and hardly any that runs on."""
    sizes: dict[int, int] = {}
    running = 0
    for run in runs:
        for line in run.lines:
            sizes[line.page] = sizes.get(line.page, 0) + len(line.text)
        if run.page == first and len(run.lines) > LONG_TEXT and run.lines[0].style.size <= body.size + 1.0:
            running += len(run.lines)
    others = [n for page, n in sizes.items() if page != first]
    if not others:
        return False
    return running <= COVER_LINES and (not running or sizes.get(first, 0) <= COVER * median(others))


def _begins_with_title(headings: Sequence[Candidate], runs: Sequence[TextRun]) -> bool:
    """Whether the first heading is the document's title: on the first page, set larger than all others."""
    if len(headings) < 2:
        return False
    first, others = headings[0], headings[1:]
    if first.run.page != runs[0].page or first.clues.entry or first.numbered.kind != "none":
        return False
    if first.clues.tag and any(c.clues.tag and c.clues.tag <= first.clues.tag for c in others):
        return False
    return all(first.look.style.size > c.look.style.size for c in others)
