"""Numbers of headings: "2.1 Title", "Kapitel 2. Title", "Bilag I. Title", "A. Title"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

Kind = Literal["decimal", "chapter", "appendix", "roman", "letter", "none"]

DECIMAL = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})[.):]{0,2}(?:\s*[-–—]\s+|\s+)(?P<title>.+)")
CHAPTER = re.compile(
    r"(?:kapitel|kap\.|chapter)\s*(?P<number>\d{1,2}|[IVX]{1,5})\b\s*[.:)]?\s*(?:[-–—]\s*)?(?P<title>.*)", re.I
)
APPENDIX = re.compile(
    r"(?:bilag|appendiks|appendix|annex|tillæg)\s*(?:(?P<number>\d{1,2}|[A-ZÆØÅ]|[IVX]{1,5})\b)?.*", re.I
)
GLUED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,4})(?P<title>[^\W\d].+)")
ROMAN = re.compile(r"(?P<number>[IVX]{1,5})[.)]\s+(?P<title>.+)")
LETTER = re.compile(r"(?P<number>[A-H](?:\.\d{1,2}){0,3})(?:[.)]\s+|(?<=\d)\s+)(?P<title>.+)")
SIGNS = re.compile(r"[\W_]+")
ALONE = re.compile(r"(?:(?:kapitel|kap\.)\s*)?(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})[.):]?", re.I)


@dataclass(frozen=True, slots=True)
class Numbered:
    """A title with its number taken off; an appendix keeps its name and has no number."""

    number: str | None
    title: str
    kind: Kind
    depth: int
    """Parts of the number: "2.1" has two; 0 where there is none."""
    ordinal: str = ""
    """What counts in an appendix's name ("I" of "Bilag I")."""


def read_number(text: str) -> Numbered:
    """A heading's text → number and title."""
    text = text.strip()
    if match := CHAPTER.fullmatch(text):
        return Numbered(match["number"].upper(), match["title"].strip(), "chapter", 1)
    if match := APPENDIX.fullmatch(text):
        return Numbered(None, text, "appendix", 1 if match["number"] else 0, match["number"] or "")
    if match := DECIMAL.fullmatch(text) or GLUED.fullmatch(text):
        number = match["number"]
        return Numbered(number, match["title"].strip(), "decimal", number.count(".") + 1)
    if match := ROMAN.fullmatch(text):
        return Numbered(match["number"], match["title"].strip(), "roman", 1)
    if match := LETTER.fullmatch(text):
        number = match["number"]
        return Numbered(number, match["title"].strip(), "letter", number.count(".") + 1)
    return Numbered(None, text, "none", 0)


def is_in_turn(number: str, before: str | None) -> bool:
    """Whether a heading may have this number where the one before has that (`None`: there is none)."""
    parts, last = _parts(number), _parts(before or "")
    if not parts or not last:
        return not parts or len(parts) > 1 or parts[0] <= 1
    if parts[: len(last)] == last:
        return len(parts) > len(last) and all(p == 1 for p in parts[len(last) :])
    depth = next((i for i, (a, b) in enumerate(zip(parts, last, strict=False)) if a != b), None)
    # One number may be missing: its heading was not recognised, or the author left it out.
    return depth is not None and last[depth] < parts[depth] <= last[depth] + 2


def _parts(number: str) -> list[int]:
    return [int(p) for p in number.split(".")] if number[:1].isdigit() else []


def lone_number(text: str) -> str | None:
    """The number of a line that is nothing but a heading's number ("2.1", "Kapitel 2"), or `None`."""
    match = ALONE.fullmatch(text.strip())
    return match["number"] if match else None


def title_key(text: str) -> str:
    """A title without case, white space, hyphens and punctuation: the same wherever it is printed."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return SIGNS.sub("", folded)
