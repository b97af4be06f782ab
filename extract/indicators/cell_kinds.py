"""What a cell of a target table holds: a figure, a share, a verdict, yes or no, an id, words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal

from extract.danish.verdicts import read_verdict

CellKind = Literal["empty", "figure", "percent", "yes_no", "verdict", "code", "words"]

EMPTY = re.compile(
    r"^(?:[-–—−.…/*\s]*|n\.?\s?/?a\.?|i\.?\s?/?a\.?|u\.?\s?o\.?|ikke relevant|irrelevant|ingen)$", re.IGNORECASE
)
YES_NO = re.compile(r"^(?:ja|nej)(?!\w)", re.IGNORECASE)
CODE = re.compile(
    r"^(?:[A-ZÆØÅ]{1,3}[.\-–]?\s?\d{0,2}(?:[.\-]\d{1,2})*[a-z]?|[a-zæøå](?:[.\-–]?\d{1,2})?|\d{1,3}(?:\.\d{1,2})*\.?[a-z]?|[IVX]{1,4}|"
    r"(?i:\w*mål|milepæl|leverance|indikator|krav|formål|aktivitet|succeskriteri(?:um|e)|nr\.?)\s+[\dA-Z][\d.]*[a-z]?)[.:)]?$"
)
PERCENT = re.compile(r"\d\s*(?:%|pct\b|procent\b)", re.IGNORECASE)
FIGURE = re.compile(r"^\W*(?:[^\W\d]{1,9}\.?\s+){0,3}[(\[<>≥≤~±+\-–]*\d", re.IGNORECASE)
NUMBER_WORDS = re.compile(
    r"^(?:mindst|højst|maks\.?|ca\.|cirka|op til|minimum|alle)?\s*"
    r"(?:en|et|én|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|halvårlig\w*|årlig\w*|kvartals\w*|månedlig\w*|ugentlig\w*|halvdelen)\b",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]|(?:\w*[Mm]ål|[A-ZÆØÅ]\w{3,}|Nr\.)\s\d{1,2}(?:\.\d{1,2})*\s?[:.–-])\s+(?=[A-ZÆØÅ\d][^\W\d]*\s)"
)
"""A goal's number before its words: "3. Borgerne møder op", "Mål 2: Fælles kursus"."""
FINITE = re.compile(
    r"\s(?:er|har|bliver|blev|skal|vil|får|fik|kan|deltager|kommer|gennemfører|afholdes|etableres|udvikles|opnår|oplever)\s",
    re.IGNORECASE,
)
"""A verb after a figure: a goal that begins with its target ("40 unge er blevet medlem af en forening")."""
LEADS = re.compile(
    r"mindst|min(?:imum)?|høje?st|ma[kx]s(?:imalt)?|ca|cirka|omkring|op|ned|til|i|alt|ialt|over|under|godt|knap|næsten|mere|flere|færre"
    r"|mindre|end|samlet|total|sum|fra|pr|per|nu|kun|blot|alle|heraf|hhv|det|der|er|blev|målt|opgjort|stk|kr|dkk"
)
"""Words that may lead to a figure in a cell that says no more than it."""
TOLD = 5
"""Words of a cell that opens with other words and then a figure: a goal ("Få 30 beboere med i køkkenet")."""
LONG = 8
"""From so many words a cell is prose, even if it opens with a figure."""


@cache
def kind_of(text: str) -> CellKind:
    """The kind of a cell's text; "Delvis" is a verdict here: the column tells whether it stands beside Ja and Nej."""
    if EMPTY.match(text):
        return "empty"
    if YES_NO.match(text):
        return "yes_no"
    return _filled_kind(text, short=len(text.split()) < LONG)


def _filled_kind(text: str, *, short: bool) -> CellKind:
    if NUMBERED.match(text) or FINITE.search(text):
        return "verdict" if short and read_verdict(text) is not None else "words"
    if short and FIGURE.match(text) and not _tells(text):
        return "percent" if PERCENT.search(text) else "figure"
    if short and read_verdict(text) is not None:
        return "verdict"
    if CODE.match(text):
        return "code"
    return "figure" if short and NUMBER_WORDS.match(text) else "words"


def _tells(text: str) -> bool:
    """Whether words that are no mere lead stand before the figure, and others behind it."""
    words = [word.strip(".,:;()").lower() for word in text.split()]
    first = next((i for i, word in enumerate(words) if any(sign.isdigit() for sign in word)), 0)
    return len(words) >= TOLD and any(len(word) > 1 and not LEADS.fullmatch(word) for word in words[:first])


def is_code(text: str) -> bool:
    """Whether the text is what numbers a goal: A1, 2.3, Mål 4."""
    return bool(CODE.match(text.strip()))


def share(texts: Iterable[str], *kinds: CellKind) -> float:
    """The share of the filled cells that are of one of these kinds; 0 where none is filled."""
    found = [kind for text in texts if (kind := kind_of(text)) != "empty"]
    return sum(kind in kinds for kind in found) / len(found) if found else 0.0


def words_share(texts: Iterable[str], fewest: int = 3) -> float:
    """The share of the filled cells that are prose of at least so many words."""
    filled = [text for text in texts if kind_of(text) != "empty"]
    prose = sum(len(text.split()) >= fewest and kind_of(text) not in ("figure", "percent") for text in filled)
    return prose / len(filled) if filled else 0.0
