"""The theory of change of a report: from its table, else from the prose or lists of the section that tells it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from extract.danish.words import sentences
from extract.indicators.levels import level_of_words
from extract.report import Block, Cell, Region, Report, Section, Table, TheoryElement, TheoryOfChange
from extract.statements.cues import cues
from extract.statements.places import joined, regions_of

Part = Literal["activities", "outcomes_short", "outcomes_long", "outcomes", "impacts"]
Found = tuple[Part, TheoryElement]

_TOLD = ("outcomes_short", "outcomes_long", "impacts")
"""Parts that prose names by a word of its own; two of them make it a theory of change."""
FEWEST_PARTS = 2
FEWEST_WORDS = 3
LONGEST_LABEL = 6
"""Words of a line, a margin heading or an item's beginning that names the part which follows."""
_CLAUSE = re.compile(r"(?:,\s+(?:og|men|mens)|\s+og)\s+(?=på\s)", re.IGNORECASE)


def read_theory(report: Report) -> TheoryOfChange | None:
    """Activities, outcomes and impacts in the order of the report; ``None`` where it tells of no theory of change."""
    found = [one for table in report.tables if table.role == "theory_of_change" for one in _of_table(table)]
    if found:
        return _theory(found)
    named = [section for section in report.sections if section.role == "theory_of_change"]
    other = [section for section in report.sections if section.role in ("other", "project") and _tells(section)]
    for sections in (named, other):
        told = [one for section in sections for one in _of_section(section)]
        if len({part for part, _ in told} & {*_TOLD, "outcomes"}) >= FEWEST_PARTS:
            return _theory(told)
    return None


def _theory(found: list[Found]) -> TheoryOfChange:
    def of(part: Part) -> tuple[TheoryElement, ...]:
        return tuple({element.text: element for name, element in reversed(found) if name == part}.values())[::-1]

    return TheoryOfChange(of("activities"), of("outcomes_short"), of("outcomes_long"), of("outcomes"), of("impacts"))


def _of_table(table: Table) -> list[Found]:
    """The cells by the header of their column; where headers say nothing, by the first cell of their row."""
    by_column = {k: part for k, name in enumerate(table.columns) if (part := _part_of(name))}
    sideways = len(set(by_column.values())) < FEWEST_PARTS
    labels = {k: part for k, row in enumerate(table.rows) if row and (part := _part_of(row[0]))} if sideways else {}
    found: list[Found] = []
    for cell in sorted(table.cells, key=lambda c: (c.row, c.column) if sideways else (c.column, c.row)):
        part = labels.get(cell.row) if sideways else by_column.get(cell.column)
        if cell.row < 0 or part is None or (sideways and cell.column == 0):
            continue
        for part_of_cell in _of_cell(cell):
            element = part_of_cell
            if found and found[-1][0] == part and _is_rest(found[-1][1].text, element.text):
                element = _longer(found.pop()[1], element)
            found.append((part, element))
    return found


def _of_cell(cell: Cell) -> Iterator[TheoryElement]:
    if cell.paragraphs:
        yield from (TheoryElement(p.text, (Region(p.page, p.bbox),)) for p in cell.paragraphs if p.text)
    elif cell.text:
        yield TheoryElement(cell.text, (Region(cell.page, cell.bbox),))


def _is_rest(above: str, text: str) -> bool:
    """Whether a word or two are the rest of the cell above, which a rule or a page break cut off."""
    return text[:1].islower() and len(text.split()) < FEWEST_WORDS and above[-1:] not in ".!?"


def _longer(element: TheoryElement, rest: TheoryElement) -> TheoryElement:
    return TheoryElement(f"{element.text} {rest.text}", joined(element.regions, rest.regions))


def _part_of(name: str) -> Part | None:
    """The part that a header or label names."""
    found = level_of_words(name) if len(name.split()) <= LONGEST_LABEL else None
    if found is None:
        return None
    if found.kind == "activity":
        return "activities"
    if found.kind == "impact" and found.term != "short":
        return "impacts"
    terms: dict[str | None, Part] = {"short": "outcomes_short", "long": "outcomes_long"}
    return terms.get(found.term, "outcomes")


def _tells(section: Section) -> bool:
    return any(cues("theory", "theory").search(block.text) for block in section.blocks)


def _of_section(section: Section) -> Iterator[Found]:
    """The sentences and items of a section by the part that they, or a label before them, name."""
    label: Part | None = _part_of(section.title)
    for block in section.blocks:
        if block.type not in ("paragraph", "list_item"):
            continue
        label = _part_of(block.margin_heading) or label if block.margin_heading else label
        if len(block.text.split()) <= LONGEST_LABEL and (named := _part_of(block.text.rstrip(":"))):
            label = named
        elif label and block.type == "list_item":
            yield label, TheoryElement(block.text, block.regions)
        else:
            yield from _told(block)


def _told(block: Block) -> Iterator[Found]:
    """The clauses of a paragraph; one that names no part goes on with that of the clause before it."""
    part: Part | None = None
    for start, end in _clauses(block.text):
        text = block.text[start:end]
        named = next((p for p in (*_TOLD, "activities") if cues("theory", p).search(text)), None)
        about = named is None and cues("theory", "about").search(text) is not None
        part = None if about else _as_part(named) or part
        if part and len(text.split()) >= FEWEST_WORDS and not text.endswith(":"):
            yield part, TheoryElement(text, regions_of(block, start, end))


def _as_part(name: str | None) -> Part | None:
    parts: dict[str | None, Part] = {
        "activities": "activities", "outcomes_short": "outcomes_short", "outcomes_long": "outcomes_long",
        "impacts": "impacts",
    }  # fmt: skip
    return parts.get(name)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    """Sentences, cut where a part of one turns to another term ("… og på længere sigt …")."""
    for start, end in sentences(text):
        begin = start
        for cut in _CLAUSE.finditer(text, start, end):
            rest = text[cut.end() : end]
            if any(match and match.start() < 2 for match in (cues("theory", p).search(rest) for p in _TOLD[:2])):
                yield begin, cut.start()
                begin = cut.end()
        yield begin, end
