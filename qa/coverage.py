"""Which of many reports speak of what was asked, and which are silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.filters import Facts
from index.search import Hit
from qa.abstain import is_enough
from qa.answer import Answer
from qa.asked import Asked
from qa.desk import Desk
from qa.find import found_in
from qa.phrases import Phrases
from qa.scope import Scope

FEW = 8
"""Reports that are asked one by one; of more it is told by the best passages of all."""
EACH, ALL = 5, 80
"""Passages that are read of each of a few reports, and of many together."""
NAMED = 5
"""Silent reports that are named, at most."""


def coverage(desk: Desk, asked: Asked, answer: Answer, scope: Scope, phrases: Phrases) -> str:
    """How many of the reports speak of it and which do not, as one sentence."""
    cited = {citation.document for citation in answer.citations}
    speaks = [facts for facts in scope.reports if facts.sha256 in cited]
    hits = _hits(desk, asked, scope)
    for facts in scope.reports:
        own = hits.get(facts.sha256)
        if facts.sha256 not in cited and own and is_enough(found_in(asked, own, None)):
            speaks.append(facts)
    told = {facts.sha256 for facts in speaks}
    return _told(len(speaks), [facts for facts in scope.reports if facts.sha256 not in told], phrases)


def _hits(desk: Desk, asked: Asked, scope: Scope) -> dict[str, list[Hit]]:
    """The best passages of each report: of its own, or where there are many reports of those among the best of all."""
    if len(scope.reports) <= FEW:
        filters = [replace(scope.filters, report=(facts.sha256,)) for facts in scope.reports]
        return {one.report[0]: desk.finder.search(asked.query, top=EACH, filters=one) for one in filters}
    found: dict[str, list[Hit]] = {}
    for hit in desk.finder.search(asked.query, top=ALL, filters=scope.filters):
        found.setdefault(hit.passage.document, []).append(hit)
    return {document: hits[:EACH] for document, hits in found.items()}


def _told(speaks: int, silent: Sequence[Facts], phrases: Phrases) -> str:
    told = phrases.say("coverage", speaks=speaks, all=speaks + len(silent))
    if silent:
        names = ", ".join(facts.file for facts in silent[:NAMED])
        rest = phrases.say("coverage_rest", count=len(silent) - NAMED) if len(silent) > NAMED else ""
        told += phrases.say("coverage_silent", count=len(silent), names=names, rest=rest)
    return f"{told}."
