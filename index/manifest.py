"""The index folder's face: what is in it, by which rules it was made, and whether it can be used."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import asdict, dataclass
from pathlib import Path

from extract.errors import IndexUnusable
from index.analysis import VERSION
from index.vector_kinds import Kind

FORMAT = 3
"""Of the folder: its files and what is in them."""
NAME = "manifest.json"
PASSAGES = "passages.sqlite"
HOME = ".puljelup"
LIBRARY = "PULJELUP_LIBRARY"
"""The environment variable that names another library folder."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `manifest.json` says."""

    format: int
    analysis: str
    encoder: str | None
    """The encoder's name; ``None`` for an index of words alone."""
    fingerprint: str | None
    dimension: int | None
    reports: int
    passages: int
    vectors: int
    """How many of the passages have a vector."""
    stamp: str
    """What the passages were when the files below were made."""
    lexical: str
    """The folder of the lexical index."""
    dense: str | None
    """The file of vectors."""
    kind: Kind | None
    """How they are to be searched, where somebody said so; else their number decides."""


def default_folder() -> Path:
    """``index`` in the library folder: the one named in the environment, else the nearest one upwards, else here."""
    named = os.environ.get(LIBRARY)
    if named:
        return Path(named) / "index"
    here = Path.cwd()
    home = next((folder for folder in (here, *here.parents) if (folder / HOME).is_dir()), here)
    return home / HOME / "index"


def read_manifest(folder: Path) -> Manifest:
    """What the folder holds; raises `IndexUnusable` where it is no index, half-written, or of another version."""
    if not folder.is_dir():
        raise IndexUnusable(f"There is no index in {folder}.", f"Make one: index build REPORT.pdf --dir {folder}")
    if not (folder / NAME).is_file():
        half = (folder / PASSAGES).is_file()
        what = "is half-written: making it was interrupted" if half else "is no index: it has no manifest"
        todo = "Finish it, what is done is kept" if half else "Name another folder, or make one in a new folder"
        raise IndexUnusable(f"{folder} {what}.", f"{todo}: index build --dir {folder}")
    try:
        data = dict(json.loads((folder / NAME).read_text("utf-8")))
        theirs, ours = (data.get("format"), data.get("analysis")), (FORMAT, VERSION)
        found = Manifest(**data) if theirs == ours else None
    except (OSError, ValueError, TypeError) as error:
        raise IndexUnusable(f"{folder / NAME} cannot be read: {_line(error)}.", _anew(folder)) from error
    if found is None:
        made, here = (f"{form}/{analysis}" for form, analysis in (theirs, ours))
        raise IndexUnusable(f"{folder} was made by another version ({made}, this is {here}).", _anew(folder))
    missing = [name for name in (PASSAGES, found.lexical, found.dense) if name and not (folder / name).exists()]
    if missing:
        raise IndexUnusable(f"{folder} is not whole: {', '.join(missing)} is missing.", _anew(folder))
    return found


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write it whole or not at all; from then on readers see the new state."""
    part = folder / f"{NAME}.{secrets.token_hex(4)}.part"
    part.write_text(json.dumps(asdict(manifest), indent=1) + "\n", "utf-8")
    part.replace(folder / NAME)


def _anew(folder: Path) -> str:
    return f"Remove the folder and make the index anew: index build REPORT.pdf --dir {folder}"


def _line(error: Exception) -> str:
    return str(error).splitlines()[0] if str(error) else type(error).__name__
