"""The format that a file's ending names, so that nothing is written under the name of something else."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from extract.errors import WrongUsage

ALSO = {"htm": "html", "markdown": "md", "txt": "table"}
"""Endings that name a format besides its own name."""
Format = TypeVar("Format", bound=StrEnum)


def format_of(asked: Format | None, out: Path | None, usual: Format) -> Format:
    """The format that is asked for, else the one that the file's ending names, else the usual one.

    Raises `WrongUsage` where the ending names another format than is asked for.
    """
    ending = ending_of(out)
    named = next((one for one in type(usual) if one.value == ALSO.get(ending, ending)), None)
    if asked is None:
        return named or usual
    if named not in (None, asked):
        todo = f"Leave --format out, or give the file another ending than .{ending}."
        raise WrongUsage(f"--format is {asked}, and {out} is named as {named}.", todo)
    return asked


def ending_of(out: Path | None) -> str:
    """The ending of a file's name in small letters, without its dot."""
    return out.suffix.lower().lstrip(".") if out else ""
