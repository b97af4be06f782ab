"""Targets of different projects that speak of the same thing, found without comparing each with each.

Two wordings are held against each other where they share a measure of the codebook or one of their rarest terms; in a
crowd that shares one, each is held against the commonest only. The surest pairs come together first, and a group takes
another in only where all of both may be the same and are sure enough.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.comparison import Aligned, Reason, Target
from corpus.likeness import LEAST, Wording, confidence, may_be_same, weights, wordings
from corpus.measured import printed_words

RAREST = 3
"""Terms that a wording is looked up by."""
HUBS = 24
"""Wordings of a crowd that all others of it are held against: the cost grows with their number, not its square."""
SPEAKERS = 8
"""Wordings of a group that are asked whether another fits."""
DIGITS = 2


@dataclass(slots=True)
class _Group:
    """Wordings by their places, and whose they are; it grows while pairs come together."""

    members: list[int]
    reports: set[str]


def align(targets: Sequence[Target]) -> tuple[Aligned, ...]:
    """Groups of targets of two projects or more, the largest and surest first; whatever the order of the targets."""
    held = wordings(targets)
    weight = weights(held)
    group_of = [_Group([k], set(one.reports)) for k, one in enumerate(held)]
    for _, a, b in sorted(_pairs(held, weight), key=lambda pair: (-pair[0], pair[1], pair[2])):
        ours, theirs = group_of[a], group_of[b]
        if ours is not theirs and _fit(held, ours, theirs, weight):
            small, large = sorted((ours, theirs), key=lambda group: len(group.members))
            large.members += small.members
            large.reports |= small.reports
            for k in small.members:
                group_of[k] = large
    groups = {id(group): sorted(group.members) for group in group_of}
    found = [_aligned([held[k] for k in group], weight) for group in groups.values()]
    several = [one for one in found if len(one.targets) > 1 and one.confidence >= LEAST]
    return tuple(sorted(several, key=lambda one: (-len(one.targets), -one.confidence, one.level, one.label)))


def _pairs(held: Sequence[Wording], weight: dict[str, float]) -> Iterator[tuple[float, int, int]]:
    """Pairs that are sure enough, each once."""
    blocks: dict[object, list[int]] = defaultdict(list)
    for k, one in enumerate(held):
        for key in _keys(one, weight):
            blocks[one.kind, key].append(k)
    met = set()
    for block in blocks.values():
        for place, a in enumerate(block[:HUBS]):
            for b in block[place + 1 :]:
                if (a, b) not in met and may_be_same(held[a], held[b]):
                    met.add((a, b))
                    sure = confidence(held[a], held[b], weight)
                    if sure >= LEAST:
                        yield sure, a, b


def _keys(one: Wording, weight: dict[str, float]) -> list[str]:
    if one.said.measure:
        return [f"measure {one.said.measure}"]
    terms = sorted({term for word in one.said.words for term in word}, key=lambda term: (-weight[term], term))
    return terms[: RAREST * 2]


def _fit(held: Sequence[Wording], ours: _Group, theirs: _Group, weight: dict[str, float]) -> bool:
    return ours.reports.isdisjoint(theirs.reports) and all(
        may_be_same(held[a], held[b]) and confidence(held[a], held[b], weight) >= LEAST
        for a in ours.members[:SPEAKERS]
        for b in theirs.members[:SPEAKERS]
    )


def _aligned(group: Sequence[Wording], weight: dict[str, float]) -> Aligned:
    sure = min(
        (confidence(a, b, weight) for k, a in enumerate(group[:SPEAKERS]) for b in group[k + 1 : SPEAKERS]),
        default=confidence(group[0], group[0], weight),
    )
    targets = sorted(
        (one for wording in group for one in wording.targets), key=lambda one: (one.project, one.report, one.place)
    )
    levels = {one.level for one in targets}
    measure = group[0].said.measure
    label = min((one.text for one in targets), key=lambda text: (len(text.split()), len(text), text))
    shared = set.intersection(*({word[0] for word in one.said.words} for one in group))
    reason = Reason("same_measure", (measure,)) if measure else Reason("same_words", printed_words(label, shared))
    return Aligned(
        label=label,
        level=next(iter(levels)) if len(levels) == 1 else "outcome",
        targets=tuple(targets),
        confidence=round(sure, DIGITS),
        reason=reason,
        notes=tuple(_notes(group)),
        measure=measure,
    )


def _notes(group: Sequence[Wording]) -> Iterator[Reason]:
    horizons = sorted({one.said.horizon or "" for one in group})
    if len(horizons) > 1:
        told = tuple(filter(None, horizons))
        yield Reason("other_horizon" if len(told) > 1 else "one_horizon", told)
    if len({one.level for one in group}) > 1:
        yield Reason("vague_level")
    common = set.intersection(*({term for word in one.said.words for term in word} for one in group))
    if any(not set(word) & common for one in group for word in one.said.words):
        yield Reason("other_words")
