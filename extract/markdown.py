"""A report as Markdown, for reading and for tools that take text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.report import Block, Report, Section, Table

_SPECIAL = re.compile(r"([\\`*_<>\[\]])")
_LINE_START = re.compile(r"^(#{1,6} |[-+] |\d+[.)] |> )")


def to_markdown(report: Report) -> str:
    """The report's text in reading order: headings, paragraphs, lists, tables and footnotes."""
    tables = {table.id: table for table in report.tables}
    parts: list[str] = []
    for section in report.sections:
        parts.extend(_section(section, tables))
    return _joined(parts)


def _section(section: Section, tables: dict[str, Table]) -> Iterator[str]:
    heading = " ".join(filter(None, (section.number, section.title)))
    if heading:
        yield f"{'#' * min(section.level, 6)} {_escaped(heading)}"
    margin: str | None = None
    for block in section.blocks:
        if block.margin_heading and block.margin_heading != margin:
            yield f"**{_escaped(block.margin_heading)}**"
        margin = block.margin_heading
        yield _block(block, tables)


def _block(block: Block, tables: dict[str, Table]) -> str:
    text = _escaped(block.text)
    if block.type == "table":
        table = tables.get(block.table or "")
        return _table(table) if table else ""
    if block.type == "list_item":
        return f"- {text}"
    if block.type == "quote":
        return f"> {text}"
    if block.type == "figure":
        return f"*{text}*" if text else ""
    if block.type == "footnote":
        return f"[^{block.number or block.id}]: {text}"
    return _LINE_START.sub(r"\\\1", text)


def _table(table: Table) -> str:
    lines = []
    label = ": ".join(filter(None, (table.label, table.caption)))
    if label:
        lines += [f"**{_escaped(label)}**", ""]
    if table.columns:
        lines += [_row(table.columns), _row(("---",) * len(table.columns), raw=True)]
        lines += [_row(row) for row in table.rows]
    for note in (*table.notes, table.source or ""):
        if note:
            lines += ["", f"*{_escaped(note)}*"]
    return "\n".join(lines)


def _row(cells: tuple[str, ...], *, raw: bool = False) -> str:
    shown = cells if raw else tuple(_escaped(cell).replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(shown)} |"


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def _joined(parts: list[str]) -> str:
    """Blank lines between parts, none between the items of a list."""
    lines: list[str] = []
    for part in filter(None, parts):
        if lines and not (part.startswith("- ") and lines[-1].startswith("- ")):
            lines.append("")
        lines.append(part)
    return "\n".join(lines) + "\n"
