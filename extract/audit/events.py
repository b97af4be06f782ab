"""Whether a clause tells of something at a date as past, and not as planned."""

from __future__ import annotations

import re
from functools import cache

from extract.audit.terms import pattern

_UNTIL = re.compile(
    r"(?:\btil|\bfor|\bom|\bpr\.|\bindtil|\bsenest|\binden|\bfør|\bsiden|\budløber|\bog med|\budgangen af|\bt\.o\.m\.|"
    r"\bfra)\s+"
    r"(?:og\s+med\s+)?(?:den\s+|d\.\s*|udgangen\s+af\s+|slutningen\s+af\s+)?$",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(r"\bhar\b(?:(?!\bat\b).)*\bikke længere\b", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}\b(?![-/.]\d)")
"""A bare year; without "i" before it it belongs to a name: "vision 2030"."""
_AT = re.compile(
    r"\b(?:i|den|d\.|ultimo|primo|medio|i\s+løbet\s+af|i\s+(?:starten|begyndelsen|slutningen|midten)\s+af)\s+$",
    re.IGNORECASE,
)
"""Before the date of an event; "strategien for 2022" is of a year and not in it."""


def is_told_as_past(clause: str, start: int, qualifier: str | None) -> bool:
    """Whether the clause has a verb in the past and nothing that points ahead; the date in it begins at ``start``."""
    if qualifier in {"until", "before"}:
        return False
    before = clause[:start]
    if _NO_LONGER.search(clause):
        return True
    named = _YEAR.match(clause, start) is not None and _AT.search(before) is None
    if named or _UNTIL.search(before) or pattern("ahead").search(clause):
        return False
    if pattern("past_verb").search(clause):
        return True
    return _AT.search(before) is not None and _perfect().search(clause) is not None


@cache
def _perfect() -> re.Pattern[str]:
    """A perfect with words between: "er der gennemført", "har jobcentret overtaget"."""
    done = pattern("past_participle").pattern
    return re.compile(
        rf"\b(?:er|har)\b(?:\s+(?!at\b|ikke\b)[^\W\d]+){{0,5}}?\s+(?:blevet\s+)?(?:{done})", re.IGNORECASE
    )
