"""Passages in bulk: the default encoder's weights in 8 bits through onnxruntime, a passage at a time on each core.

One passage a call is as fast as batches on a CPU (some 22 of 130 words a second and core) and makes its vector the same
whatever stands beside it: activations are rounded by the largest of the call.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np

from index.encoders import Progress, Vectors
from index.models import made_model
from index.nano_clean import cleaned
from index.nano_engine import DIMENSION, MAX_TOKENS, weights_file
from index.nano_weights import Weights, read_weights, unpacked_rows

PREFIX = "passage: "
WORDS = "emb.word"
GRAPH, TOKENIZER = "model.onnx", "tokenizer.json"
VERSION = 2  # said in `nano_encoder.SETTINGS` too: vectors of two versions do not mix
"""Of the graph and the tokenizer that are made."""


class OnnxEngine:
    """A tokenizer, the table of words, and a session of onnxruntime."""

    def __init__(self, source: Path) -> None:
        from tokenizers import Tokenizer

        weights = read_weights(source, packed=(WORDS,))
        folder = made_model(f"{source.stem}-int8-{VERSION}", lambda part: _write(part, weights))
        self._words = weights.packed[WORDS]
        places = weights.tensors["emb.pos"].reshape(-1, DIMENSION)
        self._places = places + weights.tensors["emb.type"].reshape(-1, DIMENSION)[0]
        self._tokenizer: Any = Tokenizer.from_file(str(folder / TOKENIZER))
        self._tokenizer.enable_truncation(MAX_TOKENS)
        self._session = open_session(folder / GRAPH)

    def encode(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One unit vector a passage, (n, d), in the order given."""
        vectors = np.empty((len(texts), DIMENSION), dtype=np.float32)
        with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool:
            for done, vector in enumerate(pool.map(self._vector, texts)):
                vectors[done] = vector
                if progress:
                    progress(done + 1, len(texts))
        return vectors

    def _vector(self, text: str) -> Vectors:
        ids = np.array(self._tokenizer.encode(PREFIX + cleaned(text)).ids, dtype=np.int64)
        embedded = unpacked_rows(self._words, ids, DIMENSION) + self._places[: len(ids)]
        mean: Vectors = hidden_states(self._session, embedded).mean(axis=0)
        return mean / np.linalg.norm(mean)


def open_session(graph: Path) -> Any:
    """A session of onnxruntime on one thread: texts run beside one another, not the parts of one."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])


def hidden_states(session: Any, embedded: Vectors) -> Vectors:
    """What the layers make of one text's embedded tokens, (n, d) of (n, d)."""
    from index.onnx_graph import INPUT, MASK

    mask = np.ones((1, len(embedded)), dtype=np.int32)
    hidden: Vectors = session.run(None, {INPUT: embedded[None], MASK: mask})[0][0]
    return hidden


@cache
def onnx_engine() -> OnnxEngine | None:
    """The engine of this process; ``None`` where the weights or onnxruntime are not on this machine."""
    source = weights_file()
    if source is None or not all(map(find_spec, ("onnx", "onnxruntime", "tokenizers"))):
        return None
    return OnnxEngine(source)


def _write(folder: Path, weights: Weights) -> None:
    from index.nano_folder import tokenizer
    from index.onnx_graph import graph_bytes

    (folder / GRAPH).write_bytes(graph_bytes(weights))
    tokenizer(weights).save(str(folder / TOKENIZER), pretty=False)
