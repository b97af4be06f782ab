"""Found passages in a new order, by a cross-encoder that the user names; off unless one is named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from extract.errors import EncoderMissing
from index.model_hub import load_model
from index.nano_clean import cleaned
from index.search import Hit

CANDIDATES = 50
"""Hits that are read again; a cross-encoder reads each with the query."""


def reranked(query: str, hits: Sequence[Hit], model: str) -> list[Hit]:
    """The hits with the cross-encoder's scores, best first; raises `EncoderMissing`."""
    if not hits:
        return []
    scores = _loaded(model).predict(
        [(cleaned(query), cleaned(hit.passage.searched)) for hit in hits], show_progress_bar=False
    )
    scored = [replace(hit, score=float(score)) for hit, score in zip(hits, scores, strict=True)]
    return sorted(scored, key=lambda hit: -hit.score)


def _loaded(name: str) -> Any:
    try:
        from sentence_transformers import CrossEncoder
    except ImportError as error:
        raise EncoderMissing(
            f"The cross-encoder {name} needs sentence-transformers, which is not installed.",
            'Install it with: pip install "puljelup[models]"',
        ) from error
    return load_model(
        name, CrossEncoder, "Name a folder that holds a cross-encoder of sentence-transformers, or leave --rerank out."
    )
