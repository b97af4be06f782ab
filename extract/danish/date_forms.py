"""The forms in which Danish writes a date, a part of a year or a run of years, and what each means."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from extract.danish.terms import any_of, tables

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Dated:
    """What a form says: ISO dates as precise as printed, ``None`` where the year is not said.

    ``bare`` is the first and last ``(month, day)`` of a form without a year, days 0 where none is said.
    """

    first: str | None
    last: str | None
    place: str | None = None
    bare: tuple[tuple[int, int], tuple[int, int]] | None = None


_YEAR = r"(?:19|20)\d\d"
_YEAR_ALONE = r"(?:19[5-9]\d|20[0-3]\d|20[45][05])"  # four figures alone are more often something else beyond these
_DASH = r"\s?[-–—−]\s?"


@cache
def _months() -> dict[str, int]:
    table = tables("dates")["months"]
    return {name: number for full, (number, *short) in table.items() for name in (full, *short)}


@cache
def _choices(table: str) -> dict[str, object]:
    """The words of a table whose keys are alternatives, each with its value."""
    return {word: value for key, value in tables("dates")[table].items() for word in key.split("|")}


@cache
def places() -> dict[str, str]:
    """The words for start, middle and end."""
    return {word: place for place, words in tables("dates")["places"].items() for word in words}


@cache
def forms() -> tuple[re.Pattern[str], dict[str, Callable[[Match], Dated | None]]]:
    """One pattern of all forms, the more telling first, and what reads each, by the name of its group."""
    full = any_of(tables("dates")["months"])
    month = any_of(_months())
    ordinal = any_of(tables("dates")["ordinals"])
    part = any_of(_choices("parts"))
    season = any_of(_choices("seasons"))
    place = any_of(places())
    upto = rf"(?:{_DASH}|\s?/\s?|\s(?:og|til|eller)\s)"
    year = rf"(?:(?:i|af|år|måned|,)\s?)*{_YEAR}"
    written: dict[str, tuple[str, Callable[[Match], Dated | None]]] = {
        "iso": (rf"{_YEAR}-\d\d-\d\d", _iso),
        "figures": (rf"\d{{1,2}}\s?[./-]\s?\d{{1,2}}(?:\s?[./-]\s?|\s){_YEAR}", _figures),
        "short": (r"\d{1,2}(?:/\d{1,2}(?:[-/ ]\s?|(?=['’]))|\.\d\d\.|-\d\d-)['’]?\d\d(?![.\d/-]*\d)", _figures),
        "days": (rf"\d{{1,2}}\.?{upto}\d{{1,2}}\.?\s?(?:{month})\b\.?(?:[\s,-]*{year})?", _days),
        "day": (rf"\d{{1,2}}\.?\s?(?:{month})\b\.?(?:[\s,-]*{year}|\s['’]\d\d)?", _day),
        "months": (rf"(?:{month})\b\.?{upto}(?:{month})\b\.?[\s,]*{year}", _month_run),
        "month": (rf"(?:(?:{place})\s)?(?:(?:{month})\b\.?(?:[\s,-]*{year}|\s['’]\d\d)|(?:{full})\b)", _month),
        "part": (
            rf"(?:[1-4]\.?(?:{upto}[1-4])?\.\s?|(?:{ordinal})\s)(?:{part})\b\.?(?:[\s,-]*{year})?", _part,
        ),
        "quarter": (rf"[QK][1-4][\s-]?(?:{year})|{_YEAR}\s?[QK][1-4]", _part),
        "season": (rf"(?:{season})\s(?:{year})(?:/\d\d(?:\d\d)?)?", _season),
        "week": (rf"uge(?:rne|r)?\s\d{{1,2}}(?:{upto}\d{{1,2}})?(?:[\s,/-]*{year})?(?![\w-])", _week),
        "turn": (rf"årsskiftet(?:\s{_YEAR}(?:\s?[-/–]\s?(?:{_YEAR}|\d\d))?)?", _turn),
        "placed": (rf"(?:{place})\s(?:år(?:et)?\s)?{_YEAR}", _placed),
        "daymonth": (r"(?:(?<=\bden )|(?<=\bd\. )|(?<=\bpr\. ))\d{1,2}/\d{1,2}(?!\s?\w)", _day_month),
        "years": (rf"{_YEAR}\s?[-–—/]\s?(?:{_YEAR}|\d\d)(?![\d-])", _years),
        "year": (rf"(?:['’]\d\d|{_YEAR_ALONE})(?!-?(?:tal|er)|['’]er)", _year),
    }  # fmt: skip
    body = "|".join(f"(?P<{name}>{pattern})" for name, (pattern, _) in written.items())
    opened = r"(?<![\w.,/§])(?<![^\W\d_]-)"
    return re.compile(rf"{opened}(?:{body})(?![\d]|[.,/]\d)", re.IGNORECASE), {
        n: read for n, (_, read) in written.items()
    }


def _whole_year(text: str) -> int | None:
    found = re.findall(_YEAR, text)
    return int(found[-1]) if found else None


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", text)]


def iso_day(year: int, month: int, day: int) -> str | None:
    """The day in ISO form, or ``None`` where the calendar has no such day."""
    if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
        return f"{year:04}-{month:02}-{day:02}"
    return None


def _century(year: int) -> int:
    """Two figures of a year as four: the hundred years up to 2069."""
    return year if year > 99 else year + (2000 if year < 70 else 1900)


def _iso(match: Match) -> Dated | None:
    day = iso_day(*_numbers(match[0]))
    return Dated(day, day) if day else None


def _figures(match: Match) -> Dated | None:
    day, month, year = _numbers(match[0])
    found = iso_day(_century(year), month, day)
    return Dated(found, found) if found else None


def _month_numbers(text: str) -> list[int]:
    names = re.findall(rf"(?<![^\W\d_])(?:{any_of(_months())})\b", text, re.IGNORECASE)
    return [_months()[name.lower()] for name in names]


def _day(match: Match) -> Dated | None:
    numbers, month, year = _numbers(match[0]), _month_numbers(match[0])[0], _whole_year(match[0])
    if year is None and len(numbers) > 1:
        year = _century(numbers[1])
    found = iso_day(year or 2000, month, numbers[0])
    if found is None:
        return None
    return Dated(found, found) if year else Dated(None, None, None, ((month, numbers[0]), (month, numbers[0])))


def _day_month(match: Match) -> Dated | None:
    day, month = _numbers(match[0])
    return Dated(None, None, None, ((month, day), (month, day))) if iso_day(2000, month, day) else None


def _days(match: Match) -> Dated | None:
    month, year = _month_numbers(match[0])[0], _whole_year(match[0])
    ends = [iso_day(year or 2000, month, day) for day in _numbers(match[0])[:2]]
    if None in ends:
        return None
    if year:
        return Dated(ends[0], ends[1])
    first, last = _numbers(match[0])[:2]
    return Dated(None, None, None, ((month, first), (month, last)))


def _months_of(year: int, first: int, last: int) -> Dated:
    """Months of a year; a run over new year begins in the year before."""
    return Dated(f"{year - (first > last):04}-{first:02}", f"{year:04}-{last:02}")


def _month_run(match: Match) -> Dated | None:
    first, last = _month_numbers(match[0])[:2]
    year = _whole_year(match[0])
    return _months_of(year, first, last) if year else None


def _place(text: str) -> str | None:
    found = re.match(any_of(places()), text, re.IGNORECASE)
    return places()[re.sub(r"\s+", " ", found[0].lower())] if found else None


def _month(match: Match) -> Dated | None:
    """A month; without a year only in small letters, as August is a name too."""
    month, year, numbers = _month_numbers(match[0])[-1], _whole_year(match[0]), _numbers(match[0])
    if year is None and numbers:
        year = _century(numbers[0])
    if year:
        return Dated(f"{year:04}-{month:02}", f"{year:04}-{month:02}", _place(match[0]))
    return Dated(None, None, _place(match[0]), ((month, 0), (month, 0))) if match[0].islower() else None


def _part(match: Match) -> Dated | None:
    """Quarters, thirds and halves of a year."""
    year, text = _whole_year(match[0]), match[0].lower()
    word = re.search(any_of(_choices("parts")), text)
    length = int(str(_choices("parts")[word[0]])) if word else 3
    rest = re.sub(_YEAR, "", text)
    turns = [int(number) for number in re.findall(r"[1-4]", rest)]
    if not turns:
        turns = [int(v) for w, v in tables("dates")["ordinals"].items() if rest.startswith(w)]
    count = 12 // length
    turns = [count if turn == -1 else turn for turn in turns]
    if not turns or max(turns) > count:
        return None
    first, last = (turns[0] - 1) * length + 1, turns[-1] * length
    if year is None and "halv" in text and not text.endswith("halvår"):
        return None
    return _months_of(year, first, last) if year else Dated(None, None, None, ((first, 0), (last, 0)))


def _season(match: Match) -> Dated | None:
    word = re.match(r"\w+", match[0])
    first, last = _season_months(word[0] if word else "")
    years = [_century(year) for year in _numbers(match[0])]
    if first > last:
        return Dated(f"{years[0] - (len(years) < 2):04}-{first:02}", f"{years[-1]:04}-{last:02}")
    return _months_of(years[0], first, last)


def _season_months(word: str) -> tuple[int, int]:
    """First and last month of the season."""
    table: dict[str, list[int]] = tables("dates")["seasons"]
    first, last = next(months for names, months in table.items() if word.lower() in names.split("|"))
    return first, last


def _week(match: Match) -> Dated | None:
    year, numbers = _whole_year(match[0]), _numbers(match[0])
    weeks = [number for number in numbers if number <= 53]
    if not weeks or min(weeks) < 1 or (year is None and len(weeks) < len(numbers)):
        return None
    if year is None:
        return Dated(None, None)
    try:
        first, last = date.fromisocalendar(year, weeks[0], 1), date.fromisocalendar(year, weeks[-1], 7)
    except ValueError:
        return None
    return Dated(first.isoformat(), last.isoformat())


def _turn(match: Match) -> Dated | None:
    """New year: the last month of one year and the first of the next."""
    years = [_century(number) for number in _numbers(match[0])]
    if not years:
        return Dated(None, None, None, ((12, 0), (1, 0)))
    return Dated(f"{years[0]:04}-12", f"{years[0] + 1:04}-01") if years[-1] - years[0] <= 1 else None


def _placed(match: Match) -> Dated | None:
    place, year = _place(match[0]), _whole_year(match[0])
    months = {"start": (1, 1), "middle": (6, 7), "end": (12, 12)}[place or "end"]
    return Dated(f"{year:04}-{months[0]:02}", f"{year:04}-{months[1]:02}", place)


def _years(match: Match) -> Dated | None:
    """A run of years; "2019-04" is a month where it cannot be years."""
    first, last = _numbers(match[0])
    if last > 99 or last > first % 100:
        end = last if last > 99 else first // 100 * 100 + last
        return Dated(f"{first:04}", f"{end:04}") if end > first else None
    if re.fullmatch(r"\d{4}-\d\d", match[0]) and 1 <= last <= 12:
        return Dated(match[0], match[0])
    return Dated(f"{first:04}", f"{first + 1:04}") if last == (first + 1) % 100 else None


def _year(match: Match) -> Dated | None:
    year = _century(int(match[0].lstrip("'’")))
    return Dated(f"{year:04}", f"{year:04}")
