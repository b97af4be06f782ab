"""Whether a clause tells of something at a date as past, and not as planned."""

from __future__ import annotations

import re

from extract.audit.terms import pattern

_UNTIL = re.compile(
    r"(?:\btil|\bindtil|\bsenest|\binden|\bfør|\bsiden|\budløber|\bog med|\budgangen af|\bt\.o\.m\.|\bfra)\s+"
    r"(?:og\s+med\s+)?(?:den\s+|d\.\s*|udgangen\s+af\s+|slutningen\s+af\s+)?$",
    re.IGNORECASE,
)
_NO_LONGER = re.compile(r"\bhar\b(?:(?!\bat\b).)*\bikke længere\b", re.IGNORECASE)
_PERFECT = re.compile(
    r"\b(?:er|har)\b(?:\s+(?!at\b)[^\W\d]+){0,5}?\s+(?:blevet\s+)?[^\W\d]{2,}(?:et|t)\b", re.IGNORECASE
)


def is_told_as_past(clause: str, start: int, qualifier: str | None) -> bool:
    """Whether the clause has a verb in the past and nothing that points ahead; the date in it begins at ``start``."""
    if qualifier in {"until", "before"}:
        return False
    before = clause[:start]
    if _NO_LONGER.search(clause):
        return True
    if _UNTIL.search(before) or pattern("ahead").search(clause):
        return False
    return pattern("past_verb").search(clause) is not None
