"""Whether a rule of a codebook holds for a sentence or a row, and how closely what it asks for stands together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.coverage.codebook import NEAR, Rule
from corpus.coverage.needs import places_of
from corpus.coverage.phrases import Places, words_before
from corpus.coverage.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Fit:
    """That a rule holds; ``apart`` is how many words lie between what it asks for."""

    apart: int


def fit(rule: Rule, stretch: Stretch, found: Places, above: Places) -> Fit | None:
    """How a rule fits a stretch with the phrases found in it and in the headings above; ``None`` where it does not."""
    if (rule.kinds and stretch.kind not in rule.kinds) or (rule.within and stretch.role not in rule.within):
        return None
    if rule.under and not any(phrase in above for phrase in rule.under):
        return None
    first = [place for phrase in rule.any for place in found.get(phrase, ())]
    if rule.any and not first:
        return None
    apart = _apart(rule, stretch, first, found, above)
    figure = _figure_apart(rule, stretch, first)
    return None if apart is None or figure is None else Fit(apart + figure)


def _apart(rule: Rule, stretch: Stretch, first: Sequence[int], found: Places, above: Places) -> int | None:
    """Words between the two groups of phrases; a row is read with its headings, and its cells as one."""
    if not rule.with_:
        return 0
    second = [place for phrase in rule.with_ for place in found.get(phrase, ())]
    if stretch.kind == "row":
        return 0 if second or any(phrase in above for phrase in rule.with_) else None
    if not first:
        return 0 if second else None
    apart = min((abs(a - b) for a in first for b in second), default=rule.near + 1)
    return apart if apart <= rule.near else None


def _figure_apart(rule: Rule, stretch: Stretch, first: Sequence[int]) -> int | None:
    """Words from the rule's own to the figure that it needs; the figure of a row is anywhere in it."""
    if rule.needs is None:
        return 0
    figures = places_of(stretch.piece.text, rule.needs)
    if not figures or stretch.kind == "row" or not first:
        return 0 if figures else None
    places = [words_before(stretch.piece.text, start) for start in figures]
    apart = min(abs(a - b) for a in first for b in places)
    return apart if apart <= NEAR else None
