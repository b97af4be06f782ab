"""A question and passages → the messages for a model: passages are data in JSON, with ids, and never orders."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from index.passage import Passage
from index.pieces import Piece
from index.search import Hit
from qa.texts import texts

LEAST = 40
"""Characters below which a piece is not begun for want of room."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as far as it is sent to a model."""

    id: str
    hit: Hit
    pieces: tuple[Piece, ...]

    @property
    def passage(self) -> Passage:
        """The passage it is of."""
        return self.hit.passage

    @property
    def words(self) -> str:
        """All that is sent of it, as it is printed and as it is shown."""
        said = (text for piece in self.pieces for text in (piece.text, piece.shown))
        return " ".join((*self.passage.path, self.passage.context, *said))


def shown_of(hits: Sequence[Hit], room: int) -> tuple[Shown, ...]:
    """As much of the passages as fits into ``room`` characters, best first, with short ids."""
    found: list[Shown] = []
    for hit in hits:
        pieces: list[Piece] = []
        for piece in hit.passage.pieces:
            size = len(_piece_json(piece))
            if size > room:
                break
            room -= size
            pieces.append(piece)
        if pieces:
            found.append(Shown(f"P{len(found) + 1}", hit, tuple(pieces)))
        if room < LEAST:
            break
    return tuple(found)


def messages_of(question: str, shown: Sequence[Shown], language: str = "da") -> list[dict[str, str]]:
    """What is sent: the rules, then question and passages as one JSON object."""
    data = {"question": question, "passages": [_passage(one) for one in shown]}
    rules = texts("llm", language)["rules"]
    return [
        {"role": "system", "content": rules},
        {"role": "user", "content": json.dumps(data, ensure_ascii=False)},
    ]


def _passage(shown: Shown) -> dict[str, Any]:
    passage = shown.passage
    about = {
        "id": shown.id,
        "report": passage.file,
        "section": " / ".join(passage.path) or passage.section_title,
        "table": passage.context,
    }
    return {key: value for key, value in about.items() if value} | {"texts": list(map(_text, shown.pieces))}


def _text(piece: Piece) -> dict[str, Any]:
    """The words that may be quoted; a row also with the names of its columns."""
    text: dict[str, Any] = {"page": piece.lines[0].page, "text": piece.text}
    if piece.shown != piece.text:
        text["meaning"] = piece.shown
    pages = sorted({line.page for line in piece.lines})
    if len(pages) > 1:
        text["pages"] = pages
    return text


def _piece_json(piece: Piece) -> str:
    return json.dumps(_text(piece), ensure_ascii=False)
