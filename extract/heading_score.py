"""How much speaks for a run being a heading. The weights are in points; `ENOUGH` of them make one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.heading_evidence import Clues
from extract.heading_style import FAR, Look, StyleClass
from extract.numbering import Numbered, is_in_turn
from extract.page import TextRun

ENOUGH = 3.0
SOURCE = 3.0  # each of: structure tree, bookmarks, contents list
MUCH_LARGER = (1.3, 3.0)  # times the body size, points
LARGER = (1.1, 2.0)
SLIGHTLY_LARGER = (1.03, 0.75)
BOLD = 1.5
CAPITALS = 1.25
ITALIC = 0.75
COLOR = 0.75
LINK = "#0000ff"
SHORT = (12, 0.5)  # words, points
LONG = (25, -2.0)
SPACE = 0.5  # more white space above than below; the other way round it counts against it
MUCH_SPACE = 0.4  # em more above than below: twice as much
NUMBER = {"decimal": 1.0, "chapter": 2.0, "appendix": 1.0, "roman": 0.75, "letter": 0.5, "none": 0.0}
DEEP_NUMBER = 1.0  # "2.1" more than "2"
OUT_OF_TURN = -1.0  # its number does not follow those before it
COMPANY = 2.0  # other runs of its style are headings by what the file says
USED_ALIKE = 1.25  # its style is used for nothing but short lines above paragraphs
OVER_TEXT = 0.8  # share of them
ALONE = -1.5  # the file names its headings, and this is none of them
LEAST_NAMED = 3  # headings that the file names where it names them all
SURE_SHARE = 0.3  # share of the runs of a style that are named as headings where the others are, too
OUTSIDE = -3.0
STOPS = {".": -1.5, ":": -1.0, ",": -3.0, ";": -3.0}
SMALL_LETTER = -1.5
IN_LIST = -2.0
SMALLER = -2.0  # than the body
QUOTED = -2.0  # all of it stands in quotation marks, or it begins a quotation that goes on
LABEL = -4.0  # "Tabel 2", "Figur 1": a caption
QUOTES = '"“”„»«'
CAPTION = re.compile(
    r"(?:tabel|table|figur|figure|fig\.|boks|box|diagram|graf|kort|billede|foto|kilde|note)\s*[\dA-Z]*[-.\d]*\s*[.:–]",
    re.I,
)
CAPTION_NUMBER = re.compile(r"(?:tabel|table|figur|figure|fig\.|boks|diagram)\s*\d+(?:[.-]\d+)*\b", re.I)
LEAST_LETTERS = 3
TITLE_CHARACTERS = 0.5  # share of letters among a heading's characters


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run that may be a heading, with all that is known of it."""

    at: int
    run: TextRun
    look: Look
    numbered: Numbered
    clues: Clues
    has_text: bool
    """A paragraph follows it."""
    after_quote: bool
    """A quotation stands before it."""


def is_possible(run: TextRun, clues: Clues, title: str) -> bool:
    """Whether a run can be a heading at all."""
    if any(line.words[0].angle for line in run.lines):
        return False
    letters = sum(map(str.isalpha, title))
    if letters < LEAST_LETTERS or letters < TITLE_CHARACTERS * len(title.replace(" ", "")):
        return clues.count > 0 and letters > 0
    return not run.boxed or clues.count > 0


def choose(candidates: Sequence[Candidate], body: StyleClass) -> list[Candidate]:
    """The candidates with enough points; their numbers are looked at in turn."""
    named = [c for c in candidates if c.clues.count]
    tagged = sum(bool(c.clues.tag) for c in named) >= LEAST_NAMED
    # A contents list may end at some level: what is set less than all that it names may still be a heading.
    least = min((c.look.style.rank for c in named), default=body.rank) if len(named) >= LEAST_NAMED else None
    styles = _company(candidates, body)
    chosen: list[Candidate] = []
    number: str | None = None
    for c in candidates:
        alone = not c.clues.count and least is not None and (tagged or c.look.style.rank >= least)
        points = _points(c, body, styles) + _number(c, number) + (ALONE if alone else 0.0)
        if points >= ENOUGH:
            chosen.append(c)
            number = c.numbered.number or number
    return chosen


