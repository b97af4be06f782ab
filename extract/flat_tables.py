"""Rows under headings → CSV for a locale, Parquet, or a table for the terminal."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from extract.output import Locale
from extract.spreadsheet import Value, harmless

FALLBACK_WIDTH = 120
"""Columns of a terminal that does not tell its width."""


def csv_of(heads: Sequence[str], rows: Sequence[Sequence[Value]], locale: Locale) -> str:
    """Comma-separated with decimal points; for Danish spreadsheets ``;`` and decimal commas.

    Cells that a spreadsheet would run as a formula are quoted with an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if locale is Locale.DA else ",", lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([[written(cell, locale) for cell in row] for row in rows])
    return out.getvalue()


def parquet_of(columns: Sequence[tuple[str, str]], rows: Sequence[Sequence[Value]]) -> bytes:
    """One Parquet file; ``columns`` are names with their Arrow types: ``string``, ``float64``, ``int32``."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, getattr(pa, kind)()) for name, kind in columns])
    held = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in columns]
    arrays = [pa.array(column, type=field.type) for column, field in zip(held, schema, strict=True)]
    out = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), out)
    data: bytes = out.getvalue().to_pybytes()
    return data


def as_text(heads: Sequence[str], rows: Sequence[Sequence[str]], caption: str, *, width: int | None = None) -> str:
    """A table for the terminal; as wide as it, else `FALLBACK_WIDTH`, without colours where nobody would see them."""
    import shutil

    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(title=caption, box=SIMPLE_HEAD, title_justify="left", pad_edge=False)
    for k, head in enumerate(heads):
        right = bool(rows) and all(_is_figure(row[k]) for row in rows)
        table.add_column(head, justify="right" if right else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    columns = width or shutil.get_terminal_size((FALLBACK_WIDTH, 24)).columns
    console = Console(file=io.StringIO(), width=columns, no_color=True)
    console.print(table)
    printed = console.file.getvalue()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in printed.splitlines()) + "\n"


def written(cell: Value, locale: Locale, *, guarded: bool = True) -> str:
    """A cell as text: numbers as the locale writes them, and text that is no formula where it is guarded."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return harmless(cell) if guarded else cell
    text = f"{cell:.10g}"
    return text.replace(".", ",") if locale is Locale.DA else text


def _is_figure(text: str) -> bool:
    return not text or text.replace(",", "").replace(".", "").lstrip("-").isdigit()
