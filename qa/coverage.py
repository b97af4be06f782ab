"""Which of many reports speak of what was asked, and which are silent."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from index.filters import Facts
from index.search import Hit
from qa.abstain import QUOTED, is_enough
from qa.asked import Asked
from qa.desk import Desk
from qa.find import Found, found_in
from qa.phrases import Phrases
from qa.scope import Scope

FEW = 8
"""Reports that are asked one by one; of more it is told by the best passages of all."""
EACH, ALL = 5, 80
"""Passages that are read of each of a few reports, and of many together."""
NAMED = 5
"""Silent reports that are named, at most."""


def spoken(desk: Desk, asked: Asked, scope: Scope) -> dict[str, Found]:
    """What each report has to say where it is enough for an answer, by its sha256; those that say most first."""
    found = {sha: found_in(asked, hits, None, QUOTED) for sha, hits in _hits(desk, asked, scope).items() if hits}
    enough = {sha: one for sha, one in found.items() if is_enough(one)}
    return dict(sorted(enough.items(), key=lambda item: -item[1].chosen[0][0].score))


def coverage(speaks: Collection[str], scope: Scope, phrases: Phrases) -> str:
    """How many of the reports speak of it and which do not, as one sentence."""
    return _told(len(speaks), [facts for facts in scope.reports if facts.sha256 not in speaks], phrases)


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
