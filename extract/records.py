"""A report's text and tables → its records: metadata, targets, measures, statements, findings, in that order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from extract.audit.read import audit
from extract.indicators.read import read_indicators
from extract.indicators.target_tables import with_target_tables
from extract.measures import read_measures
from extract.metadata.read import read_metadata
from extract.report import Report
from extract.statements.read import read_statements
from extract.theory import read_theory


def add_records(report: Report, properties: Mapping[str, str]) -> Report:
    """The report with all that is read from its words; `properties` are the file's own (title, author …)."""
    report = read_records(report, properties)
    return replace(report, findings=audit(report).findings)


def read_records(report: Report, properties: Mapping[str, str]) -> Report:
    """The same without findings. Each step may use what the steps before it found."""
    report = with_target_tables(report)
    metadata, warnings = read_metadata(report, properties)
    report = replace(report, metadata=metadata, warnings=(*report.warnings, *warnings))
    learnings, embedding = read_statements(report)
    return replace(
        report,
        theory_of_change=read_theory(report),
        indicators=read_indicators(report),
        measures=read_measures(report),
        learnings=learnings,
        embedding=embedding,
    )
