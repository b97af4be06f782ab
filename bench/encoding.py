"""Encoding in bulk: the default encoder's eight bits against torch in full precision, in speed and in what is found.

python -m bench.encoding
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from bench.places import SHARED
from bench.results_table import Row, write
from index.encoders import Vectors, load_encoder
from index.nano_encoder import nano_encoder
from index.nano_engine import weights_file
from index.nano_folder import write_model_folder
from index.nano_weights import read_weights

TIMED = 200
"""Passages whose encoding is timed."""
TOP = 10
COLLECTION = SHARED / "retrieval" / "squad_da"


def main() -> None:
    """Write the table, where the collection and both encoders are at hand."""
    write("encoding", "Encoding in bulk", rows())


def rows() -> list[Row]:
    """Passages a CPU second, cosines, and nDCG@10 of dense search by each."""
    default, weights = nano_encoder(), weights_file()
    if default is None or weights is None or not COLLECTION.is_dir():
        return []
    passages = _lines("corpus.jsonl")
    queries = _lines("queries.jsonl")
    wanted = _judgements()
    asked = default.encode_queries([text for _, text in queries])
    with TemporaryDirectory() as scratch:
        write_model_folder(read_weights(weights), Path(scratch))
        full = load_encoder(scratch)
        if full is None:
            return []
        torch_speed, exact = _timed(full.encode_passages, passages)
        fast_speed, fast = _timed(default.encode_passages, passages)
    ids, names = [name for name, _ in passages], [name for name, _ in queries]
    found = {kind: _ndcg(vectors, asked, ids, names, wanted) for kind, vectors in (("torch", exact), ("int8", fast))}
    cosines = (exact * fast).sum(axis=1)
    return [
        ("squad_da", "passages a CPU second, torch in full precision, default batches", torch_speed, ""),
        ("squad_da", "passages a CPU second, 8 bits through onnxruntime", fast_speed, ""),
        ("squad_da", "ratio", fast_speed / torch_speed, ">= 1.3"),
        ("squad_da", "cosine of the two, least", float(cosines.min()), ">= 0.98"),
        ("squad_da", "cosine of the two, mean", float(cosines.mean()), ""),
        ("squad_da", "dense nDCG@10, full precision", found["torch"], ""),
        ("squad_da", "dense nDCG@10, 8 bits", found["int8"], "at most 0.005 less"),
    ]


def _timed(encode: Callable[[Sequence[str]], Vectors], passages: Sequence[tuple[str, str]]) -> tuple[float, Vectors]:
    """Passages a CPU second over the first ones, and the vectors of all."""
    texts = [text for _, text in passages]
    encode(texts[:8])
    before = _cpu()
    first = encode(texts[:TIMED])
    speed = TIMED / (_cpu() - before)
    print(f"{speed:.1f} passages a CPU second", file=sys.stderr)
    return speed, np.concatenate([first, encode(texts[TIMED:])])


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _lines(name: str) -> list[tuple[str, str]]:
    rows_ = [json.loads(line) for line in (COLLECTION / name).read_text("utf-8").splitlines()]
    return [(str(row["id"]), " ".join(filter(None, (row.get("title"), row["text"])))) for row in rows_]


def _judgements() -> dict[str, dict[str, int]]:
    wanted: dict[str, dict[str, int]] = {}
    for line in (COLLECTION / "qrels.tsv").read_text("utf-8").splitlines():
        parts = line.split()
        if parts[-1].isdigit():
            wanted.setdefault(parts[0], {})[parts[-2]] = int(parts[-1])
    return wanted


def _ndcg(
    vectors: Vectors, asked: Vectors, ids: Sequence[str], names: Sequence[str], wanted: dict[str, dict[str, int]]
) -> float:
    """Mean nDCG@10 of the passages nearest to each query."""
    scores = asked @ vectors.T
    total = 0.0
    for row, name in zip(scores, names, strict=True):
        best = np.argsort(-row)[:TOP]
        gains = [wanted.get(name, {}).get(ids[place], 0) for place in best]
        ideal = sorted(wanted.get(name, {}).values(), reverse=True)[:TOP]
        total += _dcg(gains) / _dcg(ideal) if ideal else 0.0
    return total / len(names)


def _dcg(gains: Sequence[int]) -> float:
    return float(sum(gain / np.log2(place + 2) for place, gain in enumerate(gains)))


if __name__ == "__main__":
    main()
