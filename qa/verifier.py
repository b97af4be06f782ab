"""How likely a passage answers a question, by a small model that reads the two together.

Vectors tell how near two texts are, and a question about what a passage leaves out is as near to it as one that it
answers. An answer verifier (Hu et al., Read + Verify, AAAI 2019) reads both as one text. This one is the default
encoder, trained further on questions and passages of our own by `bench.verifier_training`; it comes with the program,
in 8 bits, and needs nothing of the encoder to run.
"""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.nano_clean import cleaned
from index.nano_weights import unpacked_rows

FOLDER = Path(__file__).with_name("data") / "verifier"
GRAPH, TABLES, TOKENIZER = "layers.onnx", "tables.npz", "tokenizer.json"
QUESTION_TOKENS, PASSAGE_TOKENS = 40, 120
"""Tokens that are read of each."""
BEGIN, END = 0, 2
"""The marks around texts."""
KEPT = 5_000
"""Pairs whose figure a process keeps, at most."""

Tokens = NDArray[np.int64]


def joined(tokenizer: Any, question: str, passage: str) -> tuple[Tokens, Tokens]:
    """A question and a passage as one text's tokens, and for each which of the two it is of, 0 or 1."""
    asked = tokenizer.encode(f"query: {cleaned(question)}", add_special_tokens=False).ids[:QUESTION_TOKENS]
    told = tokenizer.encode(f"passage: {cleaned(passage)}", add_special_tokens=False).ids[:PASSAGE_TOKENS]
    tokens = [BEGIN, *asked, END, END, *told, END]
    sides = [0] * (len(asked) + 2) + [1] * (len(told) + 2)
    return np.array(tokens, dtype=np.int64), np.array(sides, dtype=np.int64)


class Verifier:
    """The model, with the figures of the last pairs it has read."""

    def __init__(self, folder: Path) -> None:
        from tokenizers import Tokenizer

        from index.onnx_engine import open_session

        self._tokenizer: Any = Tokenizer.from_file(str(folder / TOKENIZER))
        self._session = open_session(folder / GRAPH)
        with np.load(folder / TABLES) as tables:
            self._tables = {name: tables[name] for name in tables.files}
        self._known: dict[tuple[str, str], float] = {}

    def probabilities(self, question: str, passages: Sequence[str]) -> list[float]:
        """How likely each passage answers the question, 0 to 1."""
        if len(self._known) > KEPT:
            self._known.clear()
        missing = [text for text in dict.fromkeys(passages) if (question, text) not in self._known]
        with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
            for text, found in zip(missing, pool.map(lambda told: self._read(question, told), missing), strict=True):
                self._known[question, text] = found
        return [self._known[question, text] for text in passages]

    def _read(self, question: str, passage: str) -> float:
        from index.onnx_engine import hidden_states

        tokens, sides = joined(self._tokenizer, question, passage)
        tables = self._tables
        words = unpacked_rows(tables["words"], tokens, tables["places"].shape[1])
        state = hidden_states(self._session, words + tables["places"][: len(tokens)] + tables["sides"][sides])
        together = np.concatenate([state[0], state.mean(axis=0)])
        inner = np.tanh(tables["inner.weight"] @ together + tables["inner.bias"])
        return 1 / (1 + math.exp(-float((tables["outer.weight"] @ inner + tables["outer.bias"]).item())))


@cache
def verifier() -> Verifier | None:
    """The verifier of this process; ``None`` where onnxruntime or the tokenizer's library is not on this machine."""
    if not all(map(find_spec, ("onnxruntime", "tokenizers"))) or not (FOLDER / GRAPH).is_file():
        return None
    return Verifier(FOLDER)
