"""Numbers that are said to be so many more or fewer than others: "116 er begyndt, fire færre end målet på 120"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.audit.spoken import COUNT, POINTS, Marked, Spoken
from extract.audit.terms import matches

_WORD = r"[^\W\d_][\w'’-]*\.?"
_THAN = re.compile(
    rf"(?P<kind>[{COUNT}{POINTS}])(?P<d>.)\s+(?:{_WORD}\s+){{0,3}}?"
    r"(?P<sign>færre|flere|mere|mindre|lavere|højere|bedre|dårligere|over|under)"
    rf"(?:(?<=over)|(?<=under)|\s+end)\s+(?:{_WORD},?\s+){{0,5}}?(?P<of>[{COUNT}\ue002])(?P<c>.)",
    re.IGNORECASE,
)
_MISSING = re.compile(rf"\b(?:mangler|manglede)\s+(?:{_WORD}\s+){{0,3}}?(?:{COUNT})(?P<d>.)", re.IGNORECASE)
_LESS = {"færre", "mindre", "lavere", "dårligere", "under"}
ALIKE = 2.0
"""Numbers further apart than this factor are not of the same thing."""


@dataclass(frozen=True, slots=True)
class Difference:
    """``number`` is said to be ``by`` more or less than ``other``; ``computed`` is what lies between them."""

    number: Spoken
    other: Spoken
    by: Spoken
    holds: bool | None
    computed: float
    inside: bool = True


def differences_in(text: Marked, before: Marked | None) -> Iterator[Difference]:
    """The differences that a sentence states, with the numbers in it or, of what is missing, in the one before."""
    for match in _THAN.finditer(text.text):
        by, other = text.number(match["d"]), text.number(match["c"])
        if (match["kind"] == POINTS) == (match["of"] == COUNT) or by.qualifier or other.qualifier:
            continue
        earlier = [n for n in text.numbers_of(text.text[: match.start()], match["of"]) if n.qualifier is None]
        yield from _between(earlier, other, by, less=match["sign"].lower() in _LESS)
    for match in _MISSING.finditer(text.text):
        if before is not None and len(text.numbers_of(text.text, COUNT)) == 1:
            yield from _missing(before, text.number(match["d"]))


def _between(earlier: list[Spoken], other: Spoken, by: Spoken, *, less: bool) -> Iterator[Difference]:
    """Held against the number before only where there is one and it may be of the same thing."""
    expected = other.value - by.value if less else other.value + by.value
    same = [n for n in earlier if n.decimals == 0 and by.decimals == 0 and _apart(n.value, other.value) <= ALIKE]
    right = [n for n in earlier if abs(n.value - expected) < 10.0**-n.decimals]
    if right:
        yield Difference(right[0], other, by, True, abs(right[0].value - other.value))
    elif len(same) == len(earlier) == 1 and abs(same[0].value - expected) > _slack(other):
        yield Difference(same[0], other, by, False, abs(same[0].value - other.value))


def _missing(before: Marked, by: Spoken) -> Iterator[Difference]:
    """What is missing in a target: between the two numbers of the sentence before."""
    numbers = before.numbers_of(before.text, COUNT)
    if len(numbers) != 2 or not matches("of_target", before.text) or any(n.qualifier for n in (*numbers, by)):
        return
    less, more = sorted(numbers, key=lambda n: n.value)
    if less.value and _apart(less.value, more.value) <= ALIKE and less.value != more.value:
        computed = more.value - less.value
        yield Difference(less, more, by, computed == by.value, computed, inside=False)


def _apart(one: float, other: float) -> float:
    return max(one, other) / min(one, other) if min(one, other) > 0 else float("inf")


def _slack(other: Spoken) -> float:
    """Percentages are rounded each for themselves; counts are exact."""
    return 1.0 * 10.0**-other.decimals if other.kind == "percent" else 0.0
