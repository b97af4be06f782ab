"""Commands that read PDFs: run, show, tables, draw, schema."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.apps import Json, Out, Pages, Password, Pdf, Pdfs, extract
from extract.output import Format, TableFormat


@extract.command()
def run(
    files: Pdfs,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write the one report here.")] = None,
    out_dir: Annotated[Path | None, typer.Option(metavar="DIR", help="Write one file a report here.")] = None,
    pages: Pages = None,
    password: Password = None,
    fmt: Annotated[Format, typer.Option("--format", help="JSON, or Markdown for reading.")] = Format.JSON,
    in_process: Annotated[bool, typer.Option("--in-process", help="Read without child processes and limits.")] = False,
    timeout: Annotated[float, typer.Option(metavar="SECONDS", min=0.1, help="Time limit for a file.")] = 300,
    memory: Annotated[int, typer.Option(metavar="MIB", min=64, help="Memory limit for a file.")] = 2048,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Neither progress nor summary on stderr.")] = False,
) -> None:
    """Read PDFs into JSON: sections, paragraphs in reading order, tables, footnotes, each with page and box.

    JSON goes to stdout, one object a line for several files. A file that cannot be read is told of on stderr;
    the others go on, and the exit code is 1.

    \b
    Examples:
      extract run report.pdf -o report.json
      extract run report.pdf --pages 1-8 --format md
      extract run reports/*.pdf --out-dir out
    """
    from extract.batch import Options
    from extract.deliver import deliver
    from extract.guard import Limits
    from extract.output import destination
    from extract.pagerange import parse_pages

    target = destination(files, fmt, out, out_dir)
    options = Options(parse_pages(pages), password, Limits(timeout, memory), in_process)
    raise typer.Exit(deliver(files, options, target, quiet=quiet))


@extract.command()
def show(file: Pdf, password: Password = None, json: Json = False) -> None:
    """Show what is in a report: its sections with pages, counts and warnings.

    \b
    Examples:
      extract show report.pdf
      extract show report.pdf --json
    """
    from extract.batch import Options, read_one
    from extract.overview import overview, overview_text
    from extract.serialise import to_json

    view = overview(read_one(file, Options(password=password)))
    typer.echo(to_json(view) if json else overview_text(view))


@extract.command()
def tables(
    file: Pdf,
    pages: Pages = None,
    fmt: Annotated[TableFormat, typer.Option("--format", help="How to write them.")] = TableFormat.JSON,
    out: Out = None,
    password: Password = None,
) -> None:
    """Read the tables of any PDF: columns and rows, and the grid as printed with its spans.

    \b
    Examples:
      extract tables report.pdf
      extract tables report.pdf --pages 5-9 --format xlsx -o tables.xlsx
    """
    from extract.pagerange import parse_pages
    from extract.table_files import deliver_tables

    deliver_tables(file, parse_pages(pages), password, fmt, out)


@extract.command()
def draw(
    file: Pdf,
    page: Annotated[int, typer.Option(min=1, help="The page, counted from 1.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="PNG", help="The picture to write.")],
    password: Password = None,
) -> None:
    """Draw a page with what was read on it: blocks in reading order, headings, tables, furniture.

    \b
    Example:
      extract draw report.pdf --page 4 -o page4.png
    """
    from extract.batch import Options, read_one
    from extract.draw import draw_page
    from extract.output import write_file

    picture = draw_page(file, read_one(file, Options(password=password)), page, password)
    write_file(out, lambda path: picture.save(path, format="PNG"))


@extract.command()
def schema() -> None:
    """Print the JSON Schema of a report.

    \b
    Example:
      extract schema > report.schema.json
    """
    from extract.serialise import report_schema, to_json

    typer.echo(to_json(report_schema()))
