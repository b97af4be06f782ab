"""A follow-up and the question before it → the question that is meant.

A fragment ("og i Furesø?", "hvorfor?", "og målet?") takes the earlier question over with what it names exchanged;
a whole question has its pronouns ("den kommune", "de", "der") replaced by what they stand for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.filters import Facts
from qa.exchange import (
    added,
    joined,
    towns_in,
    with_all,
    with_kind,
    with_measure,
    with_project,
    with_target,
    with_towns,
    with_year,
)
from qa.followup_words import asking_of, is_verb, is_whole, opened, word_list
from qa.scope import reports_named

_PLACE = re.compile(r"\b(?:den|denne|samme|that|the same) (?:kommune|municipality)\b|\bkommunen\b", re.IGNORECASE)
_THERE = re.compile(r"\b(?:der|dér|there)(?=\s*\??$)", re.IGNORECASE)
_PLACES = re.compile(
    r"\b(?:de|disse|those) (?:to |tre |two )?(?:kommuner|municipalities)\b|\bkommunerne\b", re.IGNORECASE
)
_THEY = re.compile(r"\b(de|dem|they|them)\b(?: (\w+))?", re.IGNORECASE)
_PROJECT = re.compile(r"\b(?:projektet|det projekt|dette projekt|the project|that project)\b", re.IGNORECASE)
_POINTS = re.compile(r"\b(?:det|den|de|dem|der|dens|dets|deres|it|they|them|there|its|their)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?:hvilke|hvor mange|which|how many)\s+(\w+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it was understood, and what was answered."""

    question: str
    answer: str = ""


def understood(said: str, before: Turn | None, reports: Sequence[Facts] = ()) -> str:
    """The question that is meant; the same words where nothing is taken over from before."""
    if before is None:
        return said
    fragment = opened(said)
    if not fragment or fragment.lower() in word_list("polite"):
        return said
    if is_whole(fragment):
        return _resolved(said, before, reports)
    return _taken_over(fragment, before, reports)


def _taken_over(fragment: str, before: Turn, reports: Sequence[Facts]) -> str:
    """The earlier question with what the fragment names."""
    question, rest = before.question, fragment
    asking = asking_of(fragment)
    if asking:
        question, rest = _asked_anew(question, asking, rest[len(asking) :].strip())
    question, rest = with_target(question, rest)
    question, rest = with_project(question, rest, reports)
    question, rest = with_towns(question, rest)
    question, rest = with_all(question, rest)
    question, rest = with_year(question, rest)
    rest = _content(rest)
    if not rest:
        return question
    return with_measure(question, rest) or _about(rest, question, reports)


def _asked_anew(question: str, asking: str, rest: str) -> tuple[str, str]:
    """The question with the fragment's question word; "hvorfor ikke" asks why it is not so."""
    rest = rest.strip(" ,")
    if rest.lower() in word_list("fillers"):
        return with_kind(question, asking), ""
    if rest.lower() in ("ikke", "not"):
        return f"{asking.capitalize()} {rest.lower()}: {question[:1].lower()}{question[1:]}", ""
    return with_kind(question, asking), rest


def _content(rest: str) -> str:
    """The fragment without small words at either end."""
    words = rest.split()
    while words and words[0].lower().strip(",") in word_list("small"):
        words = words[1:]
    while words and words[-1].lower().strip(",") in word_list("small"):
        words = words[:-1]
    return " ".join(words)


def _about(topic: str, question: str, reports: Sequence[Facts]) -> str:
    """A new topic, at the places that the earlier question was about."""
    told = f"Hvad står der om {topic}"
    towns = towns_in(question)
    told += f" i {joined(towns)}" if towns else ""
    projects = [facts.project for facts in reports_named(question, reports) if facts.project]
    return f"{told} i projektet {projects[0]}?" if projects else f"{told}?"


def _resolved(said: str, before: Turn, reports: Sequence[Facts]) -> str:
    """A whole question with what its pronouns stand for."""
    question = said
    if not towns_in(said):
        question = _with_places(question, before)
    question = _with_subject(question, before)
    projects = [facts.project for facts in reports_named(before.question, reports) if facts.project]
    if len(reports) > 1 and projects and not reports_named(said, reports):
        if _PROJECT.search(question):
            question = _PROJECT.sub(f"projektet {projects[0]}", question, count=1)
        elif _POINTS.search(said):
            question = added(question, f"i projektet {projects[0]}")
    return question


def _with_places(question: str, before: Turn) -> str:
    """The question with the municipalities last spoken of for "den kommune", "der" and "de kommuner"."""
    towns = towns_in(before.question) or towns_in(before.answer.split("[1]", 1)[0])
    if len(towns) == 1:
        question = _PLACE.sub(f"{towns[0]} Kommune", question, count=1)
        question = _THERE.sub(f"i {towns[0]}", question)
    elif towns:
        question = _PLACES.sub(joined(towns), question, count=1)
    return question


def _with_subject(question: str, before: Turn) -> str:
    """The question with those asked for before for "de" and "dem": "hvilke kommuner" → "kommunerne"."""
    subject = _SUBJECT.match(before.question)
    if not subject or is_verb(subject[1].lower()):
        return question

    def known(match: re.Match[str]) -> str:
        after = (match[2] or "").lower()
        article = match[1].lower() == "de" and after and after not in word_list("after_they") and not is_verb(after)
        return match[0] if article else f"{_definite(subject[1])}{f' {match[2]}' if match[2] else ''}"

    return _THEY.sub(known, question, count=1)


def _definite(noun: str) -> str:
    """A Danish plural in its definite form; English as it is."""
    if noun.isascii() and noun.endswith("s"):
        return f"the {noun}"
    if noun.endswith(("ne", "ene")):
        return noun
    return f"{noun}ne" if noun.endswith(("er", "e")) else f"{noun}ene"
