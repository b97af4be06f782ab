"""Drawn things of a page: rulings, filled or framed rectangles, images and other paths."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from extract.geometry import Placement, union
from extract.page import BBox, Graphic, Rect, Ruling
from extract.pdfium import api

RULING_WIDTH = 2.5  # points; a filled rectangle at most this thick is a line
MIN_RULING = 2.0  # points; shorter strokes are ornaments
MAX_SEGMENTS = 4000  # of one path; a map or a scatter plot is kept as one graphic
MAX_DEPTH = 4  # of forms within forms
STRAIGHT = 0.6  # points a line may lean and still be horizontal or vertical

Affine = tuple[float, float, float, float, float, float]
IDENTITY: Affine = (1, 0, 0, 1, 0, 0)
_Subpath = tuple[list[tuple[float, float]], bool, bool]  # points, has curves, closed


def read_drawings(page: Any, placement: Placement) -> tuple[tuple[Ruling, ...], tuple[Rect, ...], tuple[Graphic, ...]]:
    """All rulings, rectangles and graphics of a page, in drawing order."""
    collector = _Collector(placement)
    count = api.FPDFPage_CountObjects(page)
    for index in range(count):
        collector.take(api.FPDFPage_GetObject(page, index), IDENTITY, 0)
    return tuple(collector.rulings), tuple(collector.rects), tuple(collector.graphics)


class _Collector:
    """Walks the objects of a page and gathers what is drawn."""

    def __init__(self, placement: Placement) -> None:
        self.placement = placement
        self.rulings: list[Ruling] = []
        self.rects: list[Rect] = []
        self.graphics: list[Graphic] = []
        self.floats = [ctypes.c_float() for _ in range(4)]
        self.rgba = [ctypes.c_uint() for _ in range(4)]
        self.matrix = api.FS_MATRIX()

    def take(self, handle: Any, outer: Affine, depth: int) -> None:
        kind = api.FPDFPageObj_GetType(handle)
        if kind == api.FPDF_PAGEOBJ_PATH:
            self._path(handle, outer)
        elif kind in (api.FPDF_PAGEOBJ_IMAGE, api.FPDF_PAGEOBJ_SHADING):
            left, bottom, right, top = self.floats
            if api.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
                corners = [(left.value, bottom.value), (right.value, top.value)]
                box = self._box([_apply(outer, *c) for c in corners])
                self.graphics.append(Graphic("image" if kind == api.FPDF_PAGEOBJ_IMAGE else "path", *box))
        elif kind == api.FPDF_PAGEOBJ_FORM and depth < MAX_DEPTH:
            inner = _compose(self._matrix(handle), outer)
            for index in range(api.FPDFFormObj_CountObjects(handle)):
                self.take(api.FPDFFormObj_GetObject(handle, index), inner, depth + 1)

    def _path(self, handle: Any, outer: Affine) -> None:
        fill_mode, stroked = ctypes.c_int(), ctypes.c_int()
        api.FPDFPath_GetDrawMode(handle, fill_mode, stroked)
        fill = self._color(api.FPDFPageObj_GetFillColor, handle) if fill_mode.value else None
        stroke = self._color(api.FPDFPageObj_GetStrokeColor, handle) if stroked.value else None
        count = api.FPDFPath_CountSegments(handle)
        if (fill is None and stroke is None) or not 0 < count <= MAX_SEGMENTS:
            return
        width = self.floats[0]
        api.FPDFPageObj_GetStrokeWidth(handle, width)
        transform = _compose(self._matrix(handle), outer)
        known = len(self.rects)
        curved: list[BBox] = []
        for points, has_curves, closed in self._subpaths(handle, count, transform):
            if has_curves or not self._straight(points, closed, fill, stroke, width.value):
                curved.append(self._box(points))
        if curved:
            self.graphics.append(Graphic("path", *union(curved), fill=fill or stroke))
        if len(self.rects) > known and stroke is None and outer == IDENTITY:
            self._clip(handle, known)

    def _clip(self, handle: Any, first: int) -> None:
        """Cuts rectangles to what shows of them: some producers draw a border as a box clipped to a strip."""
        clip = api.FPDFPageObj_GetClipPath(handle)
        paths = api.FPDFClipPath_CountPaths(clip)
        if paths < 1:
            return
        points: list[tuple[float, float]] = []
        x, y = self.floats[2], self.floats[3]
        for index in range(min(api.FPDFClipPath_CountPathSegments(clip, paths - 1), MAX_SEGMENTS)):
            segment = api.FPDFClipPath_GetPathSegment(clip, paths - 1, index)
            api.FPDFPathSegment_GetPoint(segment, x, y)
            points.append((x.value, y.value))
        window = self._box(points) if points else (0.0, 0.0, math.inf, math.inf)
        clipped, self.rects[first:] = self.rects[first:], []
        for rect in clipped:
            x0, top = max(rect.x0, window[0]), max(rect.top, window[1])
            x1, bottom = min(rect.x1, window[2]), min(rect.bottom, window[3])
            if min(x1 - x0, bottom - top) > RULING_WIDTH:
                self.rects.append(Rect(x0, top, x1, bottom, fill=rect.fill, stroke=rect.stroke))
            elif x1 > x0 and bottom > top:
                self._ruling((x0, top, x1, bottom), min(x1 - x0, bottom - top), rect.fill or "#000000")

    def _straight(
        self, points: list[tuple[float, float]], closed: bool, fill: str | None, stroke: str | None, width: float
    ) -> bool:
        """Takes a subpath as rulings or a rectangle; `False` where it is neither."""
        box = x0, top, x1, bottom = self._box(points)
        if all(_on_edge(p, box) for p in (self._shown(p) for p in points)) and len(points) >= 4:
            if fill is not None and min(x1 - x0, bottom - top) <= RULING_WIDTH:
                self._ruling(box, min(x1 - x0, bottom - top), fill)
            elif min(x1 - x0, bottom - top) > RULING_WIDTH:
                self.rects.append(Rect(*box, fill=fill, stroke=stroke))
            elif stroke is not None:
                self._ruling(box, width, stroke)
            return True
        if stroke is None:
            return min(x1 - x0, bottom - top) <= RULING_WIDTH and self._ruling(
                box, min(x1 - x0, bottom - top), fill or "#000000"
            )
        shown = [self._shown(p) for p in points] + ([self._shown(points[0])] if closed else [])
        edges = [self._edge(a, b) for a, b in pairwise(shown)]
        if any(e is None for e in edges):
            return False
        for edge in edges:
            if edge is not None:
                self._ruling(edge, width, stroke)
        return True

    def _ruling(self, box: BBox, width: float, color: str) -> bool:
        x0, top, x1, bottom = box
        if max(x1 - x0, bottom - top) >= MIN_RULING:
            self.rulings.append(Ruling(x0, top, x1, bottom, round(width, 2), color))
        return True

    @staticmethod
    def _edge(a: tuple[float, float], b: tuple[float, float]) -> BBox | None:
        if abs(a[0] - b[0]) > STRAIGHT and abs(a[1] - b[1]) > STRAIGHT:
            return None
        return (min(a[0], b[0]), min(a[1], b[1]), max(a[0], b[0]), max(a[1], b[1]))

    def _subpaths(self, handle: Any, count: int, transform: Affine) -> Iterator[_Subpath]:
        x, y = self.floats[2], self.floats[3]
        points: list[tuple[float, float]] = []
        curves = closed = False
        for index in range(count):
            segment = api.FPDFPath_GetPathSegment(handle, index)
            kind = api.FPDFPathSegment_GetType(segment)
            if kind == api.FPDF_SEGMENT_MOVETO and points:
                if len(points) > 1:
                    yield points, curves, closed
                points, curves, closed = [], False, False
            api.FPDFPathSegment_GetPoint(segment, x, y)
            points.append(_apply(transform, x.value, y.value))
            curves |= kind == api.FPDF_SEGMENT_BEZIERTO
            closed |= bool(api.FPDFPathSegment_GetClose(segment))
        if len(points) > 1:
            yield points, curves, closed

    def _shown(self, point: tuple[float, float]) -> tuple[float, float]:
        return self.placement.point(*point)

    def _box(self, points: list[tuple[float, float]]) -> BBox:
        shown = [self.placement.point(x, y) for x, y in points]
        xs, ys = [p[0] for p in shown], [p[1] for p in shown]
        return (round(min(xs), 2), round(min(ys), 2), round(max(xs), 2), round(max(ys), 2))

    def _matrix(self, handle: Any) -> Affine:
        m = self.matrix
        api.FPDFPageObj_GetMatrix(handle, m)
        return (m.a, m.b, m.c, m.d, m.e, m.f)

    def _color(self, getter: Any, handle: Any) -> str | None:
        red, green, blue, alpha = self.rgba
        if not getter(handle, red, green, blue, alpha) or alpha.value == 0:
            return None
        return f"#{red.value:02x}{green.value:02x}{blue.value:02x}"


def _apply(m: Affine, x: float, y: float) -> tuple[float, float]:
    return (m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5])


def _compose(first: Affine, then: Affine) -> Affine:
    """The transform that does `first`, then `then`."""
    a, b, c, d, e, f = first
    x, y = _apply(then, e, f)
    return (
        then[0] * a + then[2] * b, then[1] * a + then[3] * b,
        then[0] * c + then[2] * d, then[1] * c + then[3] * d, x, y,
    )  # fmt: skip


def _on_edge(point: tuple[float, float], box: BBox) -> bool:
    x, y = point
    on_x = min(abs(x - box[0]), abs(x - box[2])) <= STRAIGHT
    on_y = min(abs(y - box[1]), abs(y - box[3])) <= STRAIGHT
    return on_x and on_y
