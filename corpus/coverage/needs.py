"""Where a sentence or a row holds what a rule asks for: a number, an amount, a date, a length of time."""

from __future__ import annotations

import re

from corpus.coverage.codebook import Need
from extract.danish.dates import dates_in
from extract.danish.figures import Figure, figures_in

TIMES = frozenset({"year", "half_year", "quarter", "month", "week", "day", "hour", "years", "months", "weeks", "days"})
"""Units of counts that are lengths of time and no numbers of something."""
_SHOWN = re.compile(
    r"\b(?:vist|vises|ses|fremgår|fordeler sig|opgjort|opstillet|illustreret)\b.{0,30}\b(?:figur|tabel)\b"
    r"|\b(?:figur|tabel)\s+[\w.-]+\s+viser\b",
    re.IGNORECASE,
)
"""The figures stand in a table or a drawing that the sentence points to."""
_DURATION = re.compile(
    r"\b(?:\d+|halv\w*|et|én|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|atten|tyve)"
    r"(?:\s+(?:halvt|helt|hele|til\s+\w+))?[\s-]+(?:år|halvår|kvartal\w*|måned\w*|mdr|uge\w*|dag\w*)\b",
    re.IGNORECASE,
)


def places_of(text: str, need: Need) -> list[int]:
    """Where in a text it stands, in characters; a figure may stand in the table or drawing that the text points to."""
    if need == "date":
        return [date.start for date in dates_in(text)]
    if need == "duration":
        return [found.start() for found in _DURATION.finditer(text)]
    found = [figure.start for figure in figures_in(text) if _is(figure, need)]
    return found if need in ("amount", "figure") else [*found, *(shown.start() for shown in _SHOWN.finditer(text))]


def _is(figure: Figure, need: Need) -> bool:
    if need == "amount":
        return figure.kind == "amount"
    if need == "percent":
        return figure.kind == "percent" or figure.share is not None or figure.unit == "part"
    wrong = {"frequency"} if need == "figure" else {"amount", "frequency"}
    return figure.kind not in wrong and figure.unit not in TIMES
