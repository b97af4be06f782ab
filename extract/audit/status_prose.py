"""The verdicts of the prose on a target against the verdict of its table, else of its own chapter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.audit.check import Check
from extract.audit.material import Material, Piece
from extract.audit.terms import matches
from extract.audit.verdict_words import clash, plainly_told, said
from extract.danish.names import municipalities_in
from extract.danish.verdict_terms import word_lists
from extract.indicators.prose import OUTSIDE
from extract.indicators.prose_goals import goals_of
from extract.indicators.prose_places import Place, is_midterm, verdict_places
from extract.indicators.prose_words import alike, coverage, precision, stems, weights
from extract.quotes import quote_row
from extract.report import Indicator, Quote, Status

SURE = 0.5
"""Share of a target's words that must stand in what leads to a verdict that does not name it."""
AHEAD = 0.15
"""How far it must be ahead of every other target of the report."""
FEW, EXACT = 2, 0.6
"""Telling words of which so great a share must be the target's, where they are few."""
ALIKE = 0.75
_NOT_ALL = re.compile(r"\bikke\b.{0,40}\balle\b", re.IGNORECASE)
_TOPIC = re.compile(
    r"\bmål\w*\s+(?:om|for|vedrørende)\s+(?:en\s+|et\s+)?([\w-]+)(?=\s+(?:er|blev|vurderes|har|kan)\b|\s*[.,]|\s*$)",
    re.IGNORECASE,
)
_TURN = re.compile(r",?\s+(?:mens|men|hvorimod|medens)\b|;|,\s+og\s")
_OWN = re.compile(r"\b(?:sit|sine|deres|dets|dens|hans|hendes)\s+(?:\w+\s+)?\w*mål", re.IGNORECASE)
_FIGURE = re.compile(r"(?<![\d.,])\d+(?:[.,]\d+)*")


@dataclass(frozen=True)
class Base:
    """The verdict that others are held against: of the table, else the last of the chapter."""

    status: Status
    raw: str
    quote: Quote | None
    where: str
    place: Place | None = None


def against_prose(material: Material) -> Iterator[Check]:
    """Each verdict of the prose on a target that has another verdict."""
    goals = material.report.indicators
    places = verdict_places(material.report) if goals else ()
    pieces = {id(piece.block): piece for piece in material.pieces}
    fits = _Fits(goals)
    told: dict[int, list[tuple[Place, bool]]] = {number: [] for number in range(len(goals))}
    for place, spoken in zip(places, goals_of(material.report, goals).spoken_of(places), strict=True):
        for number, named in spoken or fits.of_topic(place):
            told[number].append((place, named))
    for number, goal in enumerate(goals):
        sure = [place for place, named in told[number] if named or fits.sure(number, place)]
        base = _base(material, goal, sure)
        for place in sure if base else ():
            piece = pieces.get(id(place.block))
            if piece and base and place is not base.place and not _of_deeds(place):
                yield from _compared(material, goal, base, place, piece)


def _of_deeds(place: Place) -> bool:
    """Whether the verdict is a word for what is done ("gennemført"), which may as well belong to the target's name."""
    return place.verdict.raw.lower() in word_lists()["done"]["words"]


def table_verdict(material: Material, goal: Indicator) -> Base | None:
    """The verdict that the table of a target gives, if it gives one."""
    table = material.table(goal.table) if goal.status_basis == "table" and goal.table else None
    if table is None or goal.row is None:
        return None
    return Base(goal.status, goal.status_raw or "", quote_row(table, goal.row), table.label or "tabellen")


def _base(material: Material, goal: Indicator, told: Sequence[Place]) -> Base | None:
    base = table_verdict(material, goal)
    if base is not None:
        return base
    inside = [place for place in told if place.section.role not in OUTSIDE]
    if not inside:
        return None
    place = inside[-1]
    piece = next((p for p in material.pieces if p.block is place.block), None)
    quote = piece.quote(*place.verdict.sentence) if piece else None
    number = f"afsnit {place.section.number}" if place.section.number else f"afsnittet ”{place.section.title}”"
    return Base(place.verdict.status, place.verdict.raw, quote, number, place)


