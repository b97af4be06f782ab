"""What looks like headings in front of the text: the title page, and the document's own title."""

from __future__ import annotations

from collections.abc import Sequence

from extract.heading_score import Candidate
from extract.heading_style import StyleClass
from extract.page import TextRun

LEAST_NAMED = 3  # headings that the file names where it names them all
LONG_TEXT = 2  # lines of a run that is running text
TEXT = 60  # characters of a run that is more than a label


def without_title(chosen: Sequence[Candidate], runs: Sequence[TextRun], body: StyleClass) -> list[Candidate]:
    """Without the text of the title page, and without the document's own title above its text."""
    first = runs[0].page if runs else 1
    cover = is_cover([r for r in runs if r.page == first], body)
    named = [c for c in chosen if c.clues.count]
    lead = {c.look.style for c in named}
    kept = []
    for c in chosen:
        on_cover = cover and c.run.page == first
        in_front = len(named) >= LEAST_NAMED and c.at < named[0].at
        if not c.clues.count and (on_cover or (in_front and not (c.look.style in lead and _has_text(c, runs)))):
            continue
        kept.append(c)
    return kept[1:] if _begins_with_title(kept, runs) else kept


def is_cover(runs: Sequence[TextRun], body: StyleClass) -> bool:
    """Whether a first page holds no running text."""
    return not any(len(r.lines) > LONG_TEXT and r.lines[0].style.size <= body.size + 1.0 for r in runs)


def _has_text(c: Candidate, runs: Sequence[TextRun]) -> bool:
    """Whether a paragraph follows it."""
    following = runs[c.at + 1] if c.at + 1 < len(runs) else None
    return following is not None and following.kind == "paragraph" and len(following.text) >= TEXT


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
