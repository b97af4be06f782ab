"""Growth, fall and difference in prose against the two numbers that they are between.

"vokset fra 12 til 18, en stigning på 50 pct.", "37 pct. mod 22 pct. Det er en fremgang på 15 procentpoint". A growth in
per cent may be meant in points where both numbers are percentages: then nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from extract.audit.multiples import multiple_in
from extract.audit.printed import HAIR, bounds
from extract.audit.spoken import ANY, Marked, Spoken
from extract.audit.terms import pattern

_WORD = r"[^\W\d_][\w'’-]*\.?"
_FROM_TO = re.compile(
    rf"\bfra\s+(?:{_WORD}\s+){{0,3}}?(?P<k1>{ANY})(?P<a>.)(?P<gap>[^;\ue001-\ue006]{{0,60}}?)\s*"
    rf"\b(?:til|og\s+op\s+på|og\s+ned\s+på)\s+(?:{_WORD}\s+){{0,3}}?(?P<k2>{ANY})(?P<b>.)",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    rf"(?P<k1>\ue002)(?P<b>.)[^;\ue001-\ue006]{{0,80}}?\s(?:mod|imod|i\s+forhold\s+til|sammenlignet\s+med)\s+(?:{_WORD}\s+){{0,2}}?(?P<k2>\ue002)(?P<a>.)",
    re.IGNORECASE,
)
_CONTRAST = re.compile(
    r"\b(?:mens|men|imens|hvorimod|modsat|til\s+gengæld|derimod|landsgennemsnit\w*|landsplan|efterfølgende|heraf|hvoraf|mål\w*)\b",
    re.I,
)
_FARTHEST = 90


@dataclass(frozen=True, slots=True)
class Change:
    """A stated change between two numbers: ``holds`` is ``None`` where it is unsure, ``computed`` what they give.

    ``start`` and ``end`` are where it is stated, as ``stated`` per cent, points or number, or as "fordoblet".
    """

    first: Spoken
    second: Spoken
    stated: float
    start: int
    end: int
    holds: bool | None
    computed: float
    kind: Literal["percent", "points", "number", "multiple"]
    inside: bool = True
    """Whether the two numbers stand in the sentence of the change, and not in the one before."""


def changes_in(text: Marked, before: Marked | None) -> Iterator[Change]:
    """The changes that a sentence states, with the two numbers in it or in the sentence before."""
    for form in (_FROM_TO, _AGAINST):
        for pair in form.finditer(text.text):
            first, second = text.number(pair["a"]), text.number(pair["b"])
            if not _comparable(pair, first, second):
                continue
            yield from _multiples(text, pair, first, second)
            stated = _after(text, pair) or _ahead(text, pair)
            if stated is not None:
                yield _change(first, second, stated, both_ways=form is _AGAINST)
    told = _next_sentence().match(text.text) if before is not None else None
    if told and before is not None:
        pairs = [pair for form in (_FROM_TO, _AGAINST) for pair in form.finditer(before.text)]
        numbers = [(before.number(p["a"]), before.number(p["b"])) for p in pairs]
        if len(pairs) == 1 and _comparable(pairs[0], *numbers[0]) and len(before.numbers) == 2:
            both_ways = pairs[0].re is _AGAINST
            yield replace(_change(*numbers[0], text.number(told["x"]), both_ways=both_ways), inside=False)


def _comparable(pair: re.Match[str], first: Spoken, second: Spoken) -> bool:
    """Whether both are exact numbers of one kind; the first has no unit where the second's is meant."""
    exact = first.qualifier is None and second.qualifier is None and first.value > 0
    alike = pair["k1"] == pair["k2"] or (first.kind == "count" and second.kind != "amount")
    return exact and alike and first.value != second.value


@cache
def _noun() -> str:
    words = pattern("growth").pattern
    return rf"(?:en|et)\s+(?:{_WORD}\s+){{0,2}}?(?:{words})\s+på\s+(?:{_WORD}\s+){{0,2}}?{ANY}(?P<x>.)"


