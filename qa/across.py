"""One question to many reports: those that it names, else all, with what each has to say to it and which are silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from index.filters import Facts, Filters
from qa.abstain import is_enough
from qa.analyse import analyse
from qa.answer import Answer, AnswerKind
from qa.asked import Asked
from qa.desk import Desk
from qa.find import Found, candidates, find
from qa.near import nearest, nothing
from qa.phrases import Phrases, phrases
from qa.question import read_question
from qa.records import worked_out
from qa.scope import Scope, scope_of
from qa.stated import Stated
from qa.write import written

ASKED_EACH = 30
"""Reports that are asked one by one for coverage, at most; of more only those with the best passages."""
PASSAGES_EACH = 5
"""Passages that are read of each."""
NAMED = 5
"""Silent reports that are named, at most."""


def answer_at(
    desk: Desk, question: str, *, top: int = 5, filters: Filters | None = None, language: str = "da"
) -> Answer:
    """Answer from the reports that the filters allow, or of those the ones that the question names.

    ``language`` is that of what is said around quotes, ``da`` or ``en``.
    """
    said = read_question(question)
    scope = scope_of(said, desk.reports, filters)
    asked = replace(analyse(scope.words, desk.known), question=said)
    found = find(asked, desk.finder, desk.meanings, scope.filters)
    said_in = phrases(language)
    answer = _answer(found, worked_out(asked, desk.finder, scope.reports), scope, said_in, top)
    if len(scope.reports) < 2 or not answer.answered:
        return answer
    return replace(answer, answer=f"{answer.answer}\n{_coverage(desk, asked, answer, scope, said_in)}")


def _answer(found: Found, stated: Sequence[Stated], scope: Scope, said_in: Phrases, top: int) -> Answer:
    """What was worked out of records first, then the evidence; or that it is not told."""
    question, several = found.asked.question, len(scope.reports) > 1
    passages = candidates(found.hits[:top])
    if not found.chosen:
        return Answer(question, False, nothing(len(scope.reports), said_in), "none", (), passages)
    enough = is_enough(found)
    if not (stated or enough):
        return Answer(question, False, nearest(found, said_in, several=several), "none", (), passages)
    reply = written(found, stated, _names(scope.reports) if several else {}, enough=enough)
    kind: AnswerKind = "records" if stated or found.chosen[0][0].passage.record else "extractive"
    return Answer(question, True, reply.text, kind, reply.citations, passages)


def _names(reports: Sequence[Facts]) -> dict[str, str]:
    """The reports by the projects that they are on, those on one project by their files too."""
    projects = Counter(facts.project for facts in reports)
    return {
        facts.sha256: f"{facts.project} ({facts.file})" if projects[facts.project] > 1 else facts.project or facts.file
        for facts in reports
    }


def _coverage(desk: Desk, asked: Asked, answer: Answer, scope: Scope, said_in: Phrases) -> str:
    """Which of the reports speak of it."""
    cited = {citation.document for citation in answer.citations}
    near = dict.fromkeys(passage.document for passage in answer.passages)
    order = sorted(scope.reports, key=lambda facts: (facts.sha256 not in cited, facts.sha256 not in near))
    speaks: list[Facts] = []
    silent: list[Facts] = []
    for facts in order[:ASKED_EACH]:
        said = facts.sha256 in cited or is_enough(_found_in(desk, asked, facts, scope.filters))
        (speaks if said else silent).append(facts)
    return _told(speaks, silent, len(order), said_in)


def _found_in(desk: Desk, asked: Asked, facts: Facts, filters: Filters) -> Found:
    return find(asked, desk.finder, None, replace(filters, report=(facts.sha256,)), read=PASSAGES_EACH)


def _told(speaks: Sequence[Facts], silent: Sequence[Facts], reports: int, said_in: Phrases) -> str:
    read = len(speaks) + len(silent)
    told = said_in.say("coverage", speaks=len(speaks), all=read)
    if reports > read:
        told += said_in.say("coverage_read", read=read, all=reports)
    if silent:
        names = ", ".join(facts.file for facts in silent[:NAMED])
        rest = said_in.say("coverage_rest", count=len(silent) - NAMED) if len(silent) > NAMED else ""
        told += said_in.say("coverage_silent", count=len(silent), names=names, rest=rest)
    return f"{told}."
