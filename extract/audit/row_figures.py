"""Figures of the prose on a row of a table against that row: "47 deltagere er henvist fra jobcentret"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.audit.check import Check
from extract.audit.goal_figures import clause_of
from extract.audit.grid import Grid
from extract.audit.material import Material, Sentence
from extract.audit.terms import matches, pattern
from extract.danish.figures import Figure, figures_in
from extract.danish.names import municipalities_in, municipality
from extract.indicators.prose_words import alike, stems

KNOWN = 0.8
"""Share of a clause's words that must be the row's, its column's or its caption's."""
FEWEST_ROWS = 3
HAIR = 1e-9
_MAY_BE = re.compile(
    r"\b(?:bør|burde|skal|skulle|kan|kunne|vil|ville|må|mål\w*|planlagt\w*|forvent\w*|før|inden|fra \d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of figures with its words and those of the table around it."""

    grid: Grid
    line: int
    label: frozenset[str]
    around: frozenset[str]


def row_figures(material: Material) -> Iterator[Check]:
    """The clauses that give one figure of one row, and say little else."""
    rows = [row for grid in material.grids for row in _rows(grid)]
    for sentence in material.sentences if rows else ():
        text = sentence.text
        if matches("another_time", text) or sentence.dates or municipalities_in(text):
            continue
        figures = figures_in(text)
        for figure in figures:
            if figure.kind in ("count", "percent") and not figure.qualifier and figure.whole is None:
                yield from _of_clause(sentence, figure, clause_of(text, figure, figures), rows)


def _of_clause(sentence: Sentence, figure: Figure, span: tuple[int, int], rows: list[Row]) -> Iterator[Check]:
    clause = sentence.text[slice(*span)]
    if len(figures_in(clause)) != 1 or matches("of_a_part", clause) or _MAY_BE.search(clause):
        return
    rest = clause[: figure.start - span[0]] + clause[figure.end - span[0] :]
    told = stems(pattern("belongs").sub(" ", rest))
    meant = [row for row in rows if _speaks_of(told, row)]
    claim = sentence.piece.quote(sentence.start + span[0], sentence.start + span[1])
    if len(meant) != 1 or claim is None or figure.value is None:
        return
    place = sentence.piece.place(sentence.start + figure.start, sentence.start + figure.end)
    values = _values(meant[0], percent=figure.kind == "percent")
    if not values:
        return
    slack = 0.5 * 10.0**-figure.decimals if figure.kind == "percent" else 0.0
    if any(abs(value - figure.value) <= slack + HAIR for value, _ in values):
        yield Check("text_table_conflict", claim, place, holds=True)
    elif len(values) == 1:
        yield _conflict(Check("text_table_conflict", claim, place, holds=False), figure, meant[0], values[0])


def _conflict(check: Check, figure: Figure, row: Row, value: tuple[float, int]) -> Check:
    table = row.grid.table.label or "tabellen"
    printed = row.grid.text(row.line, value[1]).rstrip(".")
    where = f"{table}, hvor ”{row.grid.headers[value[1]]}” for ”{row.grid.labels[row.line]}” er {printed}"
    return Check(
        check.code, check.claim, check.place, holds=False, message=f"”{figure.raw}” stemmer ikke overens med {where}.",
        severity="warning", against=row.grid.row_quote(row.line, value[1]), stated=figure.value, computed=value[0],
    )  # fmt: skip


def _rows(grid: Grid) -> Iterator[Row]:
    """The rows of a table that is neither one of targets nor one by municipalities; totals left out."""
    labels = [line for line, label in enumerate(grid.labels) if label and not grid.is_total(line)]
    if grid.table.role == "indicators" or len(labels) < FEWEST_ROWS or municipality(grid.labels[labels[0]]):
        return
    around = stems(" ".join((*grid.table.columns, grid.table.caption or "")))
    for line in labels:
        words = stems(grid.labels[line])
        if words:
            yield Row(grid, line, words, around)


def _speaks_of(told: frozenset[str], row: Row) -> bool:
    """Whether the clause has all of the row's words, and hardly any that neither it nor its table has."""
    told = frozenset(word for word in told if not word[0].isdigit())
    if not all(_has(word, told) for word in row.label) or len(told) <= len(row.label):
        return False
    return sum(_has(word, row.label | row.around) for word in told) >= KNOWN * len(told)


def _has(word: str, others: frozenset[str]) -> bool:
    return any(alike(word, other) >= 0.75 for other in others)


def _values(row: Row, *, percent: bool) -> list[tuple[float, int]]:
    """The counts or percentages of a row with their columns; targets aside."""
    found = []
    for column, entry in enumerate(row.grid.entries[row.line]):
        number = (entry.percent if percent else entry.count) if entry else None
        if number is not None and not matches("target", row.grid.headers[column]):
            found.append((number.value, column))
    return found
