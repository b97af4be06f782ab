"""The theme of a learning: by its heading where that means something, else by its own words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import Literal

from corpus.wordlist import data, pattern

OTHER = "other"
"""The theme of a learning that no theme of the codebook fits."""
_WORD = re.compile(r"\w+")
Basis = Literal["heading", "content", "none"]


def theme_of(text: str, heading: str | None) -> tuple[str, Basis]:
    """The theme's key and what it was told by."""
    by_heading = _most(heading or "")
    if by_heading:
        return by_heading, "heading"
    by_content = _most(text)
    return (by_content, "content") if by_content else (OTHER, "none")


def theme_name(key: str, lang: str) -> str:
    """A theme's name for readers."""
    if key == OTHER:
        return "Andet" if lang == "da" else "Other"
    return str(data("themes")[key][lang])


def theme_keys() -> tuple[str, ...]:
    """The themes in the order in which they are shown."""
    return (*data("themes"), OTHER)


def _most(text: str) -> str | None:
    """The theme with most different words in the text; of equals the one whose word comes first, as a subject does."""
    small = text.lower()
    counts: Counter[str] = Counter()
    for word in dict.fromkeys(_WORD.findall(small)):
        counts.update(_of_word(word))
    for key, phrases in _phrases().items():
        counts[key] += len(set(phrases.findall(small)))
    best = max(counts.values(), default=0)
    return next(key for key, count in counts.items() if count == best) if best else None


@lru_cache(maxsize=65536)
def _of_word(word: str) -> tuple[str, ...]:
    return tuple(key for key, words in _words().items() if words.fullmatch(word))


@cache
def _words() -> dict[str, re.Pattern[str]]:
    return {key: pattern([word for word in one["words"] if " " not in word]) for key, one in data("themes").items()}


@cache
def _phrases() -> dict[str, re.Pattern[str]]:
    several = {key: [word for word in one["words"] if " " in word] for key, one in data("themes").items()}
    return {key: pattern(phrases) for key, phrases in several.items() if phrases}
