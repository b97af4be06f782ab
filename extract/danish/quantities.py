"""A cell or phrase as one quantity of the contract: what kind of figure, its value, its unit."""

from __future__ import annotations

import re

from extract.danish.breakdowns import parted, read_breakdown
from extract.danish.dates import DateSpan, accounts_in, dates_in
from extract.danish.figures import Figure, figures_in
from extract.danish.number_words import word_value
from extract.report import Quantity, QuantityKind

__all__ = ["read_breakdown", "read_quantity"]

_NOTHING = re.compile(r"[\s\-–—−_.·•…*?/()]*|n\.?\s?/?\s?a\.?|i\.?\s?o\.?|u\.?\s?o\.?", re.IGNORECASE)
_ANSWER = re.compile(r"(?P<yes>ja)|(?P<no>nej)|(?P<partly>delvist?|til dels|både og)", re.IGNORECASE)
_ANSWERED = re.compile(
    r"(?P<answer>ja|nej|delvist?|til\s+dels)(?=\s*(?:[,.;:(–—-]|$|men\b|dog\b|undtagen\b|på\s+nær\b|i\b))",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"\b(?:på\s+nær|undtagen|dog|men|bortset\s+fra|kun|delvist?|ikke\s+(?:i|alle|helt|fuldt))\b", re.IGNORECASE
)
_NONE = re.compile(r"(?:ingen|intet|slet\s+ingen)(?:\s+[^\W\d_]+)?\.?", re.IGNORECASE)
_ALL = re.compile(r"(?:alle|samtlige|alt|hele)\b", re.IGNORECASE)
_EACH = re.compile(
    r"(?:én|ét|en|et|\d+|to|tre|fire|fem)\b.{0,40}?\b(?:i|pr\.?|per|for|til|hos|på|ved)\s+(?:hver|hvert)\b|(?:én|ét|en|et)\s+(?:[^\W\d_]+\s+)?(?:pr\.?|per)\s",
    re.IGNORECASE,
)
_PERCENT_FIRST = re.compile(r"\D*[\d.,]+\s?(?:%|pct|procent)", re.IGNORECASE)
_NAMED_SHARE = re.compile(r"[A-ZÆØÅ][\wæøå-]+:?\s\(?\d[\d,]*\s?(?:%|pct|procent)")
_FROM = re.compile(r"fra\s", re.IGNORECASE)
_FROM_TO = re.compile(r"\bfra\s+(?:\w+\s+)?[\d.,]+[^\d]{0,12}\s+til\s+", re.IGNORECASE)
_FAR = 24  # letters before its figure up to which a phrase is still a figure with an introduction
_MANY_WORDS = 12  # words from which a phrase with one figure is a statement rather than a figure


def read_quantity(text: str, *, unit: str | None = None) -> Quantity | None:
    """What a cell or phrase says how much: ``None`` where it says nothing (empty, a dash, n.a.).

    ``unit`` is what bare numbers are counted in where the column says so: "percent", "kroner", "years" … Words without
    a figure are ``qualitative``; verdicts are the caller's business. Where the kind is clear and the number is not
    ("Et i hvert jobcenter"), the value is ``None``.
    """
    raw = " ".join(text.split())
    if _NOTHING.fullmatch(raw):
        return None
    return (
        _answer(raw)
        or _spoken(raw)
        or _broken_down(raw)
        or _dated(raw)
        or _figured(raw, unit)
        or _plain(raw, "qualitative")
    )


def _plain(raw: str, kind: QuantityKind, value: float | None = None, unit: str | None = None) -> Quantity:
    return Quantity(raw, kind, value, None, None, unit)


def _answer(raw: str) -> Quantity | None:
    """Ja, Nej, Delvis, also with a remark; "Ja, på nær …" is an answer whose value is not clear."""
    match = _ANSWERED.match(raw)
    if not match:
        return None
    word = match["answer"].lower()
    rest = raw[match.end() :].strip(" ,.;:()–—-")
    if word == "nej":
        return _plain(raw, "yes_no", 0.0)
    if word != "ja":
        return _plain(raw, "yes_no", 0.5)
    return _plain(raw, "yes_no", None if rest and _EXCEPT.search(rest) else 1.0)


