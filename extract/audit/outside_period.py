"""Dates of which a sentence says that they lie in the project period, against the period that the report states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.audit.check import Check
from extract.audit.days import last_day
from extract.audit.material import Material, Sentence
from extract.audit.terms import pattern
from extract.danish.dates import DateSpan

_INSIDE = re.compile(
    r"\b(?:inden\s+for|indenfor|i\s+løbet\s+af|midt\s+i|undervejs\s+i|i)\s+(?:selve\s+|hele\s+|den\s+samlede\s+)?"
    r"(?:projekt|tilskuds|bevillings|indsats|forsøgs)perioden\b(?!\s+(?:fra|\(|\d|for|i\b))",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:forlæng\w*|tillægsperiode\w*|før|inden(?!\s*for)|efter|oprindelig\w*|ikke|siden)\b", re.IGNORECASE
)
MONTH = len("2022-03")


def outside_period(sentence: Sentence, material: Material) -> Iterator[Check]:
    """The one date of a sentence that puts it inside the project period; what is planned or prolonged is none."""
    period = material.report.metadata.period
    if period is None or not period.start or not period.end or min(len(period.start), len(period.end)) < MONTH:
        return
    dates = [d for d in sentence.dates if d.first and d.last]
    if len(dates) != 1 or not _INSIDE.search(sentence.text) or _OTHER.search(sentence.text):
        return
    span = dates[0]
    claim = sentence.piece.quote(sentence.start, sentence.end)
    if claim is None or pattern("ahead").search(sentence.text):
        return
    holds = _inside(span, period.start, period.end)
    known = f"{period.start}/{period.end}"
    message = f"”{span.raw}” siges at ligge i projektperioden, men det stemmer ikke overens med perioden {known}."
    yield Check(
        "date_conflict", claim, sentence.piece.place(span.start, span.end), holds=holds,
        message="" if holds else message, severity="warning", stated=span.first, computed=known,
    )  # fmt: skip


def _inside(span: DateSpan, start: str, end: str) -> bool:
    """Whether the date may lie in the period, as precise as both are stated."""
    return last_day(span.last or "") >= start and (span.first or "")[: len(end)] <= end
