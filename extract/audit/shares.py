"""A table's percentages → equations: what each column of percentages is a share of, by what most of it agrees on.

No header need be understood: a base that explains most of a column to its last printed digit is its base, and what
it does not explain is held against it. Headers only decide where there is little to go by.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from extract.audit.equations import HAIR, Equation, Key, Kind, key_of
from extract.audit.grid import Grid
from extract.audit.numbers import Number
from extract.audit.terms import matches

SURE = 3
"""So many agreeing lines need no header that says what the base is."""
MOST = 0.6


@dataclass(frozen=True, slots=True)
class Base:
    """What a column of percentages may be of: a column of parts, and a column or one line of it as the whole."""

    part: int
    whole: int
    whole_line: int | None
    kind: Kind
    number: float | None = None
    """The whole, where it stands outside the table."""

    def named(self, grid: Grid) -> str:
        """What the share is of, in the words of the table."""
        if self.number is not None:
            return f"{self.number:g}"
        if self.whole_line is not None:
            return f"{grid.labels[self.whole_line]} ({grid.headers[self.whole]})".strip()
        return grid.headers[self.whole]


def shares(grid: Grid, known: Collection[int]) -> Iterator[Equation]:
    """The percentages whose base is known, as equations; ``known`` are the numbers that the report states anywhere."""
    for column in range(len(grid.headers)):
        lines = [n for n in range(len(grid.labels)) if _percent(grid, n, column) is not None]
        if lines:
            yield from _of_column(grid, column, lines, known)


def _of_column(grid: Grid, column: int, lines: Sequence[int], known: Collection[int]) -> Iterator[Equation]:
    found: list[tuple[float, list[Equation]]] = []
    for base in (*_bases(grid, column), *_outside(grid, column, lines, known)):
        equations = [e for n in lines if (e := _equation(grid, n, column, base)) is not None]
        agreeing = [e for e in equations if _agrees(grid, e) and len(set(e.operands)) == len(e.operands)]
        if _credible(grid, column, base, len(agreeing), len(equations)):
            found.append((len(agreeing) + 0.5 * _named(grid, column, base), equations))
    if not found:
        return
    best = max(score for score, _ in found)
    chosen = [equations for score, equations in found if score >= best - 0.5]
    yield from _kindest(grid, chosen)


def _kindest(grid: Grid, chosen: Sequence[list[Equation]]) -> Iterator[Equation]:
    """One equation a percentage: of bases that explain the column equally well one that explains this line too."""
    by_target: dict[Key, list[Equation]] = {}
    for equations in chosen:
        for equation in equations:
            by_target.setdefault(equation.target, []).append(equation)
    for equations in by_target.values():
        yield next((e for e in equations if _agrees(grid, e)), equations[0])


def _credible(grid: Grid, column: int, base: Base, agreeing: int, lines: int) -> bool:
    """Whether so many of the lines agree that it is no chance."""
    if agreeing >= SURE:
        return agreeing >= MOST * lines
    if not _named(grid, column, base):
        return False
    return agreeing >= 1 and agreeing >= lines - 1 and lines >= 2


def _named(grid: Grid, column: int, base: Base) -> bool:
    """Whether the headers say the same as the figures do."""
    header, whole, part = grid.headers[column], grid.headers[base.whole], grid.headers[base.part]
    if base.kind == "change":
        return matches("change", header)
    if base.whole_line is not None or base.number is not None:
        return base.part == column or column == base.part + 1
    return matches("target", whole) and not matches("target", part)


def _bases(grid: Grid, column: int) -> Iterator[Base]:
    counts = [c for c in range(len(grid.headers)) if any(_count(grid, n, c) for n in range(len(grid.labels)))]
    totals = [n for n in range(len(grid.labels)) if grid.is_total(n)]
    yield from (Base(part, whole, None, "share") for part, whole in permutations(counts, 2))
    yield from (Base(part, part, line, "share") for part in counts for line in totals)
    if matches("change", grid.headers[column]):
        yield from (Base(part, whole, None, "change") for part, whole in permutations(counts, 2))


def _outside(grid: Grid, column: int, lines: Sequence[int], known: Collection[int]) -> Iterator[Base]:
    """Wholes that the report states elsewhere and that explain most of the column."""
    for part in range(len(grid.headers)):
        pairs = [(p, c) for n in lines if (p := _percent(grid, n, column)) and (c := _count(grid, n, part))]
        pairs = [(p, c) for p, c in pairs if p.value > 0 and c.value > 0]
        ranges = [(100 * c.value / (p.value + p.slack), 100 * c.value / max(p.value - p.slack, HAIR)) for p, c in pairs]
        for number in sorted(known):
            fitting = sum(low - HAIR <= number <= high + HAIR for low, high in ranges)
            if fitting >= SURE and fitting >= MOST * len(ranges):
                yield Base(part, part, None, "share", float(number))


def _equation(grid: Grid, line: int, column: int, base: Base) -> Equation | None:
    whole_line = line if base.whole_line is None else base.whole_line
    stated, part = _percent(grid, line, column), _count(grid, line, base.part)
    whole = _count(grid, whole_line, base.whole) if base.number is None else Number(base.number)
    if stated is None or part is None or whole is None or whole.value <= 0 or part.value < 0:
        return None
    first, target = key_of(grid, line, base.part), key_of(grid, line, column, percent=True)
    if base.number is not None:
        return Equation("share", target, (first,), stated.slack + _inexact(part, whole), base.named(grid), base.number)
    operands = (first, key_of(grid, whole_line, base.whole))
    return Equation(base.kind, target, operands, stated.slack + _inexact(part, whole), base.named(grid))


def _inexact(part: Number, whole: Number) -> float:
    """How far a share may lie off because its parts are themselves rounded."""
    low = (part.value - _own(part)) / (whole.value + _own(whole))
    high = (part.value + _own(part)) / max(whole.value - _own(whole), HAIR)
    return 50 * (high - low)


def _own(number: Number) -> float:
    return number.slack if number.decimals else 0.0


def _agrees(grid: Grid, equation: Equation) -> bool:
    values = {key: _value(grid, key) for key in equation.keys}
    return equation.holds(values)


def _value(grid: Grid, key: Key) -> float:
    row, column, percent = key
    line, place = grid.rows.index(row), grid.columns.index(column)
    entry = grid.entries[place][line] if grid.turned else grid.entries[line][place]
    number = entry and (entry.percent if percent else entry.count)
    assert number, "an equation is made of figures"
    return number.value


def _percent(grid: Grid, line: int, column: int) -> Number | None:
    entry = grid.entries[line][column]
    return entry.percent if entry else None


def _count(grid: Grid, line: int, column: int) -> Number | None:
    entry = grid.entries[line][column]
    return entry.count if entry else None
