"""Whether a list in running text is announced as one of goals, by its lead or heading and by what its items hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from extract.danish.number_words import word_value
from extract.indicators.prose_items import Item
from extract.indicators.prose_words import goal_terms
from extract.report import Section, SectionRole

STATUS_ROLES: frozenset[SectionRole] = frozenset({"activity_status", "outcome_status", "impact_status"})
TARGET_WORD = re.compile(
    r"succeskriteri|(?:aktivitets|resultat|effekt|proces|output|produkt|del)mål|måltal|milepæl|leverance", re.IGNORECASE
)
"""What says outside the sections on results that targets are meant and not aims or principles."""
_FEWEST = 2
_LEAD = 200
"""Letters of a paragraph's end that may announce a list."""


def announces(before: str, section: Section, items: Sequence[Item | None], *, alone: bool) -> bool:
    """Whether the words before a list say that it is one of goals.

    ``alone``: no table of the report holds targets. Then plain words do ("Det ville vi nå") where most items hold a
    figure to reach, or where as many goals are announced as the list has items.
    """
    terms = goal_terms()["announce"]
    last = before.lower()[-_LEAD:]
    sure = section.role in STATUS_ROLES or _measured(items) or (alone and _aimed(items))
    if before == section.title:
        return sure and any(word in last for word in terms["headings"])
    if not last.rstrip().endswith(":"):
        return False
    if alone and _counted(last) == len(items) >= _FEWEST:
        return True
    return bool(sure or TARGET_WORD.search(last)) and any(phrase in last for phrase in terms["phrases"])


def _aimed(items: Sequence[Item | None]) -> bool:
    """Whether most items of a list hold a target."""
    return len(items) >= _FEWEST and sum(item is not None and item.target is not None for item in items) * 2 > len(
        items
    )


def _measured(items: Sequence[Item | None]) -> bool:
    """Whether most items of a list hold a target, and some what became of it: goals, whatever they are called."""
    told = sum(item is not None and bool(item.status or item.actual) for item in items)
    return _aimed(items) and told * 2 >= len(items)


def _counted(lead: str) -> int | None:
    """How many goals a lead announces: "satte sig tre mål"."""
    for word in reversed(_count().findall(lead)):
        value = float(word) if word.isdigit() else word_value(word)
        if value is not None:
            return int(value)
    return None


@cache
def _count() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, goal_terms()["announce"]["counted"]))
    return re.compile(rf"(?<!\w)(?=(\d{{1,2}}|[a-zæøå]+)\s+(?:[a-zæøå]+e\s+)?(?:{nouns})(?!\w))")
