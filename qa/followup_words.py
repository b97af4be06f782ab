"""The words by which follow-up questions are told and taken apart, read from `qa/data/followup.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

TOKEN = re.compile(r"[^\W_]+(?:[-.'’][^\W_]+)*")
_PAST = re.compile(r"(?:ede|[^s]te)$")
_SHORTEST_PAST = 5


def word_list(name: str) -> list[str]:
    """A list of the file."""
    found: list[str] = _data()[name]
    return found


def restated(asking: str) -> str:
    """What a question word becomes in a statement: "hvor mange" → "så mange"."""
    return str(_data()["restated"].get(asking, asking))


def opened(text: str) -> str:
    """What is said behind "og", "hvad med" and the like, without its question mark."""
    return _opening().sub("", text.strip(), count=1).strip(" ?.!,")


def asking_of(text: str) -> str:
    """The question word that a text begins with, lower case; empty where there is none."""
    match = _asking().match(text)
    return match.group(1).lower() if match else ""


def is_whole(text: str) -> bool:
    """Whether a text is a question of its own and no fragment of one."""
    tokens = TOKEN.findall(text.lower())
    asked = len(asking_of(text).split())
    rest = tokens[asked:]
    if not rest:
        return False
    if asked:
        return " ".join(rest) not in word_list("fillers") and any(map(is_verb, rest))
    first = rest[0] in word_list("orders") or is_verb(rest[0])
    return (first and len(rest) > 1) or len(rest) > 6 or (len(rest) > 3 and any(map(is_verb, rest)))


def is_verb(word: str) -> bool:
    """Whether a word is finite, as far as its form tells."""
    return word in word_list("verbs") or (len(word) >= _SHORTEST_PAST and _PAST.search(word) is not None)


def pattern_of(words: Sequence[str]) -> re.Pattern[str]:
    """Any of these words or phrases, whole, the longest first, in any case."""
    longest = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"^(?:{pattern_of(word_list('openings')).pattern}[\s,:]*)+", re.IGNORECASE)


@cache
def _asking() -> re.Pattern[str]:
    return pattern_of([*word_list("nominal"), *word_list("adverbial")])


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("data").joinpath("followup.toml").read_text("utf-8"))
