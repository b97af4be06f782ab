"""Levels of headings: from their numbers, from the sources that name them, else from how they are set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile
from statistics import median_low

from extract.heading_evidence import Named
from extract.heading_prominence import style_levels
from extract.heading_score import Candidate
from extract.heading_style import StyleClass
from extract.numbering import Kind

FIRST_SIGN: Mapping[Kind, str] = {"decimal": "1", "roman": "I", "letter": "A"}


def levels_of(headings: Sequence[Candidate]) -> list[int]:
    """The level of each heading, 1 = chapter."""
    tags = _shift([(c, c.clues.tag or None) for c in headings])
    marks = _shift([(c, _level(c.clues.mark)) for c in headings])
    nested = _nested_kind(headings)
    by_number = _numbered_styles(headings) if nested is None else {}
    known = [by_number.get(c.look.style) if not c.numbered.number else None for c in headings]
    known = [k or _known(c, tags, marks) for k, c in zip(known, headings, strict=True)]
    known = [None if _is_set_less(c, k, by_number) else k for k, c in zip(known, headings, strict=True)]
    if nested is not None:
        known = [_nested_level(c, nested) or k for k, c in zip(known, headings, strict=True)]
    by_style = style_levels(headings, known)
    levels = [level if level is not None else by_style[c.look.style] for c, level in zip(headings, known, strict=True)]
    return [
        level if c.clues.count or c.numbered.number else _inside(headings, at, level)
        for at, (c, level) in enumerate(zip(headings, levels, strict=True))
    ]


def _is_set_less(c: Candidate, level: int | None, by_number: Mapping[StyleClass, int]) -> bool:
    """Whether only the indent of a contents line puts a heading on a level whose numbered headings are set larger."""
    if c.numbered.number or c.clues.tag or c.clues.entry is None or level != c.clues.entry.level:
        return False
    ranks = [style.rank for style, depth in by_number.items() if depth == level]
    return bool(ranks) and c.look.style.rank < min(ranks)


def _inside(headings: Sequence[Candidate], at: int, level: int) -> int:
    """The level of a heading that only its type shows: between 2.5 and 2.6 it lies in chapter 2, however it is set."""
    last = next((c.numbered for c in reversed(headings[:at]) if c.numbered.kind == "decimal"), None)
    following = next((c.numbered for c in headings[at + 1 :] if c.numbered.kind == "decimal"), None)
    if last is None or following is None or last.number is None or following.number is None:
        return level
    pairs = zip(last.number.split("."), following.number.split("."), strict=False)
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    return level if level > shared else last.depth + 1


def _nested_kind(headings: Sequence[Candidate]) -> Kind | None:
    """The kind of number that counts from its first sign again under each heading of another kind.

    "I. … A. … B. … II. … A. …": letters below Roman numbers. `None` where one kind counts alone.
    """
    single = [c.numbered for c in headings if c.numbered.depth == 1 and c.numbered.kind in FIRST_SIGN]
    kinds = {n.kind for n in single}
    again = [k for k in kinds if sum(n.kind == k and n.number == FIRST_SIGN[k] for n in single) > 1]
    return again[0] if len(kinds) > 1 and len(again) == 1 else None


def _nested_level(c: Candidate, nested: Kind) -> int | None:
    """1 for the counting kind, 2 for the one that begins again below it."""
    if c.numbered.depth != 1 or c.numbered.kind not in FIRST_SIGN:
        return None
    return 2 if c.numbered.kind == nested else 1


def _numbered_styles(headings: Sequence[Candidate]) -> Mapping[StyleClass, int]:
    """Style → level where all numbered headings set so are of one level: an unnumbered one is of it, too.

    Type and number are set by hand; the indent of a contents line without a number is a weaker sign.
    """
    depths: dict[StyleClass, set[int]] = {}
    for c in headings:
        if c.numbered.number:
            depths.setdefault(c.look.style, set()).add(c.numbered.depth)
    return {style: next(iter(found)) for style, found in depths.items() if len(found) == 1}


def disagree(c: Candidate, level: int) -> bool:
    """Whether sources that name the heading give it different levels."""
    said = {x for x in (c.clues.tag or None, _level(c.clues.mark), _level(c.clues.entry)) if x is not None}
    return len(said) > 1 and level in said


def _known(c: Candidate, tags: int, marks: int) -> int | None:
    numbered, clues = c.numbered, c.clues
    if numbered.kind in ("decimal", "letter") and numbered.depth > 1:
        return numbered.depth
    if clues.entry is not None and clues.entry.level is not None:
        return clues.entry.level
    if numbered.kind in ("chapter", "decimal"):
        return 1
    if clues.mark is not None and clues.mark.level is not None:
        return max(1, clues.mark.level - marks)
    if clues.tag:
        return max(1, clues.tag - tags)
    return 1 if numbered.kind == "appendix" and numbered.ordinal else None


def _level(named: Named | None) -> int | None:
    return named.level if named else None


def _shift(levels: Sequence[tuple[Candidate, int | None]]) -> int:
    """By how much a source's levels are deeper than the document's own (the title takes its first level)."""
    given = [(c, level) for c, level in levels if level]
    if not given:
        return 0
    depths = [level - c.numbered.depth for c, level in given if c.numbered.kind in ("decimal", "chapter")]
    depths += [level - listed for c, level in given if (listed := _level(c.clues.entry)) is not None]
    return median_low(depths) if depths else min(level for _, level in given) - 1