def _compared(material: Material, goal: Indicator, base: Base, place: Place, piece: Piece) -> Iterator[Check]:
    verdict = place.verdict
    claim = piece.quote(*verdict.sentence)
    sentence = place.block.text[slice(*verdict.sentence)]
    if claim is None or verdict.scope in ("some", "part") or "unknown" in (verdict.status, base.status):
        return
    if not plainly_told(verdict) or (verdict.scope == "all" and _NOT_ALL.search(sentence)):
        return
    where = piece.place(*verdict.clause)
    if not clash(base, place, midterm=is_midterm(material.report)):
        yield Check("status_conflict", claim, where, holds=True)
        return
    why = _why_not(goal, sentence)
    if why:
        yield Check("status_conflict", claim, where, None, f"Målet ”{goal_name(goal)}”: {why}.")
        return
    message = (
        f"Målet ”{goal_name(goal)}” er her {said(verdict.status, verdict.raw)}, men det stemmer ikke overens med "
        f"{base.where}, hvor det er {said(base.status, base.raw)}."
    )
    yield Check(
        "status_conflict", claim, where, holds=False, message=message,
        severity="error" if {verdict.status, base.status} == {"achieved", "not_achieved"} else "warning",
        against=base.quote, stated=verdict.status, computed=base.status,
    )  # fmt: skip


def _why_not(goal: Indicator, sentence: str) -> str | None:
    """Why nothing is held against a verdict, in Danish."""
    if matches("told_of_then", sentence):
        return "vurderingen gælder muligvis et andet tidspunkt"
    own = _OWN.search(sentence)
    if matches("told_of_part", sentence) or municipalities_in(sentence):
        return "vurderingen gælder muligvis kun en del af projektet"
    if own and matches("own_goals", sentence[: own.start()]):
        return "vurderingen gælder muligvis kun en del af projektet"
    known = {
        n for quantity in (goal.target, goal.actual, goal.baseline) if quantity for n in _FIGURE.findall(quantity.raw)
    }
    figures = set(_FIGURE.findall(sentence)) - set(_FIGURE.findall(goal.text))
    if known and figures and not figures & known and goal.id not in sentence:
        return "vurderingen nævner andre tal end målets"
    return None


def goal_name(goal: Indicator) -> str:
    """A target in a message: its printed id and its words, cut where they are many."""
    own = not re.fullmatch(r"i\d+", goal.id)
    text = goal.text if len(goal.text) <= 90 else goal.text[:90].rsplit(" ", 1)[0] + " …"
    return f"{goal.id}: {text}" if own else text


class _Fits:
    """How well what leads to a verdict fits each target by its words."""

    def __init__(self, goals: Sequence[Indicator]) -> None:
        self.words = [stems(goal.text) for goal in goals]
        self.weight = weights(self.words)
        self.scores: dict[str, list[float]] = {}

    def sure(self, number: int, place: Place) -> bool:
        """Whether the words that lead to the verdict, or those of its sentence, are surely this target's."""
        verdict, text = place.verdict, place.block.text
        turn = _TURN.search(text, verdict.end, max(verdict.end, verdict.clause[1]))
        told = text[verdict.clause[0] : turn.start() if turn else max(verdict.end, verdict.clause[1])]
        if verdict.scope == "all" or self._ahead(number, told):
            return True
        inside = place.section.role not in OUTSIDE
        return inside and (self._ahead(number, place.words) or self._ahead(number, f"{place.heading} {place.wider}"))

    def of_topic(self, place: Place) -> list[tuple[int, bool]]:
        """The only target that has the word of "målet om fastholdelse", where a summary says no more of it."""
        verdict = place.verdict
        topic = _TOPIC.search(place.block.text, *verdict.clause) if place.section.role in OUTSIDE else None
        told = stems(topic[1]) if topic and verdict.scope == "one" else frozenset()
        having = [
            number for number, words in enumerate(self.words)
            if any(alike(word, other) >= ALIKE for word in words for other in told)
        ]  # fmt: skip
        return [(having[0], True)] if len(having) == 1 and len(told) == 1 else []

    def _ahead(self, number: int, text: str) -> bool:
        if text not in self.scores:
            found = stems(text)
            self.scores[text] = [self._score(words, found) for words in self.words]
        scores = self.scores[text]
        rest = [score for i, score in enumerate(scores) if i != number]
        return scores[number] >= SURE and scores[number] >= max(rest, default=0.0) + AHEAD

    def _score(self, words: frozenset[str], found: frozenset[str]) -> float:
        """The share of the target's words that are told, or, of few telling words, the share that are the target's."""
        shared = coverage(words, found, self.weight)
        telling = [word for word in found if not word[0].isdigit()]
        exact = precision(words, found, self.weight) if len(telling) >= FEW else 0.0
        return max(shared, (3 * exact + shared) / 4 if exact >= EXACT else 0.0)
