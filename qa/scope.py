"""Which reports a question is about: those whose project it names, else all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from index.analysis import analyser
from index.filters import Facts

COMMON = frozenset({"projekt", "projektet", "evaluering", "slutevaluering", "midtvejsevaluering", "rapport", "job"})
"""Words that alone name no project."""
_QUOTES = re.compile(r"[\"“”»«'’]")


def reports_named(question: str, reports: Sequence[Facts]) -> tuple[Facts, ...]:
    """The reports whose project's name stands in the question whole, or whose file is named; none where none is."""
    asked = _words(question)
    found = [
        facts for facts in reports if _stands(_words(facts.project), asked) or facts.file.lower() in question.lower()
    ]
    longest = max((len(_words(facts.project)) for facts in found), default=0)
    # "Broen" is named by "Broen til Job" too, but not meant.
    return tuple(facts for facts in found if len(_words(facts.project)) == longest)


def _words(text: str) -> tuple[str, ...]:
    return tuple(analyser().words(_QUOTES.sub(" ", text)))


def _stands(name: Sequence[str], asked: Sequence[str]) -> bool:
    """Whether the name's words follow each other there; a name of one common word is none."""
    if not name or set(name) <= COMMON:
        return False
    size = len(name)
    return any(tuple(asked[k : k + size]) == tuple(name) for k in range(len(asked) - size + 1))
