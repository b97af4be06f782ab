"""What a figure in a sentence on a target is: what was aimed at, what was measured at the start, what was reached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.audit.terms import pattern
from extract.danish.figures import Figure

Role = Literal["target", "baseline", "actual", "open"]
_BETWEEN = re.compile(r"\s*(?:mindst|minimum|på|om|at|de|det|i alt|hele|er|var)?\s*$", re.IGNORECASE)
_FROM = re.compile(r"\bfra\s+$", re.IGNORECASE)
_TO = re.compile(r"\btil\s+$", re.IGNORECASE)
_NEAR = 28
"""Letters behind a figure in which words may say when it was measured."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A figure of a sentence with its role; ``open`` where nothing tells it."""

    figure: Figure
    role: Role


def roles_of(text: str, figures: Sequence[Figure]) -> Iterator[Spoken]:
    """The exact counts and percentages of a sentence with their roles."""
    for place, figure in enumerate(figures):
        if (
            figure.kind not in ("count", "percent")
            or figure.qualifier not in (None, "at_least")
            or figure.value is None
        ):
            continue
        before = text[: figure.start]
        follows = figures[place + 1].start if place + 1 < len(figures) else len(text)
        behind = text[figure.end : min(follows, figure.end + _NEAR)]
        yield Spoken(figure, _role(before, behind))


def _role(before: str, behind: str) -> Role:
    if _said_before("aimed_at", before):
        return "target"
    if _FROM.search(before) or pattern("at_start").search(behind) or _said_before("at_start", before):
        return "baseline"
    return "actual" if _TO.search(before) and _was_from(before) else "open"


def _was_from(before: str) -> bool:
    return re.search(r"\bfra\s+.{0,60}$", before, re.IGNORECASE) is not None


def _said_before(term: str, before: str) -> bool:
    """Whether one of the words stands right before the figure."""
    return any(_BETWEEN.fullmatch(before, found.end()) for found in pattern(term).finditer(before))
