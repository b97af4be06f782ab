"""What can be wrong with what is asked for and where."""

from __future__ import annotations

from extract.errors import PuljelupError


class NothingToAsk(PuljelupError):
    """Neither a report nor a library is there to be asked."""


class QuestionsUnreadable(PuljelupError):
    """A file should hold questions and does not."""
