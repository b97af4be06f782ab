"""An audit as readers are shown it: findings in Danish words, what was checked, what could not be.

It says that something does not agree with the figures, never that it is wrong: which of two places is the right one
a report itself cannot tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from extract.audit.check import Audit, Check
from extract.audit.verdict_words import NAMES as STATUS_NAMES
from extract.audit.wording import number
from extract.report import BBox, Finding, FindingCode, Quote, Report, Status

Severity = Literal["error", "warning", "info"]
CODES: dict[FindingCode, str] = {
    "percent_mismatch": "Procenttal",
    "sum_mismatch": "Sum",
    "text_table_conflict": "Tekst over for tabel",
    "status_conflict": "Målopfyldelse",
    "count_mismatch": "Antal",
    "cross_reference": "Henvisning",
    "date_conflict": "Dato",
    "running_header_mismatch": "Sidehoved",
}
CERTAINTY: dict[Severity, str] = {"error": "sikkert", "warning": "sandsynligt", "info": "til overvejelse"}
"""How surely two places disagree: the figures exclude it, it is likely, somebody should look."""
FIGURES: frozenset[FindingCode] = frozenset({"percent_mismatch", "sum_mismatch"})
"""Codes whose checks are calculations."""


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding with its number in the report and its Danish names."""

    number: int
    code: FindingCode
    kind: str
    severity: Severity
    certainty: str
    message: str
    claim: Quote
    against: Quote | None
    stated: str | None
    computed: str | None


@dataclass(frozen=True, slots=True)
class CheckView:
    """Something that was looked at and holds, or could not be checked; then ``why`` says so in Danish."""

    code: FindingCode
    kind: str
    quote: str
    page: int
    bbox: BBox
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Extent:
    """How much was looked at under a code."""

    code: FindingCode
    kind: str
    checked: int
    holds: int
    findings: int
    unchecked: int


@dataclass(frozen=True, slots=True)
class AuditView:
    """What a reader is shown of one report."""

    file: str
    title: str | None
    summary: str
    findings: tuple[FindingView, ...]
    extent: tuple[Extent, ...]
    held: tuple[CheckView, ...] = field(default=())
    unchecked: tuple[CheckView, ...] = field(default=())


def audit_view(report: Report, found: Audit, *, everything: bool = False) -> AuditView:
    """The audit of a report for readers; ``everything``: also each thing that holds, and each that was not checked."""
    findings = tuple(_finding(place, finding) for place, finding in enumerate(found.findings, 1))
    extent = tuple(
        one for code, kind in CODES.items() if (one := _extent(code, kind, found.checks)).checked + one.unchecked
    )
    held = tuple(_check(check) for check in found.checks if check.holds is True) if everything else ()
    unchecked = tuple(_check(check) for check in found.checks if check.holds is None) if everything else ()
    title = report.metadata.title
    return AuditView(report.source.file, title, _summary(extent), findings, extent, held, unchecked)


def _finding(place: int, finding: Finding) -> FindingView:
    return FindingView(
        place, finding.code, CODES[finding.code], finding.severity, CERTAINTY[finding.severity], finding.message,
        finding.claim, finding.against, _shown(finding.stated), _shown(finding.computed),
    )  # fmt: skip


def _check(check: Check) -> CheckView:
    why = check.message if check.holds is None else None
    return CheckView(check.code, CODES[check.code], check.claim.quote, check.claim.page, check.claim.bbox, why)


def _extent(code: FindingCode, kind: str, checks: Sequence[Check]) -> Extent:
    counts = Counter(check.holds for check in checks if check.code == code)
    return Extent(code, kind, counts[True] + counts[False], counts[True], counts[False], counts[None])


def _summary(extent: Sequence[Extent]) -> str:
    """How much was looked at: "61 tal kontrolregnet: 57 stemmer, 4 stemmer ikke. 34 oplysninger …"."""
    told = [
        _told([one for one in extent if one.code in FIGURES], "tal kontrolregnet"),
        _told([one for one in extent if one.code not in FIGURES], "oplysninger sammenholdt"),
    ]
    unchecked = sum(one.unchecked for one in extent)
    told.append(f"{unchecked} kunne ikke kontrolleres." if unchecked else "")
    return " ".join(filter(None, told)) or "Der er ingen tal eller oplysninger, som kan holdes op mod hinanden."


def _told(extent: Sequence[Extent], what: str) -> str:
    checked, wrong = sum(one.checked for one in extent), sum(one.findings for one in extent)
    if not checked:
        return ""
    if not wrong:
        return f"{number(checked)} {what}: alle stemmer."
    return f"{number(checked)} {what}: {number(checked - wrong)} stemmer, {number(wrong)} stemmer ikke."


def _shown(value: str | float | None) -> str | None:
    if value is None:
        return None
    if isinstance(value, str):
        return STATUS_NAMES.get(cast("Status", value), value)
    return number(value)
