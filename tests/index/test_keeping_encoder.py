from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.encoders import Progress, Vectors
from index.keeping_encoder import KeepingEncoder
from tests.index.hashed import HashedEncoder


class Counting(HashedEncoder):
    """Knows how many passages it was given."""

    def __init__(self) -> None:
        super().__init__()
        self.given = 0

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        self.given += len(texts)
        return super().encode_passages(texts, progress)


def test_nothing_is_encoded_twice_also_by_the_next_process(tmp_path: Path) -> None:
    plain, texts = Counting(), ["et forløb", "to forløb", "et forløb"]
    made = KeepingEncoder(plain, tmp_path).encode_passages(texts)
    assert plain.given == 2
    again = KeepingEncoder(plain, tmp_path).encode_few([*texts, "tre forløb"])
    assert plain.given == 3
    np.testing.assert_allclose(again[:3], made, atol=1e-3)
    np.testing.assert_allclose(made, HashedEncoder().encode_passages(texts), atol=1e-3)


def test_a_file_that_is_damaged_costs_nothing_but_time(tmp_path: Path) -> None:
    plain = Counting()
    (tmp_path / f"vectors-{plain.fingerprint[:16]}.sqlite").write_bytes(b"no database " * 100)
    vectors = KeepingEncoder(plain, tmp_path).encode_passages(["et forløb"])
    np.testing.assert_allclose(vectors, HashedEncoder().encode_passages(["et forløb"]), atol=1e-3)
    assert KeepingEncoder(plain, tmp_path).encode_passages([]).shape == (0, plain.dimension)
