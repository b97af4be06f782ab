"""How much of a goal's wording a stretch of running text takes up: shared words, weighed by how few goals have them."""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_WORD = re.compile(r"[^\W\d_]{2,}|\d+(?:[.,]\d+)*")
_SHORTEST_PREFIX = 5
_SHORTEST_HEAD = 3
"""Letters of a short word that a long compound may end in ("informationsmøder")."""
_SAME_PREFIX = 0.6
"""Share of the longer word that two forms of one word have in common at their beginning ("udpeget", "udpegning")."""


@cache
def goal_terms() -> dict[str, dict[str, Any]]:
    """The tables of `data/prose_goals.toml`."""
    return tomllib.loads(files("extract.danish").joinpath("data/prose_goals.toml").read_text(encoding="utf-8"))


@cache
def _plain() -> frozenset[str]:
    return frozenset(goal_terms()["plain"]["words"])


@cache
def _stemmer() -> Any:
    import Stemmer

    return Stemmer.Stemmer("danish")


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=5_000)
def stems(text: str) -> frozenset[str]:
    """The stems of the words that tell something, lower case; figures as they stand."""
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(word if word[0].isdigit() else _stem(word) for word in words if word not in _plain())


@lru_cache(maxsize=50_000)
def closest(word: str, text: frozenset[str]) -> float:
    """How near the nearest of a text's stems comes to a stem, as `alike` has it."""
    if word in text:
        return 1.0
    if word[0].isdigit():
        return 0.0
    # Only words that begin or end alike can be alike at all; to look those up costs less than to try all.
    heads, tails = _ends(text)
    best = tails.get(word, 0.0)
    for start in range(1, len(word) - _SHORTEST_HEAD + 1):
        if word[start:] in text:
            best = max(best, alike(word, word[start:]))
    return max([best, *(alike(word, other) for other in heads.get(word[:_SHORTEST_PREFIX], ()))])


@lru_cache(maxsize=10_000)
def _ends(text: frozenset[str]) -> tuple[dict[str, list[str]], dict[str, float]]:
    """The stems of a text by their first letters, and each ending that they have with how alike it is to them."""
    heads: dict[str, list[str]] = {}
    tails: dict[str, float] = {}
    for word in text:
        heads.setdefault(word[:_SHORTEST_PREFIX], []).append(word)
        for start in range(1, len(word) - _SHORTEST_HEAD + 1):
            tails[word[start:]] = max(tails.get(word[start:], 0.0), alike(word, word[start:]))
    return heads, tails


@lru_cache(maxsize=100_000)
def alike(word: str, other: str) -> float:
    """1 for the same stem, less for forms of one word and for a compound with the word in it, else 0."""
    if word == other:
        return 1.0
    if word[0].isdigit() or other[0].isdigit():
        return 0.0
    shorter, longer = sorted((word, other), key=len)
    if len(shorter) >= _SHORTEST_PREFIX and (longer.endswith(shorter) or longer.startswith(shorter)):
        return 0.75
    if len(shorter) >= _SHORTEST_HEAD and len(longer) >= len(shorter) + _SHORTEST_PREFIX and longer.endswith(shorter):
        return 0.5
    same = next((i for i, (a, b) in enumerate(zip(word, other, strict=False)) if a != b), len(shorter))
    return 0.75 if same >= _SHORTEST_PREFIX and same >= _SAME_PREFIX * len(longer) else 0.0


def weights(goals: Sequence[Collection[str]]) -> Mapping[str, float]:
    """What each stem counts: the more, the fewer goals have it."""
    having = Counter(stem for goal in goals for stem in set(goal))
    return {stem: math.log(1 + len(goals) / count) for stem, count in having.items()}


def coverage(goal: Collection[str], text: Collection[str], weight: Mapping[str, float]) -> float:
    """The weighed share of a goal's stems that stand in a text, 0 to 1."""
    total = sum(weight.get(stem, 1.0) for stem in goal)
    words = frozenset(text)
    found = sum(weight.get(stem, 1.0) * closest(stem, words) for stem in goal)
    return found / total if total else 0.0


def precision(goal: Collection[str], text: Collection[str], weight: Mapping[str, float]) -> float:
    """The weighed share of a text's stems that are the goal's, 0 to 1; figures aside."""
    words = [word for word in text if not word[0].isdigit()]
    rare = max(weight.values(), default=1.0)
    total = sum(weight.get(word, rare) for word in words)
    own = frozenset(goal)
    found = sum(weight.get(word, rare) * closest(word, own) for word in words)
    return found / total if total else 0.0
