"""A table's totals → equations: which lines add up to which, told by labels and by what most columns agree on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.audit.equations import HAIR, Equation, key_of, spread
from extract.audit.grid import Grid
from extract.audit.numbers import Number
from extract.audit.terms import matches

AGREEING = 0.6
"""The share of the columns that must add up before the others are held against it."""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A total that could not be checked: its cell and why."""

    line: int
    column: int
    reason: str


def sums(grid: Grid) -> Iterator[Equation | Unchecked]:
    """The sums of the lines that are totals; a column in which they cannot be sums is told as unchecked."""
    for total in range(len(grid.labels)):
        if grid.is_total(total) and not matches("average", grid.labels[total]):
            yield from _of_total(grid, total)


def _of_total(grid: Grid, total: int) -> Iterator[Equation | Unchecked]:
    columns = [c for c in range(len(grid.headers)) if _figure(grid, total, c) is not None]
    options = list(dict.fromkeys(_options(grid, total)))
    if not columns or not options:
        return
    agreeing = {parts: [c for c in columns if _adds_up(grid, total, parts, c)] for parts in options}
    best = max(options, key=lambda parts: (len(agreeing[parts]), -options.index(parts)))
    additive = [c for c in columns if c in agreeing[best] or _why_not(grid, total, best, c) is None]
    trusted = _trusted(grid, len(agreeing[best]), len(additive), len(options))
    for column in columns:
        if any(column in agreeing[parts] for parts in options):
            parts = next(parts for parts in (best, *options) if column in agreeing[parts])
            yield _equation(grid, total, parts, column)
            continue
        reason = _why_not(grid, total, best, column)
        if reason is None and trusted:
            yield _equation(grid, total, best, column)
        else:
            yield Unchecked(total, column, reason or "det kan ikke ses, hvad totalen er lagt sammen af")


def _trusted(grid: Grid, agreeing: int, additive: int, options: int) -> bool:
    """Whether lines that mostly add up, or stand alone and unmistakable, may be held against a total."""
    if additive <= 1:
        return not grid.turned and options == 1
    return agreeing >= max(1, AGREEING * (additive - 1)) and (not grid.turned or agreeing >= min(2, additive - 1))


def _options(grid: Grid, total: int) -> Iterator[tuple[int, ...]]:
    """The lines that may add up to a total, the most likely first."""
    lines = range(len(grid.labels))
    filled = [n for n in lines if any(_figure(grid, n, c) for c in range(len(grid.headers)))]
    plain = [n for n in filled if not grid.is_total(n) and not matches("part_of_above", grid.labels[n])]
    totals = [n for n in filled if grid.is_total(n)]
    before = [n for n in plain if n < total]
    last = max((n for n in totals if n < total), default=-1)
    candidates = [
        [n for n in before if n > last],
        before,
        [n for n in totals if n < total],
        [n for n in plain if n > total] if not before else [],
    ]
    if grid.turned:
        candidates += _named_alike(grid, total, before)
        candidates += [before[start:] for start in range(1, len(before) - 1)]
    yield from (tuple(c) for c in candidates if len(c) >= 2)


def _named_alike(grid: Grid, total: int, before: Sequence[int]) -> list[list[int]]:
    """Columns under the same upper header as the total, and those with the same name under other ones."""
    head, _, leaf = grid.labels[total].rpartition(" / ")
    same_head = [n for n in before if head and grid.labels[n].rpartition(" / ")[0] == head]
    same_leaf = [n for n in before if head and grid.labels[n].rpartition(" / ")[2] == leaf]
    return [same_head, same_leaf, [n for n in same_leaf if not matches("target", grid.labels[n])]]


def _figure(grid: Grid, line: int, column: int) -> Number | None:
    entry = grid.entries[line][column]
    return entry.count if entry else None


def _parts(grid: Grid, lines: Sequence[int], column: int) -> list[Number]:
    return [number for n in lines if (number := _figure(grid, n, column)) is not None]


def _adds_up(grid: Grid, total: int, lines: Sequence[int], column: int) -> bool:
    stated, parts = _figure(grid, total, column), _parts(grid, lines, column)
    if stated is None or len(parts) < 2:
        return False
    return abs(sum(p.value for p in parts) - stated.value) <= _slack(grid, stated, parts) + HAIR


def _slack(grid: Grid, stated: Number, parts: Sequence[Number]) -> float:
    """Figures with decimals are rounded, and so is money in thousands; whole numbers are exact."""
    texts = " ".join((*grid.headers, *grid.labels, grid.table.caption or ""))
    if matches("rounded_money", texts):
        return sum(number.slack for number in (stated, *parts))
    return spread((stated, *parts))


def _equation(grid: Grid, total: int, lines: Sequence[int], column: int) -> Equation:
    stated = _figure(grid, total, column)
    assert stated is not None
    used = [n for n in lines if _figure(grid, n, column) is not None]
    keys = tuple(key_of(grid, n, column) for n in used)
    return Equation("sum", key_of(grid, total, column), keys, _slack(grid, stated, _parts(grid, used, column)))


def _why_not(grid: Grid, total: int, lines: Sequence[int], column: int) -> str | None:
    """Why a column's total need not be a sum, in Danish; ``None`` where it must be."""
    stated, parts = _figure(grid, total, column), _parts(grid, lines, column)
    assert stated is not None
    if matches("average", grid.headers[column]) or matches("change", grid.headers[column]):
        return "tallene er gennemsnit eller lignende og kan ikke lægges sammen"
    if len(parts) < 2 or len(parts) < len(lines):
        return "ikke alle de tal, som totalen er lagt sammen af, står i tabellen"
    if len({number.unit for number in (stated, *parts)}) > 1:
        return "tallene har forskellige enheder"
    values = [number.value for number in parts]
    if min(values) <= stated.value <= max(values) and sum(values) > stated.value and len(values) > 1:
        return "totalen ligger mellem delene og kan være et gennemsnit"
    notes = " ".join(grid.table.notes)
    term = "overlap" if sum(values) > stated.value else "omission"
    if matches(term, notes):
        return "en anmærkning forklarer, at delene ikke giver totalen"
    return None
