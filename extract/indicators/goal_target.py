"""The target that stands in the words of the goal itself: "Mindst 60 borgere er i job" → "Mindst 60"."""

from __future__ import annotations

import re

from extract.danish.figures import Figure, figures_in

BEFORE = re.compile(
    r"(?:(?:mindst|højst|minimum|maksimalt|maks\.?|op\s+til|under|over|ca\.|cirka|omkring|godt|knap|mere\s+end|flere\s+end|færre\s+end|ned(?:bragt)?\s+til"
    r"|reduceret\s+til|alle)\s+)+$",
    re.IGNORECASE,
)
DURATION = re.compile(
    r"\s*(?:minutter|timer|dage|døgn|uger|måneder(?:s)?|mdr\.?|år(?:s)?|kvartaler|halvår|gange|årige)(?!\w)",
    re.IGNORECASE,
)
WITHIN = re.compile(
    r"(?:inden\s+for|inden|efter|over|i|i\s+løbet\s+af|seneste|første|sidste|mellem|på|hver|klasse|trin|fase|niveau|type|§)\s+$",
    re.IGNORECASE,
)
UNIT = re.compile(r"\s*(?:%|pct\.?|procent|kr\.?|kroner|mio\.?\s+kr\.?|dage|timer|uger)(?!\w)?", re.IGNORECASE)
COUNTED = ("count", "percent", "amount", "range", "frequency", "product")


def target_in(goal: str) -> str | None:
    """The words of the figure that the goal sets; ``None`` where it sets none (durations and dates are conditions)."""
    for figure in figures_in(goal):
        if figure.kind in COUNTED and not _condition(goal, figure):
            before = BEFORE.search(goal[: figure.start])
            unit = UNIT.match(goal[figure.end :])
            end = figure.end + (unit.end() if unit and figure.kind == "count" else 0)
            return goal[before.start() if before else figure.start : end].strip()
    return None


def _condition(goal: str, figure: Figure) -> bool:
    """Whether the figure says when or for how long, not how much."""
    if figure.kind in ("percent", "amount"):
        return False
    before, after = goal[: figure.start], goal[figure.end :]
    limited = BEFORE.search(before)
    if limited and limited.start() == 0:
        return False
    if figure.value == 1 and not figure.raw.strip().isdigit():
        return True
    return bool(WITHIN.search(before) or (DURATION.match(after) and limited is None))
