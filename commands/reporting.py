"""Commands that look across the reports of a library: coverage, export, report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.apps import BY_ENDING, Out, Place, corpus
from extract.output import CoverageFormat, ExportFormat, ExportList, Locale

Lang = Annotated[Locale, typer.Option(help="Language of labels and headings; quotes stay as they are.")]


@corpus.command()
def coverage(
    reports: Annotated[list[str] | None, typer.Argument(metavar="REPORT", help="Only these; else all.")] = None,
    codebook: Annotated[
        Path | None, typer.Option(metavar="YAML", help="Items of your own.", show_default=False)
    ] = None,
    fmt: Annotated[CoverageFormat | None, typer.Option("--format", help=BY_ENDING, show_default=False)] = None,
    out: Out = None,
    lang: Lang = Locale.DA,
    library: Place = None,
) -> None:
    """Show what each report states, states as not known, or is silent on, by the items of a codebook, with quotes.

    The codebook that comes with the program is for disability and employment projects; docs/coverage.md tells how to
    write one. One report is shown with its quotes; CSV and Excel have one row a quote, with file and page.

    \b
    Examples:
      corpus coverage
      corpus coverage nordlys.pdf
      corpus coverage --codebook my-items.yaml -o coverage.xlsx
    """
    from corpus.coverage.deliver import deliver_coverage
    from corpus.ending import format_of

    fmt = format_of(fmt, out, CoverageFormat.TABLE)
    deliver_coverage(library, reports or [], codebook, fmt, out, lang)


@corpus.command()
def export(
    what: Annotated[ExportList, typer.Option(help="One list, or all of them.")] = ExportList.ALL,
    fmt: Annotated[ExportFormat | None, typer.Option("--format", help=BY_ENDING, show_default=False)] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FILE|DIR", help="A file; a folder for all.")
    ] = None,
    locale: Annotated[
        Locale, typer.Option(help="Danish: names, ; and decimal commas; English: as programs do.")
    ] = Locale.DA,
    library: Place = None,
) -> None:
    """Write the library's records for other programs: reports, targets, numbers, learnings, forankring, findings.

    CSV and Parquet have one list a file, a workbook one list a sheet with a codebook. Parquet keeps the names of the
    library's views, as does --locale en; any tool can read the same views of library.db, see docs/library.md.

    \b
    Examples:
      corpus export -o records
      corpus export --what targets -o targets.csv
      corpus export -o records.xlsx
      corpus export --what measures -o measures.parquet
    """
    from corpus.ending import format_of
    from corpus.export_files import export as export_lists

    export_lists(library, what, format_of(fmt, out, ExportFormat.CSV), locale, out)


@corpus.command()
def report(
    out: Out = None,
    xlsx: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write it as a workbook.", show_default=False)
    ] = None,
    pool: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only reports of this pool.", show_default=False)
    ] = None,
    codebook: Annotated[
        Path | None, typer.Option(metavar="YAML", help="Items of the silence map.", show_default=False)
    ] = None,
    lang: Lang = Locale.DA,
    library: Place = None,
) -> None:
    """Write one page on all reports: attainment, key figures, learnings, forankring, silence map, each with its quotes.

    The page is a single file without connections to anywhere: it can be mailed, archived and printed. The workbook has
    the same as sheets, and one that explains every column.

    \b
    Examples:
      corpus report -o report.html
      corpus report -o report.html --xlsx report.xlsx --lang en
      corpus report --pool "Korte veje til job" -o pool.html
    """
    from corpus.page.deliver import deliver_report

    deliver_report(library, out, xlsx, pool, codebook, lang)
