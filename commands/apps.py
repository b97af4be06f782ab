"""The groups of commands, and the arguments that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from extract.errors import PuljelupError


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
index = _group("Make an index of reports, and find passages in it.")
qa = _group("Ask reports a question.")
corpus = _group("Keep many reports in a library, and compare them.")
for _name, _app in {"extract": extract, "index": index, "qa": qa, "corpus": corpus}.items():
    puljelup.add_typer(_app, name=_name)

Pdf = Annotated[Path, typer.Argument(metavar="FILE", help="A PDF.", show_default=False)]
Pdfs = Annotated[list[Path], typer.Argument(metavar="FILE", help="One PDF or several.", show_default=False)]
Pages = Annotated[str | None, typer.Option(metavar="RANGE", help="Pages to read: 4, 1-8 or 1-3,7.")]
Out = Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write here, not to stdout.")]
BY_ENDING = "How to write it; else as the file's ending says."
Password = Annotated[str | None, typer.Option(help="Password of an encrypted PDF.", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Place = Annotated[
    Path | None, typer.Option("--library", metavar="DIR", help="The library; else .puljelup, found upwards.")
]
