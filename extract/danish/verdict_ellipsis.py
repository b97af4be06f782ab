"""Verdicts that leave out the verdict's word: "A1 er opfyldt, A2 delvist og A3 slet ikke", "på nær A4"."""

from __future__ import annotations

from extract.danish.verdict_clauses import Clauses
from extract.danish.verdict_scope import graded
from extract.danish.verdict_terms import MET, Term
from extract.report import Status

_PARTS = frozenset({",", ";", "og", "men", "mens", "samt", "dog", "hvorimod"})
_DEGREES = frozenset({"negation", "not_yet", "not_now", "far", "partly", "only"})
_LONGEST = 8
"""Words of a part that still says so little that its verb is the one before."""


def elliptic(clauses: Clauses, kernel: Term, end: int, *, midterm: bool) -> list[tuple[Status, int, int]]:
    """The statuses that parts behind a kernel give goals of their own, each with the part's tokens."""
    if kernel.label not in MET:
        return []
    taken = _taken_out(clauses, kernel, end)
    if taken:
        return taken
    found: list[tuple[Status, int, int]] = []
    cuts = [i for i in range(kernel.end, end) if clauses.words[i] in _PARTS]
    for start, stop in zip(cuts, [*cuts[1:], end], strict=False):
        short = stop - start <= _LONGEST and not clauses.labelled({"finite"}, start, stop)
        degrees = clauses.labelled(_DEGREES | {"except"}, start, stop)
        if short and degrees and clauses.labelled({"goal"}, start, stop):
            plain = tuple(_plain(degree, clauses) for degree in degrees)
            found.append((graded(plain, False, midterm=midterm), start, stop))
    return found


def _plain(term: Term, clauses: Clauses) -> Term:
    """What "men ikke" and "dog kun" say of the goal behind them."""
    if term.label != "except":
        return term
    return Term("only" if clauses.words[term.end - 1] == "kun" else "negation", term.start, term.end)


def _taken_out(clauses: Clauses, kernel: Term, end: int) -> list[tuple[Status, int, int]]:
    """Goals that are excepted by name: "på nær A3"."""
    for term in clauses.labelled({"except"}, kernel.end, end):
        words = set(clauses.words[term.start : term.end])
        goals = [
            g for g in clauses.labelled({"goal"}, term.end, end) if any(c.isdigit() for c in clauses.words[g.start])
        ]
        if goals and not words & {"ikke", "kun"} and goals[0].start - term.end <= 3:
            return [("not_achieved", term.start, end)]
    return []
