"""When the project ran, from labels and running text; the evaluation's own period is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.danish.dates import dates_in, periods_in
from extract.metadata.candidates import Candidate
from extract.metadata.passages import Passage, sentences_of
from extract.report import Period

GATE = re.compile(r"projektperiode|perioden|\bfra\b.*\btil\b|løb(?:er|et)?\b|\d{4}\s*[-–]\s*\d{4}", re.IGNORECASE)
_PROJECT = re.compile(r"projekt|indsats|bevilling|forsøg|initiativ|gennemfør", re.IGNORECASE)
_STRONG = re.compile(
    r"projektperiode|løbetid|bevillingsperiode|projektet\s(?:løb|vare|er\sgennemført|gennemføres|har\sløbet)", re.I
)
_OTHER = re.compile(
    r"evaluering(?:en|s\w*)?\s(?:er|blev|har|gennemf|foretag)|interview|spørgeskema|måling|data|opfølgning|kursus|kurset|workshop|"
    r"faldt|steg|\bfulgt\b|\bvi\shar\b|ordførerskab|strategi|besøg|registre",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\bhar\sfra\b|\ber\sfra\b|\bfra\b[^.]{0,40}\d{4}\stil\b[^.]{0,40}\d{4}", re.IGNORECASE)
"""A stretch of time from end to end, as the summary of a project tells it."""
EARLY, BEGINNING = 0.1, 0.3
_EXTENDED = re.compile(r"forlænget\s(?:indtil|til)(?:\sog\smed)?\s", re.IGNORECASE)


def period_of(text: str) -> Period | None:
    """The period of a label's value: two ends, a run of years, or an end that was moved."""
    spans = periods_in(text)
    if spans:
        moved = _EXTENDED.search(text)
        later = next((d.last for d in dates_in(text) if moved and d.start >= moved.end()), None)
        return Period(spans[0].first, later or spans[0].last)
    dates = [date for date in dates_in(text) if date.first]
    if len(dates) >= 2 and re.search(r"start|slut|begynd|afslut|fra", text, re.IGNORECASE):
        return Period(dates[0].first, dates[-1].last)
    return None


def end_of(text: str) -> str | None:
    """The first date of a value, as precise as stated."""
    return next((date.first for date in dates_in(text) if date.first), None)


def periods(found: tuple[Passage, ...]) -> Iterator[Candidate]:
    """Candidates for the period from running text."""
    for sentence in sentences_of(found, GATE):
        text = sentence.text
        named = _PROJECT.search(text) or sentence.passage.place <= EARLY
        if not named and (sentence.passage.place > BEGINNING or not _WHOLE.search(text)):
            continue
        strong = _STRONG.search(text)
        if _OTHER.search(text) and not strong:
            continue
        for span in periods_in(text):
            if (span.first or "")[:4] == (span.last or "")[:4] and not strong:
                continue
            exact = 0.8 if len(span.first or "") > 4 else 0.0
            weight = (6.0 if strong else 4.0) + exact - 2 * sentence.passage.place
            regions = sentence.regions(span.start, span.end)
            moved = _EXTENDED.search(text, span.end)
            end = end_of(text[moved.end() :]) if moved else None
            yield Candidate("period", Period(span.first, end or span.last), weight, regions)
