"""Prose on a municipality's own targets against its row: "Horsens har nået begge sine mål"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.audit.check import Check
from extract.audit.material import Material, Piece
from extract.audit.measures_named import Column, columns_by_municipality
from extract.audit.terms import matches
from extract.audit.verdict_words import plainly_told
from extract.danish.names import municipalities_in
from extract.danish.verdicts import Verdict, verdicts_in
from extract.indicators.prose_places import is_midterm
from extract.indicators.prose_words import alike, stems

MET = 99.5
"""Per cent from which a target counts as met, rounded as it is printed."""
_FULFILMENT = re.compile(r"mål?e?op(?:fyld|nå)\w*|opfyldelsesgrad|i\s+pct\.\s+af\s+mål", re.IGNORECASE)
_BOTH = re.compile(r"\bbegge\b|\balle\b", re.IGNORECASE)


def municipality_targets(material: Material) -> Iterator[Check]:
    """The verdicts of the prose on one municipality's targets, where the tables have a degree of fulfilment."""
    columns = [c for c in columns_by_municipality(material) if c.percent and _FULFILMENT.search(c.header)]
    midterm = is_midterm(material.report)
    for piece in material.pieces if columns and not midterm else ():
        for verdict in verdicts_in(piece.text):
            if verdict.scope == "part" and verdict.status in ("achieved", "not_achieved") and plainly_told(verdict):
                yield from _checked(piece, verdict, columns)


def _checked(piece: Piece, verdict: Verdict, columns: list[Column]) -> Iterator[Check]:
    clause = piece.text[slice(*verdict.clause)]
    sentence = piece.text[slice(*verdict.sentence)]
    names = list(
        dict.fromkeys(m.name for m in municipalities_in(clause) if m.start < verdict.start - verdict.clause[0])
    )
    if len(names) != 1 or matches("another_time", sentence) or matches("told_of_then", sentence):
        return
    meant = _meant(clause, [column for column in columns if names[0] in column.values])
    claim = piece.quote(*verdict.clause)
    if not meant or claim is None:
        return
    reached = [column.values[names[0]][0] >= MET for column in meant]
    told = verdict.status == "achieved"
    place = piece.place(*verdict.clause)
    # "Har nået sine mål" is not so where one is missed, "har ikke nået sit mål" only where every one is met.
    wrong = (not all(reached) if _BOTH.search(clause) else not any(reached)) if told else all(reached)
    if not wrong:
        yield Check("text_table_conflict", claim, place, holds=True)
        return
    column = meant[reached.index(not told)]
    line = column.values[names[0]][1]
    table, printed = column.grid.table.label or "tabellen", column.grid.text(line, column.number).rstrip(".")
    where = f"{table}, hvor ”{column.header}” for {names[0]} er {printed}"
    yield Check(
        "text_table_conflict", claim, place, holds=False, severity="warning",
        message=f"”{claim.quote.strip(' .,')}” stemmer ikke overens med {where}.",
        against=column.grid.row_quote(line, column.number), stated=names[0], computed=column.values[names[0]][0],
    )  # fmt: skip


def _meant(clause: str, columns: list[Column]) -> list[Column]:
    """The columns that the clause names by a word of their own, else all of them."""
    told = stems(clause)
    named = [
        column for column in columns
        if any(alike(word, other) >= 0.75 for word in stems(_FULFILMENT.sub("", column.header)) for other in told)
    ]  # fmt: skip
    return named or columns
