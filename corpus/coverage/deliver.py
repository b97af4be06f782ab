"""`corpus coverage`: the silence map of the library's reports, or of those that are named."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.coverage.codebook import Codebook
from corpus.coverage.codebook_file import read_codebook
from corpus.coverage.cover import cover
from corpus.coverage.judge import judge_by
from corpus.coverage.show import render
from corpus.coverage.silence import SilenceMap
from corpus.errors import LibraryEmpty
from corpus.library import Library, open_library
from corpus.progress import files_bar
from extract.deliver import say
from extract.errors import WrongUsage
from extract.output import CoverageFormat, Locale, write_file


def deliver_coverage(
    library: Path | None,
    keys: Sequence[str],
    codebook: Path | None,
    fmt: CoverageFormat,
    out: Path | None,
    lang: Locale,
) -> None:
    """Write the silence map; raises `WrongUsage`, `CodebookInvalid`, `ReportUnknown`, `LibraryEmpty`."""
    if fmt is CoverageFormat.XLSX and out is None:
        todo = "Name a file with -o, such as -o coverage.xlsx."
        raise WrongUsage("A workbook is not written to the screen.", todo)
    book = read_codebook(codebook)
    with open_library(library) as held:
        silence = library_silence(held, book, [held.find(key).sha256 for key in keys])
    data = render(silence, fmt, lang, lang)
    if out is None:
        sys.stdout.write(data.decode("utf-8"))
        return
    if fmt is CoverageFormat.CSV and lang is Locale.DA:
        data = codecs.BOM_UTF8 + data  # without it Excel takes the file for another encoding
    write_file(out, lambda path: path.write_bytes(data))
    say(f"{len(silence.reports)} reports, {len(book.items)} items in {out}")


def library_silence(library: Library, codebook: Codebook, hashes: Sequence[str] = ()) -> SilenceMap:
    """The silence map of some reports of a library, or of all that are not replaced, from the JSON of each."""
    wanted = list(hashes) or [one.sha256 for one in library.reports()]
    if not wanted:
        raise LibraryEmpty("The library holds no report that could be read.", "Add some: corpus add FOLDER")
    judge = judge_by(codebook)
    covered = []
    with files_bar(len(wanted)) as advance:
        for done, sha in enumerate(wanted, start=1):
            covered.append(cover(library.report(sha), judge))
            advance(done, 0)
    return SilenceMap(codebook, tuple(covered))
