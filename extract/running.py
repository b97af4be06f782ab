"""Running headers and footers: pieces at the same distance from the edge on page after page.

A *slot* is a distance from the edge at which pieces stand. It holds furniture where enough pages
have it, where its texts come back (or it is set small and apart), where white space parts it from
what stands behind it, and where other pages do not have their text there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from extract.edges import Edge, Piece, Row
from extract.numbering import lone_number

SAME_SLOT = 2.0  # points; pieces whose distances from the edge differ by less share a slot
MOST_PAGES = 0.5  # share of the pages of a kind that have a running header
SOME_PAGES = 0.2  # share of the pages that have a header naming the chapter
LEAST_CHANGING = 3  # pages that have it
OWN_PARITY = 0.8  # share of the odd, even or turned pages, where the others have none
COMES_BACK = 0.6  # share of a slot's pages whose text stands there on another page too
APART = 0.8  # em of the body text between furniture and text
WELL_APART = 1.3  # em, where the text changes from page to page
ARTIFACT_APART = 0.3  # em, where the file itself marks the slot as furniture
IN_THE_WAY = 0.1  # share of pages that may have their text where a slot is
ALIGNED = 2.0  # points; cells of a table's head stand over those of its body
TABLE_GAP = 2.2  # em; a table's head is nearer to its first row


@dataclass(frozen=True, slots=True)
class Place:
    """A piece in its row on its page."""

    edge: Edge
    at: int
    piece: Piece

    @property
    def row(self) -> Row:
        """The row it stands in."""
        return self.edge.rows[self.at]


Slot = tuple[Place, ...]


def running_pieces(edges: Sequence[Edge], size: float) -> list[Place]:
    """The pieces of one side of all pages that are furniture; `size` is the body text's."""
    slots = [slot for slot in _slots(edges) if _is_candidate(slot, edges, size)]
    while slots:
        held = {id(place.row) for slot in slots for place in slot}
        kept = [
            s
            for s in slots
            if _stands_apart(s, held, size) and not _in_the_way(s, edges, held) and not _heads_table(s, held, size)
        ]
        if len(kept) == len(slots):
            break
        slots = kept
    return _with_company([place for slot in slots for place in slot], size)


def _slots(edges: Sequence[Edge]) -> list[Slot]:
    """Pieces by their distance from the edge, the distances of most pages first."""
    places = [Place(edge, at, piece) for edge in edges for at, row in enumerate(edge.rows) for piece in row.pieces]
    by_point: dict[int, list[Place]] = {}
    for place in places:
        by_point.setdefault(round(place.piece.edge), []).append(place)
    slots: list[Slot] = []
    used: set[int] = set()
    for point, members in sorted(by_point.items(), key=lambda kv: -len({p.edge.page for p in kv[1]})):
        if point in used:
            continue
        centre = median(p.piece.edge for p in members)
        near = [n for n in range(point - 3, point + 4) if n in by_point and n not in used]
        slot = tuple(p for n in near for p in by_point[n] if abs(p.piece.edge - centre) <= SAME_SLOT)
        used |= {n for n in near if all(abs(p.piece.edge - centre) <= SAME_SLOT for p in by_point[n])}
        slots.append(slot)
    return slots


def _is_candidate(slot: Slot, edges: Sequence[Edge], size: float) -> bool:
    pages = {p.edge.page for p in slot}
    if len(pages) < 2 or sum(p.piece.starts_with_mark for p in slot) > 0.3 * len(slot):
        return False
    if _on_most_pages(pages, edges):
        return _comes_back(slot) >= COMES_BACK * len(pages) or _names_chapters(slot, size)
    # In a book the pages on which chapters begin have no header; they are many in a short report.
    some = len(pages) >= SOME_PAGES * len(edges) and slot[0].edge.side == "header"
    return some and _names_chapters(slot, size) and not any(map(_is_label, slot))


def _is_label(place: Place) -> bool:
    """The line above a chapter's title: "Kapitel 2"."""
    return lone_number(place.piece.line.text) is not None


