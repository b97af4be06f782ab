"""Which goals a verdict in running text speaks of."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.indicators.draft import Draft
from extract.indicators.prose_order import AGAIN, in_order
from extract.indicators.prose_places import Place
from extract.indicators.prose_words import coverage, goal_terms, precision, stems, weights
from extract.report import Indicator, Report, Section

LEAST = 0.32
"""The least score that gives a verdict to a goal."""
AHEAD = 0.06
"""How far it must be ahead of the next."""
NAMED = 0.55
"""The least score far from the goal's own section, where the clause itself must name it."""
HEADED = 0.6
"""Share of a goal's words in a heading that speaks of it beside another goal."""
_HEADING, _FIGURES = 0.9, 0.25
_ONE_OF_TWO = re.compile(r"\bdet\s+ene\b", re.IGNORECASE)
_TURN = re.compile(r",?\s+(?:mens|men|hvorimod|medens|og)\b|;")
_OUTSIDE = frozenset(
    {"front", "introduction", "method", "summary", "conclusion", "recommendations", "appendix", "learnings"}
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_TAIL = re.compile(r"(?P<kind>[A-ZÆØÅ]{1,3}|[a-zæøåA-ZÆØÅ]+)[.\-– ]*(?P<number>\d+(?:\.\d+)*[a-z]?)$")
_BARE = re.compile(r"^\d+(?:\.\d+)*[a-z]?$")


@dataclass(frozen=True, slots=True)
class Goal:
    """A goal as prose may speak of it."""

    name: re.Pattern[str] | None
    words: frozenset[str]
    figures: frozenset[str]
    section: str | None


@dataclass(frozen=True, slots=True)
class Goals:
    """The goals of a report with what is needed to find them in running text."""

    goals: tuple[Goal, ...]
    sections: Mapping[str, Section]
    weight: Mapping[str, float]

    def spoken_of(self, places: Sequence[Place]) -> list[list[tuple[int, bool]]]:
        """For each verdict the goals that it is given of, each with whether it is named by its id."""
        found: list[list[tuple[int, bool]]] = []
        open_places: dict[str, list[tuple[int, Mapping[int, float]]]] = {}
        for number, place in enumerate(places):
            plain = self._plainly(place)
            found.append(plain or [])
            if plain is None:
                told = {
                    i
                    for spoken, at in zip(found, places, strict=False)
                    for i, _ in spoken
                    if at.section is place.section
                }
                fits = self._in_context(place, self._near(place.section))
                scores = {i: fit - AGAIN if i in told else fit for i, fit in fits.items()}
                open_places.setdefault(place.section.id, []).append((number, scores))
        for section in open_places.values():
            for (number, _), goal in zip(section, in_order([scores for _, scores in section], LEAST), strict=True):
                found[number] = [] if goal is None else [(goal, False)]
        return found

    def _plainly(self, place: Place) -> list[tuple[int, bool]] | None:
        """The goals that the sentence itself points out; ``None`` where what leads to it must tell."""
        verdict, text = place.verdict, place.block.text
        clause = text[slice(*verdict.clause)]
        named = [i for i, goal in enumerate(self.goals) if goal.name and goal.name.search(clause)]
        if verdict.scope == "part" or named:
            return [(i, True) for i in named] if verdict.scope != "part" else []
        told = text[verdict.clause[0] : verdict.end + _turn(text[verdict.end : verdict.clause[1]])]
        if place.section.role in _OUTSIDE:
            return [(i, False) for i in self._by_clause(told, range(len(self.goals)), NAMED)]
        if verdict.scope == "some" or _ONE_OF_TWO.search(text, *verdict.sentence):
            return []
        found = self._within(place, told, self._near(place.section))
        return [(i, False) for i in found] if found or verdict.scope == "all" else None

    def _within(self, place: Place, told: str, near: list[int]) -> list[int]:
        if place.verdict.scope == "all":
            return self._all(place, told, near)
        by_order = _ordinal(told, near)
        if by_order is not None:
            return [by_order]
        return self._closing(place, near) or self._headed(place, near) or self._by_clause(told, near, NAMED)

    def _near(self, section: Section) -> list[int]:
        """The goals of the section, else of those around it, else of its chapter, else all."""
        for sections in self._circles(section):
            found = [i for i, goal in enumerate(self.goals) if goal.section in sections]
            if found:
                return found
        return list(range(len(self.goals)))

    def _circles(self, section: Section) -> Iterator[Collection[str | None]]:
        yield {section.id}
        above = section
        while above.parent and above.parent in self.sections:
            above = self.sections[above.parent]
            yield {above.id, *self._below(above.id)}

    def _below(self, above: str) -> Iterator[str]:
        for section in self.sections.values():
            if section.parent == above:
                yield section.id
                yield from self._below(section.id)

    def _by_clause(self, clause: str, near: Collection[int], least: float) -> list[int]:
        """The goal whose own words the clause has."""
        words = stems(clause)
        scores = {i: self._named_score(self.goals[i], words) for i in near}
        return _best(scores, least)

    def _named_score(self, goal: Goal, words: frozenset[str]) -> float:
        shared = coverage(goal.words, words, self.weight)
        told = [word for word in words if not word[0].isdigit()]
        exact = precision(goal.words, words, self.weight) if len(told) >= 2 else 0.0
        return max(shared, 0.75 * exact + 0.25 * shared if exact > 0.6 else 0.0)

    def _headed(self, place: Place, near: list[int]) -> list[int]:
        """The goals that a heading joins with *og*, where the verdict closes what stands under it."""
        if not place.last or " og " not in place.heading:
            return []
        heading = stems(place.heading)
        found = [i for i in near if coverage(self.goals[i].words, heading, self.weight) >= HEADED]
        return found if len(found) > 1 else []

    def _in_context(self, place: Place, near: list[int]) -> Mapping[int, float]:
        heading, words, wider = stems(place.heading), stems(place.words), stems(place.wider)
        scores = {}
        for i in near:
            goal = self.goals[i]
            shared = max(coverage(goal.words, words, self.weight), 0.9 * coverage(goal.words, wider, self.weight))
            figures = len(goal.figures & wider) / len(goal.figures) if goal.figures else 0.0
            headed = (coverage(goal.words, heading, self.weight) + precision(goal.words, heading, self.weight)) / 2
            scores[i] = shared + _HEADING * headed + _FIGURES * figures
        return scores

    def _all(self, place: Place, clause: str, near: list[int]) -> list[int]:
        """All goals of the section; of "begge mål" the two that the text speaks of."""
        if not re.search(r"\bbegge\b", clause, re.IGNORECASE) or len(near) <= 2:
            return near
        words = stems(f"{place.heading} {place.wider}")
        ranked = sorted(near, key=lambda i: -coverage(self.goals[i].words, words, self.weight))[:2]
        return sorted(ranked) if all(coverage(self.goals[i].words, words, self.weight) >= LEAST for i in ranked) else []

    def _closing(self, place: Place, near: list[int]) -> list[int]:
        """All goals of the section, where a paragraph of its own closes it: "Effektmålet er således ikke nået."."""
        first = next(iter(place.block.text.lower().split()), "")
        own = any(self.goals[i].section == place.section.id for i in near)
        nouns = goal_terms()["kinds"]["nouns"]
        return (
            near if place.closes and place.alone and own and first in nouns and len(place.words.split()) <= 14 else []
        )


def goals_of(report: Report, goals: Sequence[Draft | Indicator]) -> Goals:
    """The goals with what is needed to find them in running text."""
    sections = {section.id: section for section in report.sections}
    tables = {table.id: table.section for table in report.tables}
    found = tuple(_goal(goal, tables) for goal in goals)
    return Goals(found, sections, weights([goal.words for goal in found]))


def _goal(goal: Draft | Indicator, tables: Mapping[str, str | None]) -> Goal:
    section = tables.get(goal.table) if goal.table else None
    if isinstance(goal, Draft):
        ident, figures = goal.printed_id, f"{goal.target_text or ''} {goal.actual_text or ''}"
        section = section or goal.section
    else:
        ident = None if re.fullmatch(r"i\d+", goal.id) else goal.id
        figures = f"{goal.target.raw if goal.target else ''} {goal.actual.raw if goal.actual else ''}"
        section = section or next((quote.section for quote in goal.evidence if quote.section), None)
    numbers = frozenset(number for number in _FIGURE.findall(figures) if len(number) > 1)
    return Goal(_name(ident), stems(goal.text), numbers, section)


def _name(ident: str | None) -> re.Pattern[str] | None:
    """How prose may write an id: "A5", "A 5", "aktivitetsmål 5", "mål 2.1"."""
    found = _TAIL.search(ident.strip()) if ident else None
    if ident and _BARE.match(ident.strip()):
        return re.compile(
            rf"\b(?:\w*mål|nr\.?|kriterium|milepæl)\s+{re.escape(ident.strip())}(?![\d.]*\d)", re.IGNORECASE
        )
    if found is None:
        return None
    kind, number = re.escape(found["kind"]), re.escape(found["number"])
    return re.compile(rf"(?<![\w-]){kind}[.\-– ]?{number}(?![\d\w]|[.,]\d)")


def _ordinal(clause: str, near: list[int]) -> int | None:
    """The goal that is counted: "det første effektmål"."""
    terms = goal_terms()["ordinals"]
    words = "|".join([*terms["words"], *terms["last"]])
    found = re.search(rf"\bdet\s+({words})\s+\w*mål\b", clause, re.IGNORECASE)
    if found is None or not near:
        return None
    word = found[1].lower()
    number = len(near) - 1 if word in terms["last"] else terms["words"].index(word)
    return near[number] if number < len(near) else None


def _turn(after: str) -> int:
    """How much of what follows a verdict still speaks of its goal."""
    found = _TURN.search(after)
    return found.start() if found else len(after)


def _best(scores: Mapping[int, float], least: float) -> list[int]:
    ranked = sorted(scores, key=lambda i: -scores[i])
    if not ranked or scores[ranked[0]] < least:
        return []
    if len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < AHEAD:
        return []
    return ranked[:1]
