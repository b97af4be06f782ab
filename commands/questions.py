"""Commands that answer questions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.apps import Json, Password, qa


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
