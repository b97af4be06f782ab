"""A model's text → its sentences, each with the quote that it names."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extract.danish.characters import tidy
from qa.errors import ModelNonsense

TRIES = 200
"""Opening braces at which JSON is looked for among other words."""
MOST = 6
"""Sentences that are asked for, at most."""
FORM: dict[str, Any] = {
    "type": "object",
    "properties": {
        "answered": {"type": "boolean"},
        "sentences": {
            "type": "array",
            "maxItems": MOST,
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string"},
                    "passage": {"type": "string"},
                    "page": {"type": "integer"},
                    "quote": {"type": "string"},
                },
                "required": ["text", "passage", "page", "quote"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["answered", "sentences"],
    "additionalProperties": False,
}
"""The form of an answer as a JSON Schema; asked for, never relied on."""
_MARK = re.compile(r"\s*\[\d+\]")
"""A number of a citation that a model has put there itself."""
_KEYS = frozenset({"answered", "sentences"})


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence of a model, as it claims it."""

    text: str
    quote: str
    passage: str
    """The id of the passage; empty where it names none."""
    page: int | None


@dataclass(frozen=True, slots=True)
class Claims:
    """What a model says to a question."""

    answered: bool
    sentences: tuple[Said, ...]
    malformed: int
    """Sentences that are not of the form asked for."""


def claims_of(text: str, model: str) -> Claims:
    """The sentences in a model's text; raises `ModelNonsense` where it is not of the form asked for."""
    data = next(_objects(text), None)
    if data is None:
        what = "nothing" if not text.strip() else "no JSON of the form that it was asked for"
        todo = "Try another model: a larger one, or one that is made to follow instructions."
        raise ModelNonsense(f"{model} answers with {what}.", todo)
    listed = data.get("sentences")
    items = listed if isinstance(listed, list) else []
    sentences = tuple(said for item in items if (said := _said(item)) is not None)
    answered = data.get("answered", bool(items)) is not False and bool(items)
    return Claims(answered, sentences, len(items) - len(sentences))


def _objects(text: str) -> Iterator[dict[str, Any]]:
    """JSON objects with the keys asked for, whatever words or fences stand around them."""
    decoder, place = json.JSONDecoder(), -1
    for _ in range(TRIES):
        place = text.find("{", place + 1)
        if place < 0:
            return
        try:
            data, _end = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            continue
        if isinstance(data, dict) and _KEYS & data.keys():
            yield data


def _said(item: object) -> Said | None:
    if not isinstance(item, dict):
        return None
    text, quote, passage, page = (item.get(key) for key in ("text", "quote", "passage", "page"))
    if not (isinstance(text, str) and isinstance(quote, str)):
        return None
    text = tidy(_MARK.sub("", text))
    if not text:
        return None
    number = int(page) if isinstance(page, int | str) and str(page).strip().isdecimal() else None
    return Said(text, tidy(quote), passage.strip() if isinstance(passage, str) else "", number)
