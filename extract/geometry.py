"""Where things stand on the page as it is shown: user space of the PDF → top-left points."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extract.page import BBox


@dataclass(frozen=True, slots=True)
class Placement:
    """The media box of a page (user space) and its rotation in degrees, clockwise."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int

    @property
    def width(self) -> float:
        """Width as shown."""
        return self.top - self.bottom if self.rotation in (90, 270) else self.right - self.left

    @property
    def height(self) -> float:
        """Height as shown."""
        return self.right - self.left if self.rotation in (90, 270) else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of user space as ``(x, y)`` from the top left of the page as shown."""
        if self.rotation == 0:
            return (x - self.left, self.top - y)
        if self.rotation == 90:
            return (y - self.bottom, x - self.left)
        if self.rotation == 180:
            return (self.right - x, y - self.bottom)
        return (self.top - y, self.right - x)

    def box(self, left: float, bottom: float, right: float, top: float) -> BBox:
        """A box of user space as ``(x0, top, x1, bottom)``."""
        ax, ay = self.point(left, bottom)
        bx, by = self.point(right, top)
        return (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


def union(boxes: Iterable[BBox]) -> BBox:
    """The smallest box around all; `ValueError` where there are none."""
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return (min(x0s), min(tops), max(x1s), max(bottoms))


def overlap(a0: float, a1: float, b0: float, b1: float) -> float:
    """Length of what two intervals share; 0 where they do not meet."""
    return max(0.0, min(a1, b1) - max(a0, b0))
