"""One thing counted in two chapters: "26 interview med borgere og ledere" in the summary, 24 of them in the method."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.audit.check import Check
from extract.audit.goal_figures import clause_of
from extract.audit.material import Material, Sentence
from extract.audit.terms import matches
from extract.danish.figures import Figure, figures_in
from extract.danish.names import municipalities_in
from extract.indicators.prose_words import alike, stems
from extract.report import SectionRole

GENERAL: frozenset[SectionRole] = frozenset({"front", "summary", "introduction", "method", "conclusion"})
"""Roles of sections that tell of the whole; one of two places must be in such a one."""
FEWEST = 3
"""Words besides the number that two clauses must share, the noun among them."""
SHARED = 0.8
"""Share of the words of the shorter clause that the longer one has."""
LONGER = 3
"""So many more words may the longer one have."""
_NOUN = re.compile(r"\s+([a-zæøå-]{3,})")


@dataclass(frozen=True, slots=True)
class Told:
    """A count with what is counted, and the words of its clause."""

    sentence: Sentence
    figure: Figure
    span: tuple[int, int]
    noun: str
    words: frozenset[str]


def twice_told(material: Material) -> Iterator[Check]:
    """The counts of general sections against those of the same thing in other sections."""
    told = [one for sentence in material.sentences for one in _counts(sentence)]
    for general in told:
        if general.sentence.piece.section.role not in GENERAL:
            continue
        for other in told:
            if other.sentence.piece.section is not general.sentence.piece.section and _same_thing(general, other):
                yield from _compared(general, other)
                break


def _compared(general: Told, other: Told) -> Iterator[Check]:
    piece, at = general.sentence.piece, general.sentence.start
    claim = piece.quote(at + general.span[0], at + general.span[1])
    there = other.sentence.piece
    against = there.quote(other.sentence.start + other.span[0], other.sentence.start + other.span[1])
    if claim is None or against is None:
        return
    place = piece.place(at + general.figure.start, at + general.figure.end)
    if general.figure.value == other.figure.value:
        yield Check("text_table_conflict", claim, place, holds=True)
        return
    message = (
        f"”{general.figure.raw} {general.noun}” stemmer ikke overens med et andet sted i rapporten (side "
        f"{against.page}), hvor der står ”{other.figure.raw} {other.noun}”."
    )
    yield Check(
        "text_table_conflict", claim, place, holds=False, message=message, severity="warning", against=against,
        stated=general.figure.value, computed=other.figure.value,
    )  # fmt: skip


def _counts(sentence: Sentence) -> Iterator[Told]:
    text = sentence.text
    if matches("another_time", text) or municipalities_in(text) or sentence.dates:
        return
    figures = figures_in(text)
    for figure in figures:
        if figure.kind != "count" or figure.qualifier or figure.unit or figure.value is None:
            continue
        start, end = clause_of(text, figure, figures)
        noun = _NOUN.match(text, figure.end)
        clause = text[start:end]
        if noun is None or noun.end() > end or matches("of_a_part", clause) or matches("aimed_at", clause):
            continue
        if len(figures_in(clause)) == 1:
            rest = text[start : figure.start] + text[figure.end : end]
            yield Told(sentence, figure, (start, end), noun[1], stems(rest))


def _same_thing(first: Told, second: Told) -> bool:
    """Whether two clauses count the same: the same noun, and nearly the same words beside it."""
    short, long = sorted((first.words, second.words), key=len)
    if _noun(first) != _noun(second) or len(short) < FEWEST or len(long) > len(short) + LONGER:
        return False
    return _share(short, long) >= SHARED


def _noun(told: Told) -> frozenset[str]:
    return stems(told.noun) or frozenset((told.noun[:4].lower(),))


def _share(words: frozenset[str], others: frozenset[str]) -> float:
    return sum(any(alike(word, other) >= 0.75 for other in others) for word in words) / len(words)
