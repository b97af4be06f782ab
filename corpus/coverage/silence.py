"""Nouns of the silence map: what each report states, says that it does not know, or is silent on, with quotes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.comparison import Evidence
from corpus.coverage.codebook import Codebook

Coverage = Literal["stated", "not_known", "silent"]
COVERAGES: tuple[Coverage, ...] = ("stated", "not_known", "silent")


@dataclass(frozen=True, slots=True)
class Covered:
    """What a report says to an item; a report that is silent has no quotes."""

    item: str
    coverage: Coverage
    quotes: tuple[Evidence, ...] = ()
    """The best first."""
    unknown: tuple[Evidence, ...] = ()
    """Where it says that it does not know; also of an item that it states elsewhere."""


@dataclass(frozen=True, slots=True)
class ReportCoverage:
    """What a report says to all items of a codebook, in their order."""

    report: str
    file: str
    name: str
    """The project, else the title, else the file."""
    pages: int
    items: tuple[Covered, ...]

    def count(self, coverage: Coverage) -> int:
        """How many items are so."""
        return sum(one.coverage == coverage for one in self.items)


@dataclass(frozen=True, slots=True)
class SilenceMap:
    """Reports by the items of a codebook."""

    codebook: Codebook
    reports: tuple[ReportCoverage, ...]

    def of_item(self, place: int) -> tuple[Covered, ...]:
        """What each report says to the item at this place."""
        return tuple(report.items[place] for report in self.reports)
