"""How well the verifier tells what answers a question from what only speaks of it, on projects it was not trained on.

python -m bench.verifier
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Sequence

from bench.results_table import Row, write
from bench.verifier_pairs import Kind, Pair, pairs_of, projects
from index.encoders import load_encoder
from qa.likeness import Meanings
from qa.verifier import Verifier, verifier

OTHERS = 2
"""Other passages of the project with each question that is answered."""
TIMED = 200
"""Pairs that are timed."""


def main() -> None:
    """Write the table."""
    write("verifier", "What answers a question, and what is only near", list(rows()))


def rows() -> Iterator[Row]:
    """Areas under the curve for the verifier and for nearness of vectors, and what a pair costs."""
    model, encoder = verifier(), load_encoder()
    if model is None or encoder is None:
        raise SystemExit("The verifier or the encoder is not on this machine.")
    held_out = projects(held_out=True)
    pairs = [pair for one in held_out for pair in pairs_of(one, random.Random(1), OTHERS)]
    read = [model.probabilities(pair.question, [pair.passage])[0] for pair in pairs]
    meanings = Meanings(encoder)
    near = [meanings.of(pair.question)([pair.passage])[0] for pair in pairs]
    name = f"{len(held_out)} projects held out, {len(pairs)} pairs"
    kinds: tuple[tuple[Kind, str], ...] = (("near", "near misses"), ("other", "the project's other passages"))
    for kind, told in kinds:
        yield name, f"answers from {told}, AUC", _area(pairs, read, kind), ""
        yield name, "the same by nearness of vectors, AUC", _area(pairs, near, kind), ""
    right = [(value >= 0.5) == (pair.kind == "answers") for pair, value in zip(pairs, read, strict=True)]
    yield name, "told right at one half", sum(right) / len(right), ""
    yield "time", "a pair, against one vector by the small engine", _cost(model, pairs[:TIMED]), ""


def _area(pairs: Sequence[Pair], values: Sequence[float], kind: Kind) -> float:
    from sklearn.metrics import roc_auc_score

    chosen = [(pair.kind, value) for pair, value in zip(pairs, values, strict=True) if pair.kind in {kind, "answers"}]
    return float(roc_auc_score([found == "answers" for found, _ in chosen], [value for _, value in chosen]))


def _cost(model: Verifier, pairs: Sequence[Pair]) -> float:
    from index.nano_engine import engine

    fresh = [f"{pair.question} ?" for pair in pairs]
    began = time.process_time()
    for question, pair in zip(fresh, pairs, strict=True):
        model.probabilities(question, [pair.passage])
    read = time.process_time() - began
    began = time.process_time()
    for pair in pairs:
        engine().encode([pair.passage], query=False)
    return read / (time.process_time() - began)


if __name__ == "__main__":
    main()
