"""Percentages of a stated number of people that no whole number of people gives: "47 pct. (n = 20)".

Source: the GRIM test (Brown and Heathers, 2017), which asks whether a mean of whole numbers is possible at its printed
precision; a percentage is 100 times a mean of noughts and ones.
Limits: only where "n = …" stands with the percentage, or with a table or column of them; weighted figures and tables of
which several percentages are impossible (others have answered each question) are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import ceil, floor

from extract.audit.check import Check
from extract.audit.grid import Grid
from extract.audit.material import Material, Sentence
from extract.audit.numbers import Number
from extract.audit.printed import HAIR, bounds
from extract.audit.spoken import COUNT, PERCENT, Spoken, fits_a_sentence, marked
from extract.audit.terms import matches
from extract.audit.wording import number, percent

_WITH_N = re.compile(rf"{PERCENT}(?P<p>.)(?:\s+[^\W\d_]+){{0,6}}?\s*[(\[,]\s*[nN]\s?=\s?{COUNT}(?P<n>.)\s?[)\],.;]")
_N = re.compile(r"\b[nN]\s?=\s?(\d{1,3}(?:\.\d{3})*)\b")
FEWEST = 3
"""A column must have so many possible percentages before another one is held against its n."""


def grim(material: Material) -> Iterator[Check]:
    """The percentages whose n is stated."""
    for sentence in material.sentences:
        if fits_a_sentence(sentence.text) and _N.search(sentence.text):
            yield from _of_sentence(sentence)
    for grid in material.grids:
        yield from _of_grid(grid)


def possible(low: float, high: float, n: float) -> bool:
    """Whether a whole number of ``n`` lies between two percentages."""
    return ceil(n * low / 100 - HAIR) <= floor(n * high / 100 + HAIR)


def _of_sentence(sentence: Sentence) -> Iterator[Check]:
    text = marked(sentence.text)
    for match in _WITH_N.finditer(text.text):
        stated, n = text.number(match["p"]), text.number(match["n"]).value
        if stated.qualifier or stated.fraction or n <= 0 or n != int(n):
            continue
        claim = sentence.piece.quote(sentence.start + stated.start, sentence.start + text.number(match["n"]).end)
        place = sentence.piece.place(sentence.start + stated.start, sentence.start + stated.end)
        if claim is not None:
            holds = possible(*_wide(stated), n)
            raw = sentence.text[stated.start : stated.end]
            yield Check(
                "percent_mismatch", claim, place, holds=holds, message="" if holds else _message(raw, stated.value, n),
                severity="warning", stated=stated.value, computed=round(_nearest(stated.value, n), 1),
            )  # fmt: skip


def _wide(stated: Spoken) -> tuple[float, float]:
    """What may be meant, cut off or rounded."""
    low, high = bounds(stated)
    return low, high + 0.5 * 10.0**-stated.decimals


def _of_grid(grid: Grid) -> Iterator[Check]:
    caption = " ".join(filter(None, (grid.table.caption, *grid.table.notes)))
    if matches("weighted", caption):
        return
    for column, header in enumerate(grid.headers):
        found = {int(n.replace(".", "")) for n in _N.findall(header) or _N.findall(caption)}
        if len(found) == 1 and not matches("target", header) and not matches("change", header):
            yield from _of_column(grid, column, found.pop())


def _of_column(grid: Grid, column: int, n: int) -> Iterator[Check]:
    lines = [(k, p) for k in range(len(grid.labels)) if (p := _percent(grid, k, column)) is not None]
    wrong = [k for k, p in lines if not possible(p.value - p.slack, p.value + 2 * p.slack, n)]
    if len(lines) - len(wrong) < FEWEST or len(wrong) > 1:
        return
    for line, stated in lines:
        claim = grid.quote(line, column)
        if claim is None:
            continue
        holds = line not in wrong
        yield Check(
            "percent_mismatch", claim, grid.place(line, column), holds=holds,
            message="" if holds else _message(grid.text(line, column), stated.value, n), severity="warning",
            against=grid.row_quote(line, column), stated=stated.value, computed=round(_nearest(stated.value, n), 1),
        )  # fmt: skip


def _percent(grid: Grid, line: int, column: int) -> Number | None:
    entry = grid.entries[line][column]
    return (
        entry.percent if entry and entry.count is None and entry.percent and 0 <= entry.percent.value <= 100 else None
    )


def _nearest(value: float, n: float) -> float:
    return 100 * round(n * value / 100) / n


def _message(raw: str, value: float, n: float) -> str:
    least, most = floor(n * value / 100), ceil(n * value / 100)
    return (
        f"”{raw}” stemmer ikke overens med n = {number(n)}: {number(least)} af {number(n)} er "
        f"{percent(100 * least / n)}, og {number(most)} er {percent(100 * most / n)}"
    )
