"""A table's percentages → equations: what each column of percentages is a share of, by what most of it agrees on.

No header need be understood: a base that explains most of a column to its last printed digit is its base, and what
it does not explain is held against it. Headers only decide where there is little to go by.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
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
    of_percent: bool = False
    """Whether part and whole are percentages themselves, as where a goal is one."""

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
    counts = _chosen(grid, column, lines, (*_bases(grid, column), *_outside(grid, column, lines, known)))
    yield from _kindest(grid, [equations for _, equations in counts])
    told = {e.target for _, equations in counts for e in equations}
    rest = [n for n in lines if key_of(grid, n, column, percent=True) not in told]
    pairs = {(base.part, base.whole) for base, _ in counts}
    yield from _kindest(grid, [e for _, e in _chosen(grid, column, rest, _percent_bases(grid, column), pairs)])


def _chosen(
    grid: Grid, column: int, lines: Sequence[int], bases: Iterable[Base], trusted: Collection[tuple[int, int]] = ()
) -> list[tuple[Base, list[Equation]]]:
    """The bases that explain the lines best, with their equations; ``trusted`` are parts and wholes already found."""
    found: list[tuple[float, Base, list[Equation]]] = []
    for base in bases:
        equations = [e for n in lines if (e := _equation(grid, n, column, base)) is not None]
        agreeing = [e for e in equations if _agrees(grid, e) and len(set(e.operands)) == len(e.operands)]
        sure = (base.part, base.whole) in trusted and bool(equations)
        if sure or _credible(grid, column, base, len(agreeing), len(equations)):
            found.append((len(agreeing) + 0.5 * _named(grid, column, base), base, equations))
    best = max((score for score, _, _ in found), default=0.0)
    return [(base, equations) for score, base, equations in found if score >= best - 0.5]


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


def _percent_bases(grid: Grid, column: int) -> Iterator[Base]:
    """Columns of a goal in per cent and of what was reached, where this column is headed as the fulfilment of goals."""
    if grid.turned or not matches("percent", grid.headers[column]) or matches("target", grid.headers[column]):
        return
    lines = range(len(grid.labels))
    columns = [c for c in range(len(grid.headers)) if c != column and any(_percent(grid, n, c) for n in lines)]
    for part, whole in permutations(columns, 2):
        if matches("target", grid.headers[whole]) and not matches("target", grid.headers[part]):
            yield Base(part, whole, None, "share", of_percent=True)


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
    figure = _percent if base.of_percent else _count
    stated, part = _percent(grid, line, column), figure(grid, line, base.part)
    whole = figure(grid, whole_line, base.whole) if base.number is None else Number(base.number)
    if stated is None or part is None or whole is None or whole.value <= 0 or part.value < 0:
        return None
    first = key_of(grid, line, base.part, percent=base.of_percent)
    target = key_of(grid, line, column, percent=True)
    if base.number is not None:
        return Equation("share", target, (first,), stated.slack + _inexact(part, whole), base.named(grid), base.number)
    operands = (first, key_of(grid, whole_line, base.whole, percent=base.of_percent))
    return Equation(base.kind, target, operands, stated.slack + _inexact(part, whole), base.named(grid))


def _inexact(part: Number, whole: Number) -> float:
    """How far a share may lie off because its parts are themselves rounded."""
    low = (part.value - _own(part)) / (whole.value + _own(whole))
    high = (part.value + _own(part)) / max(whole.value - _own(whole), HAIR)
    return 50 * (high - low)


def _own(number: Number) -> float:
    return number.slack if number.decimals or number.percent else 0.0


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
