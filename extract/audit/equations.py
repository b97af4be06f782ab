"""What the figures of one table say of each other, and which figure is to blame where that does not hold.

A figure that stands in two broken equations and mends both when it is read otherwise is told, not the two results:
the method is that of cross-footing in bookkeeping, where a slip shows in its row and its column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.audit.grid import Grid
from extract.audit.numbers import Number

Kind = Literal["sum", "share", "change"]
Key = tuple[int, int, bool]
"""Row and column of a cell in its table, and whether its percentage is meant."""
HAIR = 1e-9


@dataclass(frozen=True, slots=True)
class Equation:
    """``target`` is the sum of the operands, or 100 × the first / the second, or the growth from second to first.

    ``slack`` is how far the target may lie from what is computed by the rounding of what is printed.
    ``base`` says in Danish what a share is of.
    """

    kind: Kind
    target: Key
    operands: tuple[Key, ...]
    slack: float
    base: str = ""
    whole: float | None = None
    """The base of a share where it stands in no cell of the table; there is one operand then."""

    def computed(self, values: Mapping[Key, float]) -> float | None:
        """What the target should be; ``None`` where the base is nought."""
        parts = [values[key] for key in self.operands]
        if self.kind == "sum":
            return sum(parts)
        part, whole = parts if self.whole is None else (parts[0], self.whole)
        if not whole:
            return None
        return 100 * part / whole if self.kind == "share" else 100 * (part - whole) / whole

    def holds(self, values: Mapping[Key, float]) -> bool:
        """Whether the target is what is computed, within the slack."""
        computed = self.computed(values)
        return computed is None or abs(values[self.target] - computed) <= self.slack + HAIR

    @property
    def keys(self) -> tuple[Key, ...]:
        """All figures of the equation."""
        return (self.target, *self.operands)


@dataclass(frozen=True, slots=True)
class Verdict:
    """A broken equation, the figure to blame, what it should be, and the other equations it breaks."""

    equation: Equation
    figure: Key
    computed: float


def key_of(grid: Grid, line: int, column: int, *, percent: bool = False) -> Key:
    """The key of a cell's figure."""
    return (*grid.cell(line, column), percent)


def values_of(grid: Grid) -> dict[Key, float]:
    """All figures of a table by their keys."""
    values: dict[Key, float] = {}
    for line, entries in enumerate(grid.entries):
        for column, entry in enumerate(entries):
            if entry and entry.count:
                values[key_of(grid, line, column)] = entry.count.value
            if entry and entry.percent:
                values[key_of(grid, line, column, percent=True)] = entry.percent.value
    return values


def blame(equations: Sequence[Equation], values: Mapping[Key, float]) -> Iterator[Verdict]:
    """The broken equations by the figure to blame; one verdict a figure."""
    broken = [e for e in equations if not e.holds(values)]
    while broken:
        shared = _shared(broken, equations, values)
        if shared is None:
            break
        yield shared
        mended = {**values, shared.figure: shared.computed}
        broken = [e for e in broken if not (shared.figure in e.keys and e.holds(mended))]
    for equation in broken:
        computed = equation.computed(values)
        assert computed is not None, "an equation without a result is not broken"
        yield Verdict(equation, equation.target, computed)


def _shared(broken: Sequence[Equation], all_of: Sequence[Equation], values: Mapping[Key, float]) -> Verdict | None:
    """The figure that mends two or more broken equations and breaks fewer, read as one of the sums needs it."""
    best: tuple[tuple[int, bool], Verdict] | None = None
    for equation in broken:
        for key, value in _readings(equation, values):
            mended = {**values, key: value}
            fixed = [e for e in broken if key in e.keys and e.holds(mended)]
            spoilt = [e for e in all_of if key in e.keys and e.holds(values) and not e.holds(mended)]
            score = (len(fixed) - len(spoilt), key == equation.target)
            if len(fixed) >= 2 and score[0] > 0 and (best is None or score > best[0]):
                best = score, Verdict(equation, key, value)
    return best[1] if best else None


def _readings(equation: Equation, values: Mapping[Key, float]) -> Iterator[tuple[Key, float]]:
    """What each figure of a broken equation would have to be for the equation to hold."""
    computed = equation.computed(values)
    if computed is None:
        return
    yield equation.target, computed
    if equation.kind == "sum":
        gap = values[equation.target] - computed
        yield from ((key, values[key] + gap) for key in equation.operands)


def spread(numbers: Iterable[Number]) -> float:
    """How far a sum of printed figures may lie from the true one: the slack of those that have decimals."""
    return sum(number.slack for number in numbers if number.decimals)
