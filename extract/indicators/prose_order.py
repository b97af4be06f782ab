"""Which goal each of a section's verdicts is given to, all at once: prose takes goals up in their order, mostly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

AGAIN = 0.2
"""What it costs that a goal has a second verdict in the section."""
BACK = 0.15
"""What it costs to go back to a goal before the last."""
NEXT = 0.05
"""What it gains to go on to the very next goal."""


def in_order(scores: Sequence[Mapping[int, float]], least: float) -> list[int | None]:
    """For each verdict the goal that it is given to, or ``None``: the choice with the greatest sum of scores.

    ``scores``: for each verdict, in reading order, how well it fits each goal. A fit below ``least`` is none. This is
    the alignment of two sequences by dynamic programming (Needleman and Wunsch 1970) that may also go back.
    """
    best: dict[int, tuple[float, tuple[int | None, ...]]] = {-1: (0.0, ())}
    for fits in scores:
        following = {last: (total, (*path, None)) for last, (total, path) in best.items()}
        for goal, fit in fits.items():
            if fit < least:
                continue
            for last, (total, path) in best.items():
                gain = total + fit + _step(last, goal)
                if goal not in following or gain > following[goal][0]:
                    following[goal] = (gain, (*path, goal))
        best = following
    return list(max(best.values(), key=lambda found: found[0])[1])


def _step(last: int, goal: int) -> float:
    if last == -1 or goal > last + 1:
        return 0.0
    return NEXT if goal == last + 1 else -AGAIN if goal == last else -BACK
