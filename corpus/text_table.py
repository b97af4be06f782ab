"""A table for the terminal in columns of words, as wide as it, with rows gathered under those they belong to."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

GAP = 2
"""Blanks between columns."""
INDENT = "  "
"""Before rows that stand under a line of their own."""
NARROWEST = 6
"""Characters of a column of words, at least."""
_FIGURE = re.compile(r"(?:[\d.,]+|–|)")


def text_table(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int, *, gathered: bool = False) -> str:
    """The table in lines of at most ``width`` characters; figures are flush right and never broken.

    ``gathered``: the first column gives lines of their own, each once for the rows that follow one another under it.
    """
    start = 1 if gathered else 0
    cells = [row[start:] for row in rows]
    names = heads[start:]
    indent = INDENT if gathered else ""
    figures = [all(_FIGURE.fullmatch(row[k]) for row in cells) for k in range(len(names))]
    widths = _widths(names, cells, figures, width - len(indent))
    lines = [indent + line for line in _row(names, widths, figures)]
    lines.append("─" * min(width, len(indent) + sum(widths) + GAP * (len(widths) - 1)))
    last = None
    for row, held in zip(rows, cells, strict=True):
        if gathered and row[0] != last:
            last = row[0]
            lines += textwrap.wrap(last, width) or [""]
        lines += [indent + line for line in _row(held, widths, figures)]
    return "\n".join(line.rstrip() for line in lines)


def _widths(names: Sequence[str], cells: Sequence[Sequence[str]], figures: Sequence[bool], room: int) -> list[int]:
    """Figures get what they need; what is left goes to words, the short columns first, the rest in equal parts."""
    widths = [0] * len(names)
    for k, name in enumerate(names):
        longest = max((len(row[k]) for row in cells), default=0)
        heading = len(name) if len(name) <= NARROWEST else max(map(len, name.split()), default=0)
        widths[k] = max(longest, heading if figures[k] else len(name))
    words = sorted((k for k in range(len(names)) if not figures[k]), key=lambda k: widths[k])
    left = room - GAP * (len(names) - 1) - sum(widths[k] for k in range(len(names)) if figures[k])
    for place, k in enumerate(words):
        widths[k] = min(widths[k], max(NARROWEST, left // (len(words) - place)))
        left -= widths[k]
    return widths


def _row(cells: Sequence[str], widths: Sequence[int], figures: Sequence[bool]) -> Iterator[str]:
    wrapped = [textwrap.wrap(cell, width, break_on_hyphens=False) for cell, width in zip(cells, widths, strict=True)]
    for number in range(max(map(len, wrapped), default=0)):
        parts = [lines[number] if number < len(lines) else "" for lines in wrapped]
        yield (" " * GAP).join(
            part.rjust(width) if figure else part.ljust(width)
            for part, width, figure in zip(parts, widths, figures, strict=True)
        )