@cache
def _behind() -> re.Pattern[str]:
    link = (
        r"(?:altså|dvs\.|det\s+vil\s+sige|svarende\s+til|hvilket\s+(?:er|svarer\s+til|giver|betyder)|"
        r"og\s+(?:det|dermed)\s+(?:er|svarer\s+til)|eller|–)"
    )
    bare = rf"{link}\s+(?:med\s+)?(?:{_WORD}\s+)?{ANY}(?P<bare>.)(?!\s*af\b)"
    return re.compile(rf"(?P<gap>[^;\ue001-\ue006]*?)[,(–]?\s*(?:(?:{link}\s+)?{_noun()}|{bare})", re.IGNORECASE)


@cache
def _next_sentence() -> re.Pattern[str]:
    return re.compile(
        rf"(?:det|dette|det\s+hele)\s+(?:er|var|svarer\s+til|giver|betyder|udgør)\s+(?:\w+\s+)?{_noun()}", re.IGNORECASE
    )


@cache
def _before() -> re.Pattern[str]:
    return re.compile(
        rf"(?P<noun>{pattern('growth').pattern})\s+(?:(?:med|på)\s+)?(?:{_WORD}\s+){{0,2}}?(?P<kind>{ANY})(?P<x>.)\s*[,(]?\s*(?:nemlig\s+)?$",
        re.IGNORECASE,
    )


def _after(text: Marked, pair: re.Match[str]) -> Spoken | None:
    match = _behind().match(text.text, pair.end())
    if match is None or len(match["gap"]) > _FARTHEST or _CONTRAST.search(match["gap"]):
        return None
    return text.number(match["x"] or match["bare"])


def _ahead(text: Marked, pair: re.Match[str]) -> Spoken | None:
    match = _before().search(text.text[: pair.start()])
    return text.number(match["x"]) if match else None


def _change(first: Spoken, second: Spoken, stated: Spoken, *, both_ways: bool) -> Change:
    """What the two numbers give; of "a mod b" either may be the earlier one."""
    change = _from_first(first, second, stated)
    other = _from_first(second, first, stated) if both_ways else change
    return other if change.holds is False and other.holds is not False else change


def _from_first(first: Spoken, second: Spoken, stated: Spoken) -> Change:
    """What the two numbers give, and whether the stated change may be it as they are rounded."""
    lows, highs = zip(_range(first), _range(second), strict=True)
    (a_low, b_low), (a_high, b_high) = lows, highs
    difference = second.value - first.value
    if stated.kind == "percent":
        computed = 100 * difference / first.value
        spread = (100 * (b_low - a_high) / a_high, 100 * (b_high - a_low) / max(a_low, HAIR))
    else:
        computed, spread = difference, (b_low - a_high, b_high - a_low)
    if second.value < first.value:
        computed, spread = -computed, (-spread[1], -spread[0])
    kind: Literal["percent", "points", "number"] = "number"
    if stated.kind in ("percent", "points"):
        kind = "percent" if stated.kind == "percent" else "points"
    holds = _holds(first, second, stated, spread)
    return Change(first, second, stated.value, stated.start, stated.end, holds, computed, kind)


def _range(number: Spoken) -> tuple[float, float]:
    return bounds(number) if number.kind == "percent" or number.decimals else (number.value, number.value)


def _holds(first: Spoken, second: Spoken, stated: Spoken, spread: tuple[float, float]) -> bool | None:
    low, high = bounds(stated)
    spare = 0.0 if stated.qualifier else 0.5 * 10.0**-stated.decimals
    if spread[0] <= high + HAIR and low - HAIR <= spread[1]:
        return True
    if spread[0] <= high + spare and low - spare <= spread[1]:
        return None
    if stated.kind == "percent":
        in_points = (
            second.kind in ("percent", "other") and low - spare <= abs(second.value - first.value) <= high + spare
        )
        return None if in_points else False
    if stated.kind == "points":
        return False
    return None if stated.kind == "other" or second.kind not in (stated.kind, "other") else False


def _multiples(text: Marked, pair: re.Match[str], first: Spoken, second: Spoken) -> Iterator[Change]:
    """What is said to be doubled, tripled or halved right before the two numbers."""
    at = max(0, pair.start() - 30)
    said = multiple_in(text.text[at : pair.start()])
    if said is not None:
        ratio = second.value / first.value
        start = text.offset(at + said.start)
        holds = said.low <= ratio <= said.high
        yield Change(first, second, said.factor, start, start + said.end - said.start, holds, ratio, "multiple")
