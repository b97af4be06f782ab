"""What is found: a stretch of a report with all that is known of its place."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extract.report import BBox, Region, SectionRole
from index.pieces import Piece, around, sentence_pieces

PassageKind = Literal[
    "text", "list", "table", "figure", "footnote", "fact", "indicator", "measure", "learning", "embedding"
]


@dataclass(frozen=True, slots=True)
class Passage:
    """What is found: neighbouring pieces of one section, rows of one table, or a record of the report."""

    id: str
    """The first characters of the report's sha256 and a digest of what the passage says and where."""
    document: str
    """The file's sha256; empty for a passage of a collection that is no report."""
    file: str
    section: str
    section_title: str
    role: SectionRole
    kind: PassageKind
    path: tuple[str, ...]
    """The titles of the section and those above it, from the chapter down, then the margin heading."""
    context: str
    """What else is said around it: a table's label, caption, column names and notes."""
    language: str
    pieces: tuple[Piece, ...]
    record: str | None = None
    """The record that it states: ``metadata:period``, ``indicator:A5``, ``measure:2-1:0`` (table and row),
    ``learning:3`` (by place)."""

    @property
    def text(self) -> str:
        """What is shown of it."""
        return " ".join(piece.shown for piece in self.pieces)

    @property
    def searched(self) -> str:
        """What is searched and encoded: the text with all it stands under."""
        return " ".join(filter(None, (*self.path, self.context, self.text)))

    @property
    def sentences(self) -> tuple[Piece, ...]:
        """Its sentences, and its table rows, each with its lines and their boxes."""
        return tuple(part for piece in self.pieces for part in sentence_pieces(piece))

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages it stands on."""
        return tuple(sorted({line.page for piece in self.pieces for line in piece.lines}))

    @property
    def regions(self) -> tuple[Region, ...]:
        """One box a page around all its lines."""
        boxes: dict[int, list[BBox]] = {}
        for piece in self.pieces:
            for line in piece.lines:
                boxes.setdefault(line.page, []).append(line.bbox)
        return tuple(Region(page, around(found)) for page, found in sorted(boxes.items()))


def numbered(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """The passages with ids; an id hangs on what a passage says and where, not on how many there are before it."""
    met: Counter[str] = Counter()
    found = []
    for passage in passages:
        places = [(line.page, line.bbox) for piece in passage.pieces for line in piece.lines]
        said = f"{passage.kind} {passage.record} {passage.searched} {places}"
        digest = hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:12]
        met[digest] += 1
        again = f"-{met[digest]}" if met[digest] > 1 else ""
        found.append(replace(passage, id=f"{passage.document[:12]}-{digest}{again}"))
    return tuple(found)
