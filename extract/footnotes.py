"""Footnotes: which groups of lines are notes, which raised numbers are their marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

from extract.page import Line, Word
from extract.paragraphs import Group

SMALLER = 0.94  # of the body's size: notes are set at most this large
NUMBER = re.compile(r"[(\[]?(\d{1,3}|[*†‡]|[a-z])[)\].]?")
UNITS = ("m", "cm", "km", "mm", "dm", "CO")


def note_number(group: Group, body_size: float, marks: frozenset[str]) -> str | None:
    """The number of the note that a group of lines is, or `None`.

    A raised number first is proof; a plain one needs its mark in the text and smaller type.
    """
    first = group.lines[0].words[0]
    text = _plain(first.text)
    found = NUMBER.fullmatch(text)
    small = group.lines[0].style.size <= SMALLER * body_size
    if found and len(group.lines[0].words) > 1:
        if first.raised and (small or found.group(1) in marks):
            return found.group(1)
        counts = found.group(1).isdigit() and found.group(1) in marks
        return found.group(1) if small and counts and not group.lines[0].words[1].text[0].islower() else None
    glued = re.match(r"(\d{1,3})[A-ZÆØÅ»\"”]", text)
    return glued.group(1) if glued and small and glued.group(1) in marks else None


def marks_of(lines: Sequence[Line]) -> frozenset[str]:
    """Numbers of the raised marks that stand in the text of these lines, not at their start."""
    return frozenset(mark_number(w) for ln in lines for w in ln.words[1:] if w.raised and mark_number(w))


def mark_number(word: Word) -> str:
    """The number of a raised mark, "" where it is none."""
    found = NUMBER.fullmatch(_plain(word.text.rstrip(",.;")))
    return found.group(1) if word.raised and found else ""


def is_mark(word: Word, before: Word | None, page: int, notes: Mapping[str, Sequence[int]]) -> bool:
    """Whether a raised word refers to a note: one on its page or later (endnotes), not a unit's power ("m²")."""
    number = mark_number(word)
    if before is not None and before.text in UNITS and number in ("2", "3"):
        return False
    return any(p >= page for p in notes.get(number, ()))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
