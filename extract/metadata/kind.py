"""What kind of report it is, from what it calls itself: title, subtitle, running headers, first sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import cast

from extract.danish.terms import tables
from extract.metadata.passages import Passage, sentences_of
from extract.report import ReportKind

KIND = (
    r"(?:\w*evaluering(?:en|srapport(?:en)?)?|\w*rapport(?:en)?|\w*notat(?:et)?|\w*afrapportering(?:en)?|"
    r"erfaringsopsamling(?:en)?|\w*status(?:en)?)"
)
"""A pattern of the words for a report."""
SORTS = (
    r"(?:afsluttende|endelig|ekstern|samlet|tværgående|faglig|intern|virkningsbaseret|kvalitativ|kort|vores|egen|en|"
    r"den)"
)
"""Words that stand before them."""
_SELF = re.compile(
    r"^\W*(?:denne|dette|nærværende|foreliggende|den\s(?:foreliggende|her)|det\sforeliggende|rapporten\ser|notatet\ser|"
    r"evalueringen\ser|her\s(?:foreligger|er))\b[^.]*",
    re.IGNORECASE,
)
_OWN_WORDS = 14
"""Words from the sentence's beginning in which the report names itself; what comes later may name another report."""
LATEST = 0.25


def kind_of(titles: Iterable[str], found: tuple[Passage, ...]) -> ReportKind:
    """The kind of report; ``titles`` are what stands on the front and in running headers, surest first."""
    texts = [text for text in titles if text]
    own = [
        " ".join(s.text.split()[:_OWN_WORDS])
        for s in sentences_of(found, _SELF)
        if s.passage.place <= LATEST and _SELF.match(s.text)
    ]
    for text in (*texts, *own):
        kind = named_kind(text, "strong")
        if kind:
            return kind
    return next((kind for text in (*texts, *own) if (kind := named_kind(text, "weak"))), "other")


def named_kind(text: str, strength: str) -> ReportKind | None:
    """The kind that a text names with its strong or its weak words."""
    for kind, pattern in _patterns(strength):
        if pattern.search(text):
            return kind
    return None


@cache
def _patterns(strength: str) -> tuple[tuple[ReportKind, re.Pattern[str]], ...]:
    return tuple(
        (cast("ReportKind", kind), re.compile("|".join(_word(word) for word in entry[strength]), re.IGNORECASE))
        for kind, entry in tables("report_kinds").items()
        if entry[strength]
    )


def _word(word: str) -> str:
    return re.escape(word[1:]) if word.startswith("~") else rf"(?<!\w){re.escape(word)}"


def is_kind_alone(text: str) -> bool:
    """Whether a text says what kind of report it is and nothing more ("Faglig slutrapport")."""
    return re.fullmatch(rf"(?:{SORTS}\s)*{KIND}", text.strip(" .:"), re.IGNORECASE) is not None
