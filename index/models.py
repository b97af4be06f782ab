"""Models made on this machine, kept in the user's cache: whole or not at all, and known by their checksums."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from extract.errors import CannotWrite
from index.lemmas import cache_folder

CHECKSUMS = "checksums.json"


def made_model(name: str, make: Callable[[Path], None]) -> Path:
    """The folder of a model in the cache, filled by `make` where it is missing or damaged; one process at a time.

    Raises `CannotWrite` where the cache cannot be written.
    """
    from filelock import FileLock

    folder = cache_folder() / "models" / name
    if is_whole(folder):
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{folder}.lock"):
            if not is_whole(folder):
                _make(folder, make)
    except OSError as error:
        raise CannotWrite(
            f"The model cannot be kept in {folder.parent}: {error.strerror}.",
            "Name a folder that can be written in the environment variable PULJELUP_CACHE.",
        ) from error
    return folder


def is_whole(folder: Path) -> bool:
    """Whether each file of the folder is what its checksum says."""
    try:
        sums = json.loads((folder / CHECKSUMS).read_text("utf-8"))
        return all(_checksum(folder / name) == known for name, known in sums.items())
    except (OSError, ValueError):
        return False


def _make(folder: Path, make: Callable[[Path], None]) -> None:
    part = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f"{folder.name}.", suffix=".part"))
    try:
        make(part)
        sums = {path.name: _checksum(path) for path in sorted(part.iterdir())}
        (part / CHECKSUMS).write_text(json.dumps(sums), "utf-8")
        shutil.rmtree(folder, ignore_errors=True)
        part.rename(folder)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
