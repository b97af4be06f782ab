"""The command on what does not add up inside a report: audit."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.apps import Out, Password, extract
from extract.output import AuditFormat, Level

Files = Annotated[list[Path], typer.Argument(metavar="FILE", help="A PDF, or JSON of extract run.", show_default=False)]


@extract.command()
def audit(
    files: Files,
    everything: Annotated[bool, typer.Option("--all", help="Also what holds, and what could not be checked.")] = False,
    fmt: Annotated[AuditFormat, typer.Option("--format", help="How to write it.")] = AuditFormat.TEXT,
    fail_on: Annotated[Level | None, typer.Option(help="Exit with 3 on findings so sure, or surer.")] = None,
    out: Out = None,
    pdf: Annotated[Path | None, typer.Option(metavar="PDF", help="Write a copy with each finding marked.")] = None,
    password: Password = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Neither progress nor summary on stderr.")] = False,
) -> None:
    """Check a report against itself: sums, percentages, verdicts, counts, references, dates, running headers.

    Each finding has the words it is about and what they stand against, with their pages, what is stated and what is
    computed. A file that cannot be read is told of on stderr; the others go on, and the exit code is 1.

    \b
    Examples:
      extract audit report.pdf
      extract audit report.pdf --all --format html -o audit.html
      extract audit report.pdf --pdf marked.pdf
      extract audit reports/*.pdf --fail-on error --quiet
    """
    from extract.audit_deliver import AuditOutput, deliver_audits
    from extract.batch import Options

    output = AuditOutput(fmt, out, pdf, everything, fail_on)
    raise typer.Exit(deliver_audits(files, Options(password=password), output, quiet=quiet))
