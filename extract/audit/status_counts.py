"""Counts of verdicts ("otte af ni mål er opfyldt", "alle aktivitetsmål er nået") against the targets' own verdicts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.audit.check import Check
from extract.audit.goal_sets import below_of, in_series, of_sections, set_name, set_quote
from extract.audit.material import Material, Sentence
from extract.audit.terms import matches
from extract.audit.verdict_counts import COUNTED, Told, of_goals, told_of, whole_of
from extract.audit.verdict_words import NAMES
from extract.danish.verdicts import verdicts_in
from extract.indicators.levels import level_of_words
from extract.indicators.prose_places import is_midterm
from extract.report import Indicator, Quote, SectionRole, Status

WHOLE_REPORT: frozenset[SectionRole] = frozenset({"summary", "conclusion", "front", "recommendations", "introduction"})
_MOST = re.compile(
    r"\b(?:de fleste|flertallet|hovedparten|størstedelen|stort set|næsten|på nær|bortset fra|undtagen|"
    r"ikke\b.{0,30}\balle|"
    r"generelt|overordnet set|i det store|hovedsagelig\w*|overvejende|i vid udstrækning|i høj grad|enten|helt eller|"
    r"eller delvis\w*|og delvis\w*|til dels|en del|flere|nogle|enkelte)\b",
    re.IGNORECASE,
)
_LEVELS: dict[str, tuple[str, ...]] = {
    "resultater og effekter": ("outcome", "impact"), "resultat- og effektmål": ("outcome", "impact"),
    "aktivitets- og resultatmål": ("activity", "outcome"), "aktiviteter og resultater": ("activity", "outcome"),
    "proces- og resultatmål": ("activity", "outcome"),
    "aktivitets-, resultat- og effektmål": ("activity", "outcome", "impact"),
}  # fmt: skip


def against_counts(material: Material) -> Iterator[Check]:
    """Each sentence that counts verdicts."""
    midterm = is_midterm(material.report)
    for piece in material.pieces:
        verdicts = verdicts_in(piece.text, midterm=midterm)
        for sentence in piece.sentences if any(v.scope in ("some", "all", "one") for v in verdicts) else ():
            here = [v for v in verdicts if v.sentence[0] == sentence.start]
            told = [
                one
                for verdict in here
                if (one := told_of(sentence, verdict, general=piece.section.role in WHOLE_REPORT)) is not None
            ]
            if told:
                yield from _checked(material, sentence, told)


def _checked(material: Material, sentence: Sentence, told: Sequence[Told]) -> Iterator[Check]:
    claim = sentence.piece.quote(told[0].start, told[-1].end)
    sets = _sets(material, sentence, told)
    if claim is None or _MOST.search(sentence.text) or matches("told_of_then", sentence.text):
        return
    if not sets:
        yield from _of_no_set(material, sentence, claim)
        return
    place = sentence.piece.place(told[0].start, told[-1].end)
    if any(all(_holds(one, goals) for one in told) for goals in sets):
        yield Check("status_conflict", claim, place, holds=True)
        return
    goals = sets[0]
    if any(goal.status == "unknown" for goal in goals):
        yield Check("status_conflict", claim, place, None, "Ikke alle mål har en vurdering, der kan tælles.")
        return
    counts = ", ".join(f"{_count(goals, status)} {NAMES[status]}" for status in COUNTED)
    wrong = next(one for one in told if not _holds(one, goals))
    message = f"”{claim.quote.rstrip(' .')}” stemmer ikke overens med {set_name(material, goals)}: {counts}."
    yield Check(
        "status_conflict", claim, place, holds=False, message=message,
        severity="warning" if any(g.status_basis == "computed" for g in goals) else "error",
        against=set_quote(material, goals),
        stated=float(wrong.number if wrong.number is not None else len(goals)),
        computed=float(_count(goals, wrong.status)),
    )  # fmt: skip


def _of_no_set(material: Material, sentence: Sentence, claim: Quote) -> Iterator[Check]:
    """Where a whole is named ("otte af ni mål") that no set of targets has: the count of them does not agree."""
    levels, whole = _levels(sentence.text), whole_of(sentence)
    goals = tuple(g for g in material.report.indicators if levels and g.level.startswith(levels))
    if whole is None or len(goals) < 2 or not in_series(goals):
        return
    place = sentence.piece.place(sentence.start, sentence.end)
    name = set_name(material, goals)
    message = f"”{claim.quote.rstrip(' .')}” stemmer ikke overens med {name}, som har {len(goals)} mål."
    yield Check(
        "count_mismatch", claim, place, holds=False, message=message, severity="warning",
        against=set_quote(material, goals), stated=float(whole), computed=float(len(goals)),
    )  # fmt: skip


def _holds(told: Told, goals: Sequence[Indicator]) -> bool:
    number = len(goals) if told.number is None else told.number
    count = _count(goals, told.status)
    if told.status == "not_achieved":
        return count <= number <= count + _count(goals, "partly_achieved") or number == count + _count(goals, "dropped")
    return number == count


def _count(goals: Sequence[Indicator], status: Status) -> int:
    return sum(goal.status == status for goal in goals)


def _sets(material: Material, sentence: Sentence, told: Sequence[Told]) -> list[tuple[Indicator, ...]]:
    """The sets of targets that may be meant; with a whole named ("af ni"), those of that size alone."""
    goals = material.report.indicators
    section = sentence.piece.section
    levels = _levels(sentence.text) or _levels(_before(sentence))
    named = tuple(g for g in goals if levels and g.level.startswith(levels))
    here = of_sections(material, {section.id})
    below = of_sections(material, below_of(material, section))
    sets = [named] if levels else [here] if here else [below]
    if not levels and section.role in WHOLE_REPORT:
        sets.append(goals)
    whole = whole_of(sentence)
    if whole is not None:
        known = [*sets, *_by_level(goals), goals]
        return [found for found in known if len(found) == whole]
    numbers = [one.number for one in told]
    statuses = {one.status for one in told}
    if None not in numbers and len(statuses) < 2 and not (levels or here):
        return []
    if any(n is None for n in numbers) and "begge" in sentence.text.lower():
        sets = [found for found in sets if len(found) == 2]
    return [found for found in sets if len(found) > 1]


def _by_level(goals: Sequence[Indicator]) -> list[tuple[Indicator, ...]]:
    names = (
        "activity",
        "outcome_short",
        "outcome_long",
        "outcome",
        "impact",
        ("outcome", "impact"),
        ("activity", "outcome"),
    )
    return [tuple(goal for goal in goals if goal.level.startswith(name)) for name in names]


def _levels(text: str) -> tuple[str, ...]:
    low = text.lower()
    joint = next((levels for words, levels in _LEVELS.items() if words in low), None)
    if joint:
        return joint
    hint = level_of_words(low) if of_goals(low) else None
    if hint is None:
        return ()
    kind = hint.kind or ("outcome" if hint.term else None)
    if kind is None:
        return ()
    return (f"outcome_{hint.term}",) if kind == "outcome" and hint.term else (kind,)


def _before(sentence: Sentence) -> str:
    """The sentence before, in which the targets may be named."""
    sentences = sentence.piece.sentences
    place = sentences.index(sentence)
    return sentences[place - 1].text if place else ""
