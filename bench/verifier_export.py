"""The trained verifier → the files that `qa.verifier` reads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.verifier_model import Verifier
from index.nano_folder import LAYER, tokenizer
from index.nano_weights import BLOCK, BLOCK_TYPE, Weights
from index.onnx_graph import graph_bytes
from qa.verifier import GRAPH, TABLES, TOKENIZER


def write_model(folder: Path, model: Verifier, weights: Weights) -> None:
    """Write layers in 8 bits, words in the encoder's own 4, the head, and the tokenizer."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / GRAPH).write_bytes(graph_bytes(_layers(model, weights), small=True))
    tables: dict[str, Any] = {
        "words": packed(weights.tensors["emb.word"]),
        "places": _numbers(model.places),
        "sides": _numbers(model.sides),
        **{f"{name}.weight": _numbers(getattr(model, name).weight) for name in ("inner", "outer")},
        **{f"{name}.bias": _numbers(getattr(model, name).bias) for name in ("inner", "outer")},
    }
    np.savez(folder / TABLES, **tables)
    tokenizer(weights).save(str(folder / TOKENIZER), pretty=False)


def packed(words: NDArray[np.float32]) -> NDArray[np.void]:
    """Numbers that came from 4-bit blocks, in such blocks again (see `index.nano_weights`), (n * d / 32,)."""
    rows = words.reshape(-1, BLOCK)
    most = np.abs(rows).argmax(axis=1)
    ends = rows[np.arange(len(rows)), most]
    scale = (ends / -8).astype("<f2")
    divisor = np.where(scale == 0, 1, scale).astype(np.float32)
    whole = np.clip(np.rint(rows / divisor[:, None]) + 8, 0, 15).astype(np.uint8)
    blocks = np.zeros(len(rows), dtype=BLOCK_TYPE)
    blocks["scale"], blocks["pairs"] = scale, whole[:, : BLOCK // 2] | (whole[:, BLOCK // 2 :] << 4)
    return blocks


def _layers(model: Verifier, weights: Weights) -> Weights:
    tensors = {"emb.ln.w": _numbers(model.norm.weight), "emb.ln.b": _numbers(model.norm.bias)}
    for number, layer in enumerate(model.layers):
        for part in LAYER:
            module = getattr(layer, part)
            tensors[f"l{number}.{part}.w"] = _numbers(module.weight)
            tensors[f"l{number}.{part}.b"] = _numbers(module.bias)
    return replace(weights, shape=replace(weights.shape, layers=len(model.layers)), tensors=tensors)


def _numbers(parameter: Any) -> NDArray[np.float32]:
    found: NDArray[np.float32] = parameter.detach().numpy().astype(np.float32)
    return found
