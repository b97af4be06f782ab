"""Models by name: from a folder, from what was downloaded before, or from the hub where it can be reached."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from extract.errors import EncoderMissing

PATIENCE = 3.0
"""Seconds to wait for the hub; its own library tries for more than a minute."""
HTTPS = 443


def load_model(name: str, load: Callable[..., Any], todo: str, *, fetch: bool = True) -> Any:
    """What `load(name, local_files_only=...)` gives; raises `EncoderMissing` where it is not to be had.

    Without ``fetch`` nothing is asked of the hub.
    """
    try:
        return load(name, local_files_only=True)
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        reason = _first_line(error)
    if not fetch or Path(name).is_dir() or not _reachable():
        raise EncoderMissing(f"The model {name} could not be loaded: {reason}", todo)
    try:
        return load(name)
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise EncoderMissing(f"The model {name} could not be loaded: {_first_line(error)}", todo) from error


def _reachable() -> bool:
    """Whether the hub's server answers at all."""
    from huggingface_hub.constants import ENDPOINT

    place = urlsplit(ENDPOINT)
    try:
        socket.create_connection((place.hostname or "", place.port or HTTPS), timeout=PATIENCE).close()
    except OSError:
        return False
    return True


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
