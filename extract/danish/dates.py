"""Dates, periods and finance-act accounts in Danish text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from extract.danish.date_forms import Dated, forms, iso_day
from extract.danish.terms import any_of, by_word, tables

_GATE = re.compile(
    r"\d{2}|\d[./]|[’']\d"
    r"|januar|februar|marts|april|maj|jun|jul|august|sept|oktober|november|december|kvartal|halv|uge \d"
    r"|årsskift",
    re.IGNORECASE,
)
_ACCOUNT = re.compile(r"(?<![\d.])(?:§\s?)?(\d\d\.\d\d\.\d\d(?:\.\d\d)?)(?![.]?\d)")
_BEFORE_YEAR = re.compile(r"(?:[$€£%§#]|kr\.?|dkk|nr\.?|minus|\+)\s?$", re.IGNORECASE)
_COUNTED = re.compile(
    r"\s?(?:%|pct|procent|kr\b|dkk|mio|mia|mill|ord\b|km\b|m2|stk)"
    r"|\s(?:borgere|personer|deltagere|unge|virksomheder|timer|kroner|besvarelser|respondenter|medlemmer|ledige|ansatte|elever|arbejdspladser)\b",
    re.IGNORECASE,
)
_JOIN = re.compile(
    r"\s*(?:[-–—−]|(?:og\s+)?(?:frem\s+|indtil\s+|hen\s+)?til(?:\s+og\s+med)?|t\.?o\.?m\.?|indtil|og)\s*(?:den\s+|d\.\s*)?",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"bortset\s+fra\s+(?:den\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"mellem\s+(?:den\s+|d\.\s*)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateSpan:
    """A date or part of time as printed: ``text[start:end] == raw``.

    ``first`` and ``last`` are ISO dates as precise as stated ("2019-04" to "2019-06" for a second quarter), equal for
    a day, a month or a year, and ``None`` where the text does not say the year. ``qualifier`` is start, middle or end
    (primo, medio, ultimo), before, after, until or about, where a word before the date says so.
    """

    start: int
    end: int
    raw: str
    first: str | None
    last: str | None
    qualifier: str | None = None


@lru_cache(maxsize=4096)
def dates_in(text: str) -> tuple[DateSpan, ...]:
    """Every date in the text, in order and never overlapping; both ends of a period are dates of their own.

    Runs of years ("2016-2019") are one. What the calendar does not have (31.02.2020) is no date.
    """
    return tuple(span for span, _ in _found(text))


def periods_in(text: str) -> tuple[DateSpan, ...]:
    """Every stated period: two dates joined by a dash, "til" or "mellem … og", or one form over years or months."""
    found = _found(text)
    spans: list[DateSpan] = []
    k = 0
    while k < len(found):
        span, dated = found[k]
        if k + 1 < len(found) and (joined := _joined(text, span, found[k + 1][0])):
            spans.append(joined)
            k += 2
            continue
        if span.first and span.last and span.first != span.last and dated.place is None:
            spans.append(span)
        k += 1
    return tuple(spans)


def accounts_in(text: str) -> tuple[DateSpan, ...]:
    """Finance-act accounts ("17.59.21.20", "§ 17.59.21"): ``first`` is the number alone, ``last`` is ``None``.

    Three groups are an account only behind a paragraph mark, as they may be a date.
    """
    return tuple(
        DateSpan(match.start(), match.end(), match[0], match[1], None)
        for match in _ACCOUNT.finditer(text)
        if match[1].count(".") == 3 or match[0].startswith("§")
    )


def _found(text: str) -> list[tuple[DateSpan, Dated]]:
    if not _GATE.search(text):
        return []
    pattern, readers = forms()
    found: list[tuple[DateSpan, Dated]] = []
    for match in pattern.finditer(text):
        dated = readers[match.lastgroup or ""](match)
        if dated is None or (match.lastgroup == "year" and not _is_year(text, match)):
            continue
        raw = match[0].rstrip(" .,")
        qualifier = _qualifier(text, match.start()) or dated.place
        found.append(
            (DateSpan(match.start(), match.start() + len(raw), raw, dated.first, dated.last, qualifier), dated)
        )
    return _with_years(text, found)


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Whether four figures are a year and no count or amount."""
    after = text[match.end() : match.end() + 16]
    return not _COUNTED.match(after) and not _BEFORE_YEAR.search(text[max(0, match.start() - 6) : match.start()])


@cache
def _qualifiers() -> tuple[re.Pattern[str], dict[str, str]]:
    table = by_word(tables("dates")["qualifiers"])
    return re.compile(rf"(?<!\w)({any_of(table)})\s+(?:den\s+|d\.\s*|år\s+)?$", re.IGNORECASE), table


def _qualifier(text: str, start: int) -> str | None:
    pattern, table = _qualifiers()
    match = pattern.search(text[max(0, start - 24) : start])
    if match and _EXCEPT.search(text[max(0, start - 36) : start]):
        return None
    return table[re.sub(r"\s+", " ", match[1].lower())] if match else None


def _with_years(text: str, found: list[tuple[DateSpan, Dated]]) -> list[tuple[DateSpan, Dated]]:
    """Years for first ends: "1. august til 31. december 2020": the first end has the year of the second."""
    for k in range(len(found) - 2, -1, -1):
        (span, dated), (after, _) = found[k], found[k + 1]
        if span.first is None and dated.bare and after.first and _JOIN.fullmatch(text[span.end : after.start]):
            found[k] = (_placed_in(span, dated.bare, after.first), dated)
    return found


def _placed_in(span: DateSpan, bare: tuple[tuple[int, int], tuple[int, int]], following: str) -> DateSpan:
    """The span with the year of the date that follows, or the year before where that would be later."""
    year = int(following[:4])
    ends = []
    for month, day in bare:
        for candidate in (year, year - 1):
            iso = iso_day(candidate, month, day) if day else f"{candidate:04}-{month:02}"
            if iso and iso[:7] <= following:
                break
        ends.append(iso)
    return replace(span, first=ends[0], last=ends[1])


def _joined(text: str, first: DateSpan, second: DateSpan) -> DateSpan | None:
    gap = text[first.end : second.start]
    if not first.first or not second.last or not _JOIN.fullmatch(gap):
        return None
    if gap.strip().lower().startswith("og") and not _BETWEEN.search(text[max(0, first.start - 14) : first.start]):
        return None
    if first.first > second.last:
        return None
    return DateSpan(first.start, second.end, text[first.start : second.end], first.first, second.last, first.qualifier)
