"""Files of passages and queries: one JSON object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.errors import CollectionUnreadable, FileMissing


@dataclass(frozen=True, slots=True)
class Item:
    """A passage or query of a collection."""

    id: str
    text: str
    title: str = ""


def read_items(path: Path) -> list[Item]:
    """The lines ``{id, text, title?}`` of a file; raises `FileMissing` or `CollectionUnreadable`."""
    items: list[Item] = []
    met: set[str] = set()
    for place, line in numbered_lines(path):
        item = _item(line)
        if item is None:
            todo = 'Write one object a line: {"id": "p1", "text": "..."}'
            raise CollectionUnreadable(f"{path}, line {place}: not an object with an id and a text.", todo)
        if item.id in met:
            raise CollectionUnreadable(f"{path}, line {place}: the id {item.id} is there twice.", "Make ids unique.")
        met.add(item.id)
        items.append(item)
    return items


def numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    """The lines that are not empty with their numbers; raises `FileMissing` or `CollectionUnreadable`."""
    try:
        with path.open(encoding="utf-8-sig") as file:
            for place, line in enumerate(file, start=1):
                if line.strip():
                    yield place, line.rstrip("\r\n")
    except OSError as error:
        raise FileMissing(f"{path} cannot be opened: {error.strerror}.", "Check the path and its spelling.") from error
    except UnicodeDecodeError as error:
        raise CollectionUnreadable(f"{path} is not UTF-8 text.", "Convert it to UTF-8.") from error


def _item(line: str) -> Item | None:
    try:
        data: Any = json.loads(line)
    except ValueError:
        return None
    if not isinstance(data, dict) or not isinstance(data.get("text"), str):
        return None
    ident, title = data.get("id"), data.get("title") or ""
    # Ids are a column of run files, which white space parts.
    usable = isinstance(ident, str | int) and str(ident) and not any(letter.isspace() for letter in str(ident))
    return Item(_whole(str(ident)), _whole(data["text"]), _whole(str(title))) if usable else None


def _whole(text: str) -> str:
    """Without halves of surrogate pairs, which JSON can spell and no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
