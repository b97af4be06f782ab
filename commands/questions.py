"""Commands that answer questions, from reports or from the library."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from commands.apps import Json, Out, Password, qa

Asked = Annotated[
    list[Path] | None,
    typer.Argument(metavar="REPORT", help="PDFs, or JSON of extract run; else the library.", show_default=False),
]
Top = Annotated[int, typer.Option(min=1, help="How many passages to give.")]
Only = Annotated[list[str] | None, typer.Option("--report", metavar="ID", help="Only this file or hash; repeatable.")]
Filter = Annotated[list[str] | None, typer.Option("--filter", metavar="FIELD=VALUE", help="Only such; repeatable.")]
Place = Annotated[
    Path | None, typer.Option("--library", metavar="DIR", help="The library; else .puljelup, found upwards.")
]


@qa.command()
def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="In Danish or English.", show_default=False)],
    reports: Asked = None,
    top: Top = 5,
    only: Only = None,
    filters: Filter = None,
    library: Place = None,
    password: Password = None,
    json: Json = False,
) -> None:
    """Answer a question with quotes, each with section and page, or say that the reports do not tell.

    Without a report the library is asked; a question that names a project is put to its reports alone.

    \b
    Examples:
      qa ask "Hvorfor faldt kommunerne fra?" report.pdf
      qa ask "Hvad lever videre efter projektet?" report.pdf --top 3 --json
      qa ask "Hvorfor sprang kommuner fra?" --filter pool=17.59
    """
    from extract.serialise import to_json
    from qa.across import answer_at
    from qa.open import filters_of, open_desk
    from qa.plain import answer_text

    chosen = filters_of(only, filters)
    answer = answer_at(open_desk(reports or [], library, password), question, top=top, filters=chosen)
    typer.echo(to_json(answer) if json else answer_text(answer))


@qa.command()
def batch(
    questions: Annotated[Path, typer.Argument(metavar="QUESTIONS", help="TXT, CSV or JSON.", show_default=False)],
    reports: Asked = None,
    out: Out = None,
    top: Top = 5,
    only: Only = None,
    filters: Filter = None,
    library: Place = None,
    password: Password = None,
    _json: Annotated[bool, typer.Option("--json", help="Print JSON, as is done anyway.")] = False,
) -> None:
    """Answer many questions, with everything loaded once: a JSON list in the order of the questions.

    A question that cannot be asked costs only itself; the exit code is then 1.

    \b
    Examples:
      qa batch questions.txt report.pdf --json
      qa batch questions.csv -o answers.json
    """
    from qa.batch import answer_all, deliver_answers, read_questions
    from qa.open import filters_of, open_desk

    asked, chosen = read_questions(questions), filters_of(only, filters)
    desk = open_desk(reports or [], library, password)
    raise typer.Exit(deliver_answers(answer_all(desk, asked, top=top, filters=chosen), out))
