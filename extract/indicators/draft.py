"""A target as it was found, before its words are understood: the noun between the finders and the reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.report import Breakdown, IndicatorLevel, Quote

Part = Literal["found", "level", "target", "actual", "baseline", "status", "achievement", "breakdown"]


@dataclass(frozen=True, slots=True)
class Reason:
    """What gave one part of a target: the rule, the printed words, and where they stand."""

    part: Part
    rule: str
    """A key of `data/explain.toml`, which says it in Danish."""
    words: str = ""
    where: str = ""
    """The header, caption or section that it stands under."""
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A target in its printed words; where nothing was printed, ``None``."""

    id: str
    """The printed id, else ``i1``, ``i2`` … in reading order over the whole report (given last of all)."""
    printed_id: str | None
    level: IndicatorLevel
    text: str
    target_text: str | None = None
    actual_text: str | None = None
    baseline_text: str | None = None
    status_text: str | None = None
    answers: bool = False
    """Whether the status stands under a question ("Opfyldt?"), so that Ja and Nej are verdicts."""
    achievement_text: str | None = None
    breakdown: tuple[Breakdown, ...] = ()
    table: str | None = None
    row: int | None = None
    """0-based row of the table."""
    group: str | None = None
    """The goal above it that it belongs to: a merged cell, a spanning row."""
    section: str | None = None
    """The section it stands in: the table's own, or that of its words."""
    quotes: tuple[Quote, ...] = ()
    trace: tuple[Reason, ...] = ()
    """What gave each part."""
