"""The road from a PDF to a `Report`, as one recipe: each step takes the noun before it and gives the next."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from extract.beside import attach_notes
from extract.body import read_body
from extract.contents import Contents, read_contents
from extract.danish.lexicon import Lexicon
from extract.errors import NoTextLayer
from extract.figures import without_logos
from extract.furniture import Furnished, split_furniture
from extract.headings import read_headings
from extract.layout import page_lines, read_layout
from extract.lines import lines_of
from extract.page import BBox, Page, TextRun
from extract.pages import FileFacts, PageLayer, opened, read_facts, read_pages
from extract.records import add_records
from extract.report import Metadata, Report, Section, Table
from extract.runs import read_runs
from extract.sections import build_sections
from extract.source import describe_source, page_warnings
from extract.tables.read import TableReading, read_tables
from extract.tables.roles import role_of

Progress = Callable[[int, int], None]
"""Called with the number of pages done and of all pages."""


@dataclass(frozen=True, slots=True)
class Text:
    """A report's running text, and what was taken out of it on the way."""

    runs: tuple[TextRun, ...]
    furnished: Furnished
    contents: Contents
    tables: TableReading
    lexicon: Lexicon


def read_report(
    path: Path | str,
    *,
    pages: Sequence[int] | None = None,
    password: str | None = None,
    progress: Progress | None = None,
) -> Report:
    """Read one PDF with its records and findings; `pages` are page numbers from 1, all where `None`.

    Raises an error of `extract.errors.PuljelupError` where the file cannot be read.
    """
    with _few_collections():
        return add_records(*read_structure(path, pages=pages, password=password, progress=progress))


def read_structure(
    path: Path | str,
    *,
    pages: Sequence[int] | None = None,
    password: str | None = None,
    progress: Progress | None = None,
) -> tuple[Report, Mapping[str, str]]:
    """Sections, tables and furniture of one PDF without records, and its document properties; as `read_report`."""
    path = Path(path)
    with _few_collections():
        facts, layers = _read_layers(path, pages, password, progress)
        text = read_text([layer.page for layer in layers])
        return _assemble(path, facts, layers, text), facts.properties


def read_file_tables(
    path: Path | str, *, pages: Sequence[int] | None = None, password: str | None = None
) -> TableReading:
    """The tables of one PDF with their rows as printed, Danish or not; raises as `read_report` does."""
    with _few_collections():
        _, layers = _read_layers(Path(path), pages, password, None)
        return read_text([layer.page for layer in layers]).tables


def read_text(pages: Sequence[Page]) -> Text:
    """Pages → furniture, contents list, tables and running text."""
    furnished = split_furniture(pages)
    contents = read_contents(furnished.pages, furnished.printed)
    rest = _without(furnished.pages, contents.taken)
    lexicon = Lexicon.of_lines(line.text for page in rest for line in lines_of(page.number, page.words))
    tables = read_tables(rest, lexicon)
    rest = without_logos(_without(rest, tables.taken))
    lines = {page.number: page_lines(page) for page in rest}
    body = read_body(lines, {page.number: page.width for page in rest})
    places = _table_places(tables.tables)
    layouts = [read_layout(page, lines[page.number], places.get(page.number, {}), body) for page in rest]
    runs = read_runs(layouts, body, lexicon)
    runs = attach_notes(runs, [note for layout in layouts for note in layout.notes], lexicon, body.size)
    return Text(tuple(runs), furnished, contents, tables, lexicon)


def _read_layers(
    path: Path, pages: Sequence[int] | None, password: str | None, progress: Progress | None
) -> tuple[FileFacts, list[PageLayer]]:
    layers: list[PageLayer] = []
    with opened(path, password) as document:
        facts = read_facts(document)
        total = len(pages) if pages else facts.pages
        for layer in read_pages(document, pages):
            layers.append(layer)
            if progress is not None:
                progress(len(layers), total)
    if all(layer.layer == "none" for layer in layers):
        raise NoTextLayer(
            f"{path.name} holds pictures of pages, no text.",
            "Run character recognition on it first (for example ocrmypdf -l dan), then read the result.",
        )
    return facts, layers


def _without(pages: Sequence[Page], taken: Mapping[int, frozenset[int]]) -> tuple[Page, ...]:
    """The pages without the words at these places."""
    return tuple(
        replace(page, words=tuple(w for i, w in enumerate(page.words) if i not in taken[page.number]))
        if taken.get(page.number)
        else page
        for page in pages
    )


def _table_places(tables: Sequence[Table]) -> dict[int, dict[str, BBox]]:
    """Where tables stand, by page; the parts after a page break have keys that name no block."""
    places: dict[int, dict[str, BBox]] = {}
    for table in tables:
        for i, region in enumerate(table.regions):
            places.setdefault(region.page, {})[table.id if i == 0 else f"{table.id}+{i}"] = region.bbox
    return places


def _assemble(path: Path, facts: FileFacts, layers: Sequence[PageLayer], text: Text) -> Report:
    headed = read_headings(text.runs, text.furnished.pages, facts.bookmarks, text.contents.entries, text.lexicon)
    regions = {table.id: table.regions for table in text.tables.tables}
    sections = build_sections(headed.runs, headed.headings, regions)
    warnings = [
        *page_warnings(layers),
        *text.furnished.warnings,
        *text.contents.warnings,
        *text.tables.warnings,
        *headed.warnings,
    ]
    return Report(
        source=describe_source(path, facts, layers, " ".join(run.text for run in headed.runs)),
        metadata=Metadata(),
        sections=sections,
        tables=_placed(text.tables.tables, sections),
        furniture=(*text.furnished.furniture, *text.contents.furniture),
        warnings=tuple(sorted(warnings, key=lambda w: (w.page or 0, w.code))),
    )


def _placed(tables: Sequence[Table], sections: Sequence[Section]) -> tuple[Table, ...]:
    """The tables with the section they stand in, and the role that this and their words give them."""
    homes = {block.table: section for section in sections for block in section.blocks if block.table}
    return tuple(
        replace(table, section=homes[table.id].id, role=role_of(table, homes[table.id].role))
        if table.id in homes
        else table
        for table in tables
    )


@contextmanager
def _few_collections() -> Iterator[None]:
    """Collects garbage seldom: reading makes some hundred thousand small objects and no cycles to speak of."""
    thresholds = gc.get_threshold()
    gc.set_threshold(100_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*thresholds)
