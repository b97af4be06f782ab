"""One question to many reports: those that it names, else all, with what each has to say to it and which are silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from index.filters import Facts, Filters
from qa.abstain import is_enough
from qa.analyse import analyse
from qa.answer import Answer
from qa.ask import answer_from
from qa.cite import citations_of
from qa.desk import Desk
from qa.evidence import stretches
from qa.question import read_question
from qa.scope import reports_named

ASKED_EACH = 30
"""Reports that are asked one by one for coverage, at most; of more only those with the best passages."""
PASSAGES_EACH = 5
"""Passages that are read of each."""
NAMED = 5
"""Silent reports that are named, at most."""


def answer_at(desk: Desk, question: str, *, top: int = 5, filters: Filters | None = None) -> Answer:
    """Answer from the reports that the filters allow, or of those the ones that the question names."""
    wanted = filters or Filters()
    allowed = tuple(facts for facts in desk.reports if wanted.allows(facts))
    named = reports_named(question, allowed) if len(allowed) > 1 else ()
    chosen = named or allowed
    if len(chosen) < len(desk.reports):
        wanted = replace(wanted, report=tuple(facts.sha256 for facts in chosen))
    answer = answer_from(question, desk.finder, desk.known, top=top, reports=len(chosen), filters=wanted)
    if len(chosen) < 2 or not answer.answered:
        return answer
    return replace(answer, answer=f"{answer.answer}\n{_coverage(desk, question, answer, chosen, wanted)}")


def _coverage(desk: Desk, question: str, answer: Answer, chosen: Sequence[Facts], filters: Filters) -> str:
    """Which of the reports speak of it, in a Danish sentence."""
    asked = analyse(read_question(question), desk.known)
    cited = {citation.document for citation in answer.citations}
    near = dict.fromkeys(passage.document for passage in answer.passages)
    order = sorted(chosen, key=lambda facts: (facts.sha256 not in cited, facts.sha256 not in near))
    speaks: list[Facts] = []
    silent: list[Facts] = []
    for facts in order[:ASKED_EACH]:
        hits = desk.finder.search(asked.query, top=PASSAGES_EACH, filters=replace(filters, report=(facts.sha256,)))
        ranked = stretches(asked, hits)
        best = citations_of(ranked, 1)
        said = facts.sha256 in cited or (bool(best) and is_enough(asked, ranked, best[0][0]))
        (speaks if said else silent).append(facts)
    told = f"{len(speaks)} af {len(order[:ASKED_EACH])} rapporter omtaler dette"
    if len(order) > ASKED_EACH:
        told += f" (de {ASKED_EACH} nærmeste af {len(order)} er læst)"
    if not silent:
        return f"{told}."
    names = ", ".join(facts.file for facts in silent[:NAMED])
    rest = f" og {len(silent) - NAMED} til" if len(silent) > NAMED else ""
    return f"{told}; {len(silent)} nævner det ikke: {names}{rest}."
