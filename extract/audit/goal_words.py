"""Which target a stretch of prose speaks of, and whether a figure is one of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.danish.figures import Figure
from extract.indicators.prose_words import alike, coverage, precision, stems, weights
from extract.report import Indicator, Quantity

AHEAD = 0.12
"""How far the best target must be ahead of the next."""
HAIR = 1e-9
FEWEST = 2
"""Words of a text that can say what a whole target says."""
_WHOLE = re.compile(
    r"\b(?:i\s+alt|ialt|samlet(?:\s+set)?|tilsammen|ved\s+(?:projektets\s+)?(?:afslutning\w*|slutning\w*|udløb)|projektet\w*)\b",
    re.IGNORECASE,
)
"""Words that say no more than that all are meant, at the end."""
SAME = 0.75
"""Likeness of two forms of one word."""


@dataclass(frozen=True)
class GoalWords:
    """The targets with their words, to find the one that a stretch of prose speaks of."""

    goals: Sequence[Indicator]
    words: Sequence[frozenset[str]]
    weight: dict[str, float]

    @classmethod
    def of_goals(cls, goals: Sequence[Indicator]) -> GoalWords:
        """The targets with the stems of their words, weighed by how few of them have each."""
        words = [stems(goal.text) for goal in goals]
        return cls(goals, words, dict(weights(words)))

    def exactly(self, text: str, least: float, exact: float) -> Indicator | None:
        """The same, where nearly every word of the text is the target's too, or one of no weight."""
        goal = self.meant(text, least, 0.0)
        told = [word for word in stems(_WHOLE.sub(" ", text)) if not word[0].isdigit()]
        own = stems(goal.text) if goal else frozenset()
        theirs = sum(any(alike(word, other) >= SAME for other in own) for word in told)
        return goal if len(told) >= FEWEST and theirs >= exact * len(told) else None

    def meant(self, text: str, least: float, exact: float) -> Indicator | None:
        """The target most of whose words the text has, ahead of all others."""
        told = stems(text)
        shares = [coverage(words, told, self.weight) for words in self.words]
        best = max(range(len(shares)), key=lambda i: shares[i])
        rest = max((share for i, share in enumerate(shares) if i != best), default=0.0)
        if shares[best] < least or shares[best] < rest + AHEAD:
            return None
        return self.goals[best] if precision(self.words[best], told, self.weight) >= exact else None


def same(figure: Figure, quantity: Quantity | None) -> bool:
    """Whether a figure is a quantity of the same kind."""
    return quantity is not None and quantity.kind == figure.kind and _equal(figure, quantity.value)


def _equal(figure: Figure, value: float | None) -> bool:
    """Whether a figure is a value, rounded as it is printed."""
    return (
        value is not None
        and figure.value is not None
        and abs(figure.value - value) <= 0.5 * 10.0**-figure.decimals * (figure.kind == "percent") + HAIR
    )


def among(figure: Figure, goal: Indicator) -> bool:
    """Whether a figure is any of the target's, or what is between two of them."""
    values = [q.value for q in (goal.target, goal.actual, goal.baseline) if q and q.value is not None]
    values += [abs(a - b) for a in values for b in values]
    values += [part.actual for part in goal.breakdown if part.actual is not None]
    values += [100 * goal.achievement] if goal.achievement is not None else []
    return any(_equal(figure, value) for value in values)
