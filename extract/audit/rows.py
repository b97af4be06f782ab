"""A count of the prose in the tables: the line that it stands in, and what was aimed at there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.audit.grid import Grid
from extract.audit.material import Material
from extract.audit.terms import matches
from extract.indicators.prose_words import alike, stems
from extract.report import Quote

NEAR = 0.75
_NAME = re.compile(r"[A-ZÆØÅ][\wæøåÆØÅ-]{2,}")


@dataclass(frozen=True, slots=True)
class Aim:
    """What was aimed at where a count was reached, and the row or target that says so."""

    value: float
    quote: Quote | None


def aims_of(material: Material, count: float, words: str) -> tuple[Aim, ...]:
    """The target of a count: of a line that the words name, else of the goals with that result; none if unsure."""
    named = tuple(_in_named_lines(material, count, words))
    found = named or tuple(_of_indicators(material, count, words))
    return found if len({aim.value for aim in found}) == 1 else ()


def _in_named_lines(material: Material, count: float, words: str) -> Iterator[Aim]:
    """The nearest target before a count in the lines of tables whose label stands in the words."""
    for grid in material.grids:
        for line, label in enumerate(grid.labels):
            if not _is_named(label, words):
                continue
            for column in range(len(grid.headers)):
                entry = grid.entries[line][column]
                if entry and entry.count and entry.count.value == count and not matches("target", grid.headers[column]):
                    yield from _target_before(grid, line, column)


def _target_before(grid: Grid, line: int, column: int) -> Iterator[Aim]:
    """The last column of targets before a column, under the same upper header where there are two."""
    upper = grid.headers[column].rpartition(" / ")[0]
    for before in range(column - 1, -1, -1):
        entry = grid.entries[line][before]
        header = grid.headers[before]
        if matches("target", header) and not matches("percent", header) and header.rpartition(" / ")[0] in ("", upper):
            if entry and entry.count:
                yield Aim(entry.count.value, grid.row_quote(line, before))
            return


def _is_named(label: str, words: str) -> bool:
    name = _NAME.search(label)
    return name is not None and re.search(rf"\b{re.escape(name[0])}(?:s|’s|'s)?\b", words) is not None


def _of_indicators(material: Material, count: float, words: str) -> Iterator[Aim]:
    """The targets of the goals with this result that share a word of their own with the sentence."""
    told = stems(words)
    for goal in material.report.indicators:
        target, actual = goal.target, goal.actual
        if target and actual and target.kind == actual.kind == "count" and actual.value == count and target.value:
            if not any(alike(word, other) >= NEAR for word in stems(goal.text) for other in told):
                continue
            evidence = goal.evidence[0] if goal.evidence else None
            yield Aim(target.value, evidence)
