"""One question to many reports: those that it names, else all, with what each has to say to it and which are silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from index.filters import Facts, Filters
from qa.abstain import is_enough, is_open
from qa.answer import Answer, AnswerKind
from qa.coverage import FEW, coverage, spoken
from qa.desk import Desk
from qa.find import Found, candidates, find
from qa.near import nearest, nothing
from qa.phrases import Phrases, phrases
from qa.question import read_question
from qa.records import worked_out
from qa.scope import Scope, asked_of, scope_of
from qa.stated import Stated
from qa.verified import verified
from qa.write import written


def answer_at(
    desk: Desk, question: str, *, top: int = 5, filters: Filters | None = None, language: str = "da"
) -> Answer:
    """Answer from the reports that the filters allow, or of those the ones that the question names.

    ``language`` is that of what is said around quotes, ``da`` or ``en``.
    """
    scope = scope_of(read_question(question), desk.reports, filters)
    asked = asked_of(scope, desk.known)
    said_in, several = phrases(language), len(scope.reports) > 1
    found = find(asked, desk.finder, desk.meanings, scope.filters, facts=len(scope.reports) <= FEW)
    each = spoken(desk, asked, scope) if several and asked.asks("across") else {}
    if len(each) > 1:
        found = replace(found, chosen=tuple(one.chosen[0] for one in each.values()))
    answer = _answer(found, worked_out(asked, desk.finder, scope.reports), scope, said_in, top)
    if not several or not answer.answered:
        return answer
    speaks = {*(each or spoken(desk, asked, scope)), *(citation.document for citation in answer.citations)}
    return replace(answer, answer=f"{answer.answer}\n{coverage(speaks, scope, said_in)}")


def _answer(found: Found, stated: Sequence[Stated], scope: Scope, said_in: Phrases, top: int) -> Answer:
    """What was worked out of records first, then the evidence; or that it is not told."""
    question, several = found.asked.question, len(scope.reports) > 1
    passages = candidates(found.hits[:top])
    if not found.chosen:
        return Answer(question, False, nothing(len(scope.reports), said_in), "none", (), passages)
    found = verified(found) if is_open(found) else found
    enough = is_enough(found)
    if not (stated or enough):
        return Answer(question, False, nearest(found, said_in, several=several), "none", (), passages)
    reply = written(found, stated, _names(scope.reports) if several else {}, enough=enough)
    kind: AnswerKind = "records" if stated or found.chosen[0][0].passage.record else "extractive"
    return Answer(question, True, reply.text, kind, reply.citations, passages)


def _names(reports: Sequence[Facts]) -> dict[str, str]:
    """The reports by the projects that they are on, those on one project by their files too."""
    projects = Counter(facts.project for facts in reports)
    alone = {facts.sha256: facts.project or facts.file for facts in reports}
    shared = {f.sha256: f"{f.project} ({f.file})" for f in reports if f.project and projects[f.project] > 1}
    return alone | shared