def _on_most_pages(pages: Collection[int], edges: Sequence[Edge]) -> bool:
    """Whether the slot is on most pages, or on nearly all of one kind; a first page without it does not count."""
    counted = [e for e in edges if e.page in pages or e is not edges[0]]
    kinds = (
        [e for e in counted if e.page % 2],
        [e for e in counted if not e.page % 2],
        [e for e in counted if e.landscape],
    )
    if len(pages) >= MOST_PAGES * len(counted):
        return True
    return any(len(k) >= 2 and sum(e.page in pages for e in k) >= OWN_PARITY * len(k) for k in kinds)


def _comes_back(slot: Slot) -> int:
    """Number of pages on which the slot holds a text that it holds on another page."""
    on = Counter(key for key, _ in {(p.piece.key, p.edge.page) for p in slot})
    return len({p.edge.page for p in slot if on[p.piece.key] >= 2})


def _names_chapters(slot: Slot, size: float) -> bool:
    """A header whose text changes by chapter: it is set small, alike, and far from the text."""
    if len({p.edge.page for p in slot}) < LEAST_CHANGING or any(p.piece.line.style.size > size + 0.5 for p in slot):
        return False
    styles = Counter(p.piece.line.style for p in slot)
    alike = max(
        sum(n for s, n in styles.items() if (s.size, s.font) == key) for key in {(s.size, s.font) for s in styles}
    )
    apart = sum(p.edge.gap(p.at) >= WELL_APART * size for p in slot)
    outermost = sum(p.at == 0 for p in slot)
    return alike >= 0.8 * len(slot) and apart >= 0.8 * len(slot) and outermost >= 0.8 * len(slot)


def _stands_apart(slot: Slot, held: Collection[int], size: float) -> bool:
    marked = sum(p.piece.artifact for p in slot) >= 0.8 * len(slot)
    return median(_gap(p, held) for p in slot) >= (ARTIFACT_APART if marked else APART) * size


def _gap(place: Place, held: Collection[int]) -> float:
    """The widest gap behind the place's row or the furniture rows that follow it."""
    at, widest = place.at, place.edge.gap(place.at)
    while at + 1 < len(place.edge.rows) and id(place.edge.rows[at + 1]) in held:
        at += 1
        widest = max(widest, place.edge.gap(at))
    return widest


def _in_the_way(slot: Slot, edges: Sequence[Edge], held: Collection[int]) -> bool:
    """Whether other pages have their text as near to the edge as the slot is."""
    if all(p.piece.artifact for p in slot):
        return False
    inner = median(p.piece.edge for p in slot)
    others = edges[1:] if len(edges) > 2 else edges
    beginnings = [next((r.outer for r in e.rows if id(r) not in held), e.beyond) for e in others]
    allowed = max(1.0 if len(edges) > 3 else 0.0, IN_THE_WAY * len(edges))
    return sum(b < inner - 1.0 for b in beginnings) > allowed


def _heads_table(slot: Slot, held: Collection[int], size: float) -> bool:
    """A table's head at the top of pages stands close over cells that begin where its own do."""
    rows = {id(p.row): p for p in slot}.values()
    over = 0
    for place in rows:
        below = place.edge.rows[place.at + 1] if place.at + 1 < len(place.edge.rows) else None
        if below is None or id(below) in held or place.edge.gap(place.at) > TABLE_GAP * size:
            continue
        aligned = sum(any(_aligned(a, b) for b in below.pieces) for a in place.row.pieces)
        over += aligned >= 2
    return over >= COMES_BACK * len(rows)


def _aligned(a: Piece, b: Piece) -> bool:
    centres = (a.line.x0 + a.line.x1 - b.line.x0 - b.line.x1) / 2
    return min(abs(a.line.x0 - b.line.x0), abs(a.line.x1 - b.line.x1), abs(centres)) <= ALIGNED


def _with_company(places: Iterable[Place], size: float) -> list[Place]:
    """The slots' pieces that are furniture on their own page, and what stands beside them."""
    own = list(places)
    on = Counter(key for key, _ in {(p.piece.key, p.edge.page) for p in own})
    held = {id(p.row) for p in own}
    rows: dict[int, Place] = {id(p.row): p for p in own}
    taken: dict[int, Place] = {id(p.piece): p for p in own if on[p.piece.key] >= 2 or p.piece.artifact}
    for place in rows.values():
        if place.edge.page > 1 and _gap(place, held) >= APART * size:
            taken |= {id(piece): Place(place.edge, place.at, piece) for piece in place.row.pieces}
    return list(taken.values())
