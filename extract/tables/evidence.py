"""Table or not: evidence for and against, weighed together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from extract.page import Page
from extract.tables.lines import LEADER_TAIL
from extract.tables.model import Grid
from extract.tables.values import is_number, is_value

BULLET = re.compile(r"^(?:[•●▪■◦○‣⁃∙·–—\-*o§>✓✔]|\(?[a-zA-Z0-9ivx]{1,3}[.)]|\[\d+\])$")
ACCEPT = 0.0
LAYOUT = 60.0  # words a cell from which a tagged table of one or two rows lays out a page
FIGURE_AGAINST = 7.0  # weight of a figure's caption
CURVE_AGAINST, CURVES_MOST = 0.8, 7.0  # weight of each drawn curve inside, and of all
DOT = 18.0  # pt; larger paths are no dots


@dataclass(frozen=True, slots=True)
class Evidence:
    """What is counted about a grid before it is judged."""

    rows: int
    columns: int
    filled: float
    """Share of the cells that have text."""
    values: float
    """Share of numbers among the filled cells right of the first column."""
    prose: float
    """Words a cell in its wordiest column, on average."""
    words: int
    bullets: float
    """Share of the first column's cells that are bullets or numbers of a list."""
    colons: float
    """Share of the first column's cells that end in a colon."""
    contents: bool
    complete: float
    """Share of rows with text in more than one column."""
    paths: int
    """Drawn paths larger than a dot inside it, as charts have them."""
    marked: bool
    """The file itself marks header rows."""
    full_columns: int
    """Columns with text in at least three rows, or half of them."""


def gather(page: Page, grid: Grid) -> Evidence:
    """Count what speaks for and against the grid."""
    texts = {(c.row, c.column): " ".join(page.words[i].text for i in c.words) for c in grid.cells if c.words}
    covered = sum(c.row_span * c.column_span for c in grid.cells if c.words)
    by_column: dict[int, list[str]] = {}
    by_row: dict[int, int] = {}
    for (r, c), text in texts.items():
        by_column.setdefault(c, []).append(text)
        by_row[r] = by_row.get(r, 0) + 1
    rest = [t for (_, c), t in texts.items() if c > 0]
    first = by_column.get(0, [""])
    need = max(2, min(3, len(by_row) // 2))
    return Evidence(
        rows=grid.rows,
        columns=grid.columns,
        # Empty rows at the end of a form or log are there to be filled in.
        filled=covered / max(1, (max(by_row, default=0) + 1) * grid.columns),
        values=sum(map(is_value, rest)) / max(1, len(rest)),
        prose=max((sum(len(t.split()) for t in ts) / len(ts) for ts in by_column.values()), default=0.0),
        words=sum(len(c.words) for c in grid.cells),
        bullets=sum(bool(BULLET.match(t)) for t in first) / len(first),
        colons=sum(t.endswith(":") for t in first) / len(first),
        contents=_contents(page, grid, texts),
        complete=sum(n > 1 for n in by_row.values()) / max(1, len(by_row)),
        paths=_paths(page, grid),
        marked=grid.header > 0,
        full_columns=sum(len(ts) >= need for ts in by_column.values()),
    )


def _contents(page: Page, grid: Grid, texts: dict[tuple[int, int], str]) -> bool:
    """A list of contents: titles, and page numbers that never fall."""
    if not 2 <= grid.columns <= 4 or grid.rows < 3:
        return False
    last = [texts.get((r, grid.columns - 1), "") for r in range(grid.rows)]
    numbers = [int(t) for t in last if t.isdigit() and len(t) <= 4]
    if len(numbers) < 3 or len(numbers) < 0.7 * sum(map(bool, last)):
        return False
    rising = all(a <= b for a, b in pairwise(numbers))
    led = sum(bool(LEADER_TAIL.search(page.words[i].text)) for c in grid.cells for i in c.words)
    plain = sum(is_number(t) for (_, c), t in texts.items() if 0 < c < grid.columns - 1) < 2
    # A list of contents has no word over its numbers, and few titles share a page.
    bare = grid.kind == "plain" and last[0].isdigit() and len(set(numbers)) > len(numbers) / 2
    return rising and plain and (led >= 2 or bare)


def _paths(page: Page, grid: Grid) -> int:
    x0, top, x1, bottom = grid.bbox
    return sum(
        g.kind == "path"
        and max(g.x1 - g.x0, g.bottom - g.top) > DOT
        and x0 <= (g.x0 + g.x1) / 2 <= x1
        and top <= (g.top + g.bottom) / 2 <= bottom
        for g in page.graphics
    )


def weigh(e: Evidence, kind: str, captioned: int) -> float:
    """How much speaks for a table; it is one where this is above `ACCEPT`.

    `captioned` is 1 under a table's label, -1 under a figure's, else 0.
    """
    if e.columns < 2 or e.rows < 2 or e.full_columns < 2 or e.words < 4:
        return -9.0
    if e.contents or (e.bullets > 0.6 and e.columns == 2 and kind != "ruled"):
        return -8.0
    score = {"tagged": 3.0, "ruled": 2.0, "rules": 0.5, "plain": -2.0}.get(kind, 0.0)
    score += 2.5 if captioned > 0 else FIGURE_AGAINST * captioned
    score += 2.5 * min(e.values, 0.8)
    score += 0.5 * min(e.columns - 2, 3) + 0.4 * min(e.rows - 3, 3) * e.complete
    score += 2.0 * (min(e.filled, 0.8) - 0.6) + 2.5 * (e.complete - 0.6)
    if e.filled < 0.25:
        score -= 3.0
    if kind == "tagged" and e.rows <= 2 and e.prose > LAYOUT and not e.marked:
        score -= 6.0
    if kind != "tagged":
        score -= _prose_against(e, kind) + min(CURVES_MOST, CURVE_AGAINST * e.paths)
    if kind == "plain" and captioned < 1:
        score -= _bare_against(e)
    if e.colons > 0.6 and kind in ("plain", "rules"):
        score -= 1.5
    return score


def _bare_against(e: Evidence) -> float:
    """What nothing announces and nothing is drawn for must be numbers, or very regular."""
    against = 2.0 if e.values < 0.3 and not (e.complete > 0.95 and e.rows >= 6) else 0.0
    return against + (1.5 if e.columns == 2 and e.rows <= 3 else 0.0)


def _prose_against(e: Evidence, kind: str) -> float:
    """Long texts speak against a table that nothing is drawn for."""
    limit, weight = (30.0, 0.03) if kind == "ruled" else (7.0, 0.35)
    return min(4.0, max(0.0, e.prose - limit) * weight) * (1.0 if e.values < 0.4 else 0.3)
