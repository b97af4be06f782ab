"""The verifier while it is trained: the default encoder, reading a question and a passage as one text."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from extract.danish.lexicon import danish_words
from index.nano_folder import LAYER, tokenizer
from index.nano_weights import Weights
from qa.verifier import PASSAGE_TOKENS, QUESTION_TOKENS, joined

FROZEN = 4
"""Layers, from below, that stay as they are: what words mean together was learnt from far more than our pairs."""
FIRST_LETTER_BEYOND = "\u0250"
"""The first character after those of Latin script."""


class Verifier(nn.Module):  # type: ignore[misc]
    """Embedded tokens through layers as BERT has them, then the first token and the mean of all to one number."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        sizes, d = weights.shape, weights.shape.hidden
        self.words = nn.Embedding(sizes.vocabulary, d)
        self.places = nn.Parameter(torch.zeros(QUESTION_TOKENS + PASSAGE_TOKENS + 4, d))
        self.sides = nn.Parameter(torch.zeros(2, d))
        self.norm = nn.LayerNorm(d, eps=1e-12)
        self.layers = nn.ModuleList([_Layer(d, sizes.inner, sizes.heads) for _ in range(sizes.layers)])
        self.inner, self.outer = nn.Linear(2 * d, d), nn.Linear(d, 1)
        self.dropout = nn.Dropout(0.1)
        _fill(self, weights)

    def forward(self, tokens: Any, sides: Any, mask: Any) -> Any:
        """One number a pair, (n,); higher where the passage answers."""
        state = self.words(tokens) + self.places[: tokens.shape[1]] + self.sides[sides]
        state = self.dropout(self.norm(state))
        for layer in self.layers:
            state = layer(state, mask)
        weight = mask.unsqueeze(-1).to(state.dtype)
        mean = (state * weight).sum(1) / weight.sum(1)
        together = self.dropout(torch.cat([state[:, 0], mean], -1).float())
        return self.outer(torch.tanh(self.inner(together))).squeeze(-1)


class _Layer(nn.Module):  # type: ignore[misc]
    """Attention and two inner matrices, each with a sum and a norm."""

    def __init__(self, d: int, inner: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(d, d) for _ in range(4))
        self.fi, self.fo = nn.Linear(d, inner), nn.Linear(inner, d)
        self.aln, self.oln = nn.LayerNorm(d, eps=1e-12), nn.LayerNorm(d, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, state: Any, mask: Any) -> Any:
        n, length, d = state.shape
        heads = (n, length, self.heads, d // self.heads)
        query, key, value = (part(state).view(heads).transpose(1, 2) for part in (self.q, self.k, self.v))
        # Written out: torch's own attention with a mask takes half as long again in bfloat16 on a CPU.
        near = (query @ key.transpose(-1, -2)) / math.sqrt(d / self.heads)
        weight = near.masked_fill(~mask[:, None, None, :].bool(), -1e4).softmax(-1).to(value.dtype)
        seen = (weight @ value).transpose(1, 2).reshape(n, length, d)
        state = self.aln(state + self.ao(seen))
        return self.oln(state + self.dropout(self.fo(nn.functional.gelu(self.fi(state)))))


def _fill(model: Verifier, weights: Weights) -> None:
    """Begin from the encoder: its words, places and layers."""
    tensors, d = weights.tensors, weights.shape.hidden

    def put(to: Any, name: str, *shape: int) -> None:
        to.data = torch.from_numpy(tensors[name].reshape(shape).copy())

    put(model.words.weight, "emb.word", -1, d)
    model.words.weight.requires_grad = False  # most words of reports are in no pair
    kinds = tensors["emb.type"].reshape(-1, d)[0]
    places = tensors["emb.pos"].reshape(-1, d)[: len(model.places)] + kinds
    model.places.data = torch.from_numpy(places.copy())
    put(model.norm.weight, "emb.ln.w", d)
    put(model.norm.bias, "emb.ln.b", d)
    for number, layer in enumerate(model.layers):
        for part in LAYER:
            module = getattr(layer, part)
            put(module.weight, f"l{number}.{part}.w", *module.weight.shape)
            put(module.bias, f"l{number}.{part}.b", *module.bias.shape)
    for parameter in model.layers[:FROZEN].parameters():
        parameter.requires_grad = False


def trimmed(weights: Weights, texts: Iterable[str]) -> Weights:
    """The encoder with the pieces alone that Danish words and these texts are made of, and single Latin characters."""
    whole = tokenizer(weights)
    used, danish = set(range(max(weights.marks.values()) + 1)), danish_words()
    for text in (*danish, *map(str.capitalize, danish), *texts):
        used.update(whole.encode(text, add_special_tokens=False).ids)
    single = {k for k, (piece, _) in enumerate(weights.pieces) if len(piece) == 1 and piece < FIRST_LETTER_BEYOND}
    kept = np.array(sorted(used | single))
    words = weights.tensors["emb.word"].reshape(-1, weights.shape.hidden)[kept]
    return replace(
        weights,
        shape=replace(weights.shape, vocabulary=len(kept)),
        pieces=tuple(weights.pieces[k] for k in kept),
        tensors={**weights.tensors, "emb.word": words},
    )


def batch_of(made: Any, pairs: Sequence[tuple[str, str]]) -> tuple[Any, Any, Any]:
    """Questions and passages as tokens, the side each is of, and where there are any: (n, longest) each."""
    read: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = [joined(made, *pair) for pair in pairs]
    longest = max(len(tokens) for tokens, _ in read)
    tokens, sides, mask = np.zeros((3, len(pairs), longest), dtype=np.int64)
    for row, (ids, side) in enumerate(read):
        tokens[row, : len(ids)], sides[row, : len(ids)], mask[row, : len(ids)] = ids, side, 1
    return torch.from_numpy(tokens), torch.from_numpy(sides), torch.from_numpy(mask)
