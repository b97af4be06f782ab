"""One report as the library keeps it: its JSON, and its records as rows of tables."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from corpus.versions import version_key
from extract.report import Indicator, Quantity, Report

Value = str | int | float | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A report that was read, ready to be written: columns of `reports`, and rows of the other tables by name."""

    sha256: str
    json: str
    columns: dict[str, Value]
    rows: dict[str, tuple[Row, ...]]


def read_entry(path: Path, password: str | None = None) -> Entry:
    """Read one PDF into an entry; runs in a worker, so that the parent only has to write."""
    from extract.read import read_report

    return entry_of(read_report(path, password=password))


def entry_of(report: Report) -> Entry:
    """The entry of a report."""
    from extract.serialise import to_json

    sha = report.source.sha256
    return Entry(sha, to_json(report, lines=True), _columns(report), {
        "municipalities": _municipalities(report),
        "indicators": tuple(_indicator(sha, place, i) for place, i in enumerate(report.indicators)),
        "breakdowns": tuple(
            (sha, place, b.unit, b.target, b.actual, b.achievement)
            for place, i in enumerate(report.indicators) for b in i.breakdown
        ),
        "measures": tuple(
            (sha, m.table, m.row_label, m.column, m.value, m.unit, m.raw, m.page) for m in report.measures
        ),
        "statements": (
            *((sha, n, "learning", s.text, s.theme, s.section, s.page, None) for n, s in enumerate(report.learnings)),
            *((sha, n, "embedding", s.text, s.theme, s.section, s.page, s.status)
              for n, s in enumerate(report.embedding)),
        ),
        "findings": tuple(
            (sha, n, f.code, f.severity, f.message, f.claim.quote, f.claim.page,
             f.against.quote if f.against else None, f.against.page if f.against else None,
             _text(f.stated), _text(f.computed))
            for n, f in enumerate(report.findings)
        ),
    })  # fmt: skip


def _columns(report: Report) -> dict[str, Value]:
    source, about = report.source, report.metadata
    pool, period, budget = about.pool, about.period, about.budget
    return {
        "pages": source.pages,
        "language": source.language,
        "text_layer": source.text_layer,
        "warnings": len(report.warnings),
        "title": about.title,
        "kind": about.kind,
        "project": about.project,
        "grantee": about.grantee,
        "evaluator": about.evaluator,
        "funder": about.funder,
        "pool": pool.name if pool else None,
        "pool_year": pool.year if pool else None,
        "account": pool.account if pool else None,
        "published": about.published,
        "period_start": period.start if period else None,
        "period_end": period.end if period else None,
        "budget": budget.amount if budget else None,
        "currency": budget.currency if budget else None,
        "target_group": about.target_groups.primary if about.target_groups else None,
        "version": about.version,
        "document_number": about.document_number,
        "targets": len(report.indicators),
        "findings": len(report.findings),
        "version_key": version_key(about),
    }


def _municipalities(report: Report) -> tuple[Row, ...]:
    sha = report.source.sha256
    staying = [(sha, name, 1, None, None, None) for name in report.metadata.municipalities]
    left = [(sha, d.name, 0, d.when, d.reason, d.region.page if d.region else None) for d in report.metadata.dropouts]
    return (*staying, *left)


def _indicator(sha: str, place: int, i: Indicator) -> Row:
    first = i.evidence[0] if i.evidence else None
    return (
        sha, place, i.id, i.level, i.text,
        *_quantity(i.target), i.target.low if i.target else None, i.target.high if i.target else None,
        i.target.unit if i.target else None,
        *_quantity(i.actual), i.baseline.raw if i.baseline else None, i.baseline.value if i.baseline else None,
        i.status, i.status_raw, i.status_basis, i.computed_status, i.achievement,
        first.quote if first else None, first.page if first else None,
        json.dumps(first.bbox) if first else None, first.section if first else None,
    )  # fmt: skip


def _quantity(quantity: Quantity | None) -> tuple[str | None, str | None, float | None]:
    return (quantity.raw, quantity.kind, quantity.value) if quantity else (None, None, None)


def _text(value: str | float | None) -> str | None:
    return None if value is None else str(value)
