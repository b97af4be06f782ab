"""Facts with a label: rows of fact tables, lines of fact boxes and definition lists ("Projektperiode: 2018-2021")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from extract.metadata.kind import is_kind_alone
from extract.metadata.labels import budget_kind, field_of
from extract.metadata.strips import run_of_labels, strip_entries
from extract.report import Block, Cell, Region, Report, Section, Table

TABLE_WEIGHT = 9.0
BOX_WEIGHT = 8.5
FURNITURE_WEIGHT = 5.0
FEWEST_FACTS = 2
"""Rows with a known label that make a table of any role a table of facts."""
LONGEST_VALUE = 40
"""Words of a value that stands in a block of its own."""
LONGEST_ALONE = 4
"""Words of a label that stands in a block of its own."""
LONGEST_LINE = 8
"""Words of a line that opens with a label without a colon."""
BACK_MATTER = frozenset({"appendix"})

_INSIDE = re.compile(r"(?<=\s)([A-ZÆØÅ][\wæøå-]*(?: [\wæøå-]+){0,3}):\s")
_COLON = re.compile(r"(?:^|(?<=[.;|·]\s))([A-ZÆØÅ](?:[^:.;|]|(?<=[a-z])\.(?=\s?:|-?\s?nr)){1,60}?)\s?:\s+(?=\S)")

_OPENERS = re.compile(
    r"(?:^|(?<=\s))(Udgivet|Offentliggjort|Publiceret|Version|Udgave|Udarbejdet for|Udarbejdet af|Skrevet af"
    r"|Finansieret af|Støttet af)"
    r"(?::\s|\s(?=[\dA-ZÆØÅ]|(?:den|af|i|d\.)\s|[a-zæøå]+\s\d{4}))"
)
"""Words that open a new line of a colophon without a colon."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A label and its value as printed; ``parts`` are the value's own paragraphs or list items."""

    label: str
    value: str
    weight: float
    regions: tuple[Region, ...]
    parts: tuple[str, ...] = ()


def entries(report: Report) -> tuple[Entry, ...]:
    """All labelled facts of a report, those of tables first."""
    found = [entry for table in report.tables for entry in _of_table(table)]
    for section in report.sections:
        if section.role not in BACK_MATTER:
            found += _of_section(section)
    for label, value, weight, regions in strip_entries(report):
        found.append(Entry(label, value, weight, regions))
    for item in report.furniture:
        if item.kind != "contents":
            region = (Region(item.page, item.bbox),)
            found += [Entry(label, value, FURNITURE_WEIGHT, region) for label, value, _, _ in _definitions(item.text)]
    return tuple(found)


def is_label(text: str) -> bool:
    """Whether a text is a known label."""
    return (field_of(text) or budget_kind(text)) is not None


def _of_table(table: Table) -> list[Entry]:
    """The rows whose first cell is a label; also pairs side by side, and a first row that was taken for a header."""
    found: list[Entry] = []
    by_place = {(cell.row, cell.column): cell for cell in table.cells}
    for row in sorted({cell.row for cell in table.cells if cell.row >= -1}):
        cells = [by_place[row, column] for column in range(len(table.columns)) if (row, column) in by_place]
        if 2 <= len(cells) <= 3:
            cells = [cells[0], cells[-1]]
        for label, value in zip(cells[::2], cells[1::2], strict=False):
            if value.text and label.text != value.text and is_label(label.text):
                found.append(_entry(label, value))
    facts = table.role == "facts" or (
        table.role == "other" and len(found) >= FEWEST_FACTS and 2 * len(found) >= len(table.rows)
    )
    return found if facts and len(table.columns) in (2, 3, 4) else []


def _entry(label: Cell, value: Cell) -> Entry:
    parts = tuple(paragraph.text for paragraph in value.paragraphs)
    return Entry(label.text, value.text, TABLE_WEIGHT, (Region(value.page, value.bbox),), parts)


def _of_section(section: Section) -> Iterator[Entry]:
    """Definitions inside blocks, and labels alone with their value in the next block."""
    blocks = [block for block in section.blocks if block.text and block.type != "footnote"]
    for k, block in enumerate(blocks):
        defined = list(_definitions(block.text))
        for label, value, start, end in defined:
            yield Entry(label, value, BOX_WEIGHT, _lines(block, start, end))
        after = blocks[k + 1] if k + 1 < len(blocks) else None
        if defined or after is None or not _is_alone(block, section):
            continue
        if not is_label(after.text) and len(after.text.split()) <= LONGEST_VALUE and not after.text.endswith(":"):
            values = _value_below(blocks[k + 1 :])
            text = ", ".join(value.text for value in values)
            places = tuple(value.regions[0] for value in values if value.regions)
            yield Entry(block.text, text, BOX_WEIGHT - 2, places, tuple(value.text for value in values))


def _value_below(blocks: list[Block]) -> list[Block]:
    """The block under a label, or all the items of the list that stands there."""
    items = list(takewhile(lambda block: block.type == "list_item", blocks))
    return items or blocks[:1]


def _is_alone(block: Block, section: Section) -> bool:
    """Whether a block is nothing but a label: in the front matter any, elsewhere one with a colon."""
    if len(block.text.split()) > LONGEST_ALONE or not is_label(block.text) or run_of_labels(block.text):
        return False
    return block.text.endswith(":") or (section.role == "front" and not is_kind_alone(block.text))


def _definitions(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Each "Label: value" of a text that begins with one; the value runs to the next known label."""
    starts = [match for match in _COLON.finditer(text) if is_label(match.group(1))]
    more = _INSIDE.finditer(text) if starts else ()
    known = [match for match in more if match.start() > starts[0].end() and is_label(match.group(1))]
    if not starts and len(text.split()) <= LONGEST_LINE:
        starts = [match for match in _OPENERS.finditer(text) if match.start() == 0]
    if not starts or starts[0].start() > 0:
        return
    known += [match for match in _OPENERS.finditer(text) if match.start() > starts[0].end()]
    marks = sorted({(m.start(1), m.end(), m.group(1)) for m in (*starts, *known)})
    for k, (_, value_start, label) in enumerate(marks):
        end = marks[k + 1][0] if k + 1 < len(marks) else len(text)
        value = text[value_start:end].strip(" |·;")
        if value:
            yield label, value, value_start, end


def _lines(block: Block, start: int, end: int) -> tuple[Region, ...]:
    found = tuple(Region(line.page, line.bbox) for line in block.lines if line.start < end and line.end > start)
    return found or block.regions[:1]
