"""The command line, put together: the groups of `commands.apps` with the commands that stand in its neighbours."""

from __future__ import annotations

from typing import Annotated

import typer

from commands import audit, comparing, explain, library, questions, reading, records, reporting, searching
from commands.apps import corpus, extract, index, puljelup, qa

__all__ = ["corpus", "extract", "index", "puljelup", "qa"]

MODULES = (audit, comparing, explain, library, questions, reading, records, reporting, searching)
"""Whose commands are added to the groups when they are imported."""


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
