"""What a command asks: the reports that are named, else the library."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from index.filters import Filters, read_filters
from index.manifest import LIBRARY, default_folder
from qa.desk import Desk, desk_of_index, desk_of_reports


def open_desk(reports: Sequence[Path], library: Path | None, password: str | None = None) -> Desk:
    """The desk of PDFs or JSON, or without any that of the library named or found upwards."""
    if reports:
        from index.encoders import load_encoder
        from qa.reading import read_reports

        return desk_of_reports(read_reports(reports, password), load_encoder())
    named = library or (Path(os.environ[LIBRARY]) if os.environ.get(LIBRARY) else None)
    return desk_of_index(named / "index" if named else default_folder())


def filters_of(reports: Sequence[str] | None, settings: Sequence[str] | None) -> Filters:
    """The filters of ``--report`` and ``--filter``; raises `WrongUsage`."""
    return read_filters([*(settings or ()), *(f"report={name}" for name in reports or ())])
