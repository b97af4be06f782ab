"""Tables of Danish terms from the data files, and patterns made of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).with_name("data")


@cache
def tables(name: str) -> dict[str, dict[str, Any]]:
    """The tables of ``data/NAME.toml``."""
    return tomllib.loads((_DATA / f"{name}.toml").read_text(encoding="utf-8"))


def by_word(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Each word of the lists with the key it stands under, lower case."""
    return {word.lower(): key for key, words in table.items() for word in words}


def any_of(words: Iterable[str]) -> str:
    """A pattern for one of the words, longest first; a space in them is any white space."""
    longest = sorted(set(words), key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)


def bounded(words: Iterable[str]) -> str:
    """A pattern for one of the words that is not a part of a longer one."""
    return rf"(?:{any_of(words)})(?![\w-])"
