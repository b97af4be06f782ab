"""Texts that are said around answers, in Danish and English, read from `qa/data`."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path


@cache
def texts(name: str, language: str = "da") -> Mapping[str, str]:
    """The texts of ``qa/data/NAME.toml`` in a language, by name."""
    path = Path(__file__).with_name("data") / f"{name}.toml"
    found: Mapping[str, str] = tomllib.loads(path.read_text("utf-8"))[language]
    return found
