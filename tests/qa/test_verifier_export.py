"""What is trained and what comes with the program are one model: the same figures but for the rounding to 8 bits."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from bench.verifier_export import packed, write_model
from bench.verifier_model import Verifier as Trained
from bench.verifier_model import batch_of
from index.nano_folder import LAYER, tokenizer
from index.nano_weights import Shape, Weights, unpacked_rows
from qa.verifier import PASSAGE_TOKENS, QUESTION_TOKENS, Verifier

D, INNER, LAYERS = 128, 256, 2
PIECES = (
    "<s>", "<pad>", "</s>", "<unk>", "▁", "▁hvem", "▁betaler", "▁kommunen", "▁query", "▁passage", ":", "?", ".", "e",
    "n",
)  # fmt: skip
PAIRS = [
    ("hvem betaler?", "kommunen betaler."),
    ("hvem?", "kommunen betaler kommunen."),
    ("betaler kommunen?", "hvem."),
]


def small_weights() -> Weights:
    """A model of the encoder's kind with a few pieces of words and numbers by chance, words in 4 bits as its own."""
    chance = np.random.default_rng(3)
    places = QUESTION_TOKENS + PASSAGE_TOKENS + 4

    def some(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
        return (0.08 * chance.standard_normal(shape)).astype(np.float32)

    words = unpacked_rows(packed(some(len(PIECES), D)), np.arange(len(PIECES)), D)
    tensors = {"emb.word": words, "emb.pos": some(places, D), "emb.type": some(1, D)}
    tensors |= {"emb.ln.w": np.ones(D, np.float32), "emb.ln.b": some(D)}
    sizes = {"fi": (INNER, D), "fo": (D, INNER)}
    for layer in range(LAYERS):
        for part in LAYER:
            shape = sizes.get(part, (D, D))
            tensors[f"l{layer}.{part}.w"] = np.ones(D, np.float32) if part.endswith("ln") else some(*shape)
            tensors[f"l{layer}.{part}.b"] = some(D if part.endswith("ln") else shape[0])
    marks = {"bos": 0, "pad": 1, "eos": 2, "unk": 3}
    return Weights(
        Shape(D, LAYERS, 2, INNER, len(PIECES), places, 1), 1e-12,
        tuple((piece, -float(place)) for place, piece in enumerate(PIECES)), marks, {"\u00ad": "", "\u00a0": " "},
        tensors, {},
    )  # fmt: skip


def test_the_files_give_what_the_trained_model_gives(tmp_path: Path) -> None:
    torch.manual_seed(5)
    weights = small_weights()
    model = Trained(weights).eval()
    model.sides.data = 0.08 * torch.randn(2, D)
    with torch.no_grad():  # so that the pairs have figures apart, about one half
        model.outer.weight *= 40
        model.outer.bias -= model(*batch_of(tokenizer(weights), PAIRS)).mean()
    write_model(tmp_path, model, weights)
    shipped = Verifier(tmp_path)
    with torch.no_grad():
        wanted = torch.sigmoid(model(*batch_of(tokenizer(weights), PAIRS))).tolist()
    found = [shipped.probabilities(question, [passage])[0] for question, passage in PAIRS]
    assert found == pytest.approx(wanted, abs=0.02)
    assert max(wanted) - min(wanted) > 0.04


def test_words_of_four_bits_come_back_as_they_were() -> None:
    words = small_weights().tensors["emb.word"]
    assert np.array_equal(unpacked_rows(packed(words), np.arange(len(PIECES)), D), words)
