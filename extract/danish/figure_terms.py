"""Single numbers of a text with what stands around them: sign, currency, multiplier, unit, qualifier."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from extract.danish.number_words import fractions_in, spelled_in
from extract.danish.numerals import numerals_in
from extract.danish.terms import any_of, by_word, tables

TermKind = Literal["count", "percent", "percent_points", "amount", "ratio"]


@dataclass(frozen=True, slots=True)
class Term:
    """One number and its unit. ``value`` is unscaled: ``scale`` is 1e6 for "mio."; ``bare`` where no unit is printed.

    ``weak`` marks a word that may be an article (en, et). ``whole`` is set for fractions in words.
    """

    start: int
    end: int
    value: float
    decimals: int = 0
    kind: TermKind = "count"
    unit: str | None = None
    scale: float = 1.0
    bare: bool = True
    weak: bool = False
    whole: float | None = None
    qualifier: str | None = None


_PERCENT_POINTS = r"\s?-?(?:procent-?\s?points?|pct\.?-?\s?points?|%-?\s?points?|p\.p\.|pp)(?![\w])"
_PERCENT = r"\s?(?:%|pct\b\.?|procents?\b)(?!\w)"
_COUNTED_BEFORE = re.compile(
    r"(?:\d|(?<!\w)(?:en|ét|én|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv))\s+(?:[^\W\d_]+\s+)?$", re.I
)
_NOTED = (
    r"\s?[(\[](?:i\s+|beløb\s+i\s+)?(?:1[. ]?000\s?|t\.?\s?|tusinde?\s|mio\.?\s?|mill\.?\s?)(?:kr\.?|kroner|dkk)[)\]]"
)
_AGE = r"-?\s?årige?s?\b"
_FUNCTION_WORD = re.compile(
    r"\s*(?:$|[^\w\s]|(?:til|i|fra|om|over|og|per|pr|på|af|ved|for|med|eller|som|der|er|blev|efter)\b)", re.IGNORECASE
)
_SIGN = re.compile(r"(?:^|(?<=[\s(]))(?:[-–−+]|minus\s+)$", re.IGNORECASE)
_SPELLED_MULTIPLIER = re.compile(r"million|milliard|tusind", re.IGNORECASE)


@cache
def _tail() -> re.Pattern[str]:
    table = tables("figures")
    multiplier, currency = by_word(table["multipliers"]), by_word(table["currencies"])
    duration = by_word(table["durations"])
    return re.compile(
        rf"(?P<points>{_PERCENT_POINTS})|(?P<percent>{_PERCENT})|(?P<age>{_AGE})"
        rf"|(?:\s?(?P<scale>{any_of(multiplier)})(?:(?<=\.)|(?!\w)))?\s?(?P<currency>{any_of(currency)})(?!\w)(?:,?[-–](?!\d))?"
        rf"|(?P<noted>{_NOTED})|\s?(?P<short>[tm]\.?\s?(?:d\.?)?kr\b\.?|[tm]dkk\b)(?!\w)"
        rf"|(?P<dash>,[-–](?!\d))|\s?(?P<times>{any_of(multiplier)})(?!\w)"
        rf"|[\s-]?(?P<duration>{any_of(duration)})(?!\w)|\s(?P<score>points?)(?!\w)",
        re.IGNORECASE,
    )


@cache
def _head() -> re.Pattern[str]:
    currencies = by_word(tables("figures")["currencies"])
    return re.compile(rf"(?<!\w)(?P<currency>{any_of(currencies)})\s?$", re.IGNORECASE)


@cache
def _qualifier() -> tuple[re.Pattern[str], dict[str, str]]:
    table = by_word(tables("figures")["qualifiers"])
    return re.compile(rf"(?<!\w)({any_of(table)})\s*(?:(?:i alt|på|de)\s+)?$", re.IGNORECASE), table


@cache
def _after() -> tuple[re.Pattern[str], dict[str, str]]:
    table = by_word(tables("figures")["after"])
    return re.compile(rf"\s?({any_of(table)})(?!\w)(?!(?<=\+)\s?\d)(?<!\s\+)", re.IGNORECASE), table


@cache
def _keys(table: str) -> dict[str, str]:
    return by_word(tables("figures")[table])


def terms_in(text: str, blocked: Iterable[tuple[int, int]] = ()) -> list[Term]:
    """The numbers of the text in order, save those that touch a blocked span."""
    spans = sorted(blocked)
    fractions = [
        Term(f.start, f.end, f.parts, 0, "ratio", None, 1.0, False, False, float(f.whole)) for f in fractions_in(text)
    ]
    inside = spans + [(f.start, f.end) for f in fractions]
    atoms = sorted([*_figures(text), *_words(text)], key=lambda term: term.start)
    terms = [_dressed(text, atom) for atom in atoms if not _touches(atom, inside)]
    terms += [fraction for fraction in fractions if not _touches(fraction, spans)]
    kept = [_qualified(text, term) for term in terms if term is not None]
    return sorted(kept, key=lambda term: term.start)


def _touches(term: Term, spans: Iterable[tuple[int, int]]) -> bool:
    return any(start < term.end and term.start < end for start, end in spans)


def _figures(text: str) -> Iterator[Term]:
    for n in numerals_in(text):
        follows = text[n.end : n.end + 1]
        if follows.isalpha() and not _tail().match(text, n.end) and not re.match(r"[xX]\s?\d", text[n.end : n.end + 3]):
            continue
        yield Term(n.start, n.end, n.value, n.decimals, bare=not n.pointed)


def _words(text: str) -> Iterator[Term]:
    for w in spelled_in(text):
        yield Term(w.start, w.end, w.value, 0, weak=w.weak)


def _dressed(text: str, atom: Term) -> Term | None:
    """The number with its sign, currency and unit; ``None`` for a decimal point without a unit (a section's number)."""
    pointed, term = not atom.bare, replace(atom, bare=True)
    tail = _tail().match(text, atom.end)
    if tail:
        term = _with_tail(text, term, tail)
    head = _head().search(text, max(0, atom.start - 8), atom.start)
    if head and (term.kind == "amount" or (term.kind == "count" and term.unit is None)):
        unit = _keys("currencies")[head["currency"].lower()]
        term = replace(term, start=head.start(), kind="amount", unit=unit, bare=False)
    if pointed and term.bare:
        return None
    sign = _SIGN.search(text, max(0, term.start - 6), term.start) if text[term.start].isdigit() else None
    if sign:
        return replace(term, start=sign.start(), value=term.value if sign[0] == "+" else -term.value)
    return term


def _with_tail(text: str, term: Term, tail: re.Match[str]) -> Term:
    multipliers, currencies = _keys("multipliers"), _keys("currencies")
    fields = {name: re.sub(r"\s+", " ", value.lower()) for name, value in tail.groupdict().items() if value}
    dressed = replace(term, end=tail.end(), bare=False)
    if "points" in fields:
        return replace(dressed, kind="percent_points")
    if "percent" in fields:
        return replace(dressed, kind="percent")
    noted = fields.get("noted") or fields.get("short")
    if noted:
        scale = 1e6 if "m" in noted else 1e3
        return replace(dressed, kind="amount", unit="kroner", scale=scale)
    if "currency" in fields or "dash" in fields:
        scale = float(multipliers[fields["scale"]]) if "scale" in fields else 1.0
        return replace(dressed, kind="amount", unit=currencies.get(fields.get("currency", ""), "kroner"), scale=scale)
    if "times" in fields:
        return _multiplied(text, dressed, fields["times"])
    unit = "years" if "age" in fields else "points" if "score" in fields else _keys("durations")[fields["duration"]]
    return replace(dressed, unit=unit)


def _multiplied(text: str, term: Term, word: str) -> Term:
    """Numbers before a multiplier: "100 mill." is an amount, "5 millioner" and "3 mio. borgere" are counts."""
    scale = float(_keys("multipliers")[word])
    if _SPELLED_MULTIPLIER.match(word) or word == "t." or not _FUNCTION_WORD.match(text, term.end):
        return replace(term, scale=scale)
    return replace(term, scale=scale, kind="amount", unit="kroner")


def _difference(text: str, match: re.Match[str]) -> bool:
    """Whether "… færre end 40" compares with a number ("ti færre end de 40") and sets no bound."""
    return match[0].rstrip().endswith(" de") or bool(
        _COUNTED_BEFORE.search(text, max(0, match.start() - 16), match.start())
    )


def _qualified(text: str, term: Term) -> Term:
    """The term with its qualifier; "over tre år" says how long and not more than, so it has none."""
    pattern, table = _qualifier()
    before = pattern.search(text, max(0, term.start - 28), term.start)
    if before:
        word = re.sub(r"\s+", " ", before[1].lower())
        if word.endswith(" end") and _difference(text, before):
            return term
        if not (word in ("over", "om") and term.unit in _keys("durations").values()):
            return replace(term, qualifier=table[word])
    after_pattern, after_table = _after()
    after = after_pattern.match(text, term.end)
    if after:
        return replace(term, end=after.end(), qualifier=after_table[re.sub(r"\s+", " ", after[1].lower())], bare=False)
    return term
