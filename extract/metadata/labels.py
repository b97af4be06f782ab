"""What the label of a fact tells: ``Bevillingshaver`` → the grantee."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, cast

from extract.danish.terms import tables

BudgetKind = Literal["applied", "granted", "total", "unknown"]

LONGEST_LABEL = 9
"""Words; a longer text is no label."""

_BRACKETS = re.compile(r"\([^)]*\)?")
_EDGES = " \t:.;,–-*•·"
_BUDGET_ORDER: tuple[BudgetKind, ...] = ("applied", "granted", "total", "unknown")


@cache
def field_of(label: str) -> str | None:
    """The field that a label tells; ``other`` for a known label without a field, ``None`` for what is no label."""
    text = bare_label(label)
    if not text or len(text.split()) > LONGEST_LABEL:
        return None
    fields = {name: entry for name, entry in tables("metadata_labels").items() if name != "budget"}
    exact = next((name for name, entry in fields.items() if text in entry["is"]), None)
    if exact:
        return exact
    for name, entry in fields.items():
        if _holds(text, entry["has"]) and not _holds(text, entry["not"]):
            return name
    return None


@cache
def budget_kind(label: str) -> BudgetKind | None:
    """The kind of budget that a label tells, if its value is an amount; ``None`` where it tells none."""
    text = bare_label(label)
    words = tables("metadata_labels")["budget"]
    if len(text.split()) > LONGEST_LABEL or _holds(text, words["not"]):
        return None
    return next((kind for kind in _BUDGET_ORDER if _holds(text, cast("list[str]", words[kind]))), None)


def bare_label(label: str) -> str:
    """The label lower case, without brackets, colon and full stop at its ends."""
    return " ".join(_BRACKETS.sub("", label).lower().strip(_EDGES).split())


def _holds(text: str, phrases: list[str]) -> bool:
    pattern = _pattern(tuple(phrases))
    return pattern is not None and pattern.search(text) is not None


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases))})") if phrases else None
