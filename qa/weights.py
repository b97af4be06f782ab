"""What the signs of evidence weigh: read from `qa/data/weights.toml`, which `bench.qa_weights` writes."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path

from qa.stretch import Signs


def score_of(signs: Signs) -> float:
    """How well a stretch with these signs answers: their weighted sum."""
    return sum(weight * float(getattr(signs, name)) for name, weight in _ranking())


@cache
def _ranking() -> tuple[tuple[str, float], ...]:
    weights = read_weights()["ranking"]
    return tuple((field.name, weights[field.name]) for field in fields(Signs))


@cache
def read_weights() -> Mapping[str, Mapping[str, float]]:
    """The weights by what they are for."""
    return tomllib.loads(Path(__file__).with_name("data").joinpath("weights.toml").read_text("utf-8"))
