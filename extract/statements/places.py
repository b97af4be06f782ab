"""Where a stretch of a block stands: one region a page, from the block's printed lines."""

from __future__ import annotations

from extract.geometry import union
from extract.report import BBox, Block, Region


def regions_of(block: Block, start: int, end: int) -> tuple[Region, ...]:
    """The regions of ``block.text[start:end]``, in page order; those of the whole block where it has no lines."""
    boxes: dict[int, list[BBox]] = {}
    for line in block.lines:
        if line.start < end and line.end > start:
            boxes.setdefault(line.page, []).append(line.bbox)
    if not boxes:
        return block.regions
    return tuple(Region(page, union(found)) for page, found in boxes.items())


def joined(regions: tuple[Region, ...], more: tuple[Region, ...]) -> tuple[Region, ...]:
    """The regions of two stretches together, one a page."""
    boxes: dict[int, list[BBox]] = {}
    for region in (*regions, *more):
        boxes.setdefault(region.page, []).append(region.bbox)
    return tuple(Region(page, union(found)) for page, found in boxes.items())
