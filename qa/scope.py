"""Which reports a question is about: those whose project it names, else all that the filters allow."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.analysis import analyser
from index.filters import Facts, Filters
from qa.analyse import analyse
from qa.asked import Asked
from qa.spelling import Vocabulary

COMMON = frozenset({"projekt", "projektet", "evaluering", "slutevaluering", "midtvejsevaluering", "rapport", "job"})
"""Words that alone name no project."""
_QUOTES = re.compile(r"[\"“”»«'’]")


@dataclass(frozen=True, slots=True)
class Scope:
    """What a question is put to."""

    question: str
    words: str
    """The question without the names by which its reports were told."""
    reports: tuple[Facts, ...]
    filters: Filters
    named: bool
    """Whether the question itself says which reports are meant."""


def scope_of(question: str, reports: Sequence[Facts], filters: Filters | None = None) -> Scope:
    """The reports that a question is put to, and what is left of it when their names are taken out."""
    wanted = filters or Filters()
    allowed = tuple(facts for facts in reports if wanted.allows(facts))
    named = reports_named(question, allowed)
    chosen = named or allowed
    if len(chosen) < len(reports):
        wanted = replace(wanted, report=tuple(facts.sha256 for facts in chosen))
    return Scope(question, _without(question, named), chosen, wanted, bool(named))


def asked_of(scope: Scope, known: Vocabulary) -> Asked:
    """What the question asks of its reports; ``known`` are the words that they hold."""
    asked = analyse(scope.words, known)
    left = set(scope.reports[0].left) if len(scope.reports) == 1 else set()
    out = not left.isdisjoint(asked.municipalities) and not asked.asks("why", "when")
    return replace(asked, question=scope.question, of_one_that_left=out)


def reports_named(question: str, reports: Sequence[Facts]) -> tuple[Facts, ...]:
    """The reports whose project's name stands in the question whole, or whose file is named; none where none is."""
    asked = _words(question)
    found = [
        facts for facts in reports if _stands(_words(facts.project), asked) or facts.file.lower() in question.lower()
    ]
    longest = max((len(_words(facts.project)) for facts in found), default=0)
    # "Stien" is named by "Stien til Arbejde" too, but not meant.
    return tuple(facts for facts in found if len(_words(facts.project)) == longest)


def _without(question: str, named: Sequence[Facts]) -> str:
    """The question without the names of reports; as it is where nothing else would be left."""
    rest = question
    for facts in named:
        name = r"\W+".join(map(re.escape, _words(facts.project)))
        rest = re.sub(rf"[\"“”»«'’]?\b{name}(?:'?s)?\b[\"“”»«'’]?", " ", rest, flags=re.IGNORECASE) if name else rest
        rest = re.sub(re.escape(facts.file), " ", rest, flags=re.IGNORECASE)
    return " ".join(rest.split()) if analyser().content(rest) else question


def _words(text: str) -> tuple[str, ...]:
    return tuple(analyser().words(_QUOTES.sub(" ", text)))


def _stands(name: Sequence[str], asked: Sequence[str]) -> bool:
    """Whether the name's words follow each other there, the last also in the genitive; one common word is no name."""
    if not name or set(name) <= COMMON:
        return False
    size = len(name)
    ends = (name[-1], f"{name[-1]}s")
    return any(
        tuple(asked[k : k + size - 1]) == tuple(name[:-1]) and asked[k + size - 1] in ends
        for k in range(len(asked) - size + 1)
    )
