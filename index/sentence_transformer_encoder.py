"""Any model of sentence-transformers as an encoder, by its name on a hub or by its folder.

Prefixes come from the model's own settings; a model of the E5 family without any gets that family's. The library and
torch are no part of a plain installation: they come with the extra ``models``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from extract.errors import EncoderMissing
from index.encoders import Progress, Vectors
from index.model_hub import load_model
from index.nano_clean import cleaned

E5_PROMPTS = {"query": "query: ", "document": "passage: "}
PASSAGE_PROMPTS = ("document", "passage", "corpus")
"""What models call the prefix of a passage."""
CHUNK = 256
"""Passages between two words on progress."""


class SentenceTransformerEncoder:
    """A model loaded on the best device there is, or on the one named (``cpu``, ``cuda``, ``mps``)."""

    def __init__(self, name: str, device: str | None = None, *, fetch: bool = True) -> None:
        self.name = name
        self._model = _loaded(name, device, fetch=fetch)
        self._prompts = _prompts(self._model, name)
        self.dimension = int(self._model.get_embedding_dimension())
        self.fingerprint = _fingerprint(self._model, self._prompts)

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a query."""
        return self._encode(texts, self._prompts["query"], None)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One unit vector a passage, long ones with long ones, in the order given."""
        return self._encode(texts, self._prompts["document"], progress)

    def _encode(self, texts: Sequence[str], prompt: str, progress: Progress | None) -> Vectors:
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda place: -len(texts[place]))
        for start in range(0, len(order), CHUNK):
            places = order[start : start + CHUNK]
            vectors[places] = self._model.encode(
                [prompt + cleaned(texts[place]) for place in places],
                prompt="", normalize_embeddings=True, convert_to_numpy=True, show_progress_bar=False,
            )  # fmt: skip
            if progress:
                progress(start + len(places), len(texts))
        return vectors


def _loaded(name: str, device: str | None, *, fetch: bool) -> Any:
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise EncoderMissing(
            f"The encoder {name} needs sentence-transformers, which is not installed.",
            'Install it with: pip install "puljelup[models]"',
        ) from error
    return load_model(
        name, partial(SentenceTransformer, device=device),
        "Name a folder that holds a model of sentence-transformers, or its name on a hub that can be reached.",
        fetch=fetch,
    )  # fmt: skip


def _prompts(model: Any, name: str) -> dict[str, str]:
    """The prefixes of queries and passages."""
    own = {key: text for key, text in (model.prompts or {}).items() if text}
    if not own and "e5" in Path(name).name.lower():
        return E5_PROMPTS
    return {
        "query": own.get("query", ""),
        "document": next((own[key] for key in PASSAGE_PROMPTS if key in own), ""),
    }


def _fingerprint(model: Any, prompts: dict[str, str]) -> str:
    """A digest of the weights, the prefixes and the longest text."""
    digest = hashlib.sha256(repr((sorted(prompts.items()), model.max_seq_length)).encode())
    for key, tensor in sorted(model.state_dict().items()):
        digest.update(key.encode())
        digest.update(np.ascontiguousarray(tensor.cpu().float().numpy()).tobytes())
    return digest.hexdigest()[:32]
