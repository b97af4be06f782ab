"""Reports → passages: 60 to 220 words cut along the structure, each piece with its place on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from extract.report import Block, Report, Section, Table
from index.passage import Passage, PassageKind, numbered
from index.pieces import Piece, block_pieces, row_pieces, split_piece
from index.records import record_passages
from index.surroundings import section_paths, table_context

LEAST = 60
"""Words from which a passage may end."""
MOST = 220
"""Words at which it must."""
REST = 25
"""Words below which what is left under a heading is no passage of its own."""
APART = frozenset(("table", "figure", "footnote"))
"""Kinds that are passages by themselves, wherever they stand among the text."""


@dataclass(frozen=True, slots=True)
class Unit:
    """What is not parted without need: a paragraph, or a list with the sentence that leads it in."""

    kind: PassageKind
    heading: str
    lead: tuple[Piece, ...]
    pieces: tuple[Piece, ...]
    context: str = ""

    @property
    def words(self) -> int:
        """The number of words, lead-in included."""
        return sum(piece.words for piece in (*self.lead, *self.pieces))


def passages_of(report: Report) -> tuple[Passage, ...]:
    """All passages of a report: its text and tables in reading order, then its records."""
    texts: list[Passage] = []
    tables = {table.id: table for table in report.tables}
    paths = section_paths(report)
    for section in report.sections:
        groups = _groups([unit for block in _units(section, tables) for unit in _fitting(block)])
        texts += [_passage(report, section, paths[section.id], units) for units in groups]
    return numbered((*texts, *record_passages(report)))


def _passage(report: Report, section: Section, path: tuple[str, ...], units: Sequence[Unit]) -> Passage:
    kinds = {unit.kind for unit in units}
    heading = (units[0].heading,) if units[0].heading else ()
    return Passage(
        id="",
        document=report.source.sha256,
        file=report.source.file,
        section=section.id,
        section_title=section.title,
        role=section.role,
        kind=units[0].kind if len(kinds) == 1 else "text",
        path=path + heading,
        context=units[0].context,
        language=report.source.language,
        pieces=tuple(dict.fromkeys(piece for unit in units for piece in (*unit.lead, *unit.pieces))),
    )


def _units(section: Section, tables: dict[str, Table]) -> Iterator[Unit]:
    lead: tuple[Piece, ...] = ()
    for (kind, heading, _), group in groupby(_headed(section.blocks), key=lambda headed: headed[:3]):
        blocks = [block for _, _, _, block in group]
        if kind == "list":
            yield Unit("list", heading, lead, tuple(piece for block in blocks for piece in block_pieces(block)))
            lead = ()
            continue
        if lead:
            yield Unit("text", heading, (), lead)
            lead = ()
        if kind == "table":
            table = tables.get(blocks[0].table or "")
            if table is not None:
                yield Unit("table", heading, (), row_pieces(table), table_context(table))
            continue
        pieces = block_pieces(blocks[0])
        if kind == "text" and blocks[0].text.endswith(":"):
            lead = pieces
        else:
            yield Unit(kind, heading, (), pieces)
    if lead:
        yield Unit("text", heading, (), lead)


def _headed(blocks: Sequence[Block]) -> Iterator[tuple[PassageKind, str, str, Block]]:
    """Blocks with their kind and margin heading; neighbouring list items of one heading have the same mark.

    A margin heading stands beside the first paragraph of what it is the heading of, up to the next one.
    """
    kinds: dict[str, PassageKind] = {"list_item": "list", "table": "table", "figure": "figure", "footnote": "footnote"}
    heading = ""
    for block in blocks:
        kind = kinds.get(block.type, "text")
        heading = block.margin_heading or heading
        yield kind, "" if kind == "footnote" else heading, "" if kind == "list" else block.id, block


def _fitting(unit: Unit) -> Iterator[Unit]:
    """The unit cut to pieces of at most `MOST` words, the lead-in before each."""
    room = max(LEAST, MOST - sum(piece.words for piece in unit.lead))
    taken: list[Piece] = []
    for piece in (part for whole in unit.pieces for part in split_piece(whole, room)):
        if taken and sum(p.words for p in taken) + piece.words > room:
            yield Unit(unit.kind, unit.heading, unit.lead, tuple(taken), unit.context)
            taken = []
        taken.append(piece)
    if taken:
        yield Unit(unit.kind, unit.heading, unit.lead, tuple(taken), unit.context)


def _groups(units: Sequence[Unit]) -> list[list[Unit]]:
    """Short neighbours under one heading together, until there are `LEAST` words; tables and notes by themselves.

    Text reads on around tables, figures and notes; what little is left at its end goes with what stands before it.
    Groups are in the order of their beginnings.
    """
    text: list[list[Unit]] = []
    for unit in units:
        if unit.kind in APART:
            continue
        if text and _joins(text[-1], unit):
            text[-1].append(unit)
        else:
            text.append([unit])
    for place in range(len(text) - 1, 0, -1):
        before, group = text[place - 1], text[place]
        if before[-1].heading == group[0].heading and _words(group) < REST and _words(before) + _words(group) <= MOST:
            before += text.pop(place)
    apart = [[unit] for unit in units if unit.kind in APART]
    places = {id(unit): place for place, unit in enumerate(units)}
    return sorted((*text, *apart), key=lambda group: places[id(group[0])])


def _joins(group: Sequence[Unit], unit: Unit) -> bool:
    words = _words(group)
    return unit.heading == group[-1].heading and words < LEAST and words + unit.words <= MOST


def _words(group: Sequence[Unit]) -> int:
    return sum(unit.words for unit in group)
