"""Reports for tests of the audit: made of headings, paragraphs, points and tables in a few lines of text.

``made("# Resumé", "Målet er nået.", "## Mål", Grid("Tabel 1 Aktivitetsmål", ("Mål", "Status"), (("…", "Nået"),)))``:
a line with ``#`` is a heading, one with ``-`` a point, a `Grid` a table, all else a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from extract.audit.check import Check
from extract.audit.read import audit
from extract.records import add_records
from extract.report import (
    Block,
    BlockType,
    Cell,
    Metadata,
    Region,
    Report,
    ReportKind,
    Section,
    Source,
    Table,
    TableRole,
    TextLine,
)
from extract.roles import role_of

LINE = 14.0


@dataclass(frozen=True)
class Grid:
    """A table; its caption begins with its label ("Tabel 1 Aktivitetsmål")."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    role: str = "indicators"
    notes: tuple[str, ...] = ()


def made(*parts: str | Grid, kind: ReportKind = "final_evaluation", **metadata: object) -> Report:
    """A report of these parts with its records; each part on a line of its own, forty to a page."""
    sections: list[Section] = []
    tables: list[Table] = []
    open_section = Section("s0", None, "", 1, None, (1, 1), "front", ())
    for place, part in enumerate(parts):
        where = Region(1 + place // 40, (70.0, 60.0 + LINE * (place % 40), 520.0, 72.0 + LINE * (place % 40)))
        if isinstance(part, str) and part.startswith("#"):
            sections.append(open_section)
            open_section = _heading(part, sections, where)
            continue
        table = _table(part, where, open_section.id) if isinstance(part, Grid) else None
        tables += [table] if table else []
        blocks = (*open_section.blocks, _block(place, "" if isinstance(part, Grid) else part, where, table))
        open_section = replace(open_section, blocks=blocks)
    sections.append(open_section)
    pages = 1 + len(parts) // 40
    source = Source("made.pdf", "0" * 64, pages, None, "da", "native")
    plain = Report(source, Metadata(), tuple(sections), tuple(tables), (), ())
    report = add_records(plain, {})
    changes = {"kind": kind, **metadata}
    return replace(report, metadata=replace(report.metadata, **changes))  # type: ignore[arg-type]


def checks(report: Report, code: str) -> list[Check]:
    """What was checked under a code."""
    return [check for check in audit(report).checks if check.code == code]


def found(report: Report, code: str) -> list[tuple[object, object]]:
    """What is stated and computed in the findings of a code."""
    return [(c.stated, c.computed) for c in checks(report, code) if c.holds is False]


def _heading(part: str, sections: Sequence[Section], where: Region) -> Section:
    marks, _, title = part.partition(" ")
    level = len(marks)
    above = next((s for s in reversed(sections) if s.level < level and s.id != "s0"), None) if level > 1 else None
    role = role_of(title, above.role if above else None)
    ident = f"s{len(sections)}"
    return Section(ident, None, title, level, above.id if above else None, (where.page, where.page), role, (), (where,))


def _block(place: int, text: str, where: Region, table: Table | None) -> Block:
    kind: BlockType = "table" if table else "list_item" if text.startswith("- ") else "paragraph"
    text = text.removeprefix("- ")
    lines = (TextLine(0, len(text), where.page, where.bbox),) if text else ()
    return Block(f"b{place}", kind, text, (where,), lines, table=table.id if table else None)


def _table(grid: Grid, where: Region, section: str) -> Table:
    words = grid.caption.split()
    label, caption = (" ".join(words[:2]), " ".join(words[2:])) if words[0] == "Tabel" else (None, grid.caption)
    _, top, _, bottom = where.bbox
    cells = tuple(
        Cell(
            row,
            column,
            1,
            1,
            text,
            where.page,
            (70.0 + 90 * column, top, 150.0 + 90 * column, bottom),
            (),
        )
        for row, texts in enumerate((grid.columns, *grid.rows), -1)
        for column, text in enumerate(texts)
    )
    ident = label.split()[1].replace(".", "-") if label else "t1"
    return Table(
        ident, label, caption, section, (where,), grid.columns, grid.rows, cells, grid.notes, None,
        cast("TableRole", grid.role), where, (where,) * len(grid.notes),
    )  # fmt: skip
