"""What a passage is read with: the headings above it, and what stands around a table's rows."""

from __future__ import annotations

from extract.report import Report, Table


def section_paths(report: Report) -> dict[str, tuple[str, ...]]:
    """The titles of each section and those above it, by the section's id."""
    paths: dict[str, tuple[str, ...]] = {}
    for section in report.sections:
        paths[section.id] = (*paths.get(section.parent or "", ()), *filter(None, (section.title,)))
    return paths


def table_context(table: Table) -> str:
    """What a row of a table is read with: label, caption, column names, notes and source."""
    around_it = (
        table.label or "",
        table.caption or "",
        *dict.fromkeys(table.columns),
        *table.notes,
        table.source or "",
    )
    return " ".join(filter(None, around_it))
