"""One report as the library keeps it: its JSON, and its records as rows of tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.places import fact_quotes, quote_of_dropout, quote_of_statement
from corpus.versions import version_key
from extract.report import Embedding, Finding, Indicator, Learning, Quantity, Quote, Region, Report

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
    quotes = fact_quotes(report, frozenset({"budget", "dropouts"}))
    budget_at = next(iter(quotes.get("budget", ())), None)
    return Entry(sha, to_json(report, lines=True), _columns(report, budget_at), {
        "municipalities": _municipalities(report, quotes.get("dropouts", ())),
        "indicators": tuple(_indicator(sha, place, i) for place, i in enumerate(report.indicators)),
        "breakdowns": tuple(
            (sha, place, b.unit, b.target, b.actual, b.achievement)
            for place, i in enumerate(report.indicators) for b in i.breakdown
        ),
        "measures": tuple(
            (sha, m.table, m.row_label, m.column, m.value, m.unit, m.raw, m.page, json.dumps(m.bbox))
            for m in report.measures
        ),
        "statements": tuple(_statements(report)),
        "findings": tuple(_finding(sha, n, f) for n, f in enumerate(report.findings)),
    })  # fmt: skip


def _columns(report: Report, budget_at: Quote | None) -> dict[str, Value]:
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
        "budget_kind": budget.kind if budget else None,
        **dict(zip(("budget_quote", "budget_page", "budget_section", "budget_bbox"), _quote(budget_at), strict=True)),
        "target_group": about.target_groups.primary if about.target_groups else None,
        "version": about.version,
        "document_number": about.document_number,
        "targets": len(report.indicators),
        "findings": len(report.findings),
        "version_key": version_key(about),
    }


def _municipalities(report: Report, quotes: tuple[Quote, ...]) -> tuple[Row, ...]:
    sha = report.source.sha256
    staying = [(sha, name, 1, None, None, None, None, None, None) for name in report.metadata.municipalities]
    left = []
    for one in report.metadata.dropouts:
        quote, page, section, bbox = _quote(quote_of_dropout(one, quotes))
        page, bbox = (page, bbox) if quote else _place(one.region)
        left.append((sha, one.name, 0, one.when, one.reason, page, quote, section, bbox))
    return (*staying, *left)


def _statements(report: Report) -> Iterator[Row]:
    """Learnings, then statements on forankring."""
    sha = report.source.sha256
    lists: tuple[tuple[str, Sequence[Learning | Embedding]], ...] = (
        ("learning", report.learnings), ("embedding", report.embedding),
    )  # fmt: skip
    for kind, statements in lists:
        for number, one in enumerate(statements):
            quote, page, _, bbox = _quote(quote_of_statement(report, one))
            page, bbox = (page, bbox) if quote else (one.page, _place(next(iter(one.regions), None))[1])
            status = one.status if isinstance(one, Embedding) else None
            yield (sha, number, kind, one.text, one.theme, one.section, page, status, quote, bbox)


def _finding(sha: str, place: int, f: Finding) -> Row:
    quote, page, section, bbox = _quote(f.claim)
    other_quote, other_page, other_section, other_bbox = _quote(f.against)
    return (
        sha, place, f.code, f.severity, f.message, quote, page, other_quote, other_page, _text(f.stated),
        _text(f.computed), section, bbox, other_section, other_bbox,
    )  # fmt: skip


def _indicator(sha: str, place: int, i: Indicator) -> Row:
    quote, page, section, bbox = _quote(next(iter(i.evidence), None))
    return (
        sha, place, i.id, i.level, i.text,
        *_quantity(i.target), i.target.low if i.target else None, i.target.high if i.target else None,
        i.target.unit if i.target else None,
        *_quantity(i.actual), i.baseline.raw if i.baseline else None, i.baseline.value if i.baseline else None,
        i.status, i.status_raw, i.status_basis, i.computed_status, i.achievement,
        quote, page, bbox, section,
    )  # fmt: skip


def _quote(quote: Quote | None) -> tuple[str | None, int | None, str | None, str | None]:
    """Words, page, section and box."""
    return (quote.quote, quote.page, quote.section, json.dumps(quote.bbox)) if quote else (None, None, None, None)


def _place(region: Region | None) -> tuple[int | None, str | None]:
    return (region.page, json.dumps(region.bbox)) if region else (None, None)


def _quantity(quantity: Quantity | None) -> tuple[str | None, str | None, float | None]:
    return (quantity.raw, quantity.kind, quantity.value) if quantity else (None, None, None)


def _text(value: str | float | None) -> str | None:
    return None if value is None else str(value)
