"""Nouns of a codebook: the items that a report is looked through for, and what counts as a statement of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.report import SectionRole

Language = Literal["da", "en"]
Need = Literal["number", "percent", "amount", "figure", "date", "duration"]
"""A number is none of money nor of time; a figure is a number or an amount."""
Kind = Literal["paragraph", "list_item", "quote", "footnote", "row"]
"""What a statement may stand in; ``row`` is a row of a table."""
Mood = Literal["plan", "advice"]
"""What a sentence says when it does not say how things are: what was meant to be, and what ought to be."""

NEEDS: tuple[Need, ...] = ("number", "percent", "amount", "figure", "date", "duration")
KINDS: tuple[Kind, ...] = ("paragraph", "list_item", "quote", "footnote", "row")
MOODS: tuple[Mood, ...] = ("plan", "advice")

NEAR = 12
"""Words that lie between what belongs together, at most, where a rule does not say otherwise."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What makes a sentence or a table row a statement of an item: all that is given here has to hold."""

    any: tuple[str, ...] = ()
    """Phrases of which one has to stand there, see `corpus.coverage.phrases`."""
    with_: tuple[str, ...] = ()
    """Phrases of which one has to stand there too, at most ``near`` words away."""
    near: int = NEAR
    needs: Need | None = None
    within: tuple[SectionRole, ...] = ()
    """Roles of the section; empty is any."""
    under: tuple[str, ...] = ()
    """Phrases of which one has to stand in a heading above it."""
    kinds: tuple[Kind, ...] = ()
    """Empty is any."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something that a report of this kind ought to tell."""

    id: str
    theme: str
    label: dict[Language, str]
    question: dict[Language, str]
    records: tuple[str, ...]
    """Records of the report that state it, such as ``metadata.pool``, see `RECORDS`."""
    says: tuple[Rule, ...]
    topic: tuple[str, ...]
    """Phrases that name the item where a report says that it does not know; else those of the rules."""
    unless: tuple[str, ...]
    """Phrases that make a sentence speak of something else."""
    moods: tuple[Mood, ...]
    """Moods that do not matter here: advice is what the item on advice looks for."""


@dataclass(frozen=True, slots=True)
class Codebook:
    """Items in the order in which they are shown, and the themes that they stand under."""

    title: dict[Language, str]
    themes: dict[str, dict[Language, str]]
    items: tuple[Item, ...]


FACTS = (
    "pool", "budget", "period", "grantee", "evaluator", "funder", "municipalities", "dropouts", "target_groups",
    "published",
)  # fmt: skip
"""Fields of the metadata that can be quoted."""
RECORDS = (
    *(f"metadata.{name}" for name in FACTS),
    "indicators", "indicators.target", "indicators.actual", "indicators.baseline", "indicators.activity",
    "indicators.outcome", "indicators.impact", "learnings", "embedding",
)  # fmt: skip
"""Records that may state an item: facts of the metadata, targets (all, or those with that figure or of that level)."""
