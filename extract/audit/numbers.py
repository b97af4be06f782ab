"""Cells that are a number → what can be calculated with: value, printed decimals, percent or not.

Stricter than `extract.danish.quantities`: a cell with other words than a number and its unit is no figure here, and
a figure that is given as approximate is none, so that nothing is held against what is not claimed exactly.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMBER = r"(?P<sign>[-−–]\s?)?(?P<digits>\d{1,3}(?:[.  ]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)"
_PERCENT = r"(?P<percent>%|pct\.?|procent(?!point))"
_UNIT = r"(?P<unit>[^\W\d_]{1,12}\.?(?: [^\W\d_]{1,12}\.?)?)"
_MARK = r"\s?(?:\*{1,3}|[¹²³⁴⁵⁶⁷⁸⁹]{1,2}|\d?\))?"
_ONE = re.compile(rf"{_NUMBER}\s?(?:{_PERCENT}|{_UNIT})?{_MARK}", re.IGNORECASE)
_PRODUCT = re.compile(r"(?P<left>\d{1,3}) ?[xX×*] ?(?P<right>\d{1,3})")
_COUNT_SHARE = re.compile(
    r"(?P<count>\d[\d.]*) ?(?:[^\W\d_]{2,12} )?(?:[(\[/;] ?|, )(?P<share>\d+(?:,\d+)?) ?(?:%|pct\.?|procent)[)\]]?",
    re.IGNORECASE,
)
_SHARE_COUNT = re.compile(
    r"(?P<share>\d+(?:,\d+)?) ?(?:%|pct\.?|procent) ?(?:[(\[/;] ?|, )"
    r"(?:n ?= ?)?(?P<count>\d[\d.]*)(?: [^\W\d_]{2,12})?[)\]]?",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\d{1,3}(?:[.  ]\d{3})+")
_POINT_DECIMAL = re.compile(r"\d+\.\d+")
NOTHING = {"", "-", "–", "—", "·", "•", "..", "...", "i.o.", "n/a", "na"}
"""What stands in a cell without a figure; it may be nought or something left out."""


@dataclass(frozen=True, slots=True)
class Number:
    """A printed number; a percentage of 45 is 45.0. ``unit`` is what is printed behind it, in lower case."""

    value: float
    decimals: int = 0
    percent: bool = False
    unit: str = ""

    @property
    def slack(self) -> float:
        """Half a unit of the last printed decimal: how far the true value may lie from the printed one."""
        return 0.5 * 10.0**-self.decimals


@dataclass(frozen=True, slots=True)
class Entry:
    """What a cell states: a count (or any number that is no percentage), a percentage, or both."""

    count: Number | None
    percent: Number | None


def read_entry(text: str, *, percent: bool = False) -> Entry | None:
    """The figures of a cell, ``None`` where it is no figure; ``percent``: bare numbers here are percentages."""
    text = text.strip()
    both = _COUNT_SHARE.fullmatch(text) or _SHARE_COUNT.fullmatch(text)
    if both:
        share = _number(both["share"])
        return Entry(_number(both["count"]), Number(share.value, share.decimals, percent=True))
    product = _PRODUCT.fullmatch(text)
    if product:
        return Entry(Number(float(int(product["left"]) * int(product["right"]))), None)
    one = _ONE.fullmatch(text)
    if one is None:
        return None
    number = _number(one["digits"])
    value = -number.value if one["sign"] else number.value
    if one["percent"] or (percent and not one["unit"]):
        return Entry(None, Number(value, number.decimals, percent=True))
    return Entry(Number(value, number.decimals, unit=(one["unit"] or "").lower()), None)


def _number(digits: str) -> Number:
    """Danish digits: a point or space before three digits is a thousand, a comma (else a point) the decimals."""
    if _POINT_DECIMAL.fullmatch(digits) and not _THOUSANDS.fullmatch(digits):
        whole, _, rest = digits.partition(".")
    else:
        whole, _, rest = digits.partition(",")
    whole = re.sub(r"[.  ]", "", whole)
    return Number(float(f"{whole}.{rest or '0'}"), len(rest))
