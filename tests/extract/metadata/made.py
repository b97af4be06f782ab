"""Small reports made of text and tables, for tests of what a report is about."""

from __future__ import annotations

from collections.abc import Sequence

from extract.report import (
    Block,
    Cell,
    Furniture,
    Metadata,
    Region,
    Report,
    Section,
    SectionRole,
    Source,
    Table,
    TableRole,
    TextLine,
)

LEFT, RIGHT = 70.0, 520.0
BOX_OF_HEADER = (LEFT, 30.0, RIGHT, 42.0)


def line(text: str, *, size: float = 10.0, page: int = 1, top: float = 100.0) -> Block:
    """A paragraph on one line whose type has this height in points."""
    kind = "paragraph"
    text, kind = (text[2:], "list_item") if text.startswith("- ") else (text, kind)
    text, kind = (text[2:], "footnote") if text.startswith("^ ") else (text, kind)
    box = (LEFT, top, RIGHT, top + size)
    lines = (TextLine(0, len(text), page, box),)
    return Block(f"p{page}t{top:.0f}", kind, text, (Region(page, box),), lines)  # type: ignore[arg-type]


def front(*texts: str | tuple[str, float]) -> Section:
    """The text before the first heading; each block as text, or as text and type size."""
    blocks = [
        line(text, size=size, top=80.0 + 40 * k)
        for k, (text, size) in enumerate((t, 10.0) if isinstance(t, str) else t for t in texts)
    ]
    return Section("s0", None, "", 1, None, (1, 1), "front", tuple(blocks))


def chapter(number: int, title: str, role: SectionRole, *texts: str) -> Section:
    """A chapter on the page after its number; texts that begin with "- " are list items, with "^ " footnotes."""
    page = number + 1
    blocks = tuple(line(text, page=page, top=100.0 + 30 * k) for k, text in enumerate(texts))
    return Section(str(number), str(number), title, 1, None, (page, page), role, blocks)


def table(rows: Sequence[Sequence[str]], columns: Sequence[str], role: TableRole = "facts", page: int = 3) -> Table:
    """A table with one header row."""
    grid = [tuple(columns), *(tuple(row) for row in rows)]
    cells = tuple(
        Cell(r - 1, c, 1, 1, text, page, (LEFT + 150 * c, 300.0 + 20 * r, LEFT + 150 * (c + 1), 320.0 + 20 * r), ())
        for r, row in enumerate(grid)
        for c, text in enumerate(row)
    )
    region = Region(page, (LEFT, 300.0, RIGHT, 320.0 + 20 * len(grid)))
    return Table("1", "Tabel 1", "Fakta", "1", (region,), grid[0], tuple(grid[1:]), cells, (), None, role)


def report(*sections: Section, tables: Sequence[Table] = (), furniture: Sequence[Furniture] = ()) -> Report:
    """A report of these parts without metadata."""
    return Report(
        source=Source("rapport.pdf", "0" * 64, len(sections), None, "da", "native"),
        metadata=Metadata(),
        sections=sections,
        tables=tuple(tables),
        furniture=tuple(furniture),
        warnings=(),
    )
