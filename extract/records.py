"""A report's text and tables → its records: metadata, targets, measures, statements, findings, in that order."""

from __future__ import annotations

from collections.abc import Mapping

from extract.report import Report


def add_records(report: Report, properties: Mapping[str, str]) -> Report:
    """The report with all that is read from its words; `properties` are the file's own (title, author …).

    Each step may use what the steps before it found: indicators need the kind of report, the audit everything.
    """
    del properties
    return report
