"""What an evaluator says became of a goal: "Målet er dermed kun delvist opfyldt" is partly achieved.

Found with spaCy's tokenizer and `Matcher` in the sentences that a cheap look says hold a verdict's word. What is
wished, expected, asked or supposed is no verdict; in a midterm report what is expected is ongoing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.danish.verdict_about import about_goal, supposed
from extract.danish.verdict_cells import cell_status
from extract.danish.verdict_clauses import Clauses
from extract.danish.verdict_ellipsis import elliptic
from extract.danish.verdict_scope import status_of
from extract.danish.verdict_terms import KERNELS, Term, terms_in, tokenizer, worth_reading
from extract.danish.words import sentences
from extract.report import Status

Scope = Literal["one", "all", "some"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A verdict in a text: ``raw`` is ``text[start:end]``, from the first word that decides it to the last."""

    status: Status
    raw: str
    start: int
    end: int
    clause: tuple[int, int] = (0, 0)
    """Offsets of the part of the sentence that is said with it: "A1 er opfyldt, | mens A3 kun er delvist opfyldt"."""
    sentence: tuple[int, int] = (0, 0)
    scope: Scope = "one"
    """Whether one goal is meant, all of them, or a number of them ("tre af målene er nået")."""


def verdicts_in(text: str, *, midterm: bool = False) -> tuple[Verdict, ...]:
    """The verdicts of a running text in order; ``midterm``: of a report in the middle of a project."""
    if not worth_reading().search(text):
        return ()
    found: list[Verdict] = []
    for start, end in sentences(text):
        if worth_reading().search(text, start, end):
            found += _of_sentence(text, start, end, midterm)
    return tuple(found)


def read_verdict(cell: str, *, midterm: bool = False) -> Verdict | None:
    """The verdict that a table's cell holds; ``None`` for figures, Ja and Nej, and for words that give none.

    "Delvis" and "I nogen grad" alone are read as verdicts: whether they answer Ja or Nej the column tells.
    """
    status = cell_status(cell, midterm=midterm)
    if status is not None:
        return Verdict(status, cell.strip(), 0, len(cell), (0, len(cell)), (0, len(cell)))
    found = verdicts_in(cell, midterm=midterm)
    return found[-1] if found else None


def _of_sentence(text: str, start: int, end: int, midterm: bool) -> list[Verdict]:
    sentence = text[start:end]
    if sentence.endswith("?"):
        return []
    doc = tokenizer().make_doc(sentence)
    clauses = Clauses(tuple(token.lower_ for token in doc), terms_in(doc))
    kernels = _kernels(clauses)
    bounds = [0, *(clauses.parting(a, b) for a, b in zip(kernels, kernels[1:], strict=False)), len(doc)]
    told: list[tuple[Status, int, int, int, int]] = []
    for kernel, left, right in zip(kernels, bounds, bounds[1:], strict=False):
        status, changing = status_of(clauses, kernel, right, midterm=midterm)
        if supposed(clauses, kernel, left):
            if not midterm or not clauses.labelled({"expect", "modal"}, 0, len(doc)):
                continue
            status = "ongoing"
        rest = elliptic(clauses, kernel, right, midterm=midterm)
        close = rest[0][1] if rest else right
        first = min((t.start for t in changing if t.start >= left), default=kernel.start)
        last = max((t.end for t in changing), default=kernel.end)
        told.append((status, min(first, kernel.start), max(last, kernel.end), left, close))
        told += [(s, a, b, a, b) for s, a, b in rest]

    def offset(token: int) -> int:
        return start + doc[token].idx if token < len(doc) else end

    def after(token: int) -> int:
        return start + doc[token - 1].idx + len(doc[token - 1]) if token else start

    return [
        Verdict(
            status, text[offset(a) : after(b)], offset(a), after(b), (offset(c), after(d)), (start, end),
            _scope(clauses, c, d),
        )
        for status, a, b, c, d in told
    ]  # fmt: skip


def _kernels(clauses: Clauses) -> list[Term]:
    """The kernels that speak of a goal; dropping one widens the reach of its neighbours, so each is judged in turn."""
    kernels = [term for term in clauses.terms if term.label in KERNELS]
    kept: list[Term] = []
    for i, kernel in enumerate(kernels):
        left = clauses.parting(kept[-1], kernel) if kept else 0
        right = clauses.parting(kernel, kernels[i + 1]) if i + 1 < len(kernels) else len(clauses.words)
        if (not kept or kernel.start >= kept[-1].end) and about_goal(clauses, kernel, (left, right), kept):
            kept.append(kernel)
    return kept


def _scope(clauses: Clauses, start: int, end: int) -> Scope:
    goals = clauses.labelled({"goal"}, start, end)
    counts = clauses.labelled({"some"}, start, end)
    if any(0 <= goal.start - count.end <= 3 for count in counts for goal in goals) or (counts and not goals):
        return "some"
    every = clauses.labelled({"every"}, start, end)
    return "all" if any(0 <= goal.start - word.end <= 3 for word in every for goal in goals) else "one"
