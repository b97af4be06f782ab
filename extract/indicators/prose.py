"""The verdicts that an evaluator's prose gives for goals whose table gives only figures, and for the audit all of them.

Each verdict is given to the goal that it speaks of: by a printed id, by an ordinal ("det første effektmål"), by the
words of its own clause ("målet om netværksmøder"), else by what leads to it and the heading it stands under.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.indicators.draft import Draft
from extract.indicators.prose_goals import goals_of
from extract.indicators.prose_places import Place, verdict_places
from extract.quotes import quote_block
from extract.report import Indicator, Quote, Report, SectionRole, Status

OUTSIDE: frozenset[SectionRole] = frozenset({
    "front", "introduction", "method", "summary", "conclusion", "recommendations", "learnings", "embedding", "appendix",
})  # fmt: skip
"""Roles of sections that speak of goals from outside the chapter that reports on them."""


@dataclass(frozen=True, slots=True)
class ProseVerdict:
    """A verdict of the prose on one goal."""

    status: Status
    raw: str
    quote: Quote
    section: str
    role: SectionRole
    named: bool
    """Whether the sentence names the goal by its id."""


def prose_verdict(report: Report, draft: Draft, drafts: Sequence[Draft] = ()) -> ProseVerdict | None:
    """The verdict of the prose on a goal, from the chapter that reports on it, else from where its id is named.

    ``drafts``: all goals of the report, so that each verdict goes to the one that it fits best.
    """
    every = drafts or (draft,)
    return main_verdict(verdicts_of(report, every)[_place(every, draft)])


def prose_verdicts(report: Report, draft: Draft, drafts: Sequence[Draft] = ()) -> tuple[ProseVerdict, ...]:
    """All places where the prose gives a verdict on a goal, summary and conclusion too, in reading order."""
    every = drafts or (draft,)
    return verdicts_of(report, every)[_place(every, draft)]


def main_verdict(found: Sequence[ProseVerdict]) -> ProseVerdict | None:
    """The verdict that counts: the last of the goal's own chapter, one that names it before one that does not."""
    inside = [verdict for verdict in found if verdict.role not in OUTSIDE]
    named = [verdict for verdict in inside if verdict.named] or inside
    outside = [verdict for verdict in found if verdict.named]
    chosen = named or outside
    return chosen[-1] if chosen else None


def verdicts_of(report: Report, goals: Sequence[Draft | Indicator]) -> tuple[tuple[ProseVerdict, ...], ...]:
    """For each goal the verdicts of the prose, in reading order."""
    known = goals_of(report, goals)
    found: list[list[ProseVerdict]] = [[] for _ in goals]
    places = _places(_Same(report))
    for place, spoken in zip(places, known.spoken_of(places), strict=True):
        for number, named in spoken:
            verdict = _verdict(place, named)
            if verdict is not None:
                found[number].append(verdict)
    return tuple(map(tuple, found))


def _verdict(place: Place, named: bool) -> ProseVerdict | None:
    verdict = place.verdict
    quote = quote_block(place.block, *verdict.sentence, place.section.id)
    if quote is None:
        return None
    return ProseVerdict(verdict.status, verdict.raw, quote, place.section.id, place.section.role, named)


def _place(drafts: Sequence[Draft], draft: Draft) -> int:
    return next(i for i, other in enumerate(drafts) if other is draft or other == draft)


class _Same:
    """A report by identity, as it cannot be hashed."""

    __slots__ = ("report",)

    def __init__(self, report: Report) -> None:
        self.report = report

    def __hash__(self) -> int:
        return id(self.report)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.report is self.report


@lru_cache(maxsize=1)
def _places(same: _Same) -> tuple[Place, ...]:
    return verdict_places(same.report)
