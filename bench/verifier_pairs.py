"""Questions with passages that answer them or do not: what the verifier is trained and measured on.

`bench/questions/verifier/*.jsonl` holds a fictional project a line, written for this project: passages with their
headings, and for each the questions that it answers and near ones that nothing in the project answers. That a passage
answers none of the questions of the project's other passages gives more pairs.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from bench.places import ROOT

FOLDER = ROOT / "bench" / "questions" / "verifier"
HELD_OUT = 10
"""One project of so many is measured on and never trained on."""

Kind = Literal["answers", "near", "other"]
"""The passage answers the question; it speaks of the same thing alone; the question is another passage's."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A question and a passage."""

    question: str
    heading: str
    text: str
    kind: Kind

    @property
    def passage(self) -> str:
        """The passage under its heading, as the verifier reads it."""
        return f"{self.heading}: {self.text}"


def projects(*, held_out: bool) -> list[list[dict[str, Any]]]:
    """The passages of the projects that are trained on, or of those that are measured on."""
    lines = [line for path in sorted(FOLDER.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    return [json.loads(line)["passages"] for k, line in enumerate(lines) if (k % HELD_OUT == 0) == held_out]


def pairs_of(passages: Sequence[dict[str, Any]], chance: random.Random, others: int) -> Iterator[Pair]:
    """The pairs of one project, each of its questions that is answered with so many of the other passages."""
    for passage in passages:
        for question in passage["yes"]:
            yield Pair(question, passage["h"], passage["t"], "answers")
            rest = [other for other in passages if other is not passage]
            for other in chance.sample(rest, min(others, len(rest))):
                yield Pair(question, other["h"], other["t"], "other")
        for question in passage["no"]:
            yield Pair(question, passage["h"], passage["t"], "near")
