"""Counts of points, themes, learnings ("følgende tre aktiviteter:") against the list or sub-sections that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from extract.audit.announced import Announced
from extract.audit.check import Check
from extract.audit.material import Material, Piece
from extract.audit.terms import matches
from extract.quotes import quote_block, quote_title
from extract.report import Quote, Section, SectionRole

PARTED: frozenset[SectionRole] = frozenset({"learnings", "recommendations", "conclusion", "summary", "embedding"})
"""Roles of sections whose sub-sections are what an introduction counts."""
LEAD = 14
"""Words of a sentence that leads to a list without a colon."""
INDENT = 7.0
"""Points by which the items of a list within a list stand further in."""
_ANNOUNCES = re.compile(r"\b(?:følgende|nedenstående|disse)\b", re.IGNORECASE)
_WITH_OTHERS = re.compile(
    r"\b(?:sammen\s+med|samt|foruden|ud\s+over|udover|plus|bortset\s+fra|undtagen|bl\.a\.|blandt\s+andet|for\s+eksempel|f\.eks\.|fx)\b",
    re.IGNORECASE,
)
"""Behind the noun: the list has others too, or not all."""
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s")


def count_points(material: Material, found: Announced) -> Iterator[Check]:
    """The check of one count of things that are listed behind it; none where no list follows."""
    piece = found.sentence.piece
    claim = piece.quote(found.start, found.end)
    if claim is None or matches("changed", found.sentence.text):
        return
    place, raw = piece.place(found.start, found.end), piece.text[found.start : found.end]
    parts = _parts(material, found)
    items = _items_after(material, found)
    if not parts and not items:
        return
    if found.number in {len(parts), len(items), *_outer(items)} or found.number == _last_number(items):
        yield Check("count_mismatch", claim, place, holds=True)
        return
    count, what = (len(items), "punkter") if items else (len(parts), "underafsnit")
    against = _last_item(items) if items else quote_title(parts[-1])
    message = f"”{raw}” stemmer ikke overens med det, der følger: {count} {what}."
    yield Check(
        "count_mismatch", claim, place, holds=False, message=message, severity="warning", against=against,
        stated=float(found.number), computed=float(count),
    )  # fmt: skip


def _items_after(material: Material, found: Announced) -> list[Piece]:
    """The items of the list right behind, where the sentence is the last before it and announces it."""
    piece, sentence = found.sentence.piece, found.sentence
    announces = sentence.text.rstrip().endswith(":") or _ANNOUNCES.search(sentence.text) or _is_lead(found)
    others = _WITH_OTHERS.search(sentence.text, found.end - sentence.start)
    if not announces or others or sentence is not piece.sentences[-1]:
        return []
    behind = [p for p in material.pieces if p.item > piece.item and p.section is piece.section]
    texts = [p for p in behind if p.block.type != "footnote"]
    items = list(takewhile(lambda p: p.block.type == "list_item", texts))
    return items if len(items) > 1 else []


def _is_lead(found: Announced) -> bool:
    """Whether a short sentence right before a list counts its points: "Vi har fire anbefalinger."."""
    short = len(found.sentence.text.split()) <= LEAD
    points = found.kind == "statements" or found.noun in ("punkter", "temaer", "overskrifter")
    return short and points and not found.narrowed


def _parts(material: Material, found: Announced) -> list[Section]:
    """The sub-sections that an introduction counts: "De er ordnet i tre temaer."."""
    section = found.sentence.piece.section
    first_words = found.sentence.piece.block in section.blocks[:2]
    if section.role not in PARTED or not found.whole or not first_words:
        return []
    parts = [s for s in material.report.sections if s.parent == section.id]
    return parts if len(parts) > 1 else []


def _outer(items: list[Piece]) -> set[int]:
    """How many of the items stand furthest out, where some stand further in than others."""
    lefts = [piece.block.lines[0].bbox[0] for piece in items if piece.block.lines]
    return {sum(left < min(lefts) + INDENT for left in lefts)} if lefts else set()


def _last_number(items: list[Piece]) -> int | None:
    found = _NUMBER.match(items[-1].text) if items else None
    return int(found[1]) if found else None


def _last_item(items: list[Piece]) -> Quote | None:
    last = items[-1]
    return quote_block(last.block, 0, len(last.text), last.section.id)
