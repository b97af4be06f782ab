"""Small reports for tests that need a noun and no PDF."""

from __future__ import annotations

from extract.report import (
    BBox,
    Block,
    BlockType,
    Cell,
    Furniture,
    Metadata,
    ReadingWarning,
    Region,
    Report,
    Section,
    Source,
    Table,
    TextLine,
)

BOX: BBox = (70.0, 100.0, 520.0, 112.0)


def block(place: int, text: str, kind: BlockType = "paragraph", *, top: float = 100, **rest: str | None) -> Block:
    """A block of one line on page 1."""
    box = (70.0, top, 520.0, top + 12)
    return Block(f"b{place}", kind, text, (Region(1, box),), (TextLine(0, len(text), 1, box),), **rest)


def section(ident: str, title: str, *blocks: Block, level: int = 1, parent: str | None = None) -> Section:
    """A section on page 1; ids that begin with a digit are numbers."""
    return Section(ident, ident if ident[0].isdigit() else None, title, level, parent, (1, 1), "other", blocks)


def table() -> Table:
    """A table of two columns and one row."""
    cells = tuple(
        Cell(row, column, 1, 1, text, 1, (70.0 + 100 * column, 220.0 + 15 * row, 170.0 + 100 * column, 235.0), ())
        for row, texts in ((-1, ("Kommune", "Antal")), (0, ("Nørre|by", "12")))
        for column, text in enumerate(texts)
    )
    return Table(
        "2-1", "Tabel 2-1", "Forløb", "2", (Region(1, (70.0, 200.0, 270.0, 235.0)),), ("Kommune", "Antal"),
        (("Nørre|by", "12"),), cells, ("Opgjort i maj.",), None, "measures",
    )  # fmt: skip


def report() -> Report:
    """Two chapters with every type of block, a table, a header and a warning."""
    first = section(
        "1",
        "Indledning",
        block(1, "Projektet begyndte i 2019.", margin_heading="Baggrund"),
        block(2, "Et punkt", "list_item", top=120),
        block(3, "Endnu et punkt", "list_item", top=140),
        block(4, "“Det virkede”, siger en borger.", "quote", top=160),
    )
    second = section(
        "2",
        "Resultater [2]",
        block(5, "", "table", top=200, table="2-1"),
        block(6, "Figur 1: Forløb over tid", "figure", top=300),
        block(7, "Se bilag I.", "footnote", top=760, number="1"),
        block(8, "# 12 kommuner", top=330),
    )
    return Report(
        source=Source("note.pdf", "0" * 64, 1, None, "da", "native"),
        metadata=Metadata(title="Evaluering af Lysene"),
        sections=(first, second),
        tables=(table(),),
        furniture=(Furniture("header", "Lysene", 1, (70.0, 30.0, 120.0, 42.0)),),
        warnings=(ReadingWarning("hyphen", 1, "A word may be broken wrongly."),),
    )
