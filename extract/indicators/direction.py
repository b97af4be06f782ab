"""Whether less is better: "højst 9 dage", "nedbragt til 10 pct.", a target below the baseline."""

from __future__ import annotations

import re

from extract.report import Quantity

LOWER = re.compile(
    r"(?<!\w)(?:højst|højest|maks(?:imalt|imum|\.)?|max(?:imalt|imum|\.)?|under|ikke\s+over|ikke\s+(?:mere|flere|længere|højere)\s+end"
    r"|færre\s+end|mindre\s+end|lavere\s+end|kortere\s+end|ned\s+(?:til|på)"
    r"|(?:ned)?(?:bragt|bringes|bringe|sat|sættes)\s+(?:ned\s+)?til|reducere[tsr]*\s+til|falde[tr]?\s+til|faldet\s+til|sænke[tsr]*\s+til"
    r"|mindske[tsr]*\s+til|begrænse[tsr]*\s+til|op\s+til\s+højst)(?!\w)|[<≤]\s*\d",
    re.IGNORECASE,
)
BESIDE = 4
"""Words that may stand between such words and the figure."""


def lower_is_better(target_text: str | None, target: Quantity | None, baseline: Quantity | None) -> bool:
    """Whether the target is met from above, by its words or by its baseline."""
    if target_text and _before_figure(target_text):
        return True
    if target is None or baseline is None or target.kind != baseline.kind or target.unit != baseline.unit:
        return False
    wanted = target.value if target.value is not None else target.high
    return wanted is not None and baseline.value is not None and wanted < baseline.value


def _before_figure(text: str) -> bool:
    for match in LOWER.finditer(text):
        rest = text[match.start() :]
        figure = re.search(r"\d", rest)
        if figure is None:
            return len(text.split()) <= 2 * BESIDE
        if len(rest[: figure.start()].split()) <= BESIDE + 1:
            return True
    return False
