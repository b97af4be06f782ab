"""The default encoder: its fence, and what it finds. Whatever text it is given, the process lives."""

from __future__ import annotations

import subprocess
import sys
import unicodedata

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import EncoderMissing
from index.encoders import Encoder, load_encoder
from index.nano_clean import MAX_CHARACTERS, MAX_EXPANSION, cleaned
from index.nano_engine import engine
from tests.conftest import ROOT

HARD = """
from index.nano_engine import engine
texts = ["\\ufdfa" * 100_000, "\\x00a", "\\ud800", "", "x" * 1_000_000, "ord " * 250_000, "e" + "\\u0301" * 100_000]
print(engine().encode(texts, query=True).shape, engine().encode(texts, query=False).shape)
"""


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    found = load_encoder()
    if found is None:
        pytest.skip("the default encoder is not for this platform")
    return found


@given(st.text(st.characters(), max_size=50))
def test_cleaned_text_is_safe(text: str) -> None:
    kept = cleaned(text)
    assert "\x00" not in kept
    assert bool(kept) == bool(text)
    assert not any("\ud800" <= c <= "\udfff" or len(unicodedata.normalize("NFKC", c)) > MAX_EXPANSION for c in kept)


def test_no_character_of_unicode_expands_beyond_the_buffer() -> None:
    kept = {c for code in range(0x110000) for c in cleaned(chr(code))}
    assert all(len(unicodedata.normalize("NFKC", c)) <= MAX_EXPANSION for c in kept)
    assert len(cleaned("\ufdfa" * 1_000_000)) <= MAX_CHARACTERS


def test_hard_texts_do_not_end_the_process(encoder: Encoder) -> None:
    run = subprocess.run([sys.executable, "-c", HARD], cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == "(7, 384) (7, 384)"


@settings(max_examples=30, deadline=None)
@given(st.text(st.characters(), max_size=40))
def test_any_text_has_a_unit_vector(text: str) -> None:
    encoder = load_encoder()
    if encoder is None:
        pytest.skip("the default encoder is not for this platform")
    vectors = encoder.encode_queries([text])
    assert vectors.shape == (1, encoder.dimension)
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-4)


def test_nearest_is_what_is_meant(encoder: Encoder) -> None:
    passages = ["I alt 32 borgere deltog i forløbet.", "Vejret var godt hele sommeren.", "Regnskabet er revideret."]
    scores = encoder.encode_passages(passages) @ encoder.encode_queries(["Hvor mange mennesker var med?"])[0]
    assert int(scores.argmax()) == 0


def test_accents_may_be_loose(encoder: Encoder) -> None:
    text = "Borgerne på Ærø følte sig hørt"
    loose = unicodedata.normalize("NFD", text)
    assert np.allclose(encoder.encode_queries([text]), encoder.encode_queries([loose]))


def test_order_and_progress(encoder: Encoder) -> None:
    seen: list[tuple[int, int]] = []
    texts = ["en", "to", ""]
    vectors = encoder.encode_passages(texts, progress=lambda done, of: seen.append((done, of)))
    assert np.allclose(vectors[1], encoder.encode_passages(["to"])[0], atol=1e-5)
    assert seen[-1] == (3, 3)
    assert encoder.encode_passages([]).shape == (0, encoder.dimension)


def test_a_long_text_is_cut(encoder: Encoder) -> None:
    cut = engine().cut("forløb " * 2_000, query=False)
    assert 0 < len(cut) < len("forløb " * 2_000)


def test_torch_is_not_imported(encoder: Encoder) -> None:
    code = (
        "import sys; from index.encoders import load_encoder; load_encoder().encode_queries(['a']);"
        "sys.exit(bool({'torch', 'spacy', 'simplemma', 'sentence_transformers'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_another_name_is_refused() -> None:
    with pytest.raises(EncoderMissing):
        load_encoder("no-such-encoder")
