"""How rare a word is in Danish: what a question turns on are its rare words."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

COMMON, RARE = 250.0, 600.0
"""Hundredths of a bel below all words at which a word is as common as any, and as rare as can be."""


def rarity(word: str) -> float:
    """0 for the commonest words to 1 for words that the small list of wordfreq does not have."""
    level = _levels().get(word.lower())
    if level is None:
        return 1.0
    return min(1.0, max(0.0, (level - COMMON) / (RARE - COMMON)))


@cache
def _levels() -> Mapping[str, int]:
    """Words with how far below all words together they are, read from the package's file without importing it."""
    import msgpack  # type: ignore[import-untyped,unused-ignore]

    spec = find_spec("wordfreq")
    if spec is None or spec.origin is None:
        return {}
    path = Path(spec.origin).parent / "data" / "small_da.msgpack.gz"
    _header, *bins = msgpack.unpackb(gzip.decompress(path.read_bytes()), raw=False)
    return {word: level for level, words in enumerate(bins) for word in words}
