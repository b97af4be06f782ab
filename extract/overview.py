"""A report at a glance: the tree of its sections with pages, counts and warnings."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from extract.report import ReadingWarning, Report, Section, Source

TITLE_WIDTH = 64
"""Columns for number and title; longer titles are cut."""


@dataclass(frozen=True, slots=True)
class SectionLine:
    """One section of the overview."""

    id: str
    number: str | None
    title: str
    level: int
    role: str
    pages: tuple[int, int]
    blocks: int
    words: int
    tables: int
    footnotes: int
    margin_headings: int


@dataclass(frozen=True, slots=True)
class Overview:
    """What `extract show` tells about a report."""

    source: Source
    title: str | None
    sections: tuple[SectionLine, ...]
    totals: dict[str, int]
    warnings: tuple[ReadingWarning, ...]


def overview(report: Report) -> Overview:
    """The overview of a report."""
    return Overview(
        source=report.source,
        title=report.metadata.title,
        sections=tuple(_section_line(section) for section in report.sections),
        totals=_totals(report),
        warnings=report.warnings,
    )


def overview_text(view: Overview) -> str:
    """The overview for a terminal."""
    source = view.source
    head = f"{source.file} · {_counted(source.pages, 'page')} · language {source.language} · {source.text_layer} text"
    lines = [head, *([view.title] if view.title else []), ""]
    lines += [_line(section) for section in view.sections]
    lines += ["", ", ".join(_counted(number, noun) for noun, number in view.totals.items() if number)]
    if view.warnings:
        lines += ["", _counted(len(view.warnings), "warning") + ":"]
        lines += [f"  {_place(warning)}{warning.message} [{warning.code}]" for warning in view.warnings]
    return "\n".join(lines)


def summary(report: Report) -> str:
    """The overview in one line."""
    totals = [_counted(number, noun) for noun, number in _totals(report).items() if number]
    warned = [_counted(len(report.warnings), "warning")] if report.warnings else []
    return ", ".join([_counted(report.source.pages, "page"), *totals, *warned])


def _section_line(section: Section) -> SectionLine:
    kinds = Counter(block.type for block in section.blocks)
    margins = {block.margin_heading for block in section.blocks if block.margin_heading}
    return SectionLine(
        id=section.id,
        number=section.number,
        title=section.title,
        level=section.level,
        role=section.role,
        pages=section.pages,
        blocks=len(section.blocks),
        words=sum(len(block.text.split()) for block in section.blocks),
        tables=kinds["table"],
        footnotes=kinds["footnote"],
        margin_headings=len(margins),
    )


def _totals(report: Report) -> dict[str, int]:
    kinds = Counter(block.type for section in report.sections for block in section.blocks)
    return {
        "section": len(report.sections),
        "block": sum(kinds.values()),
        "table": len(report.tables),
        "figure": kinds["figure"],
        "footnote": kinds["footnote"],
        "indicator": len(report.indicators),
        "learning": len(report.learnings),
        "finding": len(report.findings),
    }


def _line(section: SectionLine) -> str:
    name = f"{section.number}  {section.title}" if section.number else section.title or "(before the first heading)"
    name = "  " * section.level + name
    if len(name) > TITLE_WIDTH:
        name = name[: TITLE_WIDTH - 1] + "…"
    first, last = section.pages
    pages = f"p. {first}" if first == last else f"p. {first}-{last}"
    counts = {
        "block": section.blocks,
        "table": section.tables,
        "footnote": section.footnotes,
        "margin heading": section.margin_headings,
    }
    listed = ", ".join(_counted(number, noun) for noun, number in counts.items() if number)
    return f"{name:<{TITLE_WIDTH}} {pages:<9} {listed}".rstrip()


def _place(warning: ReadingWarning) -> str:
    return "" if warning.page is None else f"page {warning.page}: "


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
