"""What is ordinary in a document: the size of its body text and where that text stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.page import Line

LONG_LINE = 30  # characters; shorter lines say little of where the text column is
EDGE_STEP = 2.0  # points; edges are counted in steps of this
SIZE_STEP = 0.25  # points
RIGHT_SHARE = 0.02  # share of long lines that may reach over the right edge of the body


@dataclass(frozen=True, slots=True)
class BodyArea:
    """Left and right edge of the running text on a kind of page."""

    x0: float
    x1: float


@dataclass(frozen=True, slots=True)
class BodyProfile:
    """Size of the body text, and its edges a page."""

    size: float
    areas: Mapping[int, BodyArea]
    """Page number → edges; pages without long lines have the edges of their like."""


def read_body(lines: Mapping[int, Sequence[Line]], widths: Mapping[int, float]) -> BodyProfile:
    """The profile of a document; `lines` are per page, without furniture, tables and contents.

    Pages are told apart by width (landscape) and by parity (mirrored margins).
    """
    size = _body_size(lines)
    areas: dict[int, BodyArea] = {}
    for key in {_kind(page, widths) for page in lines}:
        pages = [p for p in lines if _kind(p, widths) == key]
        alike = [p for p in lines if _kind(p, widths)[0] == key[0]]
        area = _area([ln for p in pages for ln in lines[p]], size) or _area(
            [ln for p in alike for ln in lines[p]], size
        )
        if area is not None:
            areas.update(dict.fromkeys(pages, area))
    return BodyProfile(size, areas)


def _kind(page: int, widths: Mapping[int, float]) -> tuple[int, int]:
    return (round(widths[page] / 10), page % 2)


def _body_size(lines: Mapping[int, Sequence[Line]]) -> float:
    weights: Counter[float] = Counter()
    for page_lines in lines.values():
        for line in page_lines:
            weights[round(line.style.size / SIZE_STEP) * SIZE_STEP] += len(line.text)
    return weights.most_common(1)[0][0] if weights else 10.0


def _area(lines: Sequence[Line], size: float) -> BodyArea | None:
    long = [ln for ln in lines if len(ln.text) >= LONG_LINE and abs(ln.style.size - size) <= 0.6]
    if len(long) < 3:
        return None
    widest = sorted((ln.x1 - ln.x0 for ln in long), reverse=True)[: max(3, len(long) // 3)]
    wide = [ln for ln in long if ln.x1 - ln.x0 >= 0.6 * widest[-1]]
    lefts: Counter[float] = Counter()
    for line in wide:
        lefts[round(line.x0 / EDGE_STEP) * EDGE_STEP] += len(line.text)
    rights = sorted((ln.x1 for ln in wide), reverse=True)
    # The left edge is the leftmost that carries a fair part of the text: indented lists are often the larger part.
    total = sum(lefts.values())
    x0 = min(x for x, weight in lefts.items() if weight >= 0.12 * total)
    return BodyArea(x0, rights[int(len(rights) * RIGHT_SHARE)])
