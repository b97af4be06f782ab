"""Counts whose things stand in the same sentence: "De fem kommuner er A, B, C, D, E og F", "tre spor: x, y og z"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.audit.announced import Announced
from extract.audit.check import Check
from extract.danish.names import Mention, municipalities_in

_TO_NAMES = re.compile(
    r"(?:\s+i\s+projektet|\s+i\s+alt)?\s*(?::|\(|–|—|-|\ber\b|\bvar\b|\bhar\s+været\b|\bblev\b|,?\s*nemlig|,?\s*dvs\.|,?\s*det\s+vil\s+sige|\bomfatter\b|\bbestår\s+af\b|)\s*"
    r"(?:henholdsvis\s+|hhv\.\s+|:\s*|både\s+)?"
)
_JOINT = re.compile(
    r"(?:['’]?s)?(?:\s+(?:Kommunes?|kommunes?|Jobcenter))?\s*(?:,\s*(?:og|samt)?|og|samt|&|/)\s*(?:i\s+|Jobcenter\s+)?"
)
_MORE = re.compile(r"(?:['’]?s)?(?:\s+[Kk]ommune)?\s*(?:,|og|samt)\s+[A-ZÆØÅ]")
_FROM_NAMES = re.compile(
    r"(?:\s+[Kk]ommune)?\s+(?:er|var|udgør|udgjorde)\s+(?:således\s+|dermed\s+|altså\s+)?(?:de|projektets)\s+$"
)
_COLON = re.compile(r"[^:.;]{0,60}?:\s+(?P<list>[^:]+?)\.?$")
_NUMBERED = re.compile(r"(?:^|\s)\(?(\d{1,2}|[a-h])\)\s")
_CLAUSE = re.compile(r"\b(?:som|der|hvor|at|men|mens|fordi|når|hvis|idet|så|er|har|var|blev|kan|skal)\b|[.()–]")
_AND = re.compile(r",?\s+(?:og|samt|eller)\s+")
LONGEST = 7
"""Words of an item that is no clause."""


def enumerated(found: Announced) -> Check | None:
    """The check of a count by what its own sentence lists; ``None`` where it lists nothing that can be counted."""
    text = found.sentence.text
    start, end = found.start - found.sentence.start, found.end - found.sentence.start
    if found.kind == "municipalities":
        names = _names_behind(text, end) or _names_before(text, start)
        if len(names) < 2:
            return None
        return _check(found, len({name.name for name in names}), (names[0].start, names[-1].end), "kommuner")
    listed = _COLON.match(text, end)
    if listed is None:
        return None
    count = _items(listed["list"])
    return _check(found, count, listed.span("list"), "led") if count else None


def _check(found: Announced, count: int, span: tuple[int, int], what: str) -> Check | None:
    piece, at = found.sentence.piece, found.sentence.start
    claim = piece.quote(found.start, found.end)
    if claim is None:
        return None
    place = piece.place(found.start, found.end)
    if count == found.number:
        return Check("count_mismatch", claim, place, holds=True)
    raw = piece.text[found.start : found.end]
    message = f"”{raw}” stemmer ikke overens med opregningen i samme sætning, som har {count} {what}."
    return Check(
        "count_mismatch", claim, place, holds=False, message=message,
        severity="error" if found.kind == "municipalities" else "warning",
        against=piece.quote(at + span[0], at + span[1]), stated=float(found.number), computed=float(count),
    )  # fmt: skip


def _names_behind(text: str, end: int) -> Sequence[Mention]:
    names = [name for name in municipalities_in(text) if name.start >= end]
    if not names or not _TO_NAMES.fullmatch(text, end, names[0].start):
        return ()
    run = names[:1]
    for name in names[1:]:
        if not _JOINT.fullmatch(text, run[-1].end, name.start):
            break
        run.append(name)
    # A further name that is no municipality's ("Skive, Struer og Ribe") leaves the count open.
    return () if _MORE.match(text, run[-1].end) else run


def _names_before(text: str, start: int) -> Sequence[Mention]:
    names = [name for name in municipalities_in(text) if name.end <= start]
    if not names or not _FROM_NAMES.fullmatch(text, names[-1].end, start):
        return ()
    run = names[-1:]
    for name in reversed(names[:-1]):
        if not _JOINT.fullmatch(text, name.end, run[0].start):
            break
        run.insert(0, name)
    return run


def _items(text: str) -> int | None:
    """How many things a list in a sentence has; ``None`` where that cannot be told from commas and *og*."""
    numbers = _NUMBERED.findall(text)
    if len(numbers) > 1:
        digits = [int(n) if n.isdigit() else ord(n) - 96 for n in numbers]
        return digits[-1] if digits == list(range(1, len(digits) + 1)) else None
    parts = [part.strip() for part in text.split(";")] if ";" in text else _by_commas(text)
    if len(parts) < 2 or any(len(part.split()) > LONGEST or not part for part in parts):
        return None
    return None if ";" not in text and _CLAUSE.search(text) else len(parts)


def _by_commas(text: str) -> list[str]:
    """The parts between commas, the last one split at its only *og*; empty where another part has one."""
    parts = [part.strip() for part in text.split(",")]
    last = _AND.split(f" {parts[-1]}")
    if len(last) != 2 or any(_AND.search(part) for part in parts[:-1]):
        return []
    return [*parts[:-1], *(part for part in last if part.strip())]
