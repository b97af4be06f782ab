"""Numbers that belong together: ranges, ratios, products, a count with its percentage."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extract.danish.figure_terms import Term

JoinedKind = Literal["count", "percent", "percent_points", "amount", "range", "ratio", "product"]

_RANGE = re.compile(r"\s?[-–—−]\s?|\s+(?:til|à|a)\s+(?:og\s+med\s+)?|\s*\.\.\.?\s*", re.IGNORECASE)
_OR = re.compile(r"\s+(?:eller|og)\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"mellem\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfra\s+$", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:ste[gt]\w*|stig\w*|fald\w*|øg\w*|reducer\w*|ændr\w*|gå\w*|gik|voks\w*|nedsat|nedsætte\w*|nedbrag\w*|nedbring\w*|løft\w*|sænk\w*|hæv\w*|forbedr\w*|"
    r"forøg\w*|fordobl\w*|halver\w*|kommet|bragt|rykket|udvid\w*|skåret|forlæng\w*|forkort\w*|rykk?\w*|bevæg\w*|justere\w*|opjuster\w*|nedjuster\w*|forring\w*|flyt\w*|udvikl\w*|fremgang|vækst)\b",
    re.IGNORECASE,
)
_WORDS = r"(?:\s+[^\W\d_][\w-]*)"
_OUT_OF = re.compile(
    rf"\s?/\s?|{_WORDS}{{0,4}}?\s+ud\s+af\s+(?:(?:de|i\s+alt|alle|samtlige|projektets|en\s+gruppe\s+på|[^\W\d_]+s)\s+)*|\s+af\s+(?:(?:de|dem|i\s+alt|alle|samtlige|projektets)\s+)*",
    re.IGNORECASE,
)
_PRODUCT = re.compile(r"\s?[xX×*]\s?")
_SHARE = re.compile(
    rf"{_WORDS}{{0,5}}\s*[(\[]\s*(?:(?:svarende\s+til|dvs\.?|det\s+vil\s+sige|eller|=)\s*)?(?:[^\W\d_]+\.?\s+){{0,2}}"
    rf"|{_WORDS}{{0,5}}\s*[,–-]?\s*(?:\w+\s)?svarende\s+til\s+(?:[^\W\d_]+\.?\s+){{0,2}}|\s*/\s*|\s*[;,]\s*",
    re.IGNORECASE,
)
_COUNT_OF_SHARE = re.compile(
    rf"{_WORDS}{{0,5}}\s*[(\[]\s*(?:(?:svarende\s+til|dvs\.?|det\s+vil\s+sige|=)\s*)?(?:[^\W\d_]+\.?\s+){{0,2}}|\s*/\s*",
    re.IGNORECASE,
)
_BASE = re.compile(rf"{_WORDS}{{0,5}}\s*[(\[]\s*n\s?=\s?", re.IGNORECASE)
_CLOSE = re.compile(r"(?:\s+(?!i\s)[^\W\d_][\w-]*){0,3}\s*[)\]]")


@dataclass(frozen=True, slots=True)
class Joined:
    """One number or several that are one figure; ``term`` is the one that gives unit and decimals."""

    start: int
    end: int
    kind: JoinedKind
    term: Term
    value: float | None
    low: float | None = None
    high: float | None = None
    whole: float | None = None
    share: float | None = None
    qualifier: str | None = None


def joined(text: str, terms: Sequence[Term], barriers: Sequence[tuple[int, int]] = ()) -> list[Joined]:
    """The terms as figures, neighbours joined from left to right; never over a barrier, such as a date."""
    groups: list[Joined] = []
    for term in terms:
        group = _single(term)
        if groups and not any(groups[-1].end <= start and end <= group.start for start, end in barriers):
            gap = text[groups[-1].end : group.start]
            merged = next((m for join in _JOINS if (m := join(text, gap, groups[-1], group))), None)
            if merged:
                groups[-1] = merged
                continue
        groups.append(group)
    return groups


def _single(term: Term) -> Joined:
    value = round(term.value * term.scale, 6)
    return Joined(term.start, term.end, term.kind, term, value, whole=term.whole, qualifier=term.qualifier)


def _range(text: str, gap: str, first: Joined, second: Joined) -> Joined | None:
    """Ranges: "4-8", "mellem 4 og 8", "fra 10 til 15 pct."; a rise from one number to another is two figures."""
    a, b = first.term, second.term
    if first.kind in ("range", "ratio", "product") or first.share is not None or second.kind == "ratio":
        return None
    before = text[max(0, first.start - 80) : first.start]
    spoken = bool(_OR.fullmatch(gap)) and bool(_BETWEEN.search(before))
    if not (spoken or _RANGE.fullmatch(gap)) or (_FROM.search(before) and _CHANGE.search(before)):
        return None
    if (first.kind, a.unit) != (second.kind, b.unit) and not a.bare:
        return None
    scale = b.scale if a.bare else a.scale
    low, high = round(a.value * scale, 6), second.value
    if high is None or low >= high or (second.qualifier and not spoken and "-" not in gap):
        return None
    unit = replace(b, decimals=max(a.decimals, b.decimals), unit=_range_unit(b))
    return Joined(first.start, second.end, "range", unit, None, low, high, qualifier=first.qualifier)


def _range_unit(term: Term) -> str | None:
    return term.kind if term.kind in ("percent", "percent_points") else term.unit


def _ratio(text: str, gap: str, first: Joined, second: Joined) -> Joined | None:
    """Ratios: "9/20", "20 ud af 32", "to af de fem"; "af" alone only for a part of something greater."""
    del text
    if not _is_count(first) or not _is_count(second) or second.whole is not None or first.whole is not None:
        return None
    if not _OUT_OF.fullmatch(gap) or not first.value or not second.value or second.term.weak:
        return None
    if re.match(r"\s+af\s", gap) and first.value > second.value:
        return None
    if first.value < 0 or first.term.decimals or second.term.decimals:
        return None
    return replace(first, end=second.end, kind="ratio", whole=second.value, qualifier=first.qualifier)


def _is_count(group: Joined) -> bool:
    return group.kind == "count" and group.term.unit is None and group.term.scale == 1


def _product(text: str, gap: str, first: Joined, second: Joined) -> Joined | None:
    del text
    if not _PRODUCT.fullmatch(gap) or not _is_count(first) or second.kind != "count" or first.value is None:
        return None
    return replace(first, end=second.end, kind="product", value=first.value * (second.value or 0), term=second.term)


def _share(text: str, gap: str, first: Joined, second: Joined) -> Joined | None:
    """A count, then its percentage: "9 (45 pct.)", "20 ud af 32, svarende til 63 pct."."""
    counted = _is_count(first) or (first.kind == "ratio" and first.term.kind == "count")
    if not counted or first.share is not None or first.term.weak or second.kind != "percent":
        return None
    if not _SHARE.fullmatch(gap) or (gap.strip() in (",", ";") and first.start > 0):
        return None
    return replace(first, end=_closed(text, gap, second.end), kind="ratio", share=second.value)


def _share_first(text: str, gap: str, first: Joined, second: Joined) -> Joined | None:
    """A percentage, then its count: "45 pct. (9)" and, with the base instead of the count, "63 pct. (n=92)"."""
    if first.kind != "percent" or first.whole is not None or not _is_count(replace(second, kind=_plain(second))):
        return None
    if _BASE.fullmatch(gap):
        return replace(first, end=_closed(text, gap, second.end), whole=second.value)
    end = _closed(text, gap, second.end)
    if not _COUNT_OF_SHARE.fullmatch(gap) or (
        "(" in gap and end == second.end and not _ratio_follows(text, second.end)
    ):
        return None
    return Joined(
        first.start, end, "ratio", second.term, second.value, None, None, second.whole, first.value, first.qualifier
    )  # fmt: skip


def _plain(group: Joined) -> JoinedKind:
    return "count" if group.kind == "ratio" and group.term.kind == "count" else group.kind


def _ratio_follows(text: str, end: int) -> bool:
    return bool(re.match(r"\s*(?:/|(?:ud\s+)?af\b)", text[end : end + 12]))


def _whole_after_share(text: str, gap: str, first: Joined, second: Joined) -> Joined | None:
    """The whole behind "45 pct. (9 af": the second half of a ratio whose percentage stands first."""
    if first.kind != "ratio" or first.share is None or first.whole is not None or not _is_count(second):
        return None
    if not _OUT_OF.fullmatch(gap) or not second.value or (first.value or 0) > second.value:
        return None
    return replace(first, end=_closed(text, "(", second.end), whole=second.value)


def _closed(text: str, gap: str, end: int) -> int:
    """Behind the closing bracket where one was opened."""
    match = _CLOSE.match(text, end) if "(" in gap or "[" in gap else None
    return match.end() if match else end


_JOINS: tuple[Callable[[str, str, Joined, Joined], Joined | None], ...] = (
    _product, _whole_after_share, _share, _share_first, _ratio, _range,
)  # fmt: skip
