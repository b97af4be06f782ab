"""Commands that answer questions, from reports or from the library."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from commands.apps import Json, Out, Password, Place, qa
from extract.output import Locale


class ReaderName(StrEnum):
    """What answers."""

    EXTRACTIVE = "extractive"
    LLM = "llm"


Asked = Annotated[
    list[Path] | None,
    typer.Argument(metavar="REPORT", help="PDFs, or JSON of extract run; else the library.", show_default=False),
]
Top = Annotated[int, typer.Option(min=1, help="How many passages to give.")]
Only = Annotated[list[str] | None, typer.Option("--report", metavar="ID", help="Only this file or hash; repeatable.")]
Filter = Annotated[list[str] | None, typer.Option("--filter", metavar="FIELD=VALUE", help="Only such; repeatable.")]
Reader = Annotated[ReaderName, typer.Option("--reader", help="What answers: rules, or a language model.")]
Lang = Annotated[Locale, typer.Option("--lang", help="Language of what is said around quotes.")]
Url = Annotated[str | None, typer.Option("--llm-url", metavar="URL", help="OpenAI-compatible, as PULJELUP_LLM_URL.")]
Model = Annotated[str | None, typer.Option("--llm-model", metavar="NAME", help="Or PULJELUP_LLM_MODEL.")]
Key = Annotated[str | None, typer.Option("--llm-key", metavar="KEY", help="Or PULJELUP_LLM_KEY.")]
Seconds = Annotated[float, typer.Option("--llm-timeout", metavar="S", min=0.1, help="Seconds for an answer.")]
Room = Annotated[int, typer.Option("--llm-context", metavar="N", min=500, help="Characters of passages to send.")]
SECONDS, ROOM = 120.0, 9000


@qa.command()
def ask(
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="In Danish or English.", show_default=False)],
    reports: Asked = None,
    top: Top = 5,
    only: Only = None,
    filters: Filter = None,
    library: Place = None,
    password: Password = None,
    reader: Reader = ReaderName.EXTRACTIVE,
    lang: Lang = Locale.DA,
    llm_url: Url = None,
    llm_model: Model = None,
    llm_key: Key = None,
    llm_timeout: Seconds = SECONDS,
    llm_context: Room = ROOM,
    json: Json = False,
) -> None:
    """Answer a question with quotes, each with section and page, or say that the reports do not tell.

    Without a report the library is asked; a question that names a project is put to its reports alone.

    \b
    Examples:
      qa ask "Hvorfor faldt kommunerne fra?" report.pdf
      qa ask "Hvad lever videre efter projektet?" report.pdf --top 3 --json
      qa ask "Hvorfor sprang kommuner fra?" --filter pool=17.59
      qa ask "Hvad virkede?" report.pdf --reader llm --llm-url http://localhost:11434 --llm-model X
    """
    from qa.llm_endpoint import EndpointOptions
    from qa.open import filters_of, open_desk, prepare_for_later
    from qa.readers import reader_of
    from qa.reply import print_answer

    using = reader_of(reader, EndpointOptions(llm_url, llm_model, llm_key, llm_timeout, llm_context), lang)
    chosen, desk = filters_of(only, filters), open_desk(reports or [], library, password)
    print_answer(using.answer(desk, question, top=top, filters=chosen), lang, json=json)
    prepare_for_later(desk)
    raise typer.Exit(1 if desk.unread else 0)


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
    reader: Reader = ReaderName.EXTRACTIVE,
    lang: Lang = Locale.DA,
    llm_url: Url = None,
    llm_model: Model = None,
    llm_key: Key = None,
    llm_timeout: Seconds = SECONDS,
    llm_context: Room = ROOM,
    _json: Annotated[bool, typer.Option("--json", help="Print JSON, as is done anyway.")] = False,
) -> None:
    """Answer many questions, with everything loaded once: a JSON list in the order of the questions.

    Into a file that ends in .xlsx goes a table with a row for each question and a column for each report, and a sheet
    with all quotes. A question that cannot be asked costs only itself; the exit code is then 1.

    \b
    Examples:
      qa batch questions.txt report.pdf --json
      qa batch questions.csv -o answers.json
      qa batch questions.txt reports/*.pdf -o answers.xlsx
    """
    from qa.batch import read_questions, run_batch
    from qa.llm_endpoint import EndpointOptions
    from qa.open import filters_of, open_desk
    from qa.readers import reader_of

    using = reader_of(reader, EndpointOptions(llm_url, llm_model, llm_key, llm_timeout, llm_context), lang)
    asked, chosen = read_questions(questions), filters_of(only, filters)
    desk = open_desk(reports or [], library, password)
    raise typer.Exit(max(run_batch(desk, asked, out, using, top=top, filters=chosen), int(desk.unread > 0)))


@qa.command()
def chat(
    reports: Asked = None,
    top: Top = 5,
    only: Only = None,
    filters: Filter = None,
    library: Place = None,
    password: Password = None,
    reader: Reader = ReaderName.EXTRACTIVE,
    lang: Lang = Locale.DA,
    llm_url: Url = None,
    llm_model: Model = None,
    llm_key: Key = None,
    llm_timeout: Seconds = SECONDS,
    llm_context: Room = ROOM,
    json: Json = False,
) -> None:
    """Ask one question after the other; follow-ups ("og i Furesø?", "hvorfor?") take over what was asked before.

    /hjælp tells what else can be written. Questions may come from a pipe, one a line; with --json each answer is one
    object on a line.

    \b
    Examples:
      qa chat report.pdf
      qa chat --filter pool=17.59
      qa chat report.pdf --json < questions.txt
    """
    from qa.chat import Session, chat, lines_typed
    from qa.llm_endpoint import EndpointOptions
    from qa.open import filters_of, open_desk
    from qa.readers import reader_of

    using = reader_of(reader, EndpointOptions(llm_url, llm_model, llm_key, llm_timeout, llm_context), lang)
    chosen = filters_of(only, filters)
    session = Session(open_desk(reports or [], library, password), using, top, chosen, lang)
    raise typer.Exit(chat(session, lines_typed(session), json=json))


@qa.command()
def evaluate(
    questions: Annotated[Path, typer.Argument(metavar="QUESTIONS", help="JSON with answers.", show_default=False)],
    reports: Asked = None,
    only: Only = None,
    filters: Filter = None,
    library: Place = None,
    password: Password = None,
    reader: Reader = ReaderName.EXTRACTIVE,
    llm_url: Url = None,
    llm_model: Model = None,
    llm_key: Key = None,
    llm_timeout: Seconds = SECONDS,
    llm_context: Room = ROOM,
    file: Annotated[str | None, typer.Option(metavar="NAME", help="Only quotes of this file count.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="List what was not answered rightly.")] = False,
    json: Json = False,
) -> None:
    """Answer questions whose answers are known, and tell how many are right, quoted and refused rightly.

    \b
    Examples:
      qa evaluate report.questions.json report.pdf
      qa evaluate report.questions.json --library pool --file report.pdf -v
    """
    from qa.evaluate import deliver_figures, evaluate
    from qa.gold import read_gold
    from qa.llm_endpoint import EndpointOptions
    from qa.open import filters_of, open_desk
    from qa.readers import reader_of

    using = reader_of(reader, EndpointOptions(llm_url, llm_model, llm_key, llm_timeout, llm_context))
    known, chosen = read_gold(questions), filters_of(only, filters)
    judged = evaluate(open_desk(reports or [], library, password), known, using, chosen, file)
    deliver_figures(judged, json=json, verbose=verbose)
