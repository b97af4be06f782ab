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
    patterns = [f"(?:{_pattern(phrase)})" for phrase in phrases]
    # The edge of a word is looked for once for all phrases, not in front of each: less than half of the time.
    return re.compile(rf"\b(?:{'|'.join(patterns)})", re.IGNORECASE)


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
    """A phrase as a pattern that stands at a word's edge; what ends with a letter ends at one too."""
    text = re.sub(r"(?<=\w)(?<!\\w)(?<!\\d)\*", r"\\w*", phrase).replace(" ... ", f"{_GAP} ").replace("...", _GAP)
    text = text.replace(" , ", ", ").replace(" ", r"\s+")
    end = r"(?!\w)" if text[-1].isalnum() or text[-1] in ")*" else ""
    return f"{text}{end}"
