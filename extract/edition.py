"""Which edition of the reader this is: what it reads from a file hangs on its code and its word lists."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path


@cache
def reader_version() -> str:
    """The program's version with a digest of what reads: code and word lists decide what a report gives."""
    digest = hashlib.sha256()
    folder = Path(str(files("extract")))
    for path in sorted(folder.rglob("*")):
        if path.suffix in {".py", ".toml", ".txt", ".tsv"}:
            digest.update(path.read_bytes())
    return f"{version('puljelup')}+{digest.hexdigest()[:8]}"
