"""An answer printed: to stdout what was asked for, to stderr what was left out."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from extract.serialise import to_json
from qa.answer import Answer
from qa.plain import answer_text


def print_answer(answer: Answer, language: str = "da", *, json: bool) -> None:
    """Print it as JSON or for the terminal."""
    tell_dropped([answer])
    sys.stdout.write((to_json(answer) if json else answer_text(answer, language)) + "\n")
    sys.stdout.flush()


def tell_dropped(answers: Sequence[Answer]) -> None:
    """Say how many sentences of a language model were left out, where any were."""
    dropped = sum(answer.dropped for answer in answers)
    if dropped:
        said = "1 sentence of the model was" if dropped == 1 else f"{dropped} sentences of the model were"
        sys.stderr.write(f"{said} left out: no quote stands word for word where they say\n")
