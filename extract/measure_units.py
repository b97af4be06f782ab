"""What the bare numbers of a table are counted in: from row, header, caption and notes, the nearest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.danish.terms import tables
from extract.report import Table

_HALF = re.compile(r"^(?P<first>[^(]*)\((?P<second>[^()]*)\)[^()]*$")
_OWN_OF_ROWS = frozenset(("percent", "count", "years", "months", "weeks", "days", "hours", "minutes"))
_ROW_UNIT = re.compile(r"[(\[]([^()\[\]]*)[)\]]\s*$|(?:,|\bi|/)\s+([^,/]{1,14})$|^(antal)\b|^(andel|procent)")
_UNIT_LENGTH = 20  # letters up to which a bracket behind a row's label may be its unit
_OPENING = r"(?:^|[(\[,;:–-]\s*|\bi\s+(?:hele\s+)?|\bbeløb\s+|\btal\s+)"
_NO_LIMIT = r"(?<!over )(?<!under )(?<!på )(?<!end )(?<!til )(?<!mindst )(?<!højst )"  # "Løn over 1.000 kr." is no unit
_KRONER = r"(?:kr\.?|kroner|dkk)"
_SHARE = r"(?:pct\.?|%|procent)"
_OUTRIGHT = {
    "amount": re.compile(
        rf"[(,]\s*(?:i\s+)?(?:hele\s+)?{_KRONER}\s*(?:[),.]|$)|\bi (?:hele )?{_KRONER}(?!\w)|^{_KRONER}$"
    ),
    "percent": re.compile(rf"[(,]\s*(?:i\s+)?{_SHARE}\s*(?:[),.]|$)|\bi {_SHARE}(?!\w)|^{_SHARE}$"),
}
_CURRENCY = re.compile(r"\bkr\b|\bkroner\b|\bdkk\b|\beuro?\b")
_COUNTED = re.compile(r"\bantal|antal\b|\bn\b")
_NEUTRAL = re.compile(
    r"[\d\s./–-]*(?:i alt|ialt|total|sum|samlet|hele perioden|rest|saldo|difference|afvigelse|forskel)?"
    r"|\D{0,4}(?:19|20)\d\d.*"
)


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
def _scale_pattern(key: str, opening: str) -> re.Pattern[str]:
    return re.compile(rf"{opening}(?:{'|'.join(tables('measure_units')['scales'][key])})")


def _scale(lower: str, opening: str) -> float | None:
    """What numbers are multiplied with, where the text says so behind the opening."""
    keys = tables("measure_units")["scales"]
    return next((float(key) for key in keys if _scale_pattern(key, opening).search(lower)), None)


@cache
def unit_said(text: str) -> MeasureUnit | None:
    """The unit that a header or label names, or ``None``."""
    lower = text.lower()
    scale = _scale(lower, _NO_LIMIT)
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
def table_unit(text: str) -> MeasureUnit | None:
    """The unit that caption, corner or notes set for the whole table, where they do so outright ("i 1.000 kr.")."""
    lower = text.lower()
    scale = _scale(lower, _OPENING)
    if scale:
        return MeasureUnit("amount", scale)
    for name, pattern in _OUTRIGHT.items():
        if pattern.search(lower):
            return MeasureUnit(name)
    return None


def unit_of(table: Table, row_label: str, column: str, corner: Sequence[str]) -> MeasureUnit:
    """The unit of a bare number.

    Header and row speak for their own numbers, the last level of the header before those above it. What caption, notes
    and corner say ("1.000 kr.") holds for amounts; where no header names any, also for columns that name nothing else.
    """
    said = (table_unit(text) for text in (*corner, table.caption or "", *table.notes) if text)
    whole = next((unit for unit in said if unit), None)
    row, head = _row_unit(row_label), header_unit(column)
    near = row if row and row.name in _OWN_OF_ROWS and (head is None or head.name != "percent") else head or row
    if whole is None:
        return near or COUNT
    if near is None:
        return whole if whole.name != "amount" or not _others_are_amounts(table, column) else COUNT
    if near.name == "amount" and near.scale == 1.0 and whole.name == "amount":
        return near if _CURRENCY.search(f"{column} {row_label}".lower()) else whole
    if near.name == "count" and whole.name == "percent" and not _COUNTED.search(column.lower()):
        return whole
    return near


def _others_are_amounts(table: Table, column: str) -> bool:
    """Whether other headers name amounts, so that one that names none ("Møder") holds something else."""
    if _NEUTRAL.fullmatch(column.rsplit(" / ", 1)[-1].lower().strip()):
        return False
    units = [header_unit(name) for name in table.columns]
    return any(unit and unit.name == "amount" for unit in units)


def _row_unit(label: str) -> MeasureUnit | None:
    """A row's own unit: a bracket, an ending ("…, pct.", "… i kr.") or "Antal …", as other words name its topic."""
    lower = label.lower()
    tail = _ROW_UNIT.search(lower)
    if not tail:
        return None
    said = next(part for part in tail.groups() if part is not None)
    if re.search(r"\d", said) and not _scale(said, ""):
        return None
    return unit_said(said) if len(said) <= _UNIT_LENGTH else None


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


def counted_before_bracket(column: str) -> bool:
    """Whether a lone number under "Antal (pct.)" is the count."""
    match = _HALF.match(column.rsplit(" / ", 1)[-1])
    return bool(match and _COUNTED.search(match["first"].lower()))
