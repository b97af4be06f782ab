"""Wordings from the data files as patterns: `learning_cues.toml` and `embedding_cues.toml` tell their syntax."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_GAP = r"(?:[\s\"”»]+[^\s,;:.]+){0,5}?"
"""Up to five words of one clause."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """A pattern for text in any case: looked for in small letters, which takes half the time of ignoring case."""

    pattern: re.Pattern[str]

    def search(self, text: str) -> re.Match[str] | None:
        """The first place where a wording stands."""
        return self.pattern.search(_small(text))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Each place where a wording stands."""
        return self.pattern.finditer(_small(text))

    def sub(self, put: str, text: str) -> str:
        """The text in small letters with every wording replaced."""
        return self.pattern.sub(put, _small(text))


def _small(text: str) -> str:
    """The text in small letters, place for place."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@cache
def cues(file: str, group: str, key: str = "phrases") -> Wordings:
    """All wordings of one list of ``data/FILE_cues.toml`` as one pattern, for text in any case."""
    phrases: list[str] = _groups(file)[group][key]
    patterns = [f"(?:{_pattern(phrase)})" for phrase in phrases]
    # The edge of a word is looked for once for all phrases, not in front of each: less than half of the time.
    return Wordings(re.compile(rf"\b(?:{'|'.join(patterns)})"))


def learning(group: str) -> Wordings:
    """A list of `learning_cues.toml`."""
    return cues("learning", group)


def embedding(group: str, key: str = "phrases") -> Wordings:
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
