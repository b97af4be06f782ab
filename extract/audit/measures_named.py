"""Which column of a table by municipalities a stretch of prose speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.audit.grid import Grid
from extract.audit.material import Material
from extract.audit.terms import matches
from extract.danish.names import municipality
from extract.indicators.prose_words import alike, stems

FEWEST_ROWS = 3
LEAST = 0.5
"""Share of a column's own words that prose must have."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FULFILMENT = re.compile(r"mål?e?op(?:fyld|nå)\w*", re.IGNORECASE)
_NO_WORDS = frozenset({"kommun", "deltag", "borg", "ung", "person", "pct", "i", "alt"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table whose rows are municipalities: name → value, with the line of each."""

    grid: Grid
    number: int
    values: dict[str, tuple[float, int]]
    percent: bool

    @property
    def header(self) -> str:
        """The column's name as printed."""
        return self.grid.headers[self.number]


def columns_by_municipality(material: Material) -> Iterator[Column]:
    """Every column of figures of the tables that have a row for each municipality; totals left out."""
    for grid in material.grids:
        names = {line: town.name for line, label in enumerate(grid.labels) if (town := municipality(label)) is not None}
        if len(set(names.values())) < FEWEST_ROWS or len(names) != len(set(names.values())):
            continue
        for number in range(len(grid.headers)):
            yield from _columns(grid, number, names)


def _columns(grid: Grid, number: int, names: dict[int, str]) -> Iterator[Column]:
    """The counts and the percentages of a printed column, each where every municipality has one."""
    for percent in (False, True):
        values = {}
        for line, name in names.items():
            entry = grid.entries[line][number]
            figure = (entry.percent if percent else entry.count) if entry else None
            if figure is not None:
                values[name] = (figure.value, line)
        if len(values) == len(names):
            yield Column(grid, number, values, percent)


def named_columns(words: str, columns: list[Column]) -> list[Column]:
    """The columns that the words may mean: those that share most of their words with them, else none."""
    share, number = matches("a_share", words), matches("a_number", words)
    fulfilment = bool(_FULFILMENT.search(words))
    scored = []
    for column in columns:
        if (share and not column.percent) or (number and column.percent):
            continue
        if fulfilment != bool(_FULFILMENT.search(column.header)) or _of_other_year(words, column):
            continue
        if matches("target", column.header) and not fulfilment and not matches("target", words):
            continue
        score = _score(words, column)
        if score >= LEAST:
            scored.append((score, column))
    best = max((score for score, _ in scored), default=0.0)
    near = [column for score, column in scored if score >= best - 0.25]
    whole = [column for column in near if matches("whole_column", column.header)]
    return whole or near


def _of_other_year(words: str, column: Column) -> bool:
    years = set(_YEAR.findall(column.header))
    return bool(years) and not years & set(_YEAR.findall(words))


def _score(words: str, column: Column) -> float:
    """The share of the column's own words that the prose has; with no word of its own, those of the caption."""
    told = stems(words)
    own = stems(_FULFILMENT.sub("", column.header)) - _NO_WORDS
    own = frozenset(word for word in own if not word[0].isdigit() and not matches("whole_column", word))
    if not own:
        caption = stems(column.grid.table.caption or "") - _NO_WORDS
        hits = [word for word in caption if _has(word, told)]
        return LEAST if hits or _FULFILMENT.search(column.header) else 0.0
    return sum(_has(word, told) for word in own) / len(own)


def _has(word: str, told: frozenset[str]) -> bool:
    return max((alike(word, other) for other in told), default=0.0) >= 0.5
