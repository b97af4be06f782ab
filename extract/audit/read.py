"""The recipe of the audit: run the rules, keep one finding a wrong figure, put them in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from extract.audit.check import Audit, Check
from extract.audit.count_mismatch import count_mismatch
from extract.audit.cross_reference import cross_reference
from extract.audit.date_conflict import date_conflict
from extract.audit.material import Material, prepare
from extract.audit.percent_mismatch import percent_mismatch
from extract.audit.running_header_mismatch import running_header_mismatch
from extract.audit.status_conflict import status_conflict
from extract.audit.sum_mismatch import sum_mismatch
from extract.audit.text_table_conflict import text_table_conflict
from extract.report import Report

Rule = Callable[[Material], Iterator[Check]]
"""A rule yields all that it checked; what could not be checked too, with the reason."""

RULES: tuple[Rule, ...] = (
    sum_mismatch,
    percent_mismatch,
    text_table_conflict,
    status_conflict,
    count_mismatch,
    cross_reference,
    date_conflict,
    running_header_mismatch,
)
"""In the order of precedence: of two that hold something against one figure, the first one is told."""


def audit(report: Report) -> Audit:
    """What does not add up in a report, and what was checked; the same report gives the same, in the same order."""
    material = prepare(report)
    checks = [check for rule in RULES for check in rule(material)]
    wrong = list(_one_a_figure([check for check in checks if check.holds is False]))
    wrong.sort(key=lambda check: (check.claim.page, check.place, check.code))
    rest = sorted((c for c in checks if c.holds is not False), key=lambda c: (c.claim.page, c.place, c.code))
    return Audit(tuple(check.finding() for check in wrong), (*wrong, *rest))


def _one_a_figure(wrong: Iterable[Check]) -> Iterator[Check]:
    """Each wrong figure once, and nothing that was computed from a figure that is wrong itself."""
    told: list[Check] = []
    for check in wrong:
        if any(check.place.overlaps(other.place) for other in told):
            continue
        if any(used.overlaps(other.place) for used in check.uses for other in told):
            continue
        told.append(check)
    return iter(told)
