"""Totals in the prose against the total lines of the tables: "I alt er 184 unge begyndt i et forløb"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.audit.check import Check
from extract.audit.grid import Grid
from extract.audit.material import Material, Sentence
from extract.audit.terms import matches
from extract.danish.figures import Figure, figures_in
from extract.danish.names import municipalities_in
from extract.indicators.prose_words import alike, stems

_IN_ALL = re.compile(r"\b(?:i alt|ialt|tilsammen|sammenlagt)\b|^\s*samlet\s+(?:set|er|har|blev|var)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[;:]|,\s+(?:og|men|mens|hvilket|idet|fordi|så|hvoraf|heraf|hvor|da|som|der|mod)\b|\s+(?:mens|men|mod)\s+"
)
LEAST = 0.6
"""Share of a column's own words that the clause must have."""


@dataclass(frozen=True, slots=True)
class Total:
    """A figure of a total line with the words of its column and of the caption."""

    grid: Grid
    line: int
    column: int
    value: float
    own: frozenset[str]
    caption: frozenset[str]


def total_figures(material: Material) -> Iterator[Check]:
    """The clauses that give a number in all of what a table gives in all."""
    totals = list(_totals(material))
    known = {total.value for total in totals} | {
        e.count.value for grid in material.grids for entries in grid.entries for e in entries if e and e.count
    }
    for sentence in material.sentences if totals else ():
        if matches("another_time", sentence.text) or municipalities_in(sentence.text) or sentence.dates:
            continue
        for start, end in _clauses(sentence.text):
            yield from _of_clause(sentence, (start, end), totals, known)


def _of_clause(sentence: Sentence, span: tuple[int, int], totals: list[Total], known: set[float]) -> Iterator[Check]:
    clause = sentence.text[slice(*span)]
    figures = [f for f in figures_in(clause) if f.kind == "count"]
    if len(figures) != 1 or not _IN_ALL.search(clause) or matches("of_a_part", clause) or matches("aimed_at", clause):
        return
    figure = figures[0]
    meant = [total for total in totals if _means(clause, figure, total)]
    claim = sentence.piece.quote(sentence.start + span[0], sentence.start + span[1])
    if not meant or claim is None or figure.qualifier or figure.value is None:
        return
    first = sentence.start + span[0] + figure.start
    place = sentence.piece.place(first, first + len(figure.raw))
    if figure.value in known:
        yield Check("text_table_conflict", claim, place, holds=True)
    elif len({total.value for total in meant}) == 1:
        yield _conflict(Check("text_table_conflict", claim, place, holds=False), figure, meant[0])


def _conflict(check: Check, figure: Figure, total: Total) -> Check:
    table = total.grid.table.label or "tabellen"
    header, printed = total.grid.headers[total.column], total.grid.text(total.line, total.column)
    message = f"”{figure.raw}” stemmer ikke overens med {table}, hvor ”{header}” er {printed} i alt."
    return Check(
        check.code, check.claim, check.place, holds=False, message=message, severity="warning",
        against=total.grid.row_quote(total.line, total.column), stated=figure.value, computed=total.value,
    )  # fmt: skip


def _totals(material: Material) -> Iterator[Total]:
    for grid in material.grids:
        caption = stems(grid.table.caption or "")
        for line in range(len(grid.labels)) if grid.table.role != "indicators" else ():
            for column, entry in enumerate(grid.entries[line] if grid.is_total(line) else ()):
                header = grid.headers[column]
                if entry and entry.count and not matches("target", header) and not matches("average", header):
                    yield Total(grid, line, column, entry.count.value, stems(header), caption)


def _means(clause: str, figure: Figure, total: Total) -> bool:
    """Whether the clause has the column's own words, and the word behind the number is one of the table's."""
    told, behind = stems(clause), stems(" ".join(clause[figure.end :].split()[:2]))
    if not total.own or not _share(frozenset(behind), total.own | total.caption):
        return False
    return sum(_has(word, told) for word in total.own) >= LEAST * len(total.own)


def _share(words: frozenset[str], others: frozenset[str]) -> bool:
    return any(_has(word, others) for word in words)


def _has(word: str, others: frozenset[str]) -> bool:
    return any(alike(word, other) >= 0.75 for other in others)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    first = 0
    for stop in _CLAUSE.finditer(text):
        yield first, stop.start()
        first = stop.end()
    yield first, len(text)
