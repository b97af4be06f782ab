"""Amounts of money: "4.932.400 DKK", "kr. 7.250.000", "3,8 mio. kr.", "6.240 (1.000 kr.)"."""

from __future__ import annotations

import re

from extract.danish.numerals import numerals_in
from extract.metadata.labels import BudgetKind
from extract.report import Budget

_SCALES = (("mia|mia\\.|milliard(?:er)?", 1e9), ("mio|mill|million(?:er)?", 1e6), ("tusinde?", 1e3))
_THOUSANDS = re.compile(
    r"\(?(?:i\s+)?(?:1\.000|1000|tusinde?|t\.?)\s?(?:kr\b|kroner|dkk|tkr)|\bt\.?kr\b|\btdkk", re.IGNORECASE
)
_CURRENCY = re.compile(r"kr\b|kroner|dkk|€|eur", re.IGNORECASE)
_TOTAL = re.compile(r"\bi\s?alt\b|samlet|total", re.IGNORECASE)
SMALLEST = 10_000
"""Kroner; less is no project's budget."""


def budget_in(text: str, kind: BudgetKind, *, labelled: bool = False) -> Budget | None:
    """The first amount of a text as a budget; without a currency only where a label says that it is money."""
    unit = _THOUSANDS.search(text)
    for numeral in numerals_in(text):
        if unit and unit.start() <= numeral.start < unit.end():
            continue
        scale = _scale(text[numeral.end : numeral.end + 14])
        if scale == 1 and unit and numeral.value < 1e6:
            scale = 1e3
        around = text[max(0, numeral.start - 8) : numeral.end + 24]
        amount = round(numeral.value * scale, 2)
        if amount >= SMALLEST and (labelled or _CURRENCY.search(around)):
            euro = re.search(r"€|\beur", around, re.IGNORECASE)
            total = kind == "unknown" and _TOTAL.search(text)
            return Budget(amount, "EUR" if euro else "DKK", "total" if total else kind)
    return None


def _scale(after: str) -> float:
    for words, factor in _SCALES:
        if re.match(rf"\s?(?:{words})\b", after, re.IGNORECASE):
            return factor
    return 1.0
