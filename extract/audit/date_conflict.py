"""Rule `date_conflict`: dates that cannot all be so.

Checked: an event told as past although it lies after the day on which the evaluation says it was made, else after
its publication; a period that ends before it begins, in prose and in tables; a follow-up measured before its baseline;
what is said to lie in the project period and has a date outside of it.
Source: the dates that `extract.danish.dates` reads, as precise as they are printed: "marts 2022" ends on its last day.
Limits: what is planned, expected, agreed or runs "til" a later date is no event; nor is what has no year. Where
neither a date of the making nor one of publication is stated to the month, events are not checked. Where several lie
after the publication, its date is more likely to be misread than all of them, and none is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.audit.check import Check, cell_place
from extract.audit.events import is_told_as_past
from extract.audit.made import Made, made_on
from extract.audit.material import Material, Sentence
from extract.audit.outside_period import outside_period
from extract.audit.periods import Backward, backward_in, measured_too_early
from extract.danish.dates import DateSpan, dates_in
from extract.quotes import quote_cell

MOST_LATE = 2
"""More late events than these say that the date of publication was misread."""


def date_conflict(material: Material) -> Iterator[Check]:
    """The events and the periods of the report."""
    made = made_on(material)
    for piece in material.pieces:
        for backward in backward_in(piece.text, piece.dates):
            claim = piece.quote(backward.start, backward.end)
            if claim is not None:
                yield _backward(
                    Check("date_conflict", claim, piece.place(backward.start, backward.end), False), backward
                )
    yield from _in_tables(material)
    for sentence in material.sentences:
        early = measured_too_early(sentence.text, sentence.dates, sentence.start)
        claim = sentence.piece.quote(early.start, early.end) if early else None
        if early and claim:
            place = sentence.piece.place(early.start, early.end)
            yield _backward(Check("date_conflict", claim, place, False, severity="warning"), early)
        yield from outside_period(sentence, material)
    if made is not None:
        yield from _believed([check for sentence in material.sentences for check in _late(sentence, made)], made)


def _believed(checks: Sequence[Check], made: Made) -> Iterator[Check]:
    """The checks; where many events are late, none of them is held against the date of publication."""
    late = {check.stated for check in checks if check.holds is False}
    if made.verb == "udgivet" and len(late) > MOST_LATE:
        reason = f"flere hændelser ligger efter {made.raw}, så den dato er usikker"
        checks = [replace(c, holds=None, message=reason) if c.holds is False else c for c in checks]
    yield from checks


def _backward(check: Check, backward: Backward) -> Check:
    stated = f"{backward.first}/{backward.last}"
    message = f"”{check.claim.quote}”: {backward.reason} stemmer ikke overens med datoerne."
    return Check(
        check.code, check.claim, check.place, holds=False, message=message, severity=check.severity, stated=stated
    )  # fmt: skip


def _in_tables(material: Material) -> Iterator[Check]:
    for table in material.report.tables:
        item = material.table_items[table.id]
        for row, texts in enumerate(table.rows):
            for column, text in enumerate(texts):
                for backward in backward_in(text, dates_in(text)):
                    claim = quote_cell(table, row, column)
                    if claim is not None:
                        yield _backward(Check("date_conflict", claim, cell_place(item, row, column), False), backward)


def _late(sentence: Sentence, made: Made) -> Iterator[Check]:
    """The events of a sentence that have a date with a year, and are told as past."""
    for span in sentence.dates:
        if span.first is None or not _is_event(sentence, span):
            continue
        claim = sentence.piece.quote(*_clause(sentence, span))
        if claim is None:
            continue
        place = sentence.piece.place(span.start, span.end)
        if span.first <= made.day[: len(span.first)] or span.first <= made.day:
            yield Check("date_conflict", claim, place, holds=True)
            continue
        message = (
            f"”{span.raw}” er omtalt som noget, der er sket, men det stemmer ikke overens med, at evalueringen er "
            f"{made.verb} {made.raw}."
        )
        yield Check(
            "date_conflict", claim, place, holds=False, message=message,
            severity="error" if made.verb == "udgivet" else "warning", against=made.quote,
            stated=span.first, computed=made.iso,
        )  # fmt: skip


def _is_event(sentence: Sentence, span: DateSpan) -> bool:
    start, end = _clause(sentence, span)
    return is_told_as_past(sentence.piece.text[start:end], span.start - start, span.qualifier)


def _clause(sentence: Sentence, span: DateSpan) -> tuple[int, int]:
    """The part of the sentence between the stops and commas around the date."""
    text = sentence.piece.text
    start = max(
        (
            text.rfind(stop, sentence.start, span.start) + len(stop)
            for stop in (", ", "; ", ": ", " – ")
            if text.rfind(stop, sentence.start, span.start) >= 0
        ),
        default=sentence.start,
    )
    ends = [at for stop in (", ", "; ", ": ", " – ") if (at := text.find(stop, span.end, sentence.end)) >= 0]
    return start, min(ends, default=sentence.end)
