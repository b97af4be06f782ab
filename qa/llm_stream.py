"""Server-sent events of a chat → the text of its answer, in whatever pieces the bytes arrive."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

DONE = "[DONE]"


@dataclass(slots=True)
class Reply:
    """What a model has said so far."""

    parts: list[str] = field(default_factory=list)
    ended: bool = False
    """Whether the model or the endpoint said that this is all."""
    cut: bool = False
    """Whether the model stopped for want of room."""
    error: str = ""
    """What the endpoint reported instead of going on."""

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self.parts)

    def take(self, data: object) -> None:
        """Add one event, or a whole answer that was not streamed; what is of another form is passed over."""
        if not isinstance(data, dict):
            return
        if data.get("error"):
            self.error = message_of(data)
        for choice in _dicts(data.get("choices")):
            said = choice.get("delta") or choice.get("message")
            content = said.get("content") if isinstance(said, dict) else None
            if isinstance(content, str):
                self.parts.append(content)
            reason = choice.get("finish_reason")
            self.ended = self.ended or bool(reason)
            self.cut = self.cut or reason == "length"


def lines_of(chunks: Iterable[bytes]) -> Iterator[str]:
    """The lines of a stream; a line ends at a line feed alone, since JSON may hold other separators."""
    rest = b""
    for chunk in chunks:
        *whole, rest = (rest + chunk).split(b"\n")
        yield from (line.decode("utf-8", "replace").rstrip("\r") for line in whole)
    if rest:
        yield rest.decode("utf-8", "replace").rstrip("\r")


def hear(line: str, reply: Reply) -> None:
    """Take up one line of a stream of events; comments, other fields and what is no JSON are passed over."""
    name, _, value = line.partition(":")
    value = value.strip()
    if name != "data" or not value:
        return
    if value == DONE:
        reply.ended = True
        return
    try:
        reply.take(json.loads(value))
    except ValueError:
        return


def message_of(data: object) -> str:
    """What an endpoint says of an error, in one line; empty where it says nothing."""
    error: Any = data.get("error") if isinstance(data, dict) else None
    text = error.get("message") if isinstance(error, dict) else error
    line = " ".join("".join(c if c.isprintable() else " " for c in str(text or "")).split())
    return line if len(line) <= 200 else f"{line[:200]} …"


def _dicts(value: object) -> Iterator[dict[str, Any]]:
    yield from (one for one in (value if isinstance(value, list) else ()) if isinstance(one, dict))
