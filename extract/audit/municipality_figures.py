"""Figures of the prose on one municipality against its row: "I Vejle er 39 borgere kommet i job"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.audit.check import Check
from extract.audit.material import Material, Sentence
from extract.audit.measures_named import Column, columns_by_municipality, named_columns
from extract.audit.terms import matches
from extract.danish.figures import Figure, figures_in
from extract.danish.names import municipalities_in
from extract.indicators.prose_words import alike, stems

_CLAUSE = re.compile(
    r"[;:]|,\s+(?:og|men|mens|hvilket|idet|fordi|så|hvoraf|heraf|hvor|da|som|der|det|heriblandt)\b|\s+(?:mens|men|mod)\s+"
)
_NOT_YET = re.compile(
    r"\b(?:fra|begyndte|startede|lovede|regnede|mål|måltal\w*|målet|planlagt\w*|forventet)\b", re.IGNORECASE
)
HAIR = 1e-9


def municipality_figures(material: Material) -> Iterator[Check]:
    """The clauses that give one municipality one figure of what a table has."""
    columns = list(columns_by_municipality(material))
    for sentence in material.sentences if columns else ():
        if matches("another_time", sentence.text) or sentence.dates:
            continue
        for start, end in _clauses(sentence.text):
            yield from _of_clause(sentence, start, end, columns)


def _of_clause(sentence: Sentence, start: int, end: int, columns: list[Column]) -> Iterator[Check]:
    clause = sentence.text[start:end]
    names = {mention.name for mention in municipalities_in(clause)}
    figures = figures_in(clause)
    if len(names) != 1 or len(figures) != 1 or matches("of_a_part", clause) or _NOT_YET.search(clause):
        return
    name, figure = names.pop(), figures[0]
    if figure.kind not in ("count", "percent") or figure.qualifier or figure.value is None:
        return
    words = clause[figure.end :]
    meant = [c for c in named_columns(clause, columns) if name in c.values and c.percent == (figure.kind == "percent")]
    meant = [column for column in meant if _fits(words, column)] if figure.kind == "count" else meant
    claim = sentence.piece.quote(sentence.start + start, sentence.start + end)
    if not meant or claim is None:
        return
    place = sentence.piece.place(sentence.start + start + figure.start, sentence.start + start + figure.end)
    if _in_row(figure, name, columns):
        yield Check("text_table_conflict", claim, place, holds=True)
    elif len(meant) == 1:
        yield _conflict(Check("text_table_conflict", claim, place, holds=False), figure, name, meant[0])


def _conflict(check: Check, figure: Figure, name: str, column: Column) -> Check:
    value, line = column.values[name]
    table = column.grid.table.label or "tabellen"
    printed = column.grid.text(line, column.number)
    message = (
        f"”{figure.raw}” stemmer ikke overens med {table}, hvor ”{column.header}” for {name} er {printed.rstrip('.')}."
    )
    return Check(
        check.code, check.claim, check.place, holds=False, message=message, severity="warning",
        against=column.grid.row_quote(line, column.number), stated=figure.value, computed=value,
    )  # fmt: skip


def _fits(words: str, column: Column) -> bool:
    """Whether the words behind a number are the column's own or the caption's."""
    own = stems(f"{column.header} {column.grid.table.caption or ''}")
    return any(alike(word, other) >= 0.75 for word in stems(words) for other in own)


def _in_row(figure: Figure, name: str, columns: list[Column]) -> bool:
    """Whether a figure is one of the municipality's in any table, or what is between two of them."""
    values = [column.values[name][0] for column in columns if name in column.values]
    between = [abs(a - b) for a in values for b in values]
    slack = 0.5 * 10.0**-figure.decimals if figure.kind == "percent" else HAIR
    return any(abs(value - (figure.value or 0.0)) <= slack + HAIR for value in (*values, *between))


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    first = 0
    for stop in _CLAUSE.finditer(text):
        yield first, stop.start()
        first = stop.start() + (1 if stop[0] in ";:" else 0)
    yield first, len(text)
