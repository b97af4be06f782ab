"""What a query costs from a cold start: few modules, little time."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from extract.read import read_report
from index.build import build
from index.encoders import Encoder, Progress, Vectors
from index.nano_encoder import nano_encoder
from index.nano_engine import weights_file
from tests.conftest import ROOT

LIMIT_S = 1.5
"""CPU time of a first search from the start of Python."""
HEAVY = ("torch", "spacy", "simplemma", "sentence_transformers", "transformers", "onnxruntime", "pypdfium2")
SEARCH = """
import resource, sys
sys.argv = ["index", "search", "Hvorfor trak kommunen sig?", "--dir", sys.argv[1], "--mode", sys.argv[2]]
import cli
try:
    cli.index()
except SystemExit as end:
    assert not end.code
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, *sys.modules, file=sys.stderr)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, examples: dict[str, Path]) -> Path:
    """An index of an example with vectors, few of them real: encoding all would take minutes."""
    made = tmp_path_factory.mktemp("cold") / "ix"
    build(made, [read_report(examples["broerne"])], _Quick(nano_encoder()) if weights_file() else None)
    return made


class _Quick:
    """An encoder that says it is another, and gives every passage the same vector."""

    def __init__(self, real: Encoder | None) -> None:
        assert real is not None
        self.name, self.dimension, self.fingerprint = real.name, real.dimension, real.fingerprint
        self.encode_queries = real.encode_queries

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Vectors:
        if progress:
            progress(len(texts), len(texts))
        vectors = self.encode_queries(["kommune"])
        return np.repeat(vectors, len(texts), axis=0)


def searched(folder: Path, mode: str) -> tuple[float, set[str], str]:
    command = [sys.executable, "-c", SEARCH, str(folder), mode]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    seconds, *modules = done.stderr.splitlines()[-1].split()
    return float(seconds), {module.split(".")[0] for module in modules}, done.stdout


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="measures with getrusage")
@pytest.mark.parametrize("mode", ["lexical", "hybrid"])
def test_a_first_search_is_quick_and_imports_nothing_heavy(folder: Path, mode: str) -> None:
    runs = [searched(folder, mode) for _ in range(2)]
    assert "Langeland" in runs[0][2]
    assert min(seconds for seconds, _, _ in runs) <= LIMIT_S
    assert runs[0][1].isdisjoint(HEAVY)
