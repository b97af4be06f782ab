"""Prose that sets one municipality above another, against the tables: "Andelen er højere i Assens end i Odense"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.audit.check import Check
from extract.audit.material import Material, Sentence
from extract.audit.measures_named import Column, columns_by_municipality, named_columns
from extract.audit.terms import matches
from extract.danish.names import Mention, municipalities_in

_MORE = r"flere|højere|større|bedre"
_LESS = r"færre|lavere|mindre|dårligere|ringere"
_THAN = re.compile(
    rf"\b(?:(?P<more>{_MORE})|(?P<less>{_LESS}))\b(?P<thing>[^.;:]{{0,60}}?)\bend\s+(?:i\s+|hos\s+)?$", re.IGNORECASE
)
_NO_MEASURE = re.compile(r"\b(?:ikke|lige så|næsten|omtrent|planlagt|forventet|ventet)\b", re.IGNORECASE)


def comparatives(material: Material) -> Iterator[Check]:
    """The sentences in which one municipality has more or less than another."""
    columns = list(columns_by_municipality(material))
    for sentence in material.sentences if columns else ():
        text = sentence.text
        names = municipalities_in(text)
        if len(names) != 2 or sentence.dates or matches("another_time", text) or _NO_MEASURE.search(text):
            continue
        than = _THAN.search(text[: names[1].start])
        if than and names[0].start < than.end() and names[0].name != names[1].name:
            yield from _checked(sentence, (names[0], names[1]), bool(than["more"]), columns)


def _checked(sentence: Sentence, names: tuple[Mention, Mention], more: bool, columns: list[Column]) -> Iterator[Check]:
    first, second = (mention.name for mention in names)
    words = sentence.text
    for mention in reversed(names):
        words = words[: mention.start] + words[mention.end :]
    meant = [column for column in named_columns(words, columns) if first in column.values and second in column.values]
    claim = sentence.piece.quote(sentence.start, sentence.start + names[1].end)
    if not meant or claim is None:
        return
    place = sentence.piece.place(sentence.start, sentence.start + names[1].end)
    if any(
        (c.values[first][0] > c.values[second][0]) is more for c in meant if c.values[first][0] != c.values[second][0]
    ):
        yield Check("text_table_conflict", claim, place, holds=True)
        return
    column = meant[0]
    table = column.grid.table.label or "tabellen"
    told = ", ".join(f"{name} {column.grid.text(column.values[name][1], column.number)}" for name in (first, second))
    where = f"{table}, ”{column.header}”: {told.rstrip('.')}"
    yield Check(
        "text_table_conflict", claim, place, holds=False, severity="warning",
        message=f"”{claim.quote.strip(' .,')}” stemmer ikke overens med {where}.",
        against=column.grid.row_quote(column.values[first][1], column.number), stated=first, computed=second,
    )  # fmt: skip
