"""Wordings from the data files as patterns: `learning_cues.toml` and `embedding_cues.toml` tell their syntax."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

_GAP = r"(?:[\s\"”»]+[^\s,;:.]+){0,5}?"
"""Up to five words of one clause."""


@cache
def cues(file: str, group: str, key: str = "phrases") -> re.Pattern[str]:
    """All wordings of one list of ``data/FILE_cues.toml`` as one pattern, for text in any case."""
    phrases: list[str] = _groups(file)[group][key]
    return re.compile("|".join(f"(?:{_pattern(phrase)})" for phrase in phrases), re.IGNORECASE)


def learning(group: str) -> re.Pattern[str]:
    """A list of `learning_cues.toml`."""
    return cues("learning", group)


def embedding(group: str, key: str = "phrases") -> re.Pattern[str]:
    """A list of `embedding_cues.toml`."""
    return cues("embedding", group, key)


@cache
def _groups(file: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("extract.danish").joinpath(f"data/{file}_cues.toml").read_text("utf-8"))


def _pattern(phrase: str) -> str:
    """A phrase as a pattern; what begins or ends with a letter does so at a word's edge."""
    text = re.sub(r"(?<=\w)(?<!\\w)(?<!\\d)\*", r"\\w*", phrase).replace(" ... ", f"{_GAP} ").replace("...", _GAP)
    text = text.replace(" , ", ", ").replace(" ", r"\s+")
    start = "" if text.startswith("^") else r"\b"
    end = r"(?!\w)" if text[-1].isalnum() or text[-1] in ")*" else ""
    return f"{start}{text}{end}"
