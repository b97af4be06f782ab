"""Nouns of the audit: what was checked, where it stands, and whether it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.report import Finding, FindingCode, Quote

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a figure or a name stands: a thing in reading order and a stretch of it.

    ``item`` counts blocks in reading order from 0, what stands outside of them (furniture) being -1. ``start`` and
    ``end`` are offsets into the block's text; of a table's cell they come from `cell_place`.
    """

    item: int
    start: int
    end: int

    def overlaps(self, other: Place) -> bool:
        """Whether both lie in one thing and share a letter of it."""
        return self.item == other.item and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    ``holds`` is ``None`` where it could not be checked, and ``message`` then says why. Where it does not hold,
    ``message`` is the finding's sentence. ``place`` is where the claimed figure stands, ``uses`` are the places of
    the figures it was computed from: a figure that is wrong itself is not held against others.
    """

    code: FindingCode
    claim: Quote
    place: Place
    holds: bool | None
    message: str = ""
    severity: Severity = "error"
    against: Quote | None = None
    stated: str | float | None = None
    computed: str | float | None = None
    uses: tuple[Place, ...] = ()

    def finding(self) -> Finding:
        """What a reader of the report is told where it does not hold."""
        return Finding(
            self.code, self.severity, self.message, self.claim, self.against, self.stated, self.computed
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Audit:
    """The findings in the order of the report, and all that was checked."""

    findings: tuple[Finding, ...]
    checks: tuple[Check, ...]


def cell_place(item: int, row: int, column: int) -> Place:
    """The place of a table's cell, ``item`` being the table's block; rows of the header are negative."""
    start = (row + 100) * 1000 + column
    return Place(item, start, start + 1)
