"""Passages ↔ bytes, small and quick to read: MessagePack of plain lists, deflated."""

from __future__ import annotations

import zlib
from typing import Any

from extract.report import TextLine
from index.passage import Passage
from index.pieces import Piece

LEVEL = 3
"""Of compression: higher ones take longer and gain little."""


def packed(passage: Passage) -> bytes:
    """The passage as bytes."""
    import msgpack  # type: ignore[import-untyped,unused-ignore]

    pieces = [
        [piece.text, _lines(piece), None if piece.shown == piece.text else piece.shown] for piece in passage.pieces
    ]
    data = [
        passage.id, passage.document, passage.file, passage.section, passage.section_title, passage.role,
        passage.kind, passage.path, passage.context, passage.language, pieces, passage.record,
    ]  # fmt: skip
    found: bytes = zlib.compress(msgpack.packb(data, unicode_errors="surrogatepass"), LEVEL)
    return found


def unpacked(data: bytes) -> Passage:
    """The passage that was packed."""
    import msgpack  # type: ignore[import-untyped,unused-ignore]

    fields: list[Any] = msgpack.unpackb(zlib.decompress(data), unicode_errors="surrogatepass")
    ident, document, file, section, title, role, kind, path, context, language, pieces, record = fields
    return Passage(
        ident, document, file, section, title, role, kind, tuple(path), context, language,
        tuple(_piece(*piece) for piece in pieces), record,
    )  # fmt: skip


def _lines(piece: Piece) -> list[list[Any]]:
    return [[line.start, line.end, line.page, *line.bbox] for line in piece.lines]


def _piece(text: str, lines: list[list[Any]], shown: str | None) -> Piece:
    places = tuple(TextLine(start, end, page, (x0, top, x1, bottom)) for start, end, page, x0, top, x1, bottom in lines)
    return Piece(text, places, text if shown is None else shown)
