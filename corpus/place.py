"""Where the library is: named, or found upwards from the working directory as git finds its own."""

from __future__ import annotations

import os
from pathlib import Path

from corpus.errors import LibraryMissing

NAME = ".puljelup"
VARIABLE = "PULJELUP_LIBRARY"


def find_library(named: Path | None, start: Path | None = None) -> Path:
    """The folder of the library; raises `LibraryMissing` where there is none."""
    chosen = _chosen(named)
    if chosen is not None:
        if not (chosen / "library.db").is_file():
            raise LibraryMissing(f"{chosen} holds no library.", "Make one: corpus add FOLDER --library " + str(chosen))
        return chosen
    for folder in ((start or Path.cwd()).resolve(), *(start or Path.cwd()).resolve().parents):
        if (folder / NAME / "library.db").is_file():
            return folder / NAME
    raise LibraryMissing(
        "There is no library here nor in a folder above.", "Make one: corpus add FOLDER, or name it with --library DIR."
    )


def library_to_make(named: Path | None) -> Path:
    """The library to write to: the one that is found, else a new one in the working directory."""
    chosen = _chosen(named)
    if chosen is not None:
        return chosen
    try:
        return find_library(None)
    except LibraryMissing:
        return Path.cwd() / NAME


def _chosen(named: Path | None) -> Path | None:
    variable = os.environ.get(VARIABLE)
    return named or (Path(variable) if variable else None)
