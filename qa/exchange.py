"""A question with one of its names put in place of another: municipality, project, target, year, outcome, kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.danish.names import municipalities_in, municipality
from index.filters import Facts
from qa.followup_words import TOKEN, asking_of, pattern_of, restated, word_list
from qa.scope import reports_named

Step = tuple[str, str]
"""The question so far, and what of the fragment is not used yet."""
_BETWEEN = re.compile(r"[\s,]*(?:og|samt|eller|and)?\s*")
_TARGET = re.compile(r"\b[A-ZÆØÅ]{1,2}\s?\d{1,2}(?:\.\d{1,2})?\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def towns_in(text: str) -> list[str]:
    """The municipalities of a text, also such as are written in small letters."""
    found = {mention.name: None for mention in municipalities_in(text)}
    for word in TOKEN.findall(text):
        town = municipality(word)
        if town is not None and (not town.word or word[0].isupper()):
            found[town.name] = None
    return list(found)


def with_towns(question: str, rest: str) -> Step:
    """The fragment's municipalities in place of those of the question, else added to it."""
    names = towns_in(rest)
    if not names:
        return question, rest
    left = " ".join(word for word in rest.split() if not towns_in(word.strip(" ,?")))
    spans = _span(question)
    if spans is None:
        return added(question, f"i {joined(names)}"), left
    return question[: spans[0]] + joined(names) + question[spans[1] :], left


def with_all(question: str, rest: str) -> Step:
    """The question without municipality where the fragment asks for all together."""
    everything = pattern_of(word_list("all"))
    found = everything.search(rest)
    if not found:
        return question, rest
    span = _span(question)
    if span is not None:
        before = re.sub(r"\s+(?:i|fra|hos|in|from)\s*$", "", question[: span[0]])
        question = before + re.sub(r"^\s+[Kk]ommune\b", "", question[span[1] :])
    return added(question, found[0].lower()), everything.sub(" ", rest)


def with_project(question: str, rest: str, reports: Sequence[Facts]) -> Step:
    """The fragment's project in place of that of the question, else added to it."""
    named = [facts for facts in reports_named(rest, reports) if facts.project]
    if not named:
        return question, rest
    project = named[0].project
    before = [facts.project for facts in reports_named(question, reports) if facts.project]
    left = _named(project).sub(" ", rest)
    if before:
        return _named(before[0]).sub(lambda _: project, question, count=1), left
    return added(question, f"i projektet {project}"), left


def with_target(question: str, rest: str) -> Step:
    """The fragment's target in place of that of the question, else what has become of it."""
    found = _TARGET.search(rest)
    if not found:
        return question, rest
    left = re.sub(r"\bmål(?:et)?\b", " ", rest.replace(found[0], " "))
    if _TARGET.search(question):
        return _TARGET.sub(found[0], question, count=1), left
    return f"Hvad er status på mål {found[0]}?", left


def with_year(question: str, rest: str) -> Step:
    """The fragment's year in place of that of the question, else added to it."""
    found = _YEAR.search(rest)
    if not found:
        return question, rest
    left = rest.replace(found[0], " ")
    if _YEAR.search(question):
        return _YEAR.sub(found[0], question, count=1), left
    return added(question, f"i {found[0]}"), left


def with_kind(question: str, asking: str) -> str:
    """The question asked with another question word: why, when, who."""
    own = asking_of(question)
    rest = question[len(own) :].strip()
    if own == asking:
        return question
    start = asking[:1].upper() + asking[1:]
    if not own:
        return f"{start} {question[:1].lower()}{question[1:]}"
    if asking in word_list("adverbial") and own in word_list("nominal"):
        english = asking in ("why", "when", "where", "how")
        return f"{start} {'is it that' if english else 'er det, at'} {restated(own)} {rest}"
    return f"{start} {rest}"


def with_measure(question: str, rest: str) -> str | None:
    """The fragment's outcome in place of that of the question, or its column asked for too; ``None`` where neither."""
    outcomes, columns = pattern_of(word_list("outcomes")), pattern_of(word_list("columns"))
    if columns.fullmatch(rest):
        english = rest.isascii() and rest.lower().startswith(("the ", "target"))
        both = f"and what is {rest}" if english else f"og hvad er {rest}"
        return f"{question.rstrip(' ?')}, {both}?"
    new = outcomes.search(rest)
    if new and outcomes.search(question):
        return outcomes.sub(new[0], question, count=1)
    return None


def added(question: str, words: str) -> str:
    """The question with more words before its question mark."""
    return f"{question.rstrip(' ?')} {words}?"


def joined(names: Sequence[str]) -> str:
    """Names in a row: "A, B og C"."""
    return " og ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _span(question: str) -> tuple[int, int] | None:
    """Where the first municipality stands, with those that are listed beside it."""
    found = municipalities_in(question)
    if not found:
        return None
    start, end = found[0].start, found[0].end
    for other in found[1:]:
        if not _BETWEEN.fullmatch(question, end, other.start):
            break
        end = other.end
    return start, end


def _named(project: str) -> re.Pattern[str]:
    return re.compile(r"\W+".join(map(re.escape, TOKEN.findall(project))), re.IGNORECASE)
