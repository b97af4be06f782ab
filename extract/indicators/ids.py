"""Printed ids of goals: in a column of their own, or in front of the goal's text."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LETTERED = r"[A-ZÆØÅ]{1,2}[.\-–]?\s?\d{1,2}(?:[.\-]\d{1,2})*[a-z]?"
_NAMED = (
    r"(?:(?:[A-ZÆØÅa-zæøå]*m|M)ål(?:sætning)?|Milepæl|Leverance|Indikator|Succeskriteri(?:um|e)|Krav|Formål|Aktivitet|Indsats|KPI|Nr\.?)"
    r"\s+(?:[A-Z]?\d{1,2}(?:\.\d{1,2})*[a-z]?|[A-Z]|[IVX]{1,4})"
)
_NUMBERED = r"\d{1,2}(?:\.\d{1,2})+|\d{1,2}[a-z]?(?=\s?[.):])"
ID = re.compile(
    rf"^\s*[(\[]?(?P<id>{_NAMED}|{_LETTERED}|{_NUMBERED})(?P<mark>\s?[.:)\]]|\s+[–—-](?=\s))*\s+(?=\S)(?P<text>.+)$",
    re.DOTALL,
)
SURE = re.compile(r"[.:)\]–—-]")


def split_id(text: str) -> tuple[str | None, str]:
    """The id in front of a goal and the goal without it; no id where none stands there."""
    match = ID.match(text)
    if match is None:
        return None, text
    return match["id"].rstrip(".:) "), match["text"].strip()


def split_ids(texts: Sequence[str]) -> list[tuple[str | None, str]]:
    """The ids of a table's goals; a figure at a goal's beginning ("60 borgere") is none.

    An id without a mark behind it ("A1 Borgere …") counts only where most of the goals have one.
    """
    found = [split_id(text) for text in texts]
    marked = [
        bool(ident) and SURE.match(text.strip()[len(ident or "") :].lstrip()[:1])
        for (ident, _), text in zip(found, texts, strict=True)
    ]
    many = sum(ident is not None for ident, _ in found) * 2 > len(texts)
    return [
        pair if pair[0] and (many or sure) else (None, text)
        for pair, sure, text in zip(found, marked, texts, strict=True)
    ]


def clean_id(cell: str) -> str | None:
    """The id that a cell of an id column holds, without the mark behind it."""
    return cell.strip().rstrip(".:)").strip("([ ") or None