def _company(candidates: Sequence[Candidate], body: StyleClass) -> dict[StyleClass, float]:
    """Styles → points for candidates set like runs that are headings by what the file says, or by their use."""
    members: dict[StyleClass, list[Candidate]] = {}
    for c in candidates:
        members.setdefault(c.look.style, []).append(c)
    points: dict[StyleClass, float] = {}
    for style, group in members.items():
        sure = sum(c.clues.count > 0 for c in group)
        if sure:
            points[style] = COMPANY if sure >= SURE_SHARE * len(group) else COMPANY / 4
            continue
        plain = [c for c in group if not _is_quotation(c)]
        over = sum(map(_is_over_text, plain))
        if style.rank != body.rank and over >= max(LEAST_NAMED, OVER_TEXT * len(plain)):
            points[style] = USED_ALIKE
    return points


def _is_quotation(c: Candidate) -> bool:
    """A quotation, or the part of one on one side of a break."""
    return c.run.kind == "quote" or c.run.text[0] in QUOTES or c.run.text.rstrip(".!?,")[-1:] in QUOTES


def _is_over_text(c: Candidate) -> bool:
    """A short line, not closed by a stop, with a paragraph below it; not the name below a quotation."""
    short = c.look.uniform and c.look.words <= SHORT[0] and c.run.text[-1] not in STOPS
    apart = c.look.above > c.look.below + (MUCH_SPACE if c.after_quote else -0.1)
    return short and c.has_text and apart


def _points(c: Candidate, body: StyleClass, styles: Mapping[StyleClass, float]) -> float:
    """Points for all but the number."""
    points = SOURCE * c.clues.count + _style(c.look, body) + _text(c)
    points += styles.get(c.look.style, 0.0)
    if c.clues.outside:
        points += OUTSIDE
    return points


def _style(look: Look, body: StyleClass) -> float:
    style = look.style
    ratio = style.size / max(body.size, 1.0)
    points = next((p for least, p in (MUCH_LARGER, LARGER, SLIGHTLY_LARGER) if ratio >= least), 0.0)
    if ratio < 0.95:
        points += SMALLER / 4 if look.uniform and style.bold and not body.bold else SMALLER
    if look.uniform:
        points += BOLD * (style.bold and not body.bold) + ITALIC * (style.italic and not body.italic)
        points += COLOR * (style.color not in (body.color, LINK))
    points += CAPITALS * style.capitals
    if look.above > look.below + 0.1:
        points += SPACE if look.above < look.below + MUCH_SPACE else 2 * SPACE
    elif look.above < look.below - 0.3 and look.below < FAR:
        points -= SPACE
    return points


def _text(c: Candidate) -> float:
    text = c.run.text
    points = SHORT[1] if c.look.words <= SHORT[0] else LONG[1] if c.look.words > LONG[0] else 0.0
    points += STOPS.get(text[-1:], 0.0)
    if c.numbered.title[:1].islower() and c.numbered.kind == "none":
        points += SMALL_LETTER
    if CAPTION.match(text) or CAPTION_NUMBER.match(text):
        points += LABEL
    if text[0] in QUOTES and (text.rstrip(".!?,")[-1:] in QUOTES or not any(q in text[1:] for q in QUOTES)):
        points += QUOTED
    return points + IN_LIST * (c.run.kind == "list_item")


def _number(c: Candidate, before: str | None) -> float:
    """Points for the number, given that of the heading before."""
    if c.numbered.number and not is_in_turn(c.numbered.number, before):
        return OUT_OF_TURN
    return NUMBER[c.numbered.kind] + DEEP_NUMBER * (c.numbered.depth > 1)
