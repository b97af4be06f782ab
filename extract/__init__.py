"""One PDF in, one `Report` out: layout, sections, tables and records. No network, no model, no state."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.errors import PuljelupError
    from extract.guard import Limits, read_guarded
    from extract.read import read_report
    from extract.report import Report

__all__ = ["Limits", "PuljelupError", "Report", "read_guarded", "read_report"]

_HOME = {
    "Limits": "extract.guard",
    "PuljelupError": "extract.errors",
    "Report": "extract.report",
    "read_guarded": "extract.guard",
    "read_report": "extract.read",
}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is asked for: `extract.errors` alone must stay cheap."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)
