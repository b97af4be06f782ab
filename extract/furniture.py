"""Pages → pages without running headers, footers and page numbers, and these as `Furniture`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.edges import Edge, Piece, Side, key_of, read_edges
from extract.geometry import union
from extract.lines import text_of, turned_lines_of
from extract.page import BBox, Line, Page, Word
from extract.page_numbers import filled, read_numbers, whole_number
from extract.report import Furniture, FurnitureKind, ReadingWarning
from extract.running import APART, Place, running_pieces

LEAST_KNOWN = 4  # characters; shorter texts are not recognised outside their slot
SIDE_BAND = 0.15  # share of the page's width in which turned furniture stands
SAME_PLACE = 4.0  # points


@dataclass(frozen=True, slots=True)
class Furnished:
    """Pages without their furniture, and the furniture."""

    pages: tuple[Page, ...]
    furniture: tuple[Furniture, ...]
    printed: Mapping[int, int]
    """Page → the number printed on it; pages without one count on from their neighbours."""
    warnings: tuple[ReadingWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A line of furniture and the side it stands on."""

    line: Line
    side: Side


def split_furniture(pages: Sequence[Page]) -> Furnished:
    """Take running headers, footers and page numbers out of the pages."""
    size = body_size(pages)
    ends = [read_edges(page) for page in pages]
    heads, feet = [e[0] for e in ends], [e[1] for e in ends]
    found = [Found(p.piece.line, p.edge.side) for edges in (heads, feet) for p in _of_side(edges, size)]
    found += _turned(pages, found)
    found.sort(key=lambda f: (f.line.page, f.side == "footer"))
    furniture, printed = _nouns(found)
    by_page: dict[int, list[Found]] = {}
    for item in found:
        by_page.setdefault(item.line.page, []).append(item)
    return Furnished(
        pages=tuple(_without(page, by_page.get(page.number, [])) for page in pages),
        furniture=tuple(furniture),
        printed=filled(printed, [p.number for p in pages]),
    )


def body_size(pages: Iterable[Page]) -> float:
    """The type size of most characters."""
    weights: Counter[float] = Counter()
    for page in pages:
        styles: dict[int, tuple[float, int]] = {}
        for word in page.words:
            key = id(word.style)
            styles[key] = (word.style.size, styles[key][1] + len(word.text) if key in styles else len(word.text))
        for size, count in styles.values():
            weights[size] += count
    return weights.most_common(1)[0][0] if weights else 10.0


def _of_side(edges: Sequence[Edge], size: float) -> list[Place]:
    """Furniture of one side: what runs through the document, then what is like it on single pages."""
    running = running_pieces(edges, size)
    taken = {id(p.piece) for p in running}
    known = Counter((p.piece.key, round(p.piece.line.style.size)) for p in running)
    numbers = read_numbers([(p.piece.key, p.piece.line) for p in running])
    offsets = {value - running[at].edge.page for at, (_, value) in numbers.items()}

    def is_furniture(edge: Edge, piece: Piece) -> bool:
        number = whole_number(piece.line.text)
        # Without a counting number elsewhere ("Side 1 af 1" on the only page) the word must say what it is.
        counts = number is not None and (
            number - edge.page in offsets or (number == edge.page and len(piece.line.words) > 1)
        )
        alike = len(piece.key) >= LEAST_KNOWN and (piece.key, round(piece.line.style.size)) in known
        return counts or alike or piece.artifact

    for edge in edges:
        running += _outermost(edge, taken, size, is_furniture)
    return running


def _outermost(edge: Edge, taken: set[int], size: float, is_furniture: Callable[[Edge, Piece], bool]) -> list[Place]:
    """Pieces that stand outside everything else on their page and are like furniture."""
    found: list[Place] = []
    waiting: list[Place] = []
    for at, row in enumerate(edge.rows):
        own = [p for p in row.pieces if id(p) in taken or is_furniture(edge, p)]
        if not own:
            break
        waiting += [Place(edge, at, p) for p in own if id(p) not in taken]
        if edge.gap(at) >= APART * size:
            found += waiting
            waiting = []
        if len(own) < len(row.pieces):
            break
    return found


