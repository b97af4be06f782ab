"""The library's records as flat lists for other programs: one row a report, target, number, statement, finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.labels import label
from corpus.library import Library
from corpus.wordlist import data
from extract.output import ExportList, Locale
from extract.records_export import coded_word, kind_word
from extract.spreadsheet import Value

LISTS = tuple(one for one in ExportList if one is not ExportList.ALL)
CODED = {
    "level": "level", "status": "status", "computed_status": "status", "status_basis": "basis", "code": "code",
    "severity": "severity",
}  # fmt: skip
"""Columns of codes, and the words that they have for readers."""


@dataclass(frozen=True, slots=True)
class Exported:
    """One list; ``columns`` are the names of the view, ``types`` those of Arrow."""

    what: ExportList
    columns: tuple[str, ...]
    types: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def exported(library: Library, what: ExportList) -> Exported:
    """A list of the reports that are not replaced, in the order of projects, files and places in the report."""
    base = library.connection
    view = f"export_{what.value}"
    described = base.execute(f"SELECT name, type FROM pragma_table_info('{view}')").fetchall()  # noqa: S608, our names
    columns = tuple(name for name, _ in described)
    order = "project IS NULL, project, file, report" + (", place" if "place" in columns else "")
    rows = base.execute(f"SELECT * FROM {view} ORDER BY {order}")  # noqa: S608
    return Exported(what, columns, tuple(map(_arrow, (kind for _, kind in described))), tuple(rows))


def headings(table: Exported, locale: Locale) -> list[str]:
    """The names of the columns in the language of the locale; in English those of the views, which programs know."""
    return [column_name(name, locale) if locale is Locale.DA else name for name in table.columns]


def column_name(name: str, lang: Locale) -> str:
    """What a column is called."""
    return str(data("export")["columns"][name][lang is Locale.EN])


def column_text(name: str, lang: Locale) -> str:
    """What a column holds."""
    return str(data("export")["columns"][name][2 + (lang is Locale.EN)])


def list_name(what: ExportList, lang: Locale) -> str:
    """What a list is called."""
    return str(data("export")["lists"][what.value][lang is Locale.EN])


def worded(table: Exported, locale: Locale) -> Iterator[list[Value]]:
    """The rows with the contract's words in the language of the locale; in English they are the words."""
    if locale is Locale.EN:
        yield from map(list, table.rows)
        return
    for row in table.rows:
        yield [_word(table.what, name, cell) for name, cell in zip(table.columns, row, strict=True)]


def _word(what: ExportList, name: str, cell: Value) -> Value:
    if not isinstance(cell, str):
        return cell
    if name in CODED:
        group = "embedding" if what is ExportList.EMBEDDING else CODED[name]
        return label(group, cell, Locale.DA)
    if name == "kind":
        return kind_word(cell, Locale.DA)
    return coded_word(cell, Locale.DA) if name in ("unit", "target_unit") else cell


def _arrow(kind: str) -> str:
    """The Arrow type of a view's column; what SQLite computes has none and is text."""
    return {"REAL": "float64", "INTEGER": "int64"}.get(kind, "string")
