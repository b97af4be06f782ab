"""A comparison as a document: for the terminal, as Markdown, as a plain HTML page."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Callable, Iterator, Sequence
from html import escape

from corpus.labels import grouped, say
from corpus.section import Grid, Section, Style
from corpus.text_table import text_table

FALLBACK_WIDTH = 120
"""Columns of a terminal that does not tell its width."""
_CSS = """
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #1a1a1a }
table { border-collapse: collapse; margin: 1rem 0 } caption { text-align: left; padding: .5rem 0 }
th, td { border-bottom: 1px solid #bbb; padding: .3rem .7rem; text-align: left; vertical-align: top }
.grid { overflow-x: auto } .more { color: #555 }
"""


def as_screen(preface: Sequence[str], parts: Sequence[Section], style: Style) -> str:
    """Tables as wide as the terminal."""
    width = shutil.get_terminal_size((FALLBACK_WIDTH, 24)).columns
    lines = [textwrap.fill(line, width) for line in preface]
    for part in parts:
        lines += ["", part.title, "=" * min(len(part.title), width)]
        for grid in part.grids:
            if grid.title:
                lines += ["", textwrap.fill(grid.title, width)]
            if grid.rows:
                lines.append(text_table(grid.heads, grid.rows, width, gathered=grid.gathered))
            lines += [_more(grid, style)] if grid.rest else []
        lines += [textwrap.fill(text, width) for text in _closing(part, style)]
    return "\n".join(lines) + "\n"


def as_markdown(preface: Sequence[str], parts: Sequence[Section], style: Style) -> str:
    """Headings and pipe tables."""
    title, *rest = preface
    lines = [f"# {title}", "", *(f"{line}\n" for line in rest)]
    for part in parts:
        lines += [f"## {part.title}", ""]
        for grid in part.grids:
            lines += [f"**{_cell(grid.title)}**", ""] if grid.title else []
            if grid.rows:
                lines += [_pipes(grid.heads), _pipes(["---"] * len(grid.heads)), *map(_pipes, grid.rows), ""]
            lines += [_more(grid, style), ""] if grid.rest else []
        lines += [f"{text}\n" for text in _closing(part, style)]
    return "\n".join(lines).rstrip() + "\n"


def as_page(preface: Sequence[str], parts: Sequence[Section], style: Style) -> str:
    """One page without scripts; `corpus report` makes the full one."""
    title, *rest = preface
    body = [f"<h1>{escape(title)}</h1>", *(f"<p>{escape(line)}</p>" for line in rest)]
    for part in parts:
        body.append(f'<section id="{part.what.value}"><h2>{escape(part.title)}</h2>')
        for grid in part.grids:
            body += _table(grid)
            body += [f'<p class="more">{escape(_more(grid, style))}</p>'] if grid.rest else []
        body += [f"<p>{escape(text)}</p>" for text in _closing(part, style)]
        body.append("</section>")
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    return "\n".join(
        ["<!DOCTYPE html>", f'<html lang="{style.lang.value}">', f"<head>{head}<style>{_CSS}</style></head>", "<body>",
         *body, "</body></html>", ""]
    )  # fmt: skip


DOCUMENTS: dict[str, Callable[[Sequence[str], Sequence[Section], Style], str]] = {
    "table": as_screen, "md": as_markdown, "html": as_page,
}  # fmt: skip
"""Writers by format."""


def _closing(part: Section, style: Style) -> Iterator[str]:
    if not any(grid.rows for grid in part.grids):
        yield say("none", style.lang)
    if part.remark:
        yield part.remark


def _more(grid: Grid, style: Style) -> str:
    return say("more", style.lang, count=grouped(grid.rest, style.locale))


def _pipes(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_cell, cells))} |"


def _cell(text: str) -> str:
    return " ".join(text.replace("\\", "\\\\").replace("|", "\\|").replace("*", "\\*").split())


def _table(grid: Grid) -> Iterator[str]:
    if not grid.rows:
        return
    caption = f"<caption>{escape(grid.title)}</caption>" if grid.title else ""
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in grid.heads)
    yield f'<div class="grid"><table>{caption}<thead><tr>{heads}</tr></thead><tbody>'
    for row in grid.rows:
        yield f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>"
    yield "</tbody></table></div>"
