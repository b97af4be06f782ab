"""Commands that lay the reports of the library beside each other: compare."""

from __future__ import annotations

from typing import Annotated

import typer

from commands.apps import BY_ENDING, Out, Place, corpus
from extract.output import CompareBy, CompareFormat, ComparePart, Locale, TargetLevel


@corpus.command()
def compare(
    pool: Annotated[
        str | None, typer.Option(metavar="NAME", help="Only this pool: name, part of it, or account.")
    ] = None,
    level: Annotated[TargetLevel | None, typer.Option(help="Only targets of this level.")] = None,
    by: Annotated[CompareBy, typer.Option(help="What a row of the matrix is.")] = CompareBy.PROJECT,
    what: Annotated[ComparePart | None, typer.Option(metavar="PART", help="Only this part.")] = None,
    fmt: Annotated[CompareFormat | None, typer.Option("--format", help=BY_ENDING, show_default=False)] = None,
    out: Out = None,
    everything: Annotated[bool, typer.Option("--all", help="All rows, and all projects one by one.")] = False,
    locale: Annotated[
        Locale, typer.Option(help="Figures and CSV as Danish or English spreadsheets have them.")
    ] = Locale.DA,
    lang: Annotated[Locale, typer.Option(help="Language of headings and words; quotes stay Danish.")] = Locale.DA,
    library: Place = None,
) -> None:
    """Compare the reports of the library: targets reached, key figures, targets side by side, learnings, forankring.

    Targets of different projects stand together where they speak of the same thing, with the reason and how sure it
    is; none is merged or left out. docs/comparison.md tells how. The parts are overview, matrix, figures, aligned,
    unaligned, statuses, differing, findings, dropouts, learnings, embedding, municipalities; CSV and Parquet hold one,
    the matrix unless another is named.

    \b
    Examples:
      corpus compare
      corpus compare --pool "Korte veje til job" --level impact
      corpus compare --by municipality -o municipalities.csv
      corpus compare --what aligned -o aligned.xlsx
    """
    from corpus.compare_files import Wanted, Written, deliver_comparison
    from corpus.ending import format_of

    fmt = format_of(fmt, out, CompareFormat.TABLE)
    wanted = Wanted(pool, level.value if level else None, by.value, what, everything)
    deliver_comparison(library, wanted, Written(fmt, locale, lang), out)
