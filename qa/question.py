"""What may be asked."""

from __future__ import annotations

from extract.danish.characters import tidy
from extract.errors import PuljelupError

LONGEST = 2000
"""Characters; no question needs more, and a report pasted in by mistake has more."""


class QuestionEmpty(PuljelupError):
    """Nothing was asked."""


class QuestionTooLong(PuljelupError):
    """What was asked is no question but a text."""


def read_question(text: str) -> str:
    """The question in tidy characters; raises `QuestionEmpty` or `QuestionTooLong`."""
    if len(text) > LONGEST:
        raise QuestionTooLong(
            f"The question has {len(text)} characters, more than {LONGEST}.", "Ask in one sentence or two."
        )
    question = tidy(text)
    if not any(map(str.isalnum, question)):
        raise QuestionEmpty("The question is empty.", 'Ask something, such as: qa ask "Er målene nået?" REPORT.pdf')
    return question
