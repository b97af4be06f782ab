"""Records of a report → passages: each target, row of numbers, learning and statement on forankring by itself.

What is searched says in Danish what the record holds; what is quoted are the words that it was read from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from extract.report import Embedding, Learning, Measure, Quote, Report, Section, TextLine
from index.facts import stated_facts
from index.passage import Passage, PassageKind
from index.pieces import Piece, block_pieces, part_of, row_pieces, sentence_pieces
from index.said import said_of
from index.surroundings import section_paths, table_context

LIVES_ON = {
    "continues": "fortsætter efter projektet",
    "partly_continues": "fortsætter delvist efter projektet",
    "does_not_continue": "fortsætter ikke efter projektet",
    "unknown": "uafklaret om det fortsætter efter projektet",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """A report with what records are placed by."""

    report: Report
    paths: dict[str, tuple[str, ...]]
    sections: dict[str, Section]

    def passage(
        self, kind: PassageKind, record: str, section: str | None, pieces: Sequence[Piece], context: str
    ) -> Passage:
        """The passage of a record that stands in a section."""
        home = self.sections.get(section or "")
        source = self.report.source
        return Passage(
            id="", document=source.sha256, file=source.file, section=home.id if home else "",
            section_title=home.title if home else "", role=home.role if home else "other", kind=kind,
            path=self.paths.get(section or "", ()), context=context, language=source.language, pieces=tuple(pieces),
            record=record,
        )  # fmt: skip


def record_passages(report: Report) -> Iterator[Passage]:
    """The passages of a report's records, without ids; records that stand nowhere on a page give none."""
    desk = Desk(report, section_paths(report), {section.id: section for section in report.sections})
    yield from _facts(desk)
    yield from _indicators(desk)
    yield from _measures(desk)
    for number, learning in enumerate(report.learnings, start=1):
        yield from _statement(desk, "learning", number, learning, "læring")
    for number, statement in enumerate(report.embedding, start=1):
        yield from _statement(desk, "embedding", number, statement, f"forankring: {LIVES_ON[statement.status]}")


def _facts(desk: Desk) -> Iterator[Passage]:
    project = desk.report.metadata.project
    for fact, section, pieces in stated_facts(desk.report):
        context = " ".join(filter(None, (f"{fact.asked}.", f"Projektet {project}." if project else "")))
        yield desk.passage("fact", f"metadata:{fact.field}", section, pieces, context)


def _indicators(desk: Desk) -> Iterator[Passage]:
    for indicator in desk.report.indicators:
        quotes = tuple(quote for quote in indicator.evidence if quote.quote)
        if not quotes:
            continue
        said = said_of(indicator)
        pieces = [_quoted(quote, said if place == 0 else quote.quote) for place, quote in enumerate(quotes)]
        yield desk.passage("indicator", f"indicator:{indicator.id}", quotes[0].section, pieces, "")


def _quoted(quote: Quote, shown: str) -> Piece:
    return Piece(quote.quote, (TextLine(0, len(quote.quote), quote.page, quote.bbox),), shown)


def _measures(desk: Desk) -> Iterator[Passage]:
    """The numbers of one table row together: they answer the same questions, and stand on one line."""
    tables = {table.id: (table, row_pieces(table)) for table in desk.report.tables}
    for (ident, label), group in groupby(desk.report.measures, key=lambda measure: (measure.table, measure.row_label)):
        measures = list(group)
        if ident not in tables:
            continue
        table, rows = tables[ident]
        place = _row_of(measures, rows, label)
        if place is None:
            continue
        said = f"{label}: " + "; ".join(f"{measure.column}: {measure.raw}" for measure in measures).rstrip(".") + "."
        piece = Piece(rows[place].text, rows[place].lines, said)
        yield desk.passage("measure", f"measure:{ident}:{place}", table.section, (piece,), table_context(table))


def _row_of(measures: Sequence[Measure], rows: Sequence[Piece], label: str) -> int | None:
    """The row that holds the label and every number, by place among the rows; ``None`` where no row does."""
    wanted = (*label.split(" / "), *(measure.raw for measure in measures))
    return next((place for place, row in enumerate(rows) if all(words in row.text for words in wanted)), None)


def _statement(
    desk: Desk, kind: PassageKind, number: int, statement: Learning | Embedding, said: str
) -> Iterator[Passage]:
    pieces = _where_it_stands(desk, statement)
    if pieces:
        context = " ".join(filter(None, (said, statement.theme)))
        yield desk.passage(kind, f"{kind}:{number}", statement.section, pieces, context)


def _where_it_stands(desk: Desk, statement: Learning | Embedding) -> list[Piece]:
    """The statement as a stretch of its block; of one that runs over several, those of their sentences it holds."""
    home = desk.sections.get(statement.section or "")
    pieces = [piece for block in (home.blocks if home else ()) for piece in block_pieces(block)]
    for piece in pieces:
        start = piece.text.find(statement.text)
        if start >= 0:
            return [part_of(piece, start, start + len(statement.text))]
    pages = {region.page for region in statement.regions}
    return [
        part
        for piece in pieces
        for part in sentence_pieces(piece)
        if part.text in statement.text and pages & {line.page for line in part.lines}
    ]
