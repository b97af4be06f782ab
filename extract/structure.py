"""The structure tree of a tagged PDF, page by page, as PDFium gives it."""

from __future__ import annotations

import ctypes
from typing import Any

from extract.page import Element
from extract.pdfium import api

MAX_DEPTH = 40  # deeper trees are damaged or hostile


def read_structure(page: Any) -> tuple[Element, ...]:
    """The elements that lie on this page; empty where the page has none."""
    tree = api.FPDF_StructTree_GetForPage(page)
    if not tree:
        return ()
    try:
        count = api.FPDF_StructTree_CountChildren(tree)
        children = (api.FPDF_StructTree_GetChildAtIndex(tree, i) for i in range(count))
        return tuple(_element(child, 0) for child in children if child)
    finally:
        api.FPDF_StructTree_Close(tree)


def _element(handle: Any, depth: int) -> Element:
    mcids: list[int] = []
    children: list[Element] = []
    for i in range(api.FPDF_StructElement_CountChildren(handle)):
        child = api.FPDF_StructElement_GetChildAtIndex(handle, i)
        if child and depth < MAX_DEPTH:
            children.append(_element(child, depth + 1))
        elif not child:
            mcid = api.FPDF_StructElement_GetChildMarkedContentID(handle, i)
            if mcid >= 0:
                mcids.append(mcid)
    if not mcids and not children:
        mcid = api.FPDF_StructElement_GetMarkedContentID(handle)
        mcids += [mcid] if mcid >= 0 else []
    kind = _string(api.FPDF_StructElement_GetType, handle)
    spans = _spans(handle) if kind in ("TD", "TH") else (1, 1)
    title = _string(api.FPDF_StructElement_GetActualText, handle) if kind in ("Figure", "Span", "Formula") else ""
    return Element(kind, tuple(mcids), tuple(children), *spans, title=title)


def _string(getter: Any, handle: Any) -> str:
    size = getter(handle, None, 0)
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    getter(handle, buffer, size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _spans(handle: Any) -> tuple[int, int]:
    spans = [1, 1]
    for i in range(api.FPDF_StructElement_GetAttributeCount(handle)):
        attributes = api.FPDF_StructElement_GetAttributeAtIndex(handle, i)
        for at, name in enumerate((b"RowSpan", b"ColSpan")):
            value = api.FPDF_StructElement_Attr_GetValue(attributes, name)
            number = ctypes.c_float()
            if value and api.FPDF_StructElement_Attr_GetNumberValue(value, number) and number.value >= 1:
                spans[at] = min(int(number.value), 100)
    return (spans[0], spans[1])
