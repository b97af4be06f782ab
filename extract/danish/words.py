"""Sentences of Danish running text, by rule."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from extract.danish.lists import entries

_STOP = re.compile(r"[.!?…]+[)\]\"'”’»]*(?= )")
_START = re.compile(r"[\"'“”„‘’»«(\[]*[^\W_]")
_OPENING = "\"'“”„‘’»«(["
_NUMBERING = re.compile(r"(?:\d{1,2}|[A-Za-zÆØÅæøå]|[ivxIVX]+)\.?\d*\.?$")
_INITIALS = re.compile(r"(?:[A-ZÆØÅ][a-zæøå]?\.-?)+$")
_ORDINAL = re.compile(r"(?:^|[^\d.,])\d{1,3}\.$")


def sentences(text: str) -> list[tuple[int, int]]:
    """The ``(start, end)`` of each sentence of a text whose white space is folded."""
    return list(_sentences(text))


@lru_cache(maxsize=8192)
def _sentences(text: str) -> tuple[tuple[int, int], ...]:
    spans: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for stop in _STOP.finditer(text):
        end = stop.end()
        if end > start and _ends(text[start:end], stop.group(), text[end + 1 :]):
            spans.append((start, end))
            start = end + 1
    end = len(text.rstrip())
    if start < end:
        spans.append((start, end))
    return tuple(spans)


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviations with a full stop, lower case, and whether a sentence may end there: ``never`` or ``maybe``."""
    return dict(line.split() for line in entries("abbreviations"))


def _ends(sentence: str, stop: str, rest: str) -> bool:
    """Whether a sentence ends at this stop; ``rest`` is what follows it."""
    begin = _START.match(rest)
    first = begin.group()[-1] if begin else rest[:1]
    if first.islower() or not first:
        return False
    if stop[0] != "." or len(stop.rstrip(_OPENING + ")]")) > 1:
        return True
    token = sentence[: len(sentence) - len(stop) + 1].rsplit(" ", 1)[-1].lstrip(_OPENING)
    kind = abbreviations().get(token.lower())
    if kind is not None:
        return kind == "maybe" and first.isupper()
    if _INITIALS.match(token):
        return False
    alone = " " not in sentence and _NUMBERING.match(token) is not None
    return not alone and not (first.isdigit() and _ORDINAL.search(token))
