"""Whether the evidence found is enough for an answer: a probability, calibrated on questions with and without answers.

A logistic regression over a few signs of the best evidence (Hosmer and Lemeshow, Applied Logistic Regression). Where
these leave it open, the verifier reads the question with what would be quoted, and a second regression has its word
among the signs. `bench.qa_weights` fits both on questions over the examples and tells how they do on a report that they
were not fitted on.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from qa.find import Found
from qa.weights import read_weights

QUOTED = 3
"""Best stretches whose meaning is looked at."""
OPEN = (0.03, 0.9)
"""Probabilities by the signs alone between which it is for the verifier to say."""


def is_open(found: Found) -> bool:
    """Whether the signs alone leave it open that the evidence is an answer."""
    return bool(found.chosen) and leaves_open(probability(read_weights()["abstention"], signs_of(found)))


def leaves_open(likely: float) -> bool:
    """Whether a probability by the signs alone is for the verifier to judge."""
    return OPEN[0] < likely < OPEN[1]


def is_enough(found: Found) -> bool:
    """Whether the evidence may be taken for an answer, by the signs and what the verifier said if it was asked."""
    weights = read_weights()["verified" if found.sure else "abstention"]
    return bool(found.chosen) and probability(weights, signs_of(found)) >= weights["threshold"]


def probability(weights: Mapping[str, float], signs: Mapping[str, float]) -> float:
    """How likely evidence with these signs answers the question, 0 to 1."""
    total = weights["bias"] + sum(weights[name] * value for name, value in signs.items())
    return 1 / (1 + math.exp(-total))


def signs_of(found: Found) -> Mapping[str, float]:
    """What speaks for there being an answer, each 0 to 1; something must have been found."""
    quoted = [stretch.signs for stretch, _ in found.chosen[:QUOTED]]
    first = quoted[0]
    signs = {
        "held": first.held,
        "likeness": max(signs.likeness for signs in quoted),
        "shown": first.shown,
        "entities": first.entities,
        "left": float(found.asked.of_one_that_left),
        "fact": max(signs.fact for signs in quoted),
    }
    return signs | ({"first": found.sure[0], "best": max(found.sure)} if found.sure else {})
