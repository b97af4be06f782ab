"""Texts into vectors: what an encoder is, and how one is had by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""One unit vector a text, (n, d)."""
Progress = Callable[[int, int], None]
"""Told how many texts are done, and of how many."""

DEFAULT = "multilingual-e5-small-q4"
"""The encoder that the package index alone provides."""


class Encoder(Protocol):
    """Turns queries and passages into unit vectors of one space."""

    @property
    def name(self) -> str:
        """What it was asked for by, as an index's manifest keeps it."""

    @property
    def dimension(self) -> int:
        """Length of its vectors."""

    @property
    def fingerprint(self) -> str:
        """Changes with the weights, the prefixes and the settings; vectors of two fingerprints do not mix."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """One unit vector a query, (n, d) float32. Any text is allowed, the empty one too."""

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        """One unit vector a passage, (n, d) float32, in the order given."""


@runtime_checkable
class QuickEncoder(Encoder, Protocol):
    """An encoder that takes a few passages without what it needs for many."""

    def encode_few(self, texts: Sequence[str]) -> Vectors:
        """The same as `encode_passages`, quick from a cold start."""


def load_encoder(name: str | None = None, *, fetch: bool = True) -> Encoder | None:
    """The encoder of that name, or the default one; ``None`` where the default is not to be had on this platform.

    Any other name is a model of sentence-transformers, on a hub or in a folder; raises `EncoderMissing` where it is
    not to be had. Without ``fetch`` only what is on this machine is: nobody named a model of a hub just now.
    """
    if name is None or name == DEFAULT:
        from index.nano_encoder import nano_encoder

        return nano_encoder()
    from index.sentence_transformer_encoder import SentenceTransformerEncoder

    return SentenceTransformerEncoder(name, fetch=fetch)
