"""How near texts are in meaning to a question, by the encoder of what is searched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from qa.evidence import Likeness

if TYPE_CHECKING:
    from index.encoders import Encoder, Vectors

FAR, NEAR = 0.76, 0.90
"""Cosines of the default encoder for a sentence that has nothing to do with a question, and for one that answers it."""
FOREIGN = 0.03
"""What cosines are lower where the question is in another language than the text."""
KEPT = 20_000
"""Vectors of sentences that a process keeps, at most."""


class Meanings:
    """Vectors of sentences, each made once a process."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._kept: dict[str, Vectors] = {}

    def of(self, question: str, *, foreign: bool = False) -> Likeness:
        """The likeness of texts to a question, stretched from `FAR` to `NEAR` over 0 to 1."""
        lower = FOREIGN if foreign else 0.0
        asked = self._encoder.encode_queries([question])[0]

        def near(texts: Sequence[str]) -> list[float]:
            self._make(texts)
            return [_stretched(float(self._kept[text] @ asked) + lower) for text in texts]

        return near

    def _make(self, texts: Sequence[str]) -> None:
        missing = [text for text in dict.fromkeys(texts) if text not in self._kept]
        if len(self._kept) + len(missing) > KEPT:
            self._kept.clear()
            missing = list(dict.fromkeys(texts))
        if missing:
            self._kept.update(zip(missing, self._encode(missing), strict=True))

    def _encode(self, texts: Sequence[str]) -> Vectors:
        from index.encoders import QuickEncoder

        here = self._encoder
        return here.encode_few(texts) if isinstance(here, QuickEncoder) else here.encode_passages(texts)


def _stretched(cosine: float) -> float:
    return min(1.0, max(0.0, (cosine - FAR) / (NEAR - FAR)))
