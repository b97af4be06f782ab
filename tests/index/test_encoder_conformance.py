"""What every encoder keeps to, whatever is behind it; and that the ways to one model's vectors agree."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.errors import EncoderMissing
from extract.read import read_structure
from index.encoders import Encoder, Progress, Vectors, load_encoder
from index.nano_encoder import NanoEncoder, nano_encoder
from index.nano_engine import weights_file
from index.nano_folder import write_model_folder
from index.nano_weights import read_weights
from index.onnx_engine import onnx_engine
from index.passages import passages_of
from index.rerank import reranked
from index.search import Hit
from tests.conftest import ROOT
from tests.index.made import report as made_report
from tests.index.tiny_models import cross_encoder_folder, encoder_folder

HARD = [
    "",
    " ",
    "\x00a",
    "\ud800",
    "x" * 1_000_000,
    "ord " * 5_000,
    "e" + "\u0301" * 2_000,
    "🦉 og æøå",
    "\ufdfa" * 9_000,
]


class Slow:
    """The default encoder where onnxruntime is not to be had."""

    def __init__(self, encoder: NanoEncoder) -> None:
        self.name, self.dimension, self.fingerprint = encoder.name, encoder.dimension, encoder.fingerprint
        self.encode_queries = encoder.encode_queries
        self._encoder = encoder

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        return self._encoder.encode_slowly(texts, progress)


@pytest.fixture(scope="module", params=["default", "default without onnxruntime", "sentence-transformers"])
def encoder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Encoder]:
    if request.param == "sentence-transformers":
        pytest.importorskip("sentence_transformers")
        found = load_encoder(str(encoder_folder(tmp_path_factory.mktemp("tiny"))))
        assert found is not None
        yield found
        return
    default = nano_encoder()
    if default is None or (request.param == "default" and onnx_engine() is None):
        pytest.skip("not for this platform")
    yield default if request.param == "default" else Slow(default)


def test_vectors_are_of_length_one_in_the_order_given(encoder: Encoder) -> None:
    texts = ["Borgerne kom i job.", "Kommunen sagde nej", "Praktik i tre måneder på et plejehjem"]
    vectors = encoder.encode_passages(texts)
    assert vectors.shape == (3, encoder.dimension)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)
    assert np.allclose(encoder.encode_passages(texts[::-1])[::-1], vectors, atol=1e-5)


def test_a_vector_does_not_depend_on_what_stands_beside_it(encoder: Encoder) -> None:
    text = "Forløbet gav flere borgere et job."
    alone = encoder.encode_passages([text])[0]
    beside = encoder.encode_passages(["kort", text, "et langt afsnit " * 60])[1]
    assert alone @ beside == pytest.approx(1, abs=1e-4)


def test_nothing_gives_nothing(encoder: Encoder) -> None:
    assert encoder.encode_passages([]).shape == (0, encoder.dimension)
    assert encoder.encode_queries([]).shape == (0, encoder.dimension)


def test_hard_texts_have_vectors(encoder: Encoder) -> None:
    for vectors in (encoder.encode_passages(HARD), encoder.encode_queries(HARD)):
        assert vectors.shape == (len(HARD), encoder.dimension)
        assert np.isfinite(vectors).all()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.text(st.characters(), max_size=30), min_size=1, max_size=4))
def test_any_texts_have_unit_vectors(encoder: Encoder, texts: list[str]) -> None:
    vectors = encoder.encode_passages(texts)
    assert vectors.shape == (len(texts), encoder.dimension)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-3)


def test_progress_ends_with_all(encoder: Encoder) -> None:
    told: list[tuple[int, int]] = []
    encoder.encode_passages(["en", "to", "tre"], lambda done, total: told.append((done, total)))
    assert told[-1] == (3, 3)


def test_fingerprints_are_stable_and_tell_prefixes_apart(encoder: Encoder, tmp_path: Path) -> None:
    assert encoder.fingerprint == encoder.fingerprint
    if encoder.dimension == 32:
        other = load_encoder(str(encoder_folder(tmp_path, {"query": "job ", "document": "vej "})))
        assert other is not None
        assert other.fingerprint != encoder.fingerprint
        same = "borger"
        assert not np.allclose(other.encode_queries([same]), other.encode_passages([same]))


def danish_texts(count: int) -> list[str]:
    """Sentences of the examples, and others put together of their words."""
    found: list[str] = []
    for name in ("nordlys", "havnen", "broerne"):
        report, _ = read_structure(ROOT / "examples" / name / f"{name}.pdf")
        found += [s.text for passage in passages_of(report) for s in passage.sentences if len(s.text.split()) < 10]
    found = list(dict.fromkeys(found))[: count // 2]
    words = sorted({word for text in found for word in text.split()})
    pick = random.Random(4)
    return found + [" ".join(pick.choices(words, k=pick.randint(1, 6))) for _ in range(count - len(found))]


def test_engine_eight_bits_and_full_precision_agree(tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers")
    default, weights = nano_encoder(), weights_file()
    if default is None or weights is None or onnx_engine() is None:
        pytest.skip("not for this platform")
    write_model_folder(read_weights(weights), tmp_path)
    full = load_encoder(str(tmp_path))
    assert full is not None
    texts = danish_texts(1_000)
    exact = full.encode_passages(texts)
    assert (default.encode_slowly(texts) * exact).sum(axis=1).min() >= 0.999
    assert (default.encode_passages(texts) * exact).sum(axis=1).min() >= 0.98


def test_what_is_not_to_be_had_says_what_to_do(tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers")
    with pytest.raises(EncoderMissing, match="could not be loaded") as caught:
        load_encoder(str(tmp_path / "nothing"))
    assert "Name a folder" in caught.value.todo


def test_a_cross_encoder_puts_hits_in_an_order_of_its_own(tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers")
    passages = passages_of(made_report())
    hits = [Hit(passage, 1.0 - k / 10, None, None) for k, passage in enumerate(passages[:4])]
    folder = str(cross_encoder_folder(tmp_path))
    again = reranked("mål for borgere i job", hits, folder)
    assert sorted(hit.passage.id for hit in again) == sorted(hit.passage.id for hit in hits)
    assert [hit.score for hit in again] == sorted((hit.score for hit in again), reverse=True)
    assert reranked("mål for borgere i job", hits[::-1], folder)[0].passage.id == again[0].passage.id
    assert reranked("mål", [], folder) == []
