"""Runs that may be headings, with what the file says about each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Literal

from extract.heading_evidence import NEXT_PAGE, Evidence, Named
from extract.heading_score import Candidate, is_possible
from extract.heading_style import look_of
from extract.numbering import read_number, title_key
from extract.page import TextRun

KINDS = ("paragraph", "list_item", "quote")
MOST_WORDS = 40
QUOTE_ENDS = tuple('”“»«"')
TEXT = 60  # characters of a run that is more than a label
ALIKE = 0.88  # similarity of a contents line and its heading where they are not the same
ALIKE_NUMBERED = 0.63  # where they have the same number


def read_candidates(runs: Sequence[TextRun], evidence: Evidence) -> list[Candidate]:
    """The runs that may be headings, in reading order."""
    found: list[Candidate] = []
    for at, run in enumerate(runs):
        if run.kind not in KINDS or not run.lines or run.number or run.text.count(" ") >= MOST_WORDS:
            continue
        clues = evidence.of(run)
        numbered = read_number(run.text)
        if is_possible(run, clues, numbered.title):
            look = look_of(runs, at)
            found.append(Candidate(at, run, look, numbered, clues, _has_text(runs, at), _after_quote(runs, at)))
    found = _one_each(_one_each(found, "mark", evidence.count), "entry", evidence.count)
    return _with_near_misses(found, {n for named in evidence.entries.values() for n in named})


def _has_text(runs: Sequence[TextRun], at: int) -> bool:
    """Whether a paragraph follows."""
    following = runs[at + 1] if at + 1 < len(runs) else None
    return following is not None and following.kind in ("paragraph", "list_item") and len(following.text) >= TEXT


def _after_quote(runs: Sequence[TextRun], at: int) -> bool:
    before = runs[at - 1] if at else None
    return before is not None and (before.kind == "quote" or before.text.rstrip(".!?")[-1:] in QUOTE_ENDS)


def _one_each(
    candidates: Sequence[Candidate], source: Literal["mark", "entry"], count: Mapping[Named, int]
) -> list[Candidate]:
    """A bookmark or contents line names one heading: of several runs that read alike, the one most like it."""
    rivals: dict[Named, list[Candidate]] = {}
    for c in candidates:
        named = c.clues.mark if source == "mark" else c.clues.entry
        if named is not None:
            rivals.setdefault(named, []).append(c)
    kept: set[int] = set()
    for named, group in rivals.items():
        best = sorted(group, key=lambda c: _likeness(c, named), reverse=True)
        kept |= {c.at for c in best[: count[named]]}  # chapters that repeat a title on one page name it twice
    lost = {c.at for group in rivals.values() for c in group} - kept
    return [
        c if c.at not in lost
        else replace(c, clues=replace(c.clues, mark=None) if source == "mark" else replace(c.clues, entry=None))
        for c in candidates
    ]  # fmt: skip


def _likeness(c: Candidate, named: Named) -> tuple[bool, int, bool, float, bool, int]:
    off = abs((named.page or c.run.page) - c.run.page)
    same = named.number == c.numbered.number
    return (same, c.clues.count, named.title == c.numbered.title, c.look.style.size, c.look.style.bold, -off)


def _with_near_misses(candidates: list[Candidate], entries: set[Named]) -> list[Candidate]:
    """Contents lines that no run repeats word for word find the one that nearly does."""
    missed = entries - {c.clues.entry for c in candidates}
    for entry in sorted(missed, key=lambda n: (n.page or 0, n.title)):
        near = ((_similarity(entry, c), i) for i, c in enumerate(candidates) if c.clues.entry is None)
        share, at = max(near, default=(0.0, -1))
        if share > 0:
            candidates[at] = replace(candidates[at], clues=replace(candidates[at].clues, entry=entry))
    return candidates


def _similarity(entry: Named, c: Candidate) -> float:
    """How alike a contents line and a run on its page are; 0 where not enough."""
    if entry.page is None or abs(entry.page - c.run.page) > NEXT_PAGE or c.run.kind != "paragraph":
        return 0.0
    a, b = title_key(entry.title), title_key(c.numbered.title)
    if not a or not b or min(len(a), len(b)) < 0.5 * max(len(a), len(b)):
        return 0.0
    numbered = entry.number is not None and entry.number == c.numbered.number
    ratio = SequenceMatcher(None, a, b, autojunk=False).ratio()
    return ratio if ratio >= (ALIKE_NUMBERED if numbered else ALIKE) else 0.0
