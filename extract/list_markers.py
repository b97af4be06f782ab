"""Bullets, numbers and letters at the start of a list item."""

from __future__ import annotations

import re

from extract.danish.lists import words as word_list
from extract.page import Line

BULLETS = frozenset("•‣◦▪▫■□●○◆◇▶►▸➢➤➔→⇨✓✔✗☐☑❖·∙›»*–—-¾")
DOUBTFUL = frozenset("»*–—-·›")  # also punctuation: a bullet only with a gap after it
NUMBERED = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-zæøå][.)]|\(?[ivx]{1,4}[.)]|[A-Z]\))")
FACT = re.compile(r"[A-ZÆØÅ][\w/-]*(?: [\w/-]+){0,2}:\s+\S")
TAB = 0.4  # em behind a number before a small letter
LEAST_GAP = 0.35  # em behind a doubtful marker; a blank in running text is 0.25-0.3


def marker_of(line: Line) -> str | None:
    """The list marker a line begins with, or `None`."""
    if len(line.words) < 2:
        return None
    first, second = line.words[0], line.words[1]
    gap = (second.x0 - first.x1) / max(line.style.size, 1.0)
    if first.text in BULLETS:
        return first.text if first.text not in DOUBTFUL or gap >= LEAST_GAP else None
    if first.text == "o" and gap >= 0.6:  # Word's second level, a letter of Courier
        return first.text
    if NUMBERED.fullmatch(first.text) and gap >= (TAB if second.text[0].islower() else 0.15):
        return None if second.text.lower().rstrip(",.") in word_list("ordinal_nouns") else first.text
    return None


def is_bullet(marker: str) -> bool:
    """Whether the marker is a mere sign, which says nothing and is left out of the text."""
    return marker in BULLETS or marker == "o"


def successor(marker: str, before: str) -> bool:
    """Whether `marker` may follow `before` in one list: the same bullet, or the next number or letter."""
    if is_bullet(marker) or is_bullet(before):
        return marker == before
    a, b = before.strip("()."), marker.strip("().")
    if a.isdigit() and b.isdigit():
        return int(b) == int(a) + 1
    return len(a) == len(b) == 1 and ord(b) == ord(a) + 1


def is_fact(line: Line) -> bool:
    """Whether the line is one of a list of facts: a label of a few words, a colon, and what the label tells."""
    return FACT.match(line.text) is not None
