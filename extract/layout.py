"""One page → its pieces in reading order: groups of lines, tables, figures, notes in the margin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.body import BodyProfile
from extract.boxes import box_of, read_boxes
from extract.columns import Column, Slot, read_columns
from extract.figures import labels_in, read_figures
from extract.insets import Inset, read_insets
from extract.lines import line_of, lines_of, turned_lines_of
from extract.margins import MarginNote, split_margins
from extract.page import BBox, Line, Page
from extract.paragraphs import Group, group_lines

PIECE_GAP = 0.8  # em; a gap this wide may be a gutter
SAME_LINE = 0.25  # em; pieces of one column whose baselines differ by less are one line


@dataclass(frozen=True, slots=True)
class Piece:
    """A group of lines, or a table or figure, in its place in the reading order."""

    kind: str
    """``text``, ``table``, ``figure`` or ``labels`` (the words inside a figure)."""
    page: int
    column: BBox
    group: Group | None = None
    key: str = ""
    area: BBox | None = None
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A page's pieces in reading order and the notes in its margins."""

    page: int
    pieces: tuple[Piece, ...]
    notes: tuple[MarginNote, ...]


def page_lines(page: Page) -> list[Line]:
    """The lines of a page, cut wherever a gutter may be."""
    return lines_of(page.number, page.words, PIECE_GAP)


def read_layout(page: Page, lines: Sequence[Line], tables: Mapping[str, BBox], body: BodyProfile) -> PageLayout:
    """The layout of a page; `tables` are the areas of tables on it by id ("" where one only goes on)."""
    taken = list(tables.values())
    boxes = read_boxes(page, lines, taken)
    boxed: list[list[Line]] = [[] for _ in boxes]
    free: list[Line] = []
    for line in lines:
        at = box_of(line, boxes)
        (free if at is None else boxed[at]).append(line)
    figures = read_figures(page, free, [*taken, *boxes])
    labels = [labels_in(area, free) for area in figures]
    inside = {id(ln) for group in labels for ln in group}
    running, notes = split_margins([ln for ln in free if id(ln) not in inside], body)
    slots = [Slot("table", key, page.number, *box) for key, box in tables.items()]
    slots += [Slot("box", str(i), page.number, *_around(boxed[i])) for i in range(len(boxes)) if boxed[i]]
    slots += [Slot("figure", str(i), page.number, *area) for i, area in enumerate(figures)]
    pieces: list[Piece] = []
    columns = read_columns([*running, *slots], body.size)
    beside = read_insets([*boxes, *figures, *taken, *(c.bbox for c in columns)], running)
    for column in columns:
        for piece in _pieces(column, page.number, beside):
            if piece.kind == "box":
                pieces += _box_pieces(boxed[int(piece.key)], page.number, body)
            elif piece.kind == "figure":
                pieces += _figure_pieces(piece, labels[int(piece.key)])
            else:
                pieces.append(piece)
    for line in turned_lines_of(page.number, page.words):
        pieces.append(Piece("text", page.number, line.bbox, Group((line,), None, line.x0), boxed=True))
    return PageLayout(page.number, tuple(pieces), tuple(notes))


def _pieces(column: Column, page: int, beside: Sequence[Inset] = ()) -> Iterator[Piece]:
    waiting: list[Line] = []
    for item in sorted(column.items, key=lambda i: i.top if isinstance(i, Slot) else i.baseline - 0.7 * i.style.size):
        if isinstance(item, Line):
            waiting.append(item)
            continue
        yield from _text(waiting, page, column.bbox, beside)
        waiting = []
        yield Piece(item.kind, page, column.bbox, key=item.key, area=(item.x0, item.top, item.x1, item.bottom))
    yield from _text(waiting, page, column.bbox, beside)


def _text(lines: Sequence[Line], page: int, column: BBox, beside: Sequence[Inset]) -> Iterator[Piece]:
    for group in group_lines(_whole_lines(lines), beside):
        yield Piece("text", page, column, group)


def _whole_lines(lines: Sequence[Line]) -> list[Line]:
    """Pieces of one column that stand on one baseline as one line."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda ln: ln.baseline):
        if rows and abs(rows[-1][0].baseline - line.baseline) <= SAME_LINE * min(
            rows[-1][0].style.size, line.style.size
        ):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [r[0] if len(r) == 1 else _row(sorted(r, key=lambda ln: ln.x0)) for r in rows]


def _row(pieces: Sequence[Line]) -> Line:
    return line_of(pieces[0].page, [w for piece in pieces for w in piece.words])


def _box_pieces(lines: Sequence[Line], page: int, body: BodyProfile) -> list[Piece]:
    columns = read_columns(list(lines), body.size)
    return [replace(piece, boxed=True) for column in columns for piece in _pieces(column, page)]


def _figure_pieces(piece: Piece, labels: Sequence[Line]) -> list[Piece]:
    if not labels:
        return [piece]
    return [piece, Piece("labels", piece.page, piece.column, Group(tuple(_whole_lines(labels)), None, labels[0].x0))]


def _around(lines: Sequence[Line]) -> BBox:
    return (
        min(ln.x0 for ln in lines),
        min(ln.top for ln in lines),
        max(ln.x1 for ln in lines),
        max(ln.bottom for ln in lines),
    )
