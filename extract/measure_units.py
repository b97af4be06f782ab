"""What the bare numbers of a table are counted in: from row, header, caption and notes, the nearest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.danish.terms import tables
from extract.report import Table

_HALF = re.compile(r"^(?P<first>[^(]*)\((?P<second>[^()]*)\)[^()]*$")
_ANY_COUNT = frozenset(("count", "years", "months", "weeks", "days", "hours", "minutes"))


@dataclass(frozen=True, slots=True)
class MeasureUnit:
    """A unit of the contract's measures, and what bare numbers are multiplied with ("1.000 kr.": 1000)."""

    name: str
    scale: float = 1.0


COUNT = MeasureUnit("count")


@cache
def _patterns(kind: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((key, re.compile("|".join(words))) for key, words in tables("measure_units")[kind].items())


@cache
def unit_said(text: str) -> MeasureUnit | None:
    """The unit that a header, caption or label names, or ``None``."""
    lower = text.lower()
    scale = next((float(key) for key, pattern in _patterns("scales") if pattern.search(lower)), None)
    names = {key for key, pattern in _patterns("units") if pattern.search(lower)}
    if "percent" in names:
        return MeasureUnit("percent")
    if scale:
        return MeasureUnit("amount", scale)
    order = [key for key, _ in _patterns("units")]
    durations = names - {"percent", "count", "amount"}
    if durations:
        return MeasureUnit(min(durations, key=order.index))
    if "count" in names:
        return COUNT
    return MeasureUnit("amount") if "amount" in names else None


@cache
def table_unit(table_text: str) -> MeasureUnit | None:
    """The unit that caption, corner or notes set for the whole table, where they do so outright ("i 1.000 kr.")."""
    lower = table_text.lower()
    scale = next((float(key) for key, pattern in _patterns("scales") if pattern.search(lower)), None)
    if scale:
        return MeasureUnit("amount", scale)
    if re.search(
        r"[(,]\s*(?:i\s+)?(?:hele\s+)?(?:kr\.?|kroner|dkk)\s*[),.]"
        r"|\bi (?:hele )?(?:kr\b|kroner|dkk)|^(?:kr\.?|dkk|kroner)$",
        lower,
    ):
        return MeasureUnit("amount")
    if re.search(r"[(,]\s*(?:i\s+)?(?:pct\.?|%|procent)\s*[),.]|\bi (?:pct\b|procent)|^(?:pct\.?|%|procent)$", lower):
        return MeasureUnit("percent")
    return None


def unit_of(table: Table, row_label: str, column: str, corner: Sequence[str]) -> MeasureUnit:
    """The unit of a bare number.

    Header and row speak for their own numbers, the last level of the header before those above it; what caption, notes
    and corner say ("1.000 kr.") holds where header and row name nothing that is no amount.
    """
    whole = next(
        (u for text in (*corner, table.caption or "", *table.notes) if text and (u := table_unit(text))), None
    )  # fmt: skip
    row, head = _row_unit(row_label), header_unit(column)
    near = (
        row
        if row and row.name in ("percent", *_ANY_COUNT) and (head is None or head.name != "percent")
        else head or row
    )
    if near is None:
        return whole or COUNT
    if near.name == "amount" and near.scale == 1.0 and whole and whole.name == "amount":
        return whole
    if (
        near.name == "count"
        and whole
        and whole.name == "percent"
        and not re.search(r"\bantal|antal\b|\bn\b", column.lower())
    ):
        return whole
    return near


def _row_unit(label: str) -> MeasureUnit | None:
    """A row's own unit: a bracket, an ending ("…, pct.", "… i kr.") or "Antal …", as other words name its topic."""
    lower = label.lower()
    tail = re.search(r"[(\[]([^()\[\]]*)[)\]]\s*$|(?:,|\bi|/)\s+([^,/]{1,14})$|^(antal)\b|^(andel|procent)", lower)
    if not tail:
        return None
    said = next(part for part in tail.groups() if part is not None)
    unit = unit_said(said)
    return unit if unit is None or said in ("antal", "andel", "procent") or len(said) <= 20 else None


def header_unit(column: str) -> MeasureUnit | None:
    """The unit of a header, whose lower levels say more than those above."""
    found = [unit for level in reversed(column.split(" / ")) if (unit := unit_said(level))]
    if found and found[0].name == "amount" and found[0].scale == 1.0:
        return next((unit for unit in found if unit.name == "percent" or unit.scale != 1.0), found[0])
    return found[0] if found else None


def paired_units(column: str) -> tuple[MeasureUnit, MeasureUnit] | None:
    """The units of "Antal (pct.)", whose cells hold two numbers: of the one before the bracket and the one in it."""
    match = _HALF.match(column.rsplit(" / ", 1)[-1])
    if not match:
        return None
    first, second = unit_said(match["first"]), unit_said(match["second"])
    if second is None or (first or COUNT) == second:
        return None
    return first or COUNT, second
