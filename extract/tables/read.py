"""Pages → the tables on them, whole, with what belongs to each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.danish.lexicon import Lexicon
from extract.page import Page
from extract.report import ReadingWarning, Table
from extract.tables.assemble import Printed, table_of
from extract.tables.captions import surrounds
from extract.tables.captions_before import caption_before, with_caption
from extract.tables.continuation import Part, body_size, chains, text_above, text_below
from extract.tables.headers import header_rows
from extract.tables.leaders import with_cut_leaders
from extract.tables.lines import lines_of
from extract.tables.model import Grid
from extract.tables.plain_captions import plain_captions
from extract.tables.regions import find_grids
from extract.tables.roles import role_of
from extract.tables.symbols import with_symbols
from extract.tables.turned import sideways, upright

LABEL_NUMBER = re.compile(r"[A-ZÆØÅ\d][\dA-ZÆØÅa-z]*(?:[-.–]\d+)*$")


@dataclass(frozen=True, slots=True)
class TableReading:
    """The tables of a document, and what of its pages they take."""

    tables: tuple[Table, ...]
    taken: Mapping[int, frozenset[int]]
    """Page number → indices of the page's words in a table's cells, caption, notes or source."""
    grids: tuple[Printed, ...]
    """For each table its rows as printed, in the order of `tables`."""
    warnings: tuple[ReadingWarning, ...]


def read_tables(pages: Sequence[Page], lexicon: Lexicon | None) -> TableReading:
    """All tables of these pages; a table over several pages is one."""
    words = lexicon if lexicon is not None else Lexicon()
    parts = (part for page in pages for part in page_parts(page))
    tables: list[Table] = []
    grids: list[Printed] = []
    taken: dict[int, set[int]] = {}
    warnings: list[ReadingWarning] = []
    counts = {page.number: len(page.words) for page in pages}
    used: set[str] = set()
    by_number = {page.number: page for page in pages}
    for n, chain in enumerate(chains(parts), start=1):
        before = chain[0].page.number - 1
        caption = caption_before(chain[0], by_number.get(before), taken.get(before, ()))
        if caption:
            chain[0] = with_caption(chain[0], caption)
            taken.setdefault(before, set()).update(caption.words)
        name = _id(next((p.around.label for p in chain if p.around.label), None), n, used)
        table, printed = table_of(chain, name, words)
        if caption:
            table = replace(table, caption_region=caption.region)
        tables.append(replace(table, role=role_of(table)))
        grids.append(printed)
        warnings += _doubts(table, chain)
        for part in chain:
            held = {i for c in part.grid.cells for i in c.words} | set(part.around.words)
            taken.setdefault(part.page.number, set()).update(i for i in held if i < counts[part.page.number])
    for n, plain in plain_captions(pages, tables, taken).items():
        titled = replace(tables[n], caption=plain.text, caption_region=plain.region)
        tables[n] = replace(titled, role=role_of(titled))
        taken.setdefault(plain.region.page, set()).update(plain.words)
    return TableReading(tuple(tables), {k: frozenset(v) for k, v in taken.items()}, tuple(grids), tuple(warnings))


def _id(label: str | None, place: int, used: set[str]) -> str:
    match = LABEL_NUMBER.search(label) if label else None
    name = match.group(0) if match and match.group(0) not in used else f"t{place}"
    used.add(name)
    return name


def page_parts(page: Page) -> Iterator[Part]:
    """The tables of a page, or the parts of them that stand on it, from top to bottom."""
    if not page.words:
        return
    angle = sideways(page)
    read = with_cut_leaders(with_symbols(upright(page, angle) if angle else page))
    found, weak = find_grids(read)
    if not found and not weak:
        return
    held = {i for g in found for c in g.cells for i in c.words}
    lines = lines_of(read.words, [i for i in range(len(read.words)) if i not in held])
    around = {id(g): s for g, s in zip((*found, *weak), surrounds((*found, *weak), lines, found), strict=True)}
    used = held | {i for g in found for i in around[id(g)].words}
    size = body_size(page)
    rest = lines_of(read.words, [i for i in range(len(read.words)) if i not in used])
    for grid in sorted((*found, *weak), key=lambda g: (g.bbox[1], g.bbox[0])):
        x0, top, x1, bottom = grid.bbox
        free = [
            line for line in rest if not (top - 1 <= (line.top + line.bottom) / 2 <= bottom + 1 and x0 <= line.x0 <= x1)
        ]
        yield Part(
            page=read,
            grid=grid,
            header=header_rows(read, grid),
            around=around[id(grid)],
            weak=any(grid is w for w in weak),
            first=not text_above(grid, free, read) and not _grid_above(grid, found),
            last=not text_below(grid, free, read, size) and not _grid_below(grid, found),
            angle=angle,
            original=page,
        )


def _grid_above(grid: Grid, found: Sequence[Grid]) -> bool:
    return any(g is not grid and g.bbox[3] <= grid.bbox[1] + 1 for g in found)


def _grid_below(grid: Grid, found: Sequence[Grid]) -> bool:
    return any(g is not grid and g.bbox[1] >= grid.bbox[3] - 1 for g in found)


def _doubts(table: Table, chain: Sequence[Part]) -> Iterator[ReadingWarning]:
    page = chain[0].page.number
    if chain[0].header == 0:
        yield ReadingWarning(
            "table_without_header", page, f"Table {table.id} has no header row that could be told from its data."
        )
    if chain[0].grid.kind == "plain" and not table.label:
        yield ReadingWarning(
            "table_doubtful", page, f"Table {table.id} was read from aligned text alone: no rules, no caption."
        )
