"""Commands on what was read out of a report: records."""

from __future__ import annotations

from typing import Annotated

import typer

from commands.apps import Out, Pages, Password, Pdf, extract
from extract.output import Locale, RecordFormat, RecordList


@extract.command()
def records(
    file: Pdf,
    what: Annotated[RecordList | None, typer.Option(help="One list; without it, all or how many there are.")] = None,
    fmt: Annotated[RecordFormat, typer.Option("--format", help="How to write them.")] = RecordFormat.TABLE,
    out: Out = None,
    locale: Annotated[Locale, typer.Option(help="Danish, or English names and decimal points.")] = Locale.DA,
    pages: Pages = None,
    password: Password = None,
) -> None:
    """Read the records of a report: its facts, targets, numbers, learnings, forankring, theory of change.

    CSV for `da` has ; between its cells and decimal commas, as Danish spreadsheets expect. Parquet and JSON keep the
    names of the output contract. Without --what: how many there are of each; as Excel one sheet each, as JSON all.

    \b
    Examples:
      extract records report.pdf
      extract records report.pdf --what learnings
      extract records report.pdf --what indicators --format csv -o targets.csv
      extract records report.pdf --format xlsx -o report.xlsx
    """
    from extract.batch import Options
    from extract.pagerange import parse_pages
    from extract.records_files import deliver_records

    deliver_records(file, Options(parse_pages(pages), password), what, fmt, out, locale)