def _spoken(raw: str) -> Quantity | None:
    """Numbers in words alone: "En", "Ingen", "Et i hvert jobcenter"."""
    if _NONE.fullmatch(raw):
        return _plain(raw, "count", 0.0)
    if _EACH.match(raw) and not any(figure.kind == "frequency" for figure in figures_in(raw)):
        return _plain(raw, "count")
    words = raw.rstrip(".").split(" ")
    value = word_value(words[0]) if words[0].isalpha() and len(words) <= 2 else None
    if value is not None and not figures_in(raw):
        return _plain(raw, "count", value)
    return None


def _broken_down(raw: str) -> Quantity | None:
    """The sum of named parts, or the total printed among them; shares of parts ("Kolding 60 %, …") have none."""
    found = parted(raw)
    if found is None:
        return _plain(raw, "percent") if len(_NAMED_SHARE.findall(raw)) > 1 else None
    outside = [f for f in figures_in(raw) if f.start < found.start or f.end > found.end]
    if outside:
        return None
    return _plain(
        raw, "count", found.total if found.total is not None else sum(part.actual or 0 for part in found.parts)
    )


def _dated(raw: str) -> Quantity | None:
    """A date as a target ("inden udgangen af 2022"), where no figure stands beside it."""
    spans: tuple[DateSpan, ...] = dates_in(raw)
    if not spans or figures_in(raw) or accounts_in(raw):
        return None
    rest = len(raw) - sum(span.end - span.start for span in spans)
    return _plain(raw, "date") if rest <= _FAR + 8 else None


def _figured(raw: str, unit: str | None) -> Quantity | None:
    figures = figures_in(raw)
    if not figures:
        return None
    figure = figures[1] if len(figures) > 1 and _FROM_TO.search(raw) else figures[0]
    if len(figures) == 2 and raw[figures[0].end : figures[1].start].strip() == "+":
        return _plain(raw, "count", (figures[0].value or 0) + (figures[1].value or 0))
    if figures[0].start > _FAR or (len(figures) > 1 and len(raw.split()) > _MANY_WORDS):
        return None
    if len(raw.split()) > 2 * _MANY_WORDS:
        return None
    return _of(raw, figure, unit)


def _of(raw: str, figure: Figure, unit: str | None) -> Quantity:
    if figure.kind == "ratio":
        return _ratio(raw, figure)
    if figure.kind == "range":
        return _range(raw, figure, unit)
    if figure.kind == "frequency":
        return Quantity(raw, "frequency", figure.value, figure.low, figure.high, figure.unit)
    if figure.kind == "percent":
        return _plain(raw, "percent", figure.value)
    if figure.kind == "percent_points":
        return _plain(raw, "percent", figure.value, "percent_points")
    return _plain(raw, "amount", figure.value, figure.unit) if figure.kind == "amount" else _count(raw, figure, unit)


def _range(raw: str, figure: Figure, unit: str | None) -> Quantity:
    """A range; "Fra 22 % til 35 %" in a cell of its own says where a share was and where it is."""
    if figure.unit == "percent" and _FROM.match(raw):
        return _plain(raw, "percent", figure.high)
    return Quantity(raw, "range", None, figure.low, figure.high, figure.unit or unit)


def _count(raw: str, figure: Figure, unit: str | None) -> Quantity:
    if figure.unit == "each":
        return _plain(raw, "count")
    if figure.unit is None and unit == "percent":
        return _plain(raw, "percent", figure.value)
    if figure.unit is None and unit in ("kroner", "EUR", "USD", "SEK", "NOK", "GBP"):
        return _plain(raw, "amount", figure.value, unit)
    return _plain(raw, "count", figure.value, figure.unit or (unit if unit != "count" else None))


def _ratio(raw: str, figure: Figure) -> Quantity:
    """A share in words is a percentage; with both count and percentage, what is printed first."""
    if figure.unit == "part" and figure.whole:
        return _plain(raw, "percent", round(100 * (figure.value or 0) / figure.whole, 4))
    if figure.share is not None and _PERCENT_FIRST.match(figure.raw):
        return _plain(raw, "percent", figure.share)
    return _plain(raw, "count", figure.value)
