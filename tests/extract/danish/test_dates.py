"""Dates, periods and accounts in Danish text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.danish.dates import accounts_in, dates_in, periods_in

MONTHS = [
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1. august 2016", "2016-08-01", "2016-08-01"),
        ("den 4 januar 2021", "2021-01-04", "2021-01-04"),
        ("12. sept. 2019", "2019-09-12", "2019-09-12"),
        ("04.01.2021", "2021-01-04", "2021-01-04"),
        ("30.9.2022", "2022-09-30", "2022-09-30"),
        ("30.09.22", "2022-09-30", "2022-09-30"),
        ("1/1-2016", "2016-01-01", "2016-01-01"),
        ("4/1 2021", "2021-01-04", "2021-01-04"),
        ("pr. 31/12-2019", "2019-12-31", "2019-12-31"),
        ("31-12-2019", "2019-12-31", "2019-12-31"),
        ("2019-12-31", "2019-12-31", "2019-12-31"),
        ("oktober 2020", "2020-10", "2020-10"),
        ("juni måned 2018", "2018-06", "2018-06"),
        ("i 2019", "2019", "2019"),
        ("januar '19", "2019-01", "2019-01"),
        ("medio 2017", "2017-06", "2017-07"),
        ("primo april 2018", "2018-04", "2018-04"),
        ("ultimo 2019", "2019-12", "2019-12"),
        ("i begyndelsen af 2019", "2019-01", "2019-01"),
        ("ved udgangen af 2022", "2022-12", "2022-12"),
        ("2. kvartal 2019", "2019-04", "2019-06"),
        ("Q2 2019", "2019-04", "2019-06"),
        ("fjerde kvartal af 2020", "2020-10", "2020-12"),
        ("1. og 2. kvartal 2019", "2019-01", "2019-06"),
        ("1. halvår 2020", "2020-01", "2020-06"),
        ("andet halvår af 2021", "2021-07", "2021-12"),
        ("foråret 2019", "2019-03", "2019-05"),
        ("vinteren 2019/20", "2019-12", "2020-02"),
        ("uge 34 i 2020", "2020-08-17", "2020-08-23"),
        ("årsskiftet 2019/2020", "2019-12", "2020-01"),
        ("2016-2019", "2016", "2019"),
        ("2022-23", "2022", "2023"),
        ("2015/16", "2015", "2016"),
        ("1.-3. maj 2019", "2019-05-01", "2019-05-03"),
        ("august-december 2019", "2019-08", "2019-12"),
    ],
)
def test_one_date(text: str, first: str, last: str) -> None:
    (span,) = dates_in(text)
    assert (span.first, span.last) == (first, last)
    assert text[span.start : span.end] == span.raw


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("inden udgangen af 2022", "before"),
        ("senest 1. maj 2020", "before"),
        ("siden august 2019", "after"),
        ("frem til sommeren 2019", "until"),
        ("bortset fra foråret 2020", None),
        ("omkring 2018", "about"),
        ("ultimo 2019", "end"),
        ("medio maj 2019", "middle"),
        ("primo 2019", "start"),
    ],
)
def test_what_is_said_of_a_date(text: str, qualifier: str | None) -> None:
    (span,) = dates_in(text)
    assert span.qualifier == qualifier


@pytest.mark.parametrize("text", ["den 4. januar", "i maj", "uge 34", "3. kvartal"])
def test_without_a_year_a_date_is_half_understood(text: str) -> None:
    (span,) = dates_in(text)
    assert (span.first, span.last) == (None, None)


@pytest.mark.parametrize(
    "text",
    [
        "31.02.2020", "31. februar 2020", "00.01.2020", "12.13.2020", "3.478", "afsnit 3.4", "2.1.3", "2019 borgere",
        "kr. 2019", "2019 kr.", "1990'erne", "2000-tallet", "tlf. 20 19 20 20", "August var med", "9/20", "18-29 år",
        "17.59.21.20", "2.019", "sag 12019", "anden halvdel af perioden", "",
    ],
)  # fmt: skip
def test_what_is_no_date(text: str) -> None:
    assert dates_in(text) == ()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1. september 2017 - 31. december 2020", "2017-09-01", "2020-12-31"),
        ("august 2016 til december 2019", "2016-08", "2019-12"),
        ("fra august 2016 til og med december 2019", "2016-08", "2019-12"),
        ("i perioden 2016-2019", "2016", "2019"),
        ("1. august til 31. december 2020", "2020-08-01", "2020-12-31"),
        ("fra november til februar 2020", "2019-11", "2020-02"),
        ("mellem 2016 og 2019", "2016", "2019"),
        ("mellem den 1. maj og den 1. juni 2019", "2019-05-01", "2019-06-01"),
        ("12. april 2016-1. maj 2017", "2016-04-12", "2017-05-01"),
        ("d. 1/9 2017 – 31/12 2020", "2017-09-01", "2020-12-31"),
        ("01.09.2017-31.12.2020", "2017-09-01", "2020-12-31"),
        ("december 2019–marts 2020", "2019-12", "2020-03"),
        ("2. kvartal 2019 til 1. kvartal 2020", "2019-04", "2020-03"),
        ("2015/16", "2015", "2016"),
    ],
)
def test_periods(text: str, first: str, last: str) -> None:
    (span,) = periods_in(text)
    assert (span.first, span.last) == (first, last)
    assert text[span.start : span.end] == span.raw


@pytest.mark.parametrize(
    "text", ["i 2016 og 2019", "1. august 2016", "2016, 2017 og 2018", "31. december 2020 - 1. maj 2019"]
)
def test_what_is_no_period(text: str) -> None:
    assert periods_in(text) == ()


def test_accounts_of_the_finance_act() -> None:
    text = "Finanslovens § 17.59.21.20 og konto 17.46.43.10, jf. § 17.59.23, udbetalt 04.01.2021."
    assert [account.first for account in accounts_in(text)] == ["17.59.21.20", "17.46.43.10", "17.59.23"]
    assert [span.first for span in dates_in(text)] == ["2021-01-04"]


@given(
    st.dates(min_value=date(1950, 1, 1), max_value=date(2039, 12, 31)),
    st.sampled_from(
        (
            "{d}. {month} {y}",
            "{d}.{m}.{y}",
            "{d:02}.{m:02}.{y}",
            "{d}/{m}-{y}",
            "{d}/{m} {y}",
            "{d:02}-{m:02}-{y}",
            "{y}-{m:02}-{d:02}",
        )
    ),
    st.sampled_from(("{}", "den {}", "pr. {}.", "({})", "Mødet den {} blev aflyst", "Udgivet {}, version 2.1")),
)
def test_every_day_in_every_form(day: date, form: str, around: str) -> None:
    printed = form.format(d=day.day, m=day.month, y=day.year, month=MONTHS[day.month - 1])
    (span,) = dates_in(around.format(printed))
    assert (span.raw, span.first, span.last) == (printed, day.isoformat(), day.isoformat())


@given(st.integers(1, 31), st.integers(1, 12), st.integers(1950, 2039))
def test_only_days_of_the_calendar_are_dates(day: int, month: int, year: int) -> None:
    try:
        expected = [date(year, month, day).isoformat()]
    except ValueError:
        expected = []
    assert [span.first for span in dates_in(f"{day:02}.{month:02}.{year}")] == expected


@given(st.one_of(st.text(), st.text(alphabet="0123456789./- §jul medio og til'’")))
def test_any_text_is_read_without_error(text: str) -> None:
    for spans in (dates_in(text), periods_in(text), accounts_in(text)):
        ends = [0, *(span.end for span in spans)]
        assert all(end <= span.start for end, span in zip(ends, spans, strict=False))
        assert all(text[span.start : span.end] == span.raw for span in spans)
    assert all(span.first <= span.last for span in dates_in(text) if span.first and span.last)


@pytest.mark.parametrize("text", ["Resultatet er 79/459 (17 pct.).", "90/139 er i job", "19/12 og 27/110"])
def test_a_fraction_of_a_large_whole_is_no_date(text: str) -> None:
    assert [span for span in dates_in(text) if span.first] == []
