"""Commands on the library of reports: add, refresh, list, show, remove."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.apps import Json, Place, corpus

Jobs = Annotated[int | None, typer.Option(min=1, help="Files read at a time; else one a processor.")]
Timeout = Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="Time limit for a file.")]
Memory = Annotated[int, typer.Option(metavar="MIB", min=64, help="Memory limit for a file.")]
NoVectors = Annotated[bool, typer.Option("--no-vectors", help="Words are searched at once; make vectors later.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Neither progress nor summary on stderr.")]
Named = Annotated[str, typer.Argument(metavar="REPORT", help="Beginning of its hash, its file, or its project.")]


@corpus.command()
def add(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH", help="PDFs, folders, zip files or patterns.")],
    library: Place = None,
    jobs: Jobs = None,
    timeout: Timeout = 300,
    memory: Memory = 2048,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help="Read again what could not be read.")] = False,
    password: Annotated[str | None, typer.Option(help="Tried on encrypted PDFs.", show_default=False)] = None,
    no_vectors: NoVectors = False,
    quiet: Quiet = False,
) -> None:
    """Add PDFs to the library, made in this folder where there is none.

    What is in it already is not read again, also under another name; a new version of a report is linked to the old
    one. Reports are kept one by one: interrupted, the same command goes on where it stopped. A file that cannot be
    read is told of and kept in mind (corpus list --failed); the others go on, and the exit code is 1.

    \b
    Examples:
      corpus add reports/
      corpus add "archive/**/*.pdf" more.zip --jobs 2
      corpus add reports/ --retry-failed --timeout 900
    """
    from corpus.ingest import add as add_all
    from corpus.run import How
    from extract.guard import Limits

    limits = Limits(timeout, memory)
    how = How(jobs, limits, retry_failed, password=password, vectors=not no_vectors, quiet=quiet)
    raise typer.Exit(add_all(paths, library, how))


@corpus.command()
def refresh(
    reports: Annotated[list[str] | None, typer.Argument(metavar="REPORT", help="Only these.")] = None,
    library: Place = None,
    jobs: Jobs = None,
    timeout: Timeout = 300,
    memory: Memory = 2048,
    no_vectors: NoVectors = False,
    quiet: Quiet = False,
) -> None:
    """Read again what another version of this program has read, or the reports that are named.

    \b
    Examples:
      corpus refresh
      corpus refresh nordlys.pdf
    """
    from corpus.ingest import refresh as refresh_all
    from corpus.run import How
    from extract.guard import Limits

    how = How(jobs, Limits(timeout, memory), vectors=not no_vectors, quiet=quiet)
    raise typer.Exit(refresh_all(reports or [], library, how))


@corpus.command("list")
def list_(
    library: Place = None,
    failed: Annotated[bool, typer.Option("--failed", help="Files that could not be read, and why.")] = False,
    all_versions: Annotated[bool, typer.Option("--all-versions", help="Also those that a newer one replaces.")] = False,
    json: Json = False,
) -> None:
    """List the reports of the library.

    \b
    Examples:
      corpus list
      corpus list --failed
      corpus list --json
    """
    from corpus.listing import list_reports

    typer.echo(list_reports(library, failed=failed, all_versions=all_versions, as_json=json))


@corpus.command()
def show(report: Named, library: Place = None, json: Json = False) -> None:
    """Show a report in short: its facts, targets by level, what does not add up, where it is.

    \b
    Examples:
      corpus show nordlys.pdf
      corpus show 3f2a9c --json
    """
    from corpus.listing import show_report

    typer.echo(show_report(library, report, as_json=json))


@corpus.command()
def remove(
    reports: Annotated[list[str], typer.Argument(metavar="REPORT", help="Beginnings of hashes, files, or projects.")],
    library: Place = None,
) -> None:
    """Remove reports from the library and its index; the PDFs stay where they are.

    \b
    Example:
      corpus remove nordlys.pdf
    """
    from corpus.ingest import remove as remove_reports

    remove_reports(reports, library)
