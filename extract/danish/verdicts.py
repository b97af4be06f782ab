"""What an evaluator says became of a goal: "Målet er dermed kun delvist opfyldt" is partly achieved.

Found with spaCy's tokenizer and `Matcher` in the sentences that a cheap look says hold a verdict's word. What is
wished, expected, asked or supposed is no verdict; in a midterm report what is expected is ongoing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from extract.danish.names import municipalities_in
from extract.danish.verdict_about import about_goal, asked, supposed
from extract.danish.verdict_cells import cell_status
from extract.danish.verdict_clauses import Clauses
from extract.danish.verdict_ellipsis import elliptic
from extract.danish.verdict_scope import status_of
from extract.danish.verdict_terms import KERNELS, Term, names_goal, terms_in, tokenizer, worth_reading
from extract.danish.words import sentences
from extract.report import Status

_BESIDE = 2
"""Words between a number and the goals that it counts ("tre af målene", "alle projektets mål")."""
_PLACING = frozenset({"i", "hos", "for", "har", "også", "kun", "både", "og", "er", ",", "mens", "men"})
_ALONE = re.compile(r"\b(?:(?:den|det) eneste (?:af|kommune|sted)|som (?:den|det) eneste)\b", re.IGNORECASE)
Scope = Literal["one", "all", "some", "part"]


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
    """Whether one goal is meant, all of them, a number of them ("tre af målene er nået"), or a part of the project
    ("Horsens har nået sit mål")."""


@lru_cache(maxsize=4096)
def verdicts_in(text: str, *, midterm: bool = False) -> tuple[Verdict, ...]:
    """The verdicts of a running text in order; ``midterm``: of a report in the middle of a project."""
    if not worth_reading(text):
        return ()
    found: list[Verdict] = []
    for start, end in sentences(text):
        if worth_reading(text[start:end]) and names_goal().search(text[start:end].lower()):
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
    if text[end - 1] == "?":
        return []
    doc = tokenizer().make_doc(text[start:end])
    tokens = [(token.lower_, token.idx, len(token)) for token in doc]
    clauses = Clauses(tuple(word for word, _, _ in tokens), terms_in(doc))
    starts = (*(start + place for _, place, _ in tokens), end)
    ends = (start, *(start + place + length for _, place, length in tokens))
    verdicts = []
    for told in _told(clauses, midterm):
        first, last = starts[told.start], ends[told.end]
        opening = clauses.first_word(told.left, told.right)
        span = starts[opening], ends[clauses.last_word(opening, told.right)]
        within = text[starts[clauses.first_word(*told.clause)] : ends[told.clause[1]]]
        part = told.plain and (_of_a_part(within) or bool(_ALONE.search(text, *span)))
        scope = "part" if part else _scope(clauses, told.left, told.right)
        verdicts.append(Verdict(told.status, text[first:last], first, last, span, (start, end), scope))
    return verdicts


@dataclass(frozen=True, slots=True)
class _Told:
    """A status, the tokens that give it, all that is said with it (``left``, ``right``), and its own clause."""

    status: Status
    start: int
    end: int
    left: int
    right: int
    clause: tuple[int, int]
    plain: bool


def _told(clauses: Clauses, midterm: bool) -> list[_Told]:
    kernels = _kernels(clauses)
    bounds = [0, *(clauses.parting(a, b) for a, b in pairwise(kernels)), len(clauses.words)]
    told: list[_Told] = []
    for kernel, (left, right) in zip(kernels, pairwise(bounds), strict=False):
        if asked(clauses, kernel):
            continue
        status, changing = status_of(clauses, kernel, (left, right), midterm=midterm)
        if supposed(clauses, kernel, left) or (midterm and status == "not_achieved" and _to_come(clauses, kernel)):
            if not midterm:
                continue
            status = "ongoing"
        rest = elliptic(clauses, kernel, right, midterm=midterm)
        first = min((t.start for t in changing if t.start >= left), default=kernel.start)
        last = max((t.end for t in changing), default=kernel.end)
        clause = clauses.before(kernel)[-1][0], clauses.clause(kernel.start)[1]
        plain = status in {"achieved", "not_achieved"} and not rest
        span = min(first, kernel.start), max(last, kernel.end)
        told.append(_Told(status, *span, left, rest[0][1] if rest else right, clause, plain))
        told += [_Told(s, a, b, a, b, (a, b), False) for s, a, b in rest]
    return told


def _to_come(clauses: Clauses, kernel: Term) -> bool:
    """Whether the kernel speaks of what will be: "bliver ikke nået", "nås ikke"."""
    words = clauses.words[clauses.before(kernel)[-1][0] : kernel.end]
    return "bliver" in words or words[-1] in {"nås", "opfyldes", "indfries", "opnås", "realiseres"}


def _kernels(clauses: Clauses) -> list[Term]:
    """The kernels that speak of a goal; each that does not leaves its words to its neighbours."""
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
    if any(0 <= goal.start - count.end <= _BESIDE for count in counts for goal in goals):
        return "some"
    if not goals and (counts or {"ét", "én"} & set(clauses.words[start:end])):
        return "some"
    every = clauses.labelled({"every"}, start, end)
    return "all" if any(0 <= goal.start - word.end <= _BESIDE for word in every for goal in goals) else "one"


def _of_a_part(clause: str) -> bool:
    """Whether a clause speaks of one municipality: "Horsens har nået sit mål", "I Køge er målet nået"."""
    return any(
        mention.start == 0 or clause[: mention.start].rsplit(maxsplit=1)[-1].lower() in _PLACING
        for mention in municipalities_in(clause)
    )
