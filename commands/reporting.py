"""Commands that look across the reports of a library: coverage."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.apps import Out, Place, corpus
from extract.output import CoverageFormat, Locale

Lang = Annotated[Locale, typer.Option(help="Language of labels and headings; quotes stay as they are.")]


@corpus.command()
def coverage(
    reports: Annotated[list[str] | None, typer.Argument(metavar="REPORT", help="Only these; else all.")] = None,
    codebook: Annotated[
        Path | None, typer.Option(metavar="YAML", help="Items of your own.", show_default=False)
    ] = None,
    fmt: Annotated[CoverageFormat, typer.Option("--format", help="How to write it.")] = CoverageFormat.TABLE,
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
      corpus coverage --codebook my-items.yaml --format xlsx -o coverage.xlsx
    """
    from corpus.coverage.deliver import deliver_coverage

    deliver_coverage(library, reports or [], codebook, fmt, out, lang)
