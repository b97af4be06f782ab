"""Periods that end before they begin, and follow-ups measured before their baseline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from extract.audit.terms import pattern
from extract.danish.dates import DateSpan

_JOIN = re.compile(
    r"\s*(?:[-–—−]|(?:og\s+)?(?:frem\s+|indtil\s+|hen\s+)?til(?:\s+og\s+med)?|t\.?o\.?m\.?|indtil)\s*(?:den\s+|d\.\s*)?(?:(?:udgangen|slutningen|begyndelsen|midten|starten)\s+af\s+)?",
    re.IGNORECASE,
)
_AND = re.compile(r"\s+og\s+(?:den\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"mellem\s+(?:den\s+)?$", re.IGNORECASE)
_MOVED_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Backward:
    """A stretch of a text with two dates in the wrong order: ISO dates as precise as stated, and what they are of."""

    start: int
    end: int
    first: str
    last: str
    reason: str = "slut før start"


def backward_in(text: str, dates: Sequence[DateSpan]) -> Iterator[Backward]:
    """Two dates joined as a period of which the second is the earlier one; what was moved is no period."""
    for one, two in pairwise(dates):
        if not one.first or not two.last:
            continue
        gap, before = text[one.end : two.start], text[max(0, one.start - _MOVED_BEFORE) : one.start]
        joined = _JOIN.fullmatch(gap) or (_AND.fullmatch(gap) and _BETWEEN.search(before))
        moved = pattern("moved").search(before) or pattern("moved").match(text[two.end : two.end + 40].strip(" ,"))
        if joined and not moved and _earlier(two.last, one.first):
            start = (
                one.start - len(match.group())
                if (match := re.search(r"(?:fra|mellem)\s+(?:den\s+)?$", before))
                else one.start
            )
            yield Backward(start, two.end, one.first, two.last)


def measured_too_early(text: str, dates: Sequence[DateSpan], offset: int) -> Backward | None:
    """A baseline and a follow-up in one sentence, each with its date behind it, the follow-up being the earlier."""
    marks = [(m.start() + offset, name) for name in ("baseline", "follow_up") for m in pattern(name).finditer(text)]
    dated: dict[str, DateSpan] = {}
    for place, name in sorted(marks):
        following = [d for d in dates if d.start > place and d.first]
        nearer = [m for m, _ in marks if following and place < m < following[0].start]
        if following and not nearer:
            dated.setdefault(name, following[0])
    if len(dated) < 2:
        return None
    base, later = dated["baseline"], dated["follow_up"]
    if not base.first or not later.last or not _earlier(later.last, base.first):
        return None
    first, last = sorted((base, later), key=lambda d: d.start)
    return Backward(first.start, last.end, base.first, later.last, "opfølgning før baseline")


def _earlier(first: str, second: str) -> bool:
    """Whether one date lies wholly before another, as precise as both are stated."""
    size = min(len(first), len(second))
    return first[:size] < second[:size]
