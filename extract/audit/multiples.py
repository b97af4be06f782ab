"""Words for a multiple: "fordoblet", "mere end tredoblet", "næsten halveret" → the factors that they allow.

The widths are this project's own: "fordoblet" is said of 1.8 to 2.3 times, "mere end fordoblet" of 2 to 3 times.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.audit.spoken import ANY

_FACTORS = {"for": 2.0, "tre": 3.0, "fire": 4.0, "fem": 5.0, "halv": 0.5}
_MORE = r"(?:mere|lidt\s+mere)\s+end|over|godt"
_NEARLY = r"næsten|knap|nær|stort\s+set|omtrent|nærmest|ca\."
_SAID = re.compile(
    rf"(?:(?P<more>{_MORE})\s+|(?P<nearly>{_NEARLY})\s+)?\b(?P<factor>for|tre|fire|fem|halv)"
    r"(?:(?<=halv)er(?:et|ede|ing\w*)|(?<!halv)dobl\w+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Multiple:
    """A factor as said, with the least and the greatest that it is said of."""

    start: int
    end: int
    factor: float
    low: float
    high: float


def multiple_in(text: str) -> Multiple | None:
    """The last multiple of a stretch of marked text, if no number follows it there."""
    found = list(_SAID.finditer(text))
    if not found or re.search(ANY, text[found[-1].end() :]):
        return None
    said = found[-1]
    factor = _FACTORS[said["factor"].lower()]
    if said["more"]:
        low, high = (0.98 * factor, 1.5 * factor) if factor > 1 else (0.5 * factor, 1.02 * factor)
    elif said["nearly"]:
        low, high = (0.75 * factor, 1.1 * factor) if factor > 1 else (0.9 * factor, 1.3 * factor)
    else:
        low, high = 0.9 * factor, 1.15 * factor
    return Multiple(said.start(), said.end(), factor, low, high)
