"""The command on how one target came to be: explain."""

from __future__ import annotations

from typing import Annotated

import typer

from commands.apps import Json, Password, Pdf, extract


@extract.command()
def explain(
    file: Pdf,
    ident: Annotated[str, typer.Argument(metavar="ID", help="A target's id, as extract run gives it.")],
    as_json: Json = False,
    password: Password = None,
) -> None:
    """Show how one target of a report was read: the cells, sentences and rules that gave each of its parts.

    Level, target, result, baseline, status, achievement and the figures by municipality, each with the words it was
    read from and their page. Ids: see extract records FILE --what indicators.

    \b
    Examples:
      extract explain report.pdf A5
      extract explain report.pdf i3 --json
    """
    from extract.batch import Options
    from extract.explain_show import deliver_explanation

    deliver_explanation(file, ident, Options(password=password), as_json=as_json)
