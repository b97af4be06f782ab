"""The targets of a report: drafts from tables and prose → indicators with quantities and status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.danish.quantities import read_breakdown, read_quantity
from extract.danish.verdicts import read_verdict
from extract.indicators.achievement import achievement_of, computed_status
from extract.indicators.direction import lower_is_better
from extract.indicators.draft import Draft, Reason
from extract.indicators.prose import ProseVerdict, main_verdict, verdicts_of
from extract.indicators.prose_targets import read_prose_targets
from extract.indicators.reasons import conclusions
from extract.indicators.tables import read_target_table
from extract.indicators.unit_tables import by_unit, unit_columns
from extract.report import Breakdown, Indicator, Quantity, Report, Status

UNFINISHED = frozenset({"midterm_evaluation", "status"})
"""Kinds of report in which what is short of its target is still under way."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A target with what gave each of its parts."""

    indicator: Indicator
    reasons: tuple[Reason, ...]


def read_indicators(report: Report) -> tuple[Indicator, ...]:
    """The targets in reading order: those of target tables, then those that only the prose gives."""
    return tuple(one.indicator for one in explained_indicators(report))


def explained_indicators(report: Report) -> tuple[Explained, ...]:
    """The targets as `read_indicators` gives them, each with how it came to be."""
    sections = {section.id: section for section in report.sections}
    drafts = [d for t in report.tables if t.role == "indicators" for d in read_target_table(t, sections)]
    drafts += read_prose_targets(report, drafts)
    midterm = report.metadata.kind in UNFINISHED
    spoken = verdicts_of(report, drafts) if drafts else ()
    columns = unit_columns(report) if drafts else ()
    taken: set[str] = set()
    found = []
    for place, (draft, verdicts) in enumerate(zip(drafts, spoken, strict=True), 1):
        # An id printed twice names one target; the second goes by its place.
        ident = draft.printed_id if draft.printed_id and draft.printed_id not in taken else f"i{place}"
        taken.add(ident)
        one = _indicator(ident, draft, verdicts, midterm=midterm)
        by = by_unit(one, columns) if not one.breakdown else None
        one = replace(one, breakdown=by.parts) if by else one
        found.append(Explained(one, (*draft.trace, *conclusions(one, draft, main_verdict(verdicts), by))))
    return tuple(found)


def _indicator(ident: str, draft: Draft, verdicts: Sequence[ProseVerdict], *, midterm: bool) -> Indicator:
    target, actual, baseline = _read(draft.target_text), _actual(draft, midterm=midterm), _read(draft.baseline_text)
    lower = lower_is_better(draft.target_text, target, baseline)
    achievement = _printed_share(draft) or achievement_of(target, actual, lower=lower)
    computed = computed_status(target, actual, achievement, lower=lower, midterm=midterm)
    indicator = Indicator(
        id=ident, level=draft.level, text=draft.text, target=target, actual=actual, baseline=baseline,
        status=computed or "unknown", status_raw=None, status_basis="computed" if computed else None,
        computed_status=computed, achievement=achievement, breakdown=_breakdown(draft), table=draft.table,
        row=draft.row, evidence=draft.quotes,
    )  # fmt: skip
    return _judged(indicator, draft, main_verdict(verdicts), midterm=midterm)


def _judged(indicator: Indicator, draft: Draft, prose: ProseVerdict | None, *, midterm: bool) -> Indicator:
    """The indicator with what the evaluator concludes: the table's verdict, else the prose's."""
    quotes = (*indicator.evidence, prose.quote) if prose else indicator.evidence
    stated = _stated(draft, midterm=midterm)
    if stated is not None:
        return replace(
            indicator, status=stated, status_raw=draft.status_text,
            status_basis="table" if draft.table else "text", evidence=quotes,
        )  # fmt: skip
    if prose is not None:
        return replace(indicator, status=prose.status, status_raw=prose.raw, status_basis="text", evidence=quotes)
    return indicator


def _stated(draft: Draft, *, midterm: bool) -> Status | None:
    """The verdict that stands with the goal; Ja and Nej are one where the column asks whether it was met."""
    if not draft.status_text:
        return None
    verdict = read_verdict(draft.status_text, midterm=midterm)
    if verdict is not None or not draft.answers:
        return verdict.status if verdict else None
    answer = read_quantity(draft.status_text)
    if answer is None or answer.kind != "yes_no":
        return None
    if answer.value == 0.0:
        return "ongoing" if midterm else "not_achieved"
    return "achieved" if answer.value == 1.0 else "partly_achieved"


def _read(text: str | None) -> Quantity | None:
    return read_quantity(text) if text and text.strip(" -–—") else None


def _actual(draft: Draft, *, midterm: bool) -> Quantity | None:
    """What was reached; a cell that holds only a verdict is no quantity."""
    quantity = _read(draft.actual_text)
    if quantity is None or quantity.kind != "qualitative" or draft.actual_text is None:
        return quantity
    return None if read_verdict(draft.actual_text, midterm=midterm) else quantity


def _printed_share(draft: Draft) -> float | None:
    """The degree of attainment that the table prints."""
    quantity = _read(draft.achievement_text)
    return quantity.value / 100 if quantity and quantity.kind == "percent" and quantity.value is not None else None


def _breakdown(draft: Draft) -> tuple[Breakdown, ...]:
    return draft.breakdown or (read_breakdown(draft.actual_text) if draft.actual_text else ())
