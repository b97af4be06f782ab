"""What a summary calls late or lacking, although its target is said to be met: "partnerskaberne er forsinkede"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.audit.check import Check
from extract.audit.material import Material, Sentence
from extract.audit.status_prose import Base, goal_name, table_verdict
from extract.audit.terms import matches, pattern
from extract.audit.verdict_words import said
from extract.danish.names import municipalities_in
from extract.indicators.prose_words import coverage, precision, stems, weights
from extract.report import Indicator, SectionRole

TOLD_IN: frozenset[SectionRole] = frozenset({"summary", "conclusion", "recommendations", "front"})
NAMED, EXACT = 0.5, 0.75
"""Shares of the target's words in the thing that is late, and of the thing's words in the target."""
AHEAD = 0.2
_PARTS = re.compile(r",?\s+(?:og|samt|mens|men)\s+|,\s+|\bbåde\b|\bsåvel\b|\bhverken\b|\beller\b")
_CLAUSE = re.compile(r",?\s+(?:mens|men|hvorimod)\s+|;|,\s+og\s+|,\s+fordi\b|,\s+da\b|,\s+idet\b")
_PLAIN = re.compile(
    r"^(?:derimod|dog|til\s+gengæld|desuden|endelig|er|var|har|været|blevet|stadig|fortsat|endnu)\s+", re.IGNORECASE
)


def against_late(material: Material) -> Iterator[Check]:
    """The things that a summary calls late, by the target that they are."""
    goals = material.report.indicators
    words = [stems(goal.text) for goal in goals]
    weight = weights(words)
    for sentence in material.sentences:
        if sentence.piece.section.role not in TOLD_IN or not matches("late", sentence.text):
            continue
        if municipalities_in(sentence.text) or matches("told_of_then", sentence.text):
            continue
        for start, end, thing in _things(sentence):
            number = _goal(stems(thing), words, weight)
            base = table_verdict(material, goals[number]) if number is not None else None
            if number is not None and base is not None and base.status == "achieved":
                yield from _late(sentence, (start, end), goals[number], base)


def _late(sentence: Sentence, span: tuple[int, int], goal: Indicator, base: Base) -> Iterator[Check]:
    piece = sentence.piece
    claim = piece.quote(sentence.start, sentence.end)
    if claim is None:
        return
    word = pattern("late").search(sentence.text, span[0])
    message = (
        f"”{piece.text[sentence.start + span[0] : sentence.start + span[1]].strip()}” er omtalt som "
        f"{word[0].lower() if word else 'forsinket'}, men det stemmer ikke overens med {base.where}, hvor målet "
        f"”{goal_name(goal)}” er {said(base.status, base.raw)}."
    )
    place = piece.place(sentence.start + span[0], sentence.start + span[1])
    yield Check(
        "status_conflict", claim, place, holds=False, message=message, severity="warning", against=base.quote,
        stated=word[0].lower() if word else None, computed=base.status,
    )  # fmt: skip


def _things(sentence: Sentence) -> Iterator[tuple[int, int, str]]:
    """The things before a word of lateness in its clause, joined by *og* and commas; offsets into the sentence."""
    text = sentence.text
    begin = 0
    for stop in [*_CLAUSE.finditer(text), None]:
        end = stop.start() if stop else len(text)
        late = pattern("late").search(text, begin, end)
        if late:
            yield from _split(text, begin, late.start())
        begin = stop.end() if stop else end


def _split(text: str, begin: int, end: int) -> Iterator[tuple[int, int, str]]:
    start = begin
    for part in [*_PARTS.finditer(text, begin, end), None]:
        stop = part.start() if part else end
        thing = text[start:stop]
        while _PLAIN.match(thing.lstrip()):
            thing = _PLAIN.sub("", thing.lstrip())
        if len(thing.split()) >= 1:
            yield stop - len(thing.rstrip()) - (len(thing) - len(thing.rstrip())), stop, thing
        start = part.end() if part else stop


def _goal(thing: frozenset[str], words: Sequence[frozenset[str]], weight: object) -> int | None:
    """The target that a thing surely is."""
    if not thing or not isinstance(weight, dict):
        return None
    fits = [(coverage(w, thing, weight), precision(w, thing, weight)) for w in words]
    ranked = sorted(range(len(words)), key=lambda i: -sum(fits[i]))
    best = ranked[0]
    second = sum(fits[ranked[1]]) if len(ranked) > 1 else 0.0
    sure = fits[best][0] >= NAMED and fits[best][1] >= EXACT and sum(fits[best]) >= second + AHEAD
    return best if sure else None
