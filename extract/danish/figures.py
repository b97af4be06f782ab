"""Figures in Danish text: counts, percentages, amounts, ranges, ratios, frequencies and products, with what is printed.

A recipe over single numbers (`figure_terms`): dates, accounts, references and codes are put
aside first, then neighbours that belong together are joined.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from extract.danish.dates import accounts_in, dates_in
from extract.danish.figure_joins import Joined, joined
from extract.danish.figure_terms import terms_in
from extract.danish.frequencies import each_after, rhythm_after, rhythms_in
from extract.danish.not_figures import not_figures_in

_PARTS = 5  # "2/3" to "4/5" are fractions in common use
_OF = re.compile(r"\s+af\s+(?!\d)")
FigureKind = Literal["count", "percent", "percent_points", "amount", "range", "ratio", "frequency", "product"]
_GATE = re.compile(
    r"[\d½¼¾⅓⅔]|\b(?:nul|to|tre|fire|fem|seks|syv|otte|ni|ti|[eé]n|[eé]t|halvanden|halvandet)\b|elleve|tolv|ten\b|tyve|tredive|fyrre|halvt|halvf|tres|firs|hundred|tusind|mill?i"
    r"|halvdel|tredj|fjerde|del\b|dele\b|\bhver|lig[te]?\b|vise?t?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as printed and as understood: ``text[start:end] == raw``.

    ``value`` is ``None`` for a range, which has ``low`` and ``high``. Percentages of 45 are 45.0, amounts are in whole
    units of ``unit`` ("kroner", "EUR"), counts may have a unit (years, days; "each" where it holds for each one).
    A ratio is ``value`` of ``whole`` (20 of 32; unit "part" for "en tredjedel", 1 of 3); ``share``
    is the percentage printed beside a count ("9 (45 pct.)"); a percentage with its base ("63 pct. (n=92)") has the base
    as ``whole``. ``qualifier`` is about, nearly, over, at_least or at_most; ``decimals`` are those printed.
    """

    start: int
    end: int
    raw: str
    kind: FigureKind
    value: float | None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    qualifier: str | None = None
    whole: float | None = None
    share: float | None = None
    decimals: int = 0


@lru_cache(maxsize=4096)
def figures_in(text: str) -> tuple[Figure, ...]:
    """Every figure of the text, in order and never overlapping; dates, accounts, references and codes are none."""
    if not _GATE.search(text):
        return ()
    dates = [(span.start, span.end) for span in (*dates_in(text), *accounts_in(text))]
    rhythms = rhythms_in(text)
    blocked = [*dates, *not_figures_in(text), *((rhythm.start, rhythm.end) for rhythm in rhythms)]
    groups = joined(text, terms_in(text, blocked), blocked)
    figures = [figure for group in groups if (figure := _figure(text, group, dates))]
    taken = [(figure.start, figure.end) for figure in figures]
    for rhythm in rhythms:
        said = any(end <= rhythm.start and not text[end : rhythm.start].strip() for _, end in taken)
        if not said and not any(start < rhythm.end and rhythm.start < end for start, end in taken):
            figures.append(_of(text, rhythm.start, rhythm.end, "frequency", rhythm.value, unit=rhythm.unit))
    return _apart(figures)


def _apart(figures: list[Figure]) -> tuple[Figure, ...]:
    """In order, the earlier of two that overlap."""
    kept: list[Figure] = []
    for figure in sorted(figures, key=lambda f: f.start):
        if not kept or figure.start >= kept[-1].end:
            kept.append(figure)
    return tuple(kept)


def _of(text: str, start: int, end: int, kind: FigureKind, value: float | None, unit: str | None = None) -> Figure:
    return Figure(start, end, text[start:end], kind, value, unit=unit)


def _figure(text: str, group: Joined, dates: Sequence[tuple[int, int]]) -> Figure | None:
    """The figure of numbers that belong together; ``None`` for an article alone."""
    term = group.term
    timed = None
    if term.kind == "count" and term.unit is None and group.kind in ("count", "range"):
        timed = rhythm_after(text, group.end)
    if timed and not any(group.end <= start < timed[0] for start, _ in dates):
        return _frequency(text, group, *timed)
    if term.weak and group.kind == "count":
        return None
    figure = Figure(
        group.start, group.end, text[group.start : group.end], group.kind, group.value, group.low, group.high,
        term.unit, group.qualifier, group.whole, group.share, term.decimals,
    )  # fmt: skip
    if figure.kind in ("count", "range") and figure.unit is None and each_after(text, group.end):
        return replace(figure, unit="each")
    if figure.kind == "ratio" and (term.kind == "ratio" or _is_part(text, figure)):
        return replace(figure, unit="part")
    return figure


def _is_part(text: str, figure: Figure) -> bool:
    """Whether "1/3" is a third and not one of three: with "ca." before it or "af" and no number behind it."""
    if "/" not in figure.raw or figure.share is not None or not figure.whole or figure.whole > _PARTS:
        return False
    return (figure.value or 0) < figure.whole and bool(figure.qualifier or _OF.match(text, figure.end))


def _frequency(text: str, group: Joined, end: int, unit: str) -> Figure:
    return Figure(
        group.start, end, text[group.start : end], "frequency", group.value, group.low, group.high,
        unit, group.qualifier, decimals=group.term.decimals,
    )  # fmt: skip
