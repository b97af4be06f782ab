"""What the figures alone say: the achievement, and the status that follows from it.

The rules are the contract's (docs/contract.md, indicators). That half of the target is "partly" is this project's
own convention.
"""

from __future__ import annotations

from extract.report import ComputedStatus, Quantity

PARTLY_FROM = 0.5
MEASURED = frozenset(("count", "percent", "amount"))


def achievement_of(target: Quantity | None, actual: Quantity | None, *, lower: bool) -> float | None:
    """Actual divided by target, 1.0 being the target met; ``None`` where the two cannot be divided."""
    if target is None or actual is None or lower or target.value is None or actual.value is None:
        return None
    if target.kind not in MEASURED or target.value <= 0:
        return None
    if actual.kind == "yes_no":
        fits = target.kind == "count" and target.value == 1 and actual.value in (0.0, 1.0)
        return actual.value if fits else None
    if target.kind != "percent" and actual.kind == "percent":
        return actual.value / 100
    if target.kind != actual.kind or _units_differ(target, actual):
        return None
    return actual.value / target.value


def computed_status(
    target: Quantity | None, actual: Quantity | None, achievement: float | None, *, lower: bool, midterm: bool
) -> ComputedStatus | None:
    """The status from the figures alone; ``None`` where one of them is missing, unknown where they do not compare."""
    if achievement is not None:
        return _graded(achievement, midterm=midterm)
    if target is None or actual is None:
        return None
    if lower and actual.kind != "yes_no":
        return _from_above(target, actual, midterm=midterm)
    reached = _reached(target, actual)
    return "unknown" if reached is None else _graded(reached, midterm=midterm)


def _reached(target: Quantity, actual: Quantity) -> float | None:
    """How far the target is reached where it is no plain number: yes and no, ranges, frequencies."""
    if actual.value is None or actual.kind == "yes_no":
        return actual.value
    if _units_differ(target, actual):
        return None
    if target.kind == "range" and actual.kind in MEASURED and target.low:
        return actual.value / target.low
    if target.kind == actual.kind == "frequency" and target.value:
        return actual.value / target.value
    return None


def _from_above(target: Quantity, actual: Quantity, *, midterm: bool) -> ComputedStatus:
    limit = target.high if target.kind == "range" else target.value
    if _units_differ(target, actual):
        return "unknown"
    if limit is not None and actual.value is not None and actual.kind in (target.kind, "count", "percent"):
        if actual.value <= limit:
            return "achieved"
        return "ongoing" if midterm else "unknown"
    return "unknown"


def _graded(reached: float, *, midterm: bool) -> ComputedStatus:
    if reached >= 1 - 1e-9:
        return "achieved"
    if midterm:
        return "ongoing"
    return "partly_achieved" if reached >= PARTLY_FROM else "not_achieved"


def _units_differ(target: Quantity, actual: Quantity) -> bool:
    return target.unit is not None and actual.unit is not None and target.unit != actual.unit
