"""A question's wording → what an answer must show: a figure, a date, a name, a municipality, an amount of a unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.asked import Expected

_OF_TOWNS = re.compile(
    r"\bhvilke[nt]?\b(?: af| to| tre| fire| fem| andre| øvrige| de| deltagende)* (?:kommune|jobcent)"
    r"|\bhvem (?:sprang|trak|faldt|kom med)|\bwhich (?:of the )?(?:municipalit|job cent)"
    r"|\b(?:nævn|hvad hedder) (?:de )?\w* ?kommuner|\b(?:liste[n]? over|samtlige|deltagende) (?:de )?kommuner"
    r"|\b(?:er|var|findes|fandtes) der (?:en|nogen|nogle|én) (?:enkelt )?kommune|\b(?:nogen|hvem) af kommunerne"
    r"|(?:^|\b(?:steder?|og) )hvor (?!mange|meget|stor|lang|længe|ofte|høj|lav|gam|få|ungt?|langt|tit|godt|vigtig)"
)
ACCOUNT = "account"
"""A unit that is asked for without "how many"."""
SPANS = frozenset(("duration", "times"))
"""Units that are told in words too: "hver anden uge", "hele perioden"."""


def expected(lower: str, kinds: Sequence[str], units: Sequence[str]) -> tuple[Expected, ...]:
    """What an answer to a question in small letters must show."""
    return tuple(_expected(lower, frozenset(kinds), units))


def _expected(lower: str, kinds: frozenset[str], units: Sequence[str]) -> Iterator[Expected]:
    if "why" in kinds:
        return
    if "when" in kinds:
        yield "date"
    if "number" in kinds and not SPANS.intersection(units):
        yield "figure"
    if units and ("number" in kinds or ACCOUNT in units):
        yield "unit"
    if _OF_TOWNS.search(lower):
        yield "municipality"
    elif "who" in kinds and "number" not in kinds:
        yield "name"
