"""What a command asks: the reports that are named, else the library."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from index.filters import Filters, read_filters
from index.manifest import LIBRARY, default_folder
from qa.desk import Desk, desk_of_index, desk_of_reports

if TYPE_CHECKING:
    from index.encoders import Encoder

LATER_S = 2.5
"""Seconds after an answer in which a report's other passages are encoded."""


def open_desk(reports: Sequence[Path], library: Path | None, password: str | None = None) -> Desk:
    """The desk of PDFs or JSON, or without any that of the library named or found upwards."""
    if reports:
        from qa.reading import read_reports

        read = read_reports(reports, password)
        return replace(desk_of_reports(read, _encoder()), unread=len(set(reports)) - len({*map(id, read)}))
    named = library or (Path(os.environ[LIBRARY]) if os.environ.get(LIBRARY) else None)
    return desk_of_index(named / "index" if named else default_folder())


def prepare_for_later(desk: Desk) -> None:
    """Encode what the question that was just answered did not need, for some seconds: the next finds it done."""
    from index.memory import MemoryIndex

    if isinstance(desk.finder, MemoryIndex):
        desk.finder.encode_rest(time.monotonic() + LATER_S)


def _encoder() -> Encoder | None:
    """The default encoder with what it made of earlier questions; ``None`` where it is not to be had."""
    from index.encoders import load_encoder
    from index.keeping_encoder import KeepingEncoder
    from index.lemmas import cache_folder

    encoder = load_encoder()
    return KeepingEncoder(encoder, cache_folder()) if encoder else None


def filters_of(reports: Sequence[str] | None, settings: Sequence[str] | None) -> Filters:
    """The filters of ``--report`` and ``--filter``; raises `WrongUsage`."""
    return read_filters([*(settings or ()), *(f"report={name}" for name in reports or ())])
