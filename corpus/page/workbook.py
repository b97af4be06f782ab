"""A book → a workbook: attainment, targets, key figures, learnings, forankring, findings, silence map, codebook."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.coverage.tables import FlatTable, grid_table, quote_table, word
from corpus.labels import label
from corpus.lists import COLUMNS, heading, list_table, worded
from corpus.page.book import Book
from corpus.sections import unread
from corpus.wordlist import data
from extract.output import ComparePart, Locale
from extract.spreadsheet import Sheet, Value, workbook

PARTS = (
    ComparePart.OVERVIEW, ComparePart.MATRIX, ComparePart.FIGURES, ComparePart.ALIGNED, ComparePart.LEARNINGS,
    ComparePart.EMBEDDING, ComparePart.DROPOUTS, ComparePart.FINDINGS,
)  # fmt: skip
"""Lists of the comparison that are sheets; all targets are a sheet of their own."""
COLOURS = {
    "achieved": "DCF0E8", "partly_achieved": "FBEECB", "not_achieved": "F8DED9", "ongoing": "DDE9F6",
    "dropped": "E6E6E6", "unknown": "EEEEEE", "continues": "DCF0E8", "partly_continues": "FBEECB",
    "does_not_continue": "F8DED9", "stated": "DCF0E8", "not_known": "FBEECB", "silent": "EEEEEE",
}  # fmt: skip


def report_workbook(book: Book, lang: Locale) -> bytes:
    """The workbook; the last sheet says what every column holds and what the words mean."""
    tables = list(_tables(book, lang))
    colours = _colours(lang)
    return workbook([Sheet(table.name, [table.heads, *table.rows], head=True, colours=colours) for table in tables])


def _tables(book: Book, lang: Locale) -> Iterator[FlatTable]:
    explained: list[tuple[str, tuple[str, ...]]] = []
    for part in PARTS:
        table = _list(book, part, lang)
        explained.append((table.name, tuple(COLUMNS[part].split())))
        yield table
        if part is ComparePart.MATRIX:
            targets = _targets(book, lang)
            explained.append((targets.name, tuple(COLUMNS[ComparePart.UNALIGNED].split())))
            yield targets
    yield grid_table(book.silence, lang)
    yield quote_table(book.silence, lang)
    yield _codebook(book, explained, lang)


def _list(book: Book, part: ComparePart, lang: Locale) -> FlatTable:
    table = list_table(book.comparison, part, lang)
    heads = tuple(heading(part, column, book.comparison, lang) for column in table.columns)
    rows = tuple(tuple(worded(*pair, lang) for pair in zip(table.columns, row, strict=True)) for row in table.rows)
    key = "key_figures" if part is ComparePart.FIGURES else part.value
    return FlatTable(data("page")[lang.value][key], heads, rows)


def _targets(book: Book, lang: Locale) -> FlatTable:
    """Every target, also those that stand beside others."""
    columns = COLUMNS[ComparePart.UNALIGNED].split()
    rows: list[tuple[Value, ...]] = []
    for one in book.comparison.targets:
        seen = one.evidence
        cells = (
            one.project, one.id, one.level, one.text, one.target_raw, one.actual_raw, one.achievement, one.status,
            one.status_raw, one.status_basis, one.computed_status, seen.file, seen.page, seen.quote, seen.section,
            seen.report,
        )  # fmt: skip
        rows.append(tuple(worded(*pair, lang) for pair in zip(columns, cells, strict=True)))
    heads = tuple(heading(ComparePart.UNALIGNED, column, book.comparison, lang) for column in columns)
    return FlatTable(data("page")[lang.value]["targets"], heads, tuple(rows))


def _codebook(book: Book, explained: list[tuple[str, tuple[str, ...]]], lang: Locale) -> FlatTable:
    text = data("page")[lang.value]
    holds = data("page_columns")
    rows: list[tuple[Value, ...]] = [
        (name, heading(ComparePart.UNALIGNED, column, book.comparison, lang), holds[column][lang is Locale.EN])
        for name, columns in explained
        for column in columns
    ]
    silence = word("title", lang)
    rows += [(silence, word(kind, lang), word(f"{kind}_means", lang)) for kind in ("stated", "not_known", "silent")]
    rows += [(silence, item.label[lang.value], item.question[lang.value]) for item in book.silence.codebook.items]
    rows += [(None, None, line) for line in text["about_lines"][:3]]
    if book.comparison.scope.unread:
        rows.append((None, None, unread(book.comparison.scope.unread, lang, lang)))
    return FlatTable(text["codebook"], (text["sheet"], text["column"], text["holds"]), tuple(rows))


def _colours(lang: Locale) -> dict[str, str]:
    """The words that have a colour behind them."""
    groups = ("status", "embedding")
    words = {label(group, key, lang): colour for group in groups for key, colour in COLOURS.items()}
    words |= {word(key, lang): COLOURS[key] for key in ("stated", "not_known", "silent")}
    return {text: colour for text, colour in words.items() if text not in COLOURS or lang is Locale.EN}
