"""`corpus report`: the comparison and the silence map of a library as a page, a workbook, or both."""

from __future__ import annotations

from datetime import date
from importlib.metadata import version
from pathlib import Path

from corpus.compare import compare_library
from corpus.coverage.codebook_file import read_codebook
from corpus.coverage.deliver import library_silence
from corpus.ending import ending_of
from corpus.library import Library, open_library
from corpus.page.book import Book, book_of
from extract.deliver import say
from extract.errors import WrongUsage
from extract.output import Locale, write_file


def deliver_report(
    library: Path | None, out: Path | None, xlsx: Path | None, pool: str | None, codebook: Path | None, lang: Locale
) -> None:
    """Write the page, the workbook or both; raises `WrongUsage`, `PoolUnknown`, `LibraryEmpty`, `CodebookInvalid`."""
    if out is None and xlsx is None:
        raise WrongUsage("The report needs a file.", "Name one with -o report.html, or a workbook with --xlsx FILE.")
    if ending_of(out) == "xlsx" or ending_of(xlsx) in ("html", "htm"):
        raise WrongUsage("-o is the page, --xlsx the workbook.", "Call them so: -o report.html --xlsx report.xlsx.")
    with open_library(library) as held:
        book = library_book(held, pool, codebook)
    if out is not None:
        from corpus.page.html import page

        text = page(book, lang)
        write_file(out, lambda path: path.write_text(text, encoding="utf-8", newline="\n"))
    if xlsx is not None:
        from corpus.page.workbook import report_workbook

        data = report_workbook(book, lang)
        write_file(xlsx, lambda path: path.write_bytes(data))
    written = " and ".join(str(path) for path in (out, xlsx) if path)
    say(f"{len(book.comparison.projects)} reports, {book.targets} targets in {written}")


def library_book(library: Library, pool: str | None = None, codebook: Path | None = None) -> Book:
    """What the page and the workbook are made of."""
    book = read_codebook(codebook)
    comparison = compare_library(library, pool=pool)
    looked_at = [one.report for one in comparison.projects[: comparison.scope.detailed]]
    silence = library_silence(library, book, looked_at)
    return book_of(comparison, silence, date.today().isoformat(), version("puljelup"))
