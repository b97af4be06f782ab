"""The command line: arguments, one call, print. What the commands do stands in the rooms.

Rooms are imported inside the commands, so that ``--help`` and shell completion stay quick.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from extract.errors import PuljelupError
from extract.output import Format, TableFormat


class Commands(TyperGroup):
    """A group of commands that tells users' errors in two lines and leaves bugs their traceback."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command that is called."""
        try:
            return super().invoke(ctx)
        except PuljelupError as error:
            from extract.deliver import tell

            tell(error)
            raise typer.Exit(error.exit_code) from error


def _group(text: str) -> typer.Typer:
    app = typer.Typer(
        cls=Commands, help=text, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
    )
    app.callback()(lambda: None)  # without one, a group of one command would be that command
    return app


puljelup = _group("Read Danish evaluation notes of pool-funded projects, and ask what they say.")
extract = _group("Read PDFs into JSON with page and box.")
index = _group("Find passages in many reports (not there yet: `qa ask` searches the reports it is given).")
qa = _group("Ask reports a question.")
corpus = _group("Compare many reports (not there yet: `extract run --out-dir` reads many files).")
for _name, _app in {"extract": extract, "index": index, "qa": qa, "corpus": corpus}.items():
    puljelup.add_typer(_app, name=_name)

Pdf = Annotated[Path, typer.Argument(metavar="FILE", help="A PDF.", show_default=False)]
Pdfs = Annotated[list[Path], typer.Argument(metavar="FILE", help="One PDF or several.", show_default=False)]
Password = Annotated[str | None, typer.Option(help="Password of an encrypted PDF.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"puljelup {version('puljelup')}")
        raise typer.Exit


@puljelup.callback()
def _umbrella(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


@extract.command()
def run(
    files: Pdfs,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write the one report here.")] = None,
    out_dir: Annotated[Path | None, typer.Option(metavar="DIR", help="Write one file a report here.")] = None,
    pages: Annotated[str | None, typer.Option(metavar="RANGE", help="Pages to read: 4, 1-8 or 1-3,7.")] = None,
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
    pages: Annotated[str | None, typer.Option(metavar="RANGE", help="Pages to read: 4, 1-8 or 1-3,7.")] = None,
    fmt: Annotated[TableFormat, typer.Option("--format", help="How to write them.")] = TableFormat.JSON,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write here, not to stdout.")] = None,
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


@qa.command()
def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="In Danish.", show_default=False)],
    reports: Annotated[list[Path], typer.Argument(metavar="REPORT", help="PDFs to search.", show_default=False)],
    top: Annotated[int, typer.Option(min=1, help="How many passages to give.")] = 5,
    password: Password = None,
    json: Json = False,
) -> None:
    """Find the passages that answer a question, quoted with section and page.

    \b
    Examples:
      qa ask "Hvorfor faldt kommunerne fra?" report.pdf
      qa ask "Hvad lever videre efter projektet?" report.pdf --top 3 --json
    """
    from extract.batch import Options, read_one
    from extract.serialise import to_json
    from qa.ask import ask as answer_question
    from qa.plain import answer_text

    options = Options(password=password)
    answer = answer_question(question, [read_one(path, options) for path in reports], top)
    typer.echo(to_json(answer) if json else answer_text(answer))
