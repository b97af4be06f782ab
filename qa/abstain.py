"""Whether the evidence found is enough for an answer: a probability, calibrated on questions with and without answers.

A logistic regression over a few signs of the best evidence (Hosmer and Lemeshow, Applied Logistic Regression).
`bench.qa_weights` fits it on questions over the examples and tells how it does on a report that it was not fitted on.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from qa.find import Found
from qa.weights import read_weights

QUOTED = 3
"""Best stretches whose meaning is looked at."""


def is_enough(found: Found) -> bool:
    """Whether the evidence may be taken for an answer."""
    return bool(found.chosen) and probability(found) >= read_weights()["abstention"]["threshold"]


def probability(found: Found) -> float:
    """How likely the evidence answers the question, 0 to 1."""
    weights = read_weights()["abstention"]
    total = weights["bias"] + sum(weights[name] * value for name, value in signs_of(found).items())
    return 1 / (1 + math.exp(-total))


def signs_of(found: Found) -> Mapping[str, float]:
    """What speaks for there being an answer, each 0 to 1; something must have been found."""
    quoted = [stretch.signs for stretch, _ in found.chosen[:QUOTED]]
    first = quoted[0]
    return {
        "held": first.held,
        "likeness": max(signs.likeness for signs in quoted),
        "shown": first.shown,
        "entities": first.entities,
        "left": float(found.asked.of_one_that_left),
        "fact": max(signs.fact for signs in quoted),
    }
