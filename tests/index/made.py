"""Hand-made reports for tests of passages and answers."""

from __future__ import annotations

from extract.report import (
    BBox,
    Block,
    BlockType,
    Cell,
    Metadata,
    Region,
    Report,
    Section,
    Source,
    Table,
    TextLine,
)

BOX: BBox = (70.0, 100.0, 520.0, 112.0)


def block(
    place: int, text: str, kind: BlockType = "paragraph", *, margin: str | None = None, table: str | None = None
) -> Block:
    """A block of one line on page 1."""
    lines = (TextLine(0, len(text), 1, BOX),) if text else ()
    return Block(f"b{place}", kind, text, (Region(1, BOX),), lines, margin_heading=margin, table=table)


def section(number: str, title: str, *blocks: Block, parent: str | None = None) -> Section:
    """A section on page 1."""
    return Section(number, number, title, 1 if parent is None else 2, parent, (1, 1), "other", blocks)


def table() -> Table:
    """A table of two columns and one row."""
    cells = tuple(
        Cell(row, column, 1, 1, text, 1, (70.0 + 100 * column, 220.0 + 15 * row, 170.0 + 100 * column, 235.0), ())
        for row, texts in ((-1, ("Kommune", "Antal")), (0, ("Nørreby", "12")))
        for column, text in enumerate(texts)
    )
    regions = (Region(1, (70.0, 200.0, 270.0, 235.0)),)
    rows = (("Nørreby", "12"),)
    notes = ("Opgjort i maj.",)
    return Table("2-1", "Tabel 2-1", "Forløb", "2", regions, ("Kommune", "Antal"), rows, cells, notes, None, "measures")


def report() -> Report:
    """Two chapters with every type of block and a table."""
    first = section(
        "1",
        "Indledning",
        block(1, "Projektet begyndte i 2019.", margin="Baggrund"),
        block(2, "Borgerne fik en mentor.", "list_item"),
        block(3, "Virksomhederne fik en fast kontakt.", "list_item"),
        block(4, "“Det virkede”, siger en borger.", "quote"),
    )
    second = section(
        "2",
        "Resultater",
        block(5, "", "table", table="2-1"),
        block(6, "Figur 1: Forløb over tid", "figure"),
        block(7, "Se bilag I.", "footnote"),
        block(8, "I alt 12 kommuner deltog."),
    )
    return Report(
        source=Source("note.pdf", "0" * 64, 1, None, "da", "native"),
        metadata=Metadata(title="Evaluering af Lysene"),
        sections=(first, second),
        tables=(table(),),
        furniture=(),
        warnings=(),
    )
