"""Figures in Danish text: what is read, what is left alone, and that both hold for any text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.danish.dates import accounts_in, dates_in
from extract.danish.figures import Figure, figures_in
from extract.danish.number_words import word_value


def only(text: str) -> Figure:
    """The one figure of a text."""
    figures = figures_in(text)
    assert len(figures) == 1, figures
    return figures[0]


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit"),
    [
        ("4.932.400 DKK", "amount", 4_932_400, "kroner"),
        ("kr. 1.250.000,-", "amount", 1_250_000, "kroner"),
        ("21,5 mio. kr.", "amount", 21_500_000, "kroner"),
        ("2 mio.kr.", "amount", 2_000_000, "kroner"),
        ("100 mill. til projektet", "amount", 100_000_000, "kroner"),
        ("82 millioner kroner", "amount", 82_000_000, "kroner"),
        ("halvanden million kroner", "amount", 1_500_000, "kroner"),
        ("1 mia.", "amount", 1_000_000_000, "kroner"),
        ("500 t.kr.", "amount", 500_000, "kroner"),
        ("en bevilling på 6.240 (1.000 kr.)", "amount", 6_240_000, "kroner"),
        ("3 mio. borgere", "count", 3_000_000, None),
        ("500.000,00 kr.", "amount", 500_000, "kroner"),
        ("EUR 12.500", "amount", 12_500, "EUR"),
        ("37,5 pct.", "percent", 37.5, None),
        ("15 %", "percent", 15, None),
        ("halvtreds procent", "percent", 50, None),
        ("-5 pct.", "percent", -5, None),
        ("to procentpoint", "percent_points", 2, None),
        ("3,5 pct.-point", "percent_points", 3.5, None),
        ("18 000", "count", 18_000, None),
        ("18\u00a0000 borgere", "count", 18_000, None),
        ("18\u202f500 borgere", "count", 18_500, None),
        ("3.478", "count", 3478, None),
        ("2½ år", "count", 2.5, "years"),
        ("to et halvt år", "count", 2.5, "years"),
        ("en 30-årig mand", "count", 30, "years"),
        ("12,4 dage", "count", 12.4, "days"),
        ("halvanden time", "count", 1.5, "hours"),
        ("elleve deltagere", "count", 11, None),
        ("to hundrede og tre borgere", "count", 203, None),
        ("én medarbejder", "count", 1, None),
        ("2 X 3", "product", 6, None),
        ("4 x 2 timer", "product", 8, "hours"),
    ],
)
def test_single_numbers(text: str, kind: str, value: float, unit: str | None) -> None:
    figure = only(text)
    assert (figure.kind, figure.value, figure.unit) == (kind, value, unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("4-8 i alt", 4, 8, None),
        ("10–15 virksomheder", 10, 15, None),
        ("mellem 60 og 80 mentorer", 60, 80, None),
        ("fra 4 til 8 møder", 4, 8, None),
        ("en til to mentorer", 1, 2, None),
        ("syv-otte møder", 7, 8, None),
        ("18-29 år", 18, 29, "years"),
        ("de 18-29-årige", 18, 29, "years"),
        ("unge mellem 18 og 29 år", 18, 29, "years"),
        ("20 % - 30 %", 20, 30, "percent"),
        ("100.000-200.000 kr.", 100_000, 200_000, "kroner"),
        ("5-10 mio. kr.", 5_000_000, 10_000_000, "kroner"),
    ],
)
def test_ranges(text: str, low: float, high: float, unit: str | None) -> None:
    figure = only(text)
    assert (figure.kind, figure.value, figure.low, figure.high, figure.unit) == ("range", None, low, high, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Andelen er steget fra 22 pct. til 37 pct.",
        "Fraværet er faldet fra 14 til 10 dage",
        "Målet blev ændret fra 225 til 180",
        "Timetallet er fordoblet fra 6 til 12",
    ],
)
def test_a_change_is_two_figures_and_no_range(text: str) -> None:
    assert [figure.kind == "range" for figure in figures_in(text)] == [False, False]


@pytest.mark.parametrize(
    ("text", "value", "whole", "share", "unit"),
    [
        ("9/20", 9, 20, None, None),
        ("20 ud af 32", 20, 32, None, None),
        ("syv ud af ti", 7, 10, None, None),
        ("9 af 20", 9, 20, None, None),
        ("to af de fem kommuner", 2, 5, None, None),
        ("et af projektets to kerneelementer", 1, 2, None, None),
        ("12 virksomheder ud af de i alt 20", 12, 20, None, None),
        ("9 (45 pct.)", 9, None, 45, None),
        ("112 borgere (45 pct.)", 112, None, 45, None),
        ("45 pct. (9)", 9, None, 45, None),
        ("45 pct. (9 af 20)", 9, 20, 45, None),
        ("20 ud af 32, svarende til 63 pct.", 20, 32, 63, None),
        ("12 ud af 15 (80 procent)", 12, 15, 80, None),
        ("halvdelen", 1, 2, None, "part"),
        ("en tredjedel", 1, 3, None, "part"),
        ("tre fjerdedele", 3, 4, None, "part"),
        ("hver tredje deltager", 1, 3, None, "part"),
        ("hver 3. deltager", 1, 3, None, "part"),
    ],
)
def test_ratios(text: str, value: float, whole: float | None, share: float | None, unit: str | None) -> None:
    figure = only(text)
    assert (figure.kind, figure.value, figure.whole, figure.share, figure.unit) == ("ratio", value, whole, share, unit)


def test_a_percentage_may_name_its_base() -> None:
    figure = only("63 pct. (n=92)")
    assert (figure.kind, figure.value, figure.whole) == ("percent", 63, 92)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1 pr. kvartal", 1, "quarter"),
        ("to gange om året", 2, "year"),
        ("en gang om måneden", 1, "month"),
        ("12 årlige møder", 12, "year"),
        ("fire møder pr. halvår", 4, "half_year"),
        ("Halvårligt", 1, "half_year"),
        ("kvartalsvise møder", 1, "quarter"),
        ("hvert halve år", 1, "half_year"),
        ("hver uge", 1, "week"),
        ("hver 14. dag", 0.5, "week"),
        ("hver anden måned", 0.5, "month"),
    ],
)
def test_frequencies(text: str, value: float, unit: str) -> None:
    figure = only(text)
    assert (figure.kind, figure.value, figure.unit) == ("frequency", value, unit)


def test_a_frequency_may_be_a_range() -> None:
    figure = only("1-2 gange om måneden")
    assert (figure.kind, figure.value, figure.low, figure.high, figure.unit) == ("frequency", None, 1, 2, "month")


@pytest.mark.parametrize("text", ["56 er i dag i job", "12 har i år fået job", "74 mødes i en uge"])
def test_today_is_no_frequency(text: str) -> None:
    assert only(text).kind == "count"


@pytest.mark.parametrize("text", ["250.000 kr. årligt", "37 timer om ugen"])
def test_an_amount_a_year_is_an_amount(text: str) -> None:
    assert only(text).kind in ("amount", "count")


def test_a_number_for_each_of_several_says_so() -> None:
    assert only("2 i hver kommune").unit == "each"
    assert only("3 pr. virksomhed").unit == "each"
    assert only("3 hvert kvartal").kind == "frequency"


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("ca. 240", "about"),
        ("omkring 30 borgere", "about"),
        ("knap 20 pct.", "nearly"),
        ("næsten halvdelen", "nearly"),
        ("godt 300", "over"),
        ("lidt over 40 pct.", "over"),
        ("mere end 10", "over"),
        ("mindst 70 pct.", "at_least"),
        ("minimum fire møder", "at_least"),
        ("20 eller flere", "at_least"),
        ("80+", "at_least"),
        ("op til 12", "at_most"),
        ("højst 30 dage", "at_most"),
        ("maks. 5 pct.", "at_most"),
        ("færre end 10", "at_most"),
        ("ikke over 9", "at_most"),
        ("skåret ned til fire", None),
        ("færre end de 120", None),
        ("11 borgere", None),
        ("over tre år", None),
    ],
)
def test_qualifiers(text: str, qualifier: str | None) -> None:
    assert only(text).qualifier == qualifier


@pytest.mark.parametrize(
    "text",
    [
        "afsnit 3.4", "jf. afsnit 3.2 og 3.3", "kapitel 5 og 6 handler om", "Tabel 2-4 og 2-5", "side 12", "Bilag 1",
        "Illustration 2-1", "§ 17", "§ 17, stk. 2", "17.59.21.20", "04.01.2021", "den 4. januar", "2016-2019", "i 2019",
        "31.02.2020", "CVR 12345678", "CVR-nr. 12 34 56 78",
        "tlf. 12 34 56 78", "+45 12 34 56 78", "12345678",
        "010203-1234", "A5", "COVID-19", "EU-27", "kl. 14.30", "klokken ti", "mål 3", "fase 2", "den 2. deltager",
        "version 2.1", "sagsnr. 2019-1234", "3.4", "2.1.3", "4400 Kalundborg", "Parallelvej 2, 2800 Kongens Lyngby",
        "på en skala fra 1 til 5", "www.eksempel.dk/2019/12", "abc12@eksempel.dk", "-", "–", "", "en borger fik job",
        "flere hundrede borgere", "den anden halvdel af perioden", "uge 34", "2. kvartal 2019",
        "1 Klynger i forhold til små virksomheder",
        "den 4/3", "Projekt 2020/0123", "1., 2. og 3. fase", "paragraf 17",
        "Kilen 11, 1. sal", "361000016006", "inden klokken var otte", "fra klokken syv til ni",
    ],
)  # fmt: skip
def test_what_is_no_figure(text: str) -> None:
    assert figures_in(text) == ()


def test_figures_of_a_sentence() -> None:
    text = (
        "Af de 249 borgere, der pr. 30. april 2021 var visiteret (jf. Tabel 3.2), er 81 (33 pct.) i job, mod et mål på "
        "mindst 100, og knap hver tredje arbejder mere end 10 timer om ugen."
    )
    assert [(f.raw, f.kind, f.qualifier) for f in figures_in(text)] == [
        ("249", "count", None),
        ("81 (33 pct.)", "ratio", None),
        ("100", "count", "at_least"),
        ("hver tredje", "ratio", "nearly"),
        ("10 timer", "count", "over"),
    ]


def test_numbers_of_a_table_row_stay_apart() -> None:
    assert [f.value for f in figures_in("Kolding 173 201 116%")] == [173, 201, 116]
    assert [f.value for f in figures_in("I alt 1.140 2.245 2.865")] == [1140, 2245, 2865]


def danish(number: int, between: str) -> str:
    """The number with ``between`` between its thousands."""
    return f"{number:,}".replace(",", between)


@given(
    st.integers(min_value=0, max_value=10**12),
    st.sampled_from((".", "\u00a0", "\u2009", "\u202f")),
    st.sampled_from(("{}", "{} borgere", "i alt {} borgere.", "mindst {} kr.", "kr. {}", "({})", "på {}, hvor")),
)
def test_whole_numbers_are_read_however_they_are_grouped(number: int, between: str, around: str) -> None:
    values = [figure.value for figure in figures_in(around.format(danish(number, between)))]
    assert values == [number]


@given(
    st.integers(min_value=0, max_value=10**7),
    st.integers(min_value=0, max_value=99),
    st.sampled_from((" pct.", "%", " %", " procent", " mio. kr.", " kr.", " point", " år")),
)
def test_decimals_are_read_with_every_unit(whole: int, hundredths: int, unit: str) -> None:
    text = f"{danish(whole, '.')},{hundredths:02}{unit}"
    figure = only(text)
    scale = 10**6 if "mio" in unit else 1
    assert figure.value == pytest.approx((whole + hundredths / 100) * scale)
    assert (figure.raw, figure.decimals) == (text, 2)


@given(st.integers(min_value=1, max_value=400), st.integers(min_value=1, max_value=400), st.sampled_from("-–—"))
def test_two_rising_numbers_are_a_range(low: int, more: int, dash: str) -> None:
    figure = only(f"{low}{dash}{low + more} virksomheder")
    assert (figure.kind, figure.low, figure.high) == ("range", low, low + more)


_TENS = ("tyve", "tredive", "fyrre", "halvtreds", "tres", "halvfjerds", "firs", "halvfems")
_ONES = ("en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni")


@given(st.integers(min_value=0, max_value=7), st.integers(min_value=0, max_value=9))
def test_tens_and_ones_in_words(tens: int, ones: int) -> None:
    words = f"{_ONES[ones - 1]}og{_TENS[tens]}" if ones else _TENS[tens]
    assert word_value(words) == 20 + 10 * tens + ones
    assert only(f"{words} borgere").value == 20 + 10 * tens + ones


# Pieces of figures and of what surrounds them, for texts that look like some.
_WORDS = "12|3,5|1.000|45 pct.|(|)| |-|–|/|,|.| til | og | af | ud af |kr.|mio.|en|to|halvdelen|hver|2019|januar"
_MARKS = "1.|§|x|pr.| år|ca. |½|\u00a0|Tabel |uge |kvartal|A|%|mellem |fra "
_PIECES = st.sampled_from([*_WORDS.split("|"), *_MARKS.split("|")])


@given(st.one_of(st.text(), st.lists(_PIECES, max_size=25).map("".join)))
def test_any_text_is_read_without_error_and_consistently(text: str) -> None:
    figures = figures_in(text)
    dates = [*dates_in(text), *accounts_in(text)]
    end = 0
    for figure in figures:
        assert figure.start >= end
        assert figure.end > figure.start
        assert text[figure.start : figure.end] == figure.raw
        assert not any(date.start < figure.end and figure.start < date.end for date in dates)
        if figure.kind == "range":
            assert figure.value is None
            assert figure.low is not None
            assert figure.high is not None
            assert figure.low < figure.high
        end = figure.end


def test_reading_is_fast() -> None:
    sentence = (
        "I alt {} borgere (45 pct.) er begyndt i et forløb i de fem kommuner, jf. Tabel 3-2, og flere er på vej. "
    )
    text = "".join(sentence.format(number) for number in range(100, 200))
    figures_in("en 2")
    begun = time.process_time()
    figures_in(text)
    assert time.process_time() - begun < 0.01 * len(text.split()) / 100 * 5
