"""What a printed number allows: its rounding, and the words before it (ca., knap, godt, mindst …).

Source: a number printed to a unit may lie half of it off; Danish reports also cut off (81,7 → 81), so that what lies
less than a whole unit off is neither held for right nor for wrong. The widths of the words are this project's own.
"""

from __future__ import annotations

from extract.audit.spoken import Spoken

HAIR = 1e-6
WIDE = 20.0
"""So many percent above "over 60 pct." are still over it and not told as wrong."""


def agrees(stated: Spoken, value: float) -> bool:
    """Whether a value may be what is printed."""
    low, high = bounds(stated)
    return low - HAIR <= value <= high + HAIR


def excluded(stated: Spoken, value: float) -> bool:
    """Whether a value cannot be what is printed, however it was rounded."""
    low, high = bounds(stated)
    spare = 0.0 if stated.qualifier else 0.5 * _unit(stated)
    return not low - spare - HAIR <= value <= high + spare + HAIR


def bounds(stated: Spoken) -> tuple[float, float]:
    """The least and the greatest value that the printed number may stand for."""
    value, half = stated.value, 0.5 * _unit(stated)
    near = max(_round(stated), 0.03 * abs(value))
    match stated.qualifier:
        case "about":
            return value - near, value + near
        case "nearly":
            return value - max(5 * _unit(stated), 0.1 * abs(value)), value + half
        case "over":
            return value - half, value + max(WIDE * _unit(stated), 0.1 * abs(value))
        case "at_least":
            return value - half, float("inf")
        case "at_most":
            return float("-inf"), value + half
        case _:
            return value - half, value + half


def share_bounds(part: Spoken, whole: Spoken) -> tuple[float, float]:
    """The least and the greatest share in per cent that two printed numbers may make; counts are exact."""
    (a_low, a_high), (b_low, b_high) = (
        bounds(n) if n.decimals or n.scale > 1 else (n.value, n.value) for n in (part, whole)
    )
    return 100 * a_low / b_high, 100 * a_high / max(b_low, HAIR)


def _unit(stated: Spoken) -> float:
    """A unit of the last printed digit."""
    return float(stated.scale * 10.0**-stated.decimals)


def _round(stated: Spoken) -> float:
    """How far a number that is called approximate may lie off: the rounder, the farther."""
    unit = _unit(stated)
    if stated.fraction:
        return 6.0
    digits = round(stated.value / unit)
    return (5.0 if digits % 10 == 0 else 3.0 if digits % 5 == 0 else 1.5) * unit
