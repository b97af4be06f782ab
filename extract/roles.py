"""The role of a section: from the words of its title, and from the section it belongs to."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import cast

from extract.report import SectionRole

STRONG = frozenset({
    "learnings", "embedding", "recommendations", "summary", "conclusion",
    "activity_status", "outcome_status", "impact_status", "theory_of_change", "method",
})  # fmt: skip
"""Roles that a section hands down to its parts, unless a part's own title surely says otherwise."""


def role_of(title: str, parent: SectionRole | None) -> SectionRole:
    """The role of a section with this title under a section with that role."""
    if parent == "appendix":
        return "appendix"
    sure = _match(title, "sure")
    if sure is not None:
        return sure
    if parent in STRONG:
        return parent
    likely = _match(title, "likely")
    return likely or (parent if parent not in (None, "front") else None) or "other"


def _match(title: str, grade: str) -> SectionRole | None:
    """The role of the word that comes first in the title; of several at one place the longest."""
    words = " ".join(re.findall(r"[^\W_]+", title.casefold()))
    found = [
        (match.start(), -len(match[0]), role) for role, pattern in _patterns(grade) if (match := pattern.search(words))
    ]
    return min(found)[2] if found else None


@cache
def _patterns(grade: str) -> tuple[tuple[SectionRole, re.Pattern[str]], ...]:
    text = files("extract.danish").joinpath("data/section_roles.toml").read_text("utf-8")
    return tuple(
        (
            cast("SectionRole", role),
            re.compile("|".join(_pattern(w) for w in sorted(words[grade], key=len, reverse=True))),
        )
        for role, words in tomllib.loads(text).items()
        if grade in words
    )


def _pattern(word: str) -> str:
    return re.escape(word[1:]) if word.startswith("~") else rf"\b{re.escape(word)}"
