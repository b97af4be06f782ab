"""What can be wrong with what is asked for and where."""

from __future__ import annotations

from extract.errors import PuljelupError


class NothingToAsk(PuljelupError):
    """Neither a report nor a library is there to be asked."""


class QuestionsUnreadable(PuljelupError):
    """A file should hold questions and does not."""


class EndpointDown(PuljelupError):
    """The endpoint of a language model cannot be reached, or takes too long."""


class EndpointRefuses(PuljelupError):
    """The endpoint answers with an error: the key, the model, too many questions, or its own fault."""


class ModelNonsense(PuljelupError):
    """What the model says is empty, broken off, or not in the form that was asked for."""
