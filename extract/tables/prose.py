"""Columns of running text, which line up by chance: their sentences go on from line to line."""

from __future__ import annotations

from extract.page import Page
from extract.tables.model import Grid

LEAST_WORDS = 4  # of a line that may be part of a sentence
LEAST_PAIRS = 3  # lines of a column with one below
RUN_ON = 0.45  # share of them whose sentence goes on below
OPEN_END = "-\u00ad\u2010"


def is_running_text(page: Page, grid: Grid) -> bool:
    """Whether two columns or more read on from row to row, as the rows of a table never do.

    Drawn cells hold whole paragraphs and are not asked.
    """
    if grid.kind not in ("plain", "rules"):
        return False
    columns: dict[int, dict[int, list[str]]] = {}
    for cell in grid.cells:
        if cell.words:
            columns.setdefault(cell.column, {})[cell.row] = [page.words[i].text for i in cell.words]
    counts = [_reads_on(rows) for rows in columns.values()]
    total, going = sum(n for n, _ in counts), sum(n for _, n in counts)
    sure = any(n >= LEAST_PAIRS and g >= RUN_ON * n for n, g in counts)
    return sure and sum(g > 0 for _, g in counts) >= 2 and going >= RUN_ON * total


def _reads_on(rows: dict[int, list[str]]) -> tuple[int, int]:
    """How many lines of a column have one below, and how many of these go on in it."""
    pairs = [(words, rows[at + 1]) for at, words in rows.items() if at + 1 in rows]
    long = [(a, b) for a, b in pairs if len(a) >= LEAST_WORDS]
    going = sum(1 for a, b in long if a[-1][-1] in OPEN_END or (a[-1][-1] not in ".:;!?" and b[0][0].islower()))
    return len(long), going
