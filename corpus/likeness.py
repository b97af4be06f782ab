"""How alike two wordings of targets are: whether they may speak of the same thing at all, and how surely they do."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.comparison import Target
from corpus.measured import OTHERS, Measured, measured
from extract.report import IndicatorLevel

Kind = Literal["number", "percent", "amount", "time", "frequency", "date", "words"]
"""Of figures that can stand beside each other."""

PART = 0.4
"""Worth of a word of which only a part is shared."""
HEAD = 0.8
"""Worth of a compound that shares its last part: a mentoring programme is a programme."""
CODED = 0.65
"""Confidence where only the measure of the codebook is shared; words make up the rest."""
PLAIN = 0.9
"""Confidence where all words are shared and the codebook has no measure for them."""
LEAST = 0.55
"""Below that, two targets are not said to speak of the same thing."""
FEW = 0.7
"""What is left of the confidence where one word is all that is shared."""
OTHER_HORIZON = 0.12
"""Taken off where they look at different times after something."""
VAGUE_LEVEL = 0.05
"""Taken off where one only says outcome, the other outcome in the short or long term."""
NOBODY = 0.1
"""Taken off where only one says whom it speaks of, and the codebook has no measure for them."""

_KINDS: dict[str, Kind] = {
    "count": "number", "range": "number", "yes_no": "number", "percent": "percent", "amount": "amount",
    "frequency": "frequency", "date": "date", "qualitative": "words",
}  # fmt: skip
_TIMES = frozenset({"day", "days", "week", "weeks", "month", "months", "hour", "hours", "year", "years", "minutes"})


@dataclass(frozen=True, slots=True)
class Wording:
    """Targets with the same words, level and kind of figure; one a report."""

    level: IndicatorLevel
    kind: Kind
    said: Measured
    targets: tuple[Target, ...]

    @property
    def reports(self) -> frozenset[str]:
        """Whose targets they are."""
        return frozenset(one.report for one in self.targets)


def wordings(targets: Sequence[Target]) -> tuple[Wording, ...]:
    """The distinct wordings, those of most reports first.

    A report that has several targets of a wording is left out of it: which of them another project's is like, nobody
    can tell.
    """
    found: dict[tuple[IndicatorLevel, Kind, Measured], dict[str, list[Target]]] = {}
    for one in targets:
        found.setdefault((one.level, kind_of(one), measured(one.text)), {}).setdefault(one.report, []).append(one)
    alone = {key: [own[0] for own in held.values() if len(own) == 1] for key, held in found.items()}
    made = [Wording(*key, tuple(sorted(own, key=_place))) for key, own in alone.items() if own]
    return tuple(
        sorted(
            made,
            key=lambda one: (
                -len(one.targets),
                one.level,
                one.kind,
                min(own.text for own in one.targets),
                _place(one.targets[0]),
            ),
        )
    )


def _place(one: Target) -> tuple[str, str, int]:
    return one.project, one.report, one.place


def kind_of(one: Target) -> Kind:
    """What kind of figure a target is in; one without a figure of its own goes by words."""
    kind = _KINDS.get(one.target_kind or one.actual_kind or "", "words")
    return "time" if kind == "number" and one.target_unit in _TIMES else kind


def weights(held: Iterable[Wording]) -> dict[str, float]:
    """How much each term says: the rarer among the wordings, the more."""
    every = [{term for word in one.said.words for term in word} for one in held]
    counts = Counter(term for terms in every for term in terms)
    return {term: math.log(1 + len(every) / count) for term, count in counts.items()}


def may_be_same(a: Wording, b: Wording) -> bool:
    """Whether nothing speaks against it: level, kind of figure, measure, whom they speak of, direction.

    A project that has both as targets of its own tells them apart, and so does the comparison.
    """
    return (
        a.kind == b.kind
        and a.said.measure == b.said.measure
        and _same_level(a.level, b.level)
        and (a.said.actor == b.said.actor or None in (a.said.actor, b.said.actor))
        and _same_direction(a.said.direction, b.said.direction)
        and not a.reports & b.reports
    )


def confidence(a: Wording, b: Wording, weight: dict[str, float]) -> float:
    """How surely two wordings that may be the same are, 0..1."""
    shared, likeness = _likeness(a.said.words, b.said.words, weight)
    if a.said.measure:
        sure = CODED + (1 - CODED) * likeness
    else:
        sure = PLAIN * likeness * (1 if shared > 1 else FEW * shared)
        sure -= NOBODY if a.said.actor != b.said.actor else 0
    sure -= OTHER_HORIZON if a.said.horizon != b.said.horizon else 0
    sure -= VAGUE_LEVEL if a.level != b.level else 0
    return max(0.0, min(1.0, sure))


def _same_level(a: IndicatorLevel, b: IndicatorLevel) -> bool:
    outcomes = ("outcome_short", "outcome_long", "outcome")
    return a == b or ("outcome" in (a, b) and a in outcomes and b in outcomes)


def _same_direction(a: frozenset[str], b: frozenset[str]) -> bool:
    if ("negated" in a) != ("negated" in b):
        return False
    ways_a, ways_b = a - {"negated"}, b - {"negated"}
    return not ways_a or not ways_b or ways_a == ways_b


def _likeness(
    a: Sequence[tuple[str, ...]], b: Sequence[tuple[str, ...]], weight: dict[str, float]
) -> tuple[int, float]:
    """How many words both have, those whom they speak of aside, and the share that is shared, by weight."""
    if not a and not b:
        return 0, 1.0
    matches_a, matches_b = [_best(word, b) for word in a], [_best(word, a) for word in b]
    worth_a, worth_b = [weight[word[0]] for word in a], [weight[word[0]] for word in b]
    held = sum(m * w for m, w in zip(matches_a + matches_b, worth_a + worth_b, strict=True))
    own = (word for word, match in zip(a, matches_a, strict=True) if match > PART and not word[0].startswith(OTHERS))
    return sum(1 for _ in own), held / (sum(worth_a) + sum(worth_b))


def _best(word: tuple[str, ...], others: Sequence[tuple[str, ...]]) -> float:
    return max((_match(word, other) for other in others), default=0.0)


def _match(a: tuple[str, ...], b: tuple[str, ...]) -> float:
    if a[0] == b[0]:
        return 1.0
    if a[-1] == b[-1]:
        return HEAD
    return PART if set(a) & set(b) else 0.0
