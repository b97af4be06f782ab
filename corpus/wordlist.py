"""Lists of Danish words and phrases of the data files as patterns: ``*`` stands for letters, ``...`` for some words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

_GAP = r"(?:\s+\w+){0,3}?"
"""What ``...`` between two words of a phrase stands for."""


@cache
def data(name: str) -> dict[str, Any]:
    """A data file of this room."""
    return tomllib.loads(Path(__file__).with_name("data").joinpath(f"{name}.toml").read_text("utf-8"))


def pattern(entries: Sequence[str]) -> re.Pattern[str]:
    """A pattern that finds any of the entries as whole words, for text in small letters."""
    if not entries:
        return re.compile(r"(?!)")
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_entry, entries))})(?!\w)")


def _entry(entry: str) -> str:
    words = (re.escape(word).replace(r"\*", r"\w*") for word in entry.split() if word != "...")
    return r"\s+".join(words) if "..." not in entry else _with_gaps(entry)


def _with_gaps(entry: str) -> str:
    parts = [
        r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in part.split()) for part in entry.split("...")
    ]
    return (_GAP + r"\s+").join(parts)
