"""A target's verdict against its own figures, where these exclude it: "Opfyldt" with 38 of the 60 aimed at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.audit.check import Check, Place, cell_place
from extract.audit.material import Material
from extract.audit.verdict_words import said
from extract.audit.wording import number
from extract.indicators.direction import lower_is_better
from extract.quotes import quote_row
from extract.report import Indicator, Quantity, Quote

PLAIN = ("count", "percent", "amount")
_BARE = re.compile(
    r"(?:mindst|minimum|min\.|over|flere\s+end|højst|højest|maks\.|maksimalt|under|≥|≤|>|<|i\s+alt|i\s+gennemsnit)?\s*"
    r"(?:kr\.\s*)?\d[\d.\s]*(?:,\d+)?\s*"
    r"(?:%|pct\.?|procent|kr\.?|kroner|mio\.\s?kr\.|dkk|i\s+alt|stk\.?|[a-zæøå]{3,20})?\.?",
    re.IGNORECASE,
)
"""A figure with nothing beside it that may change what it means."""
HAIR = 1e-9


def against_figures(material: Material) -> Iterator[Check]:
    """The verdicts of targets that have a plain target and a plain result."""
    for goal in material.report.indicators:
        quote, place = _at(material, goal)
        if quote is None or goal.status_raw is None:
            continue
        met = _met(goal)
        if met is None:
            continue
        wrong = (goal.status == "achieved" and not met) or (goal.status in ("not_achieved", "partly_achieved") and met)
        if not wrong:
            yield Check("status_conflict", quote, place, holds=True)
            continue
        yield _conflict(goal, quote, place, met)


def _conflict(goal: Indicator, quote: Quote, place: Place, met: bool) -> Check:
    assert goal.target is not None
    assert goal.actual is not None
    # Seen only with plain figures; what was counted may still be told of more than the figure, hence the warning.
    severity = "error" if goal.status_basis == "table" and goal.status != "partly_achieved" else "warning"
    message = (
        f"Vurderingen {said(goal.status, goal.status_raw or '')} stemmer ikke overens med tallene: "
        f"målet er {goal.target.raw.strip(' .')}, og resultatet er {goal.actual.raw.strip(' .')}{_share(goal)}."
    )
    spoken = next((q for q in goal.evidence if q is not goal.evidence[0]), None)
    from_text = goal.status_basis == "text" and goal.table is not None and spoken is not None
    return Check(
        "status_conflict", spoken if from_text and spoken else quote, place, holds=False, message=message,
        severity="error" if severity == "error" else "warning", against=quote if from_text else None,
        stated=goal.status, computed="achieved" if met else goal.computed_status or "not_achieved",
    )  # fmt: skip


def _share(goal: Indicator) -> str:
    return f" ({number(round(100 * goal.achievement, 1))} pct. af målet)" if goal.achievement is not None else ""


def _met(goal: Indicator) -> bool | None:
    """Whether the figures meet the target; ``None`` where they cannot tell."""
    target, actual = goal.target, goal.actual
    if target is None or actual is None or goal.breakdown or not _comparable(target, actual):
        return None
    assert target.value is not None
    assert actual.value is not None
    slack = _slack(actual)
    if lower_is_better(target.raw, target, goal.baseline):
        return None if abs(actual.value - target.value) <= slack else actual.value < target.value
    if abs(actual.value - target.value) <= HAIR:
        return True
    # A share a hair below its target may have been rounded; then it says nothing either way.
    return None if abs(actual.value - target.value) <= slack else actual.value > target.value


def _comparable(target: Quantity, actual: Quantity) -> bool:
    """Whether both are plain figures of one kind and unit, with nothing beside them that may change their meaning."""
    if target.kind != actual.kind or target.kind not in PLAIN or not target.value or actual.value is None:
        return False
    same_unit = not (target.unit and actual.unit) or target.unit == actual.unit
    return same_unit and all(_BARE.fullmatch(quantity.raw.strip()) for quantity in (target, actual))


def _slack(quantity: Quantity) -> float:
    if quantity.kind != "percent":
        return HAIR
    _, _, decimals = quantity.raw.strip(" .%pctro").partition(",")
    return 0.5 * 10.0 ** -len(re.sub(r"\D", "", decimals)) + HAIR


def _at(material: Material, goal: Indicator) -> tuple[Quote | None, Place]:
    """The row of the target, else the words that it was read from."""
    table = material.table(goal.table) if goal.table else None
    if table is not None and goal.row is not None:
        item = material.table_items[table.id]
        return quote_row(table, goal.row) or (goal.evidence[0] if goal.evidence else None), cell_place(
            item, goal.row, 0
        )
    quote = goal.evidence[0] if goal.evidence else None
    for piece in material.pieces:
        start = piece.text.find(quote.quote) if quote and quote.page in {r.page for r in piece.block.regions} else -1
        if quote and start >= 0:
            return quote, piece.place(start, start + len(quote.quote))
    return None, Place(-1, 0, 0)
