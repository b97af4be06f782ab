"""Shares of single places in prose, beside that of all: "154 af 392 … Andelen er lavest i Furesø (27 %)".

The total's part and whole stand in two columns of a table's total line; the same two columns give each place's share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.audit.check import Check
from extract.audit.grid import Grid
from extract.audit.material import Material, Sentence
from extract.audit.printed import agrees, excluded
from extract.audit.prose_shares import shares_in
from extract.audit.spoken import PERCENT, Marked, Spoken, fits_a_sentence, marked
from extract.audit.wording import number, percent
from extract.indicators.prose_words import alike, stems

BACK = 4
"""So many sentences before may state the total."""
_SHARE = re.compile(
    r"\b(?:andel|andelen|procentdelen|procentandelen)\b(?:,?\s*(?:der|som|af)\s+(?P<of>[^,.;:(]+))?", re.IGNORECASE
)
_NAME = r"(?P<name>[A-ZÆØÅ][\wæøåÆØÅ-]+(?:\s+og\s+[A-ZÆØÅ][\wæøå-]+)?(?:\s+Kommune)?)"
_AFTER = re.compile(
    rf"{_NAME}\s*(?:[(–-]|(?:er|var|ligger|har)?(?:\s+(?:den|andelen|det))?(?:\s+(?:er|på))?)\s*(?:med\s+|kun\s+|på\s+)*{PERCENT}(?P<mark>.)"
)
_BEFORE = re.compile(rf"{PERCENT}(?P<mark>.)\s+i\s+{_NAME}")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table whose totals are a stated part and whole."""

    grid: Grid
    part: int
    whole: int


def place_shares(material: Material) -> Iterator[Check]:
    """The shares of single places."""
    for at, sentence in enumerate(material.sentences):
        said = _SHARE.search(sentence.text)
        if said is None or not material.grids or not fits_a_sentence(sentence.text):
            continue
        text = marked(sentence.text)
        named = list(_named(text))
        if not named:
            continue
        columns = _columns(material, at, stems(said["of"] or ""))
        if columns is not None:
            yield from _compared(sentence, named, columns)


def _named(text: Marked) -> Iterator[tuple[str, int, Spoken]]:
    """The percentages that stand beside a name, with the name and where it begins."""
    taken: set[int] = set()
    for form in (_AFTER, _BEFORE):
        for match in form.finditer(text.text):
            stated = text.number(match["mark"])
            if stated.start not in taken and stated.qualifier is None:
                taken.add(stated.start)
                yield match["name"].removesuffix(" Kommune"), text.offset(match.start()), stated


def _columns(material: Material, at: int, of: frozenset[str]) -> Columns | None:
    """The columns of the last share that the paragraph states of a total, if it is of the same thing."""
    sentence = material.sentences[at]
    for earlier in reversed(material.sentences[max(0, at - BACK) : at]):
        if earlier.piece.section is not sentence.piece.section:
            continue
        shares = [s for s in shares_in(marked(earlier.text)) if s.part and len(s.wholes) == 1 and s.base == "stated"]
        told = stems(earlier.text)
        same = all(any(alike(word, other) >= 0.75 for other in told) for word in of)
        if len(shares) == 1 and shares[0].part and same:
            return _of_total(material, shares[0].part.value, shares[0].wholes[0].value)
    return None


def _of_total(material: Material, part: float, whole: float) -> Columns | None:
    found: list[Columns] = []
    for grid in material.grids:
        for line in range(len(grid.labels)):
            counts = [entry.count.value if entry and entry.count else None for entry in grid.entries[line]]
            if grid.is_total(line) and counts.count(part) == counts.count(whole) == 1:
                found.append(Columns(grid, counts.index(part), counts.index(whole)))
    return found[0] if len(found) == 1 else None


def _compared(sentence: Sentence, named: list[tuple[str, int, Spoken]], columns: Columns) -> Iterator[Check]:
    grid = columns.grid
    for name, start, stated in named:
        lines = [n for n, label in enumerate(grid.labels) if re.search(rf"\b{re.escape(name)}\b", label)]
        entries = grid.entries[lines[0]] if len(lines) == 1 else ()
        part = entries[columns.part] if entries else None
        whole = entries[columns.whole] if entries else None
        claim = sentence.piece.quote(sentence.start + start, sentence.start + stated.end)
        if not (part and part.count and whole and whole.count and whole.count.value and claim):
            continue
        place = sentence.piece.place(sentence.start + stated.start, sentence.start + stated.end)
        value = 100 * part.count.value / whole.count.value
        printed = any(entry and entry.percent and agrees(stated, entry.percent.value) for entry in entries)
        if agrees(stated, value):
            yield Check("percent_mismatch", claim, place, holds=True)
        elif excluded(stated, value) and not printed:
            message = (
                f"”{sentence.text[stated.start : stated.end]}” for {name} stemmer ikke overens med "
                f"{grid.table.label or 'tabellen'}: {number(part.count.value)} af {number(whole.count.value)} "
                f"er {percent(value)}{_instead(grid, lines[0], stated, columns)}"
            )
            yield Check(
                "percent_mismatch", claim, place, holds=False, message=message,
                against=grid.row_quote(lines[0], columns.part), stated=stated.value, computed=round(value, 1),
            )  # fmt: skip


def _instead(grid: Grid, line: int, stated: Spoken, columns: Columns) -> str:
    """The column of the line that the percentage is a share of, where it is one."""
    part = grid.entries[line][columns.part]
    for column, entry in enumerate(grid.entries[line]):
        if column == columns.whole or not (entry and entry.count and entry.count.value and part and part.count):
            continue
        if agrees(stated, 100 * part.count.value / entry.count.value):
            return (
                f" ({number(stated.value)} pct. er andelen af {number(entry.count.value)}, ”{grid.headers[column]}”)."
            )
    return ""
