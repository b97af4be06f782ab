"""Where the library is: named, or found upwards from the working directory as git finds its own."""

from __future__ import annotations

import os
from pathlib import Path

from corpus.errors import LibraryMissing

NAME = ".puljelup"
VARIABLE = "PULJELUP_LIBRARY"
DATABASE = "library.db"


def find_library(named: Path | None, start: Path | None = None) -> Path:
    """The folder of the library; raises `LibraryMissing` where there is none."""
    chosen = _chosen(named)
    if chosen is not None:
        if not (chosen / DATABASE).is_file():
            raise LibraryMissing(f"{chosen} holds no library.", "Make one: corpus add FOLDER --library " + str(chosen))
        return chosen
    for folder in ((start or Path.cwd()).resolve(), *(start or Path.cwd()).resolve().parents):
        if (folder / NAME / DATABASE).is_file():
            return folder / NAME
    raise LibraryMissing(
        "There is no library here nor in a folder above.", "Make one: corpus add FOLDER, or name it with --library DIR."
    )


def library_to_make(named: Path | None) -> Path:
    """The library to write to: named, else the nearest `.puljelup` upwards, else a new one in the working directory."""
    chosen = _chosen(named)
    if chosen is not None:
        return chosen
    here = Path.cwd()
    # One that holds an index only, without reports yet, is the place for them too.
    return next((folder / NAME for folder in (here, *here.parents) if (folder / NAME).is_dir()), here / NAME)


def _chosen(named: Path | None) -> Path | None:
    variable = os.environ.get(VARIABLE)
    return named or (Path(variable) if variable else None)
