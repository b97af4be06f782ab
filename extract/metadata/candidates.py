"""Readings of a field that compete: each with its weight and the places it was read from; the heaviest wins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

from extract.report import Budget, Period, ReadingWarning, Region

Value = str | int | Period | Budget | tuple[str, ...]
T = TypeVar("T", str, int, Period, Budget, tuple[str, ...])

SUPPORT = 0.15
"""What each further reading that agrees adds to a reading, as a share of its own weight."""
GOOD = 0.75
"""A different reading of at least this share of the winner's weight is worth a warning."""
ALIKE = 0.85
"""Similarity from which two texts are one reading."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One reading of one field; weights are 1 to 10."""

    field: str
    value: Value
    weight: float
    regions: tuple[Region, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The reading that won, and the best of those that say something else."""

    candidate: Candidate
    rival: Candidate | None


def choose(candidates: Iterable[Candidate], field: str) -> Choice | None:
    """The reading of a field with most weight, that of its supporters counted in part."""
    groups: list[list[Candidate]] = []
    for one in sorted((c for c in candidates if c.field == field), key=lambda c: -c.weight):
        group = next((g for g in groups if agree(g[0].value, one.value)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    if not groups:
        return None
    ranked = sorted(groups, key=_weight, reverse=True)
    rival = next((group[0] for group in ranked[1:] if _weight(group) >= GOOD * _weight(ranked[0])), None)
    return Choice(ranked[0][0], rival)


def disagreement(choice: Choice) -> ReadingWarning | None:
    """The warning that a field has a second good reading."""
    if choice.rival is None or _other_money(choice.candidate.value, choice.rival.value):
        return None
    page = choice.rival.regions[0].page if choice.rival.regions else None
    one, other = shown(choice.candidate.value), shown(choice.rival.value)
    message = f'Two readings of the {choice.candidate.field}: "{one}" was taken, "{other}" is there too.'
    return ReadingWarning("metadata_disagree", page, message)


def agree(one: Value, other: Value) -> bool:
    """Whether two readings say the same, one of them perhaps less exactly."""
    if isinstance(one, str) and isinstance(other, str):
        a, b = plain(one), plain(other)
        if a[:1].isdigit() and b[:1].isdigit():
            return a.startswith(b) or b.startswith(a)
        return a == b or a in b or b in a or SequenceMatcher(None, a, b, autojunk=False).ratio() >= ALIKE
    if isinstance(one, Period) and isinstance(other, Period):
        pairs = ((one.start, other.start), (one.end, other.end))
        return all(not a or not b or a.startswith(b) or b.startswith(a) for a, b in pairs)
    if isinstance(one, Budget) and isinstance(other, Budget):
        return abs(one.amount - other.amount) <= 0.02 * max(one.amount, other.amount)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return set(one) == set(other)
    return one == other


def plain(text: str) -> str:
    """The letters and figures of a text, lower case: what two spellings of a name share."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).lower())


def shown(value: Value) -> str:
    """A value as a person would write it."""
    if isinstance(value, Period):
        return f"{value.start or '?'} – {value.end or '?'}"
    if isinstance(value, Budget):
        return f"{value.amount:.0f} {value.currency}"
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _other_money(one: Value, other: Value) -> bool:
    """Whether two amounts differ because one was applied for and the other granted."""
    return isinstance(one, Budget) and isinstance(other, Budget) and one.kind != other.kind


def _weight(group: Sequence[Candidate]) -> float:
    return group[0].weight * (1 + SUPPORT * min(len(group) - 1, 4))