def _turned(pages: Sequence[Page], found: Sequence[Found]) -> list[Found]:
    """Furniture set at a right angle in the side margins: headers of turned pages, paths of files."""
    known = {key_of(f.line.text) for f in found}
    lines: list[Found] = []
    for page in pages:
        for line in turned_lines_of(page.number, (w for w in page.words if w.angle in (90, 270))):
            left = line.x1 <= SIDE_BAND * page.width
            if left or line.x0 >= (1 - SIDE_BAND) * page.width:
                # Text that reads upwards has its top on the left, text that reads downwards on the right.
                lines.append(Found(line, "header" if left == (line.words[0].angle == 270) else "footer"))
    places = Counter(
        (key_of(f.line.text), round(f.line.x0 / SAME_PLACE), round(f.line.top / SAME_PLACE)) for f in lines
    )
    again = Counter({key: sum(n for k, n in places.items() if k[0] == key) for key in {k[0] for k in places}})
    return [
        f
        for f in lines
        if again[key_of(f.line.text)] >= 2 or _is_known(f.line, known) or all(w.artifact for w in f.line.words)
    ]


def _is_known(line: Line, known: set[str]) -> bool:
    key = key_of(line.text)
    return key in known and (len(key) >= LEAST_KNOWN or "#" in key)


def _nouns(found: Sequence[Found]) -> tuple[list[Furniture], dict[int, int]]:
    """Lines as furniture, a page number glued into one by itself; and the number printed on each page."""
    numbers = read_numbers([(key_of(f.line.text), f.line) for f in found])
    furniture: list[Furniture] = []
    printed: dict[int, int] = {}
    for at, item in enumerate(found):
        (start, stop), value = numbers.get(at, ((0, 0), None))
        words = item.line.words
        if value is not None:
            printed[item.line.page] = value
        parts: tuple[tuple[FurnitureKind, tuple[Word, ...]], ...] = (
            (item.side, words[:start]), ("page_number", words[start:stop]), (item.side, words[stop:]),
        )  # fmt: skip
        furniture += [
            Furniture(kind, text_of(part), item.line.page, union(w.bbox for w in part)) for kind, part in parts if part
        ]
    return furniture, printed


def _without(page: Page, found: Sequence[Found]) -> Page:
    """The page without these words, and without rulings and boxes that belong to them alone."""
    if not found:
        return page
    taken = {id(w) for f in found for w in f.line.words}
    words = tuple(w for w in page.words if id(w) not in taken)
    upper = _limit(page, words, [f for f in found if f.side == "header"], "header")
    lower = page.height - _limit(page, words, [f for f in found if f.side == "footer"], "footer")

    def stays(x: BBox) -> bool:
        return x[3] > upper and x[1] < lower

    return replace(
        page,
        words=words,
        rulings=tuple(r for r in page.rulings if stays((r.x0, r.top, r.x1, r.bottom))),
        rects=tuple(r for r in page.rects if stays((r.x0, r.top, r.x1, r.bottom))),
        graphics=tuple(g for g in page.graphics if stays((g.x0, g.top, g.x1, g.bottom))),
    )


def _limit(page: Page, words: Sequence[Word], found: Sequence[Found], side: Side) -> float:
    """Distance from the edge half-way between furniture and text."""
    upright = [f.line for f in found if f.line.words[0].angle == 0]
    if not upright:
        return 0.0
    box = union(ln.bbox for ln in upright)
    inner = box[3] if side == "header" else page.height - box[1]
    text = [w.top if side == "header" else page.height - w.bottom for w in words]
    behind = min((t for t in text if t >= inner - 1.0), default=inner + 20.0)
    return (inner + behind) / 2
