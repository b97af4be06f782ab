"""When the evaluation says it was made, else when it was published."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.audit.days import last_day
from extract.audit.material import Material, Sentence
from extract.audit.terms import pattern
from extract.danish.dates import DateSpan, dates_in
from extract.quotes import quote_block
from extract.report import Quote

_SUBJECT = (
    r"(?:(?:denne|dette|nærværende|den\s+afsluttende|selve)\s+\w*(?:evaluering|rapport|notat|undersøgelse|slutevaluering|midtvejsevaluering)"
    r"|\w*(?:evalueringen|rapporten|notatet))"
)
_MADE = re.compile(
    rf"(?P<subject>{_SUBJECT})\s+(?:er|blev|er\s+blevet)\s+(?:\w+\s+){{0,3}}?"
    r"(?:gennemført|udarbejdet|foretaget|lavet|skrevet|afsluttet|udført|færdiggjort|udformet|afviklet|udgivet|dateret)\b"
    r"(?P<gap>(?:\s+(?!på\s+baggrund|fra\b|mellem\b|for\b)[^\W\d]+){0,4}?)\s+(?:i|den|d\.|ultimo|primo|medio|i\s+løbet\s+af)\s+$",
    re.IGNORECASE,
)


MONTH = len("2022-03")
"""A bare year is no evidence: it may be the pool's or a document number's, and lasts to its 31 December anyway."""


@dataclass(frozen=True, slots=True)
class Made:
    """``day`` is the last day that the stated date may mean, ``iso`` the date as precise as stated, ``raw`` as printed.

    ``verb`` is what the report says: "gennemført" or "udgivet".
    """

    day: str
    iso: str
    raw: str
    verb: str
    quote: Quote | None


def made_on(material: Material) -> Made | None:
    """What the evaluation says itself; else the date of publication; ``None`` where neither is stated."""
    for sentence in material.sentences:
        found = _said(sentence, material)
        if found is not None:
            return found
    return _published(material)


def _said(sentence: Sentence, material: Material) -> Made | None:
    text = sentence.piece.text
    for span in sentence.dates:
        match = _MADE.search(text[sentence.start : span.start])
        if not match or len(span.last or "") < MONTH or not _is_this(match["subject"], material):
            continue
        assert span.last, "it has a month"
        quote = sentence.piece.quote(sentence.start + match.start(), span.end)
        return Made(
            last_day(span.last), span.last, f"i {span.raw}" if len(span.last) < 10 else span.raw, "gennemført", quote
        )
    return None


def _is_this(subject: str, material: Material) -> bool:
    """Whether the subject is this evaluation: not the midterm evaluation in the final one."""
    return not pattern("midterm_kind").search(subject) or material.report.metadata.kind == "midterm_evaluation"


def _published(material: Material) -> Made | None:
    """The date of the metadata, else the last date on the title page that stands almost by itself; never a year."""
    published = material.report.metadata.published
    if published and len(published) < MONTH:
        return None
    found = None
    for section in material.report.sections[:1]:
        for block in section.blocks:
            for span in dates_in(block.text):
                if span.first and span.first == span.last and _is_date_of_publication(block.text, span, published):
                    found = (block, span, section)
                    if published:
                        break
    if found is None:
        return Made(last_day(published), published, published, "udgivet", None) if published else None
    block, span, section = found
    assert span.last, "only dates with a year are kept"
    quote = quote_block(block, 0, len(block.text), section.id)
    return Made(last_day(span.last), span.last, span.raw, "udgivet", quote)


def _is_date_of_publication(text: str, span: DateSpan, published: str | None) -> bool:
    if published:
        return span.last == published
    alone = len(text) - len(span.raw) <= 25
    labelled = re.search(r"(?:udgiv|dato|version|udgave|offentliggjort)", text, re.IGNORECASE) is not None
    return len(span.last or "") >= MONTH and (alone or labelled)
