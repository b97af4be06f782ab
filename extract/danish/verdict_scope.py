"""What a verdict's word comes to in its clause: negation, degree and exceptions, each in its own reach.

A negation or degree counts after the clause's finite verb ("er ikke nået"), just before it, as in subordinate clauses
("målet ikke er nået"), in front of the clause ("Kun delvist er målet nået"), or, of a finite kernel, behind it ("nåede
ikke målet"); not inside the name of the goal ("Målet om ikke at miste nogen er nået").
"""

from __future__ import annotations

from extract.danish.verdict_clauses import Clauses
from extract.danish.verdict_terms import MET, Term
from extract.report import Status

_DEGREES = frozenset({"negation", "not_yet", "not_now", "not_only", "far", "partly", "top", "fully", "only"})
_BEHIND = frozenset({"far", "partly", "top", "fully"})
_TURNS = frozenset({"men", "dog", "og", "om", "mens", "for"})
_PREPOSITIONS = frozenset({"om", "for", "ved", "til", "af", "på"})
_PARTS = frozenset({"nogle", "enkelte", "visse", "én", "en", "ét", "et", "to", "tre", "fire", "fem"})
_REACH = 3
"""Words that may stand between a negation and the finite verb after it ("ikke fuldt ud er nået")."""

_FIXED: dict[str, Status] = {
    "failed": "not_achieved", "dropped": "dropped", "ongoing": "ongoing", "unknowable": "unknown",
    "full": "achieved", "part": "partly_achieved",
}  # fmt: skip


def status_of(
    clauses: Clauses, kernel: Term, reach: tuple[int, int], *, midterm: bool
) -> tuple[Status, tuple[Term, ...]]:
    """The status that a kernel has with the terms that change it, within the tokens that are said with it."""
    start, end = reach
    changing = (*(t for t in _in_front(clauses, kernel) if t.start >= start), *_behind(clauses, kernel, end))
    if kernel.label == "delayed":
        return ("ongoing" if midterm else "not_achieved"), ()
    if kernel.label in MET:
        return graded(tuple(changing), _exception(clauses, kernel, end), midterm=midterm), changing
    negated = any(t.label == "negation" and t.end <= kernel.start for t in changing)
    if kernel.label == "failed" and negated:
        return "achieved", changing
    if kernel.label == "ongoing" and midterm is False and kernel.end - kernel.start == 1 and negated:
        return "not_achieved", changing
    return _FIXED[kernel.label], ()


def graded(changing: tuple[Term, ...], exception: bool, *, midterm: bool) -> Status:
    """What "opfyldt" comes to with these changes."""
    labels = {term.label for term in changing}
    if "not_yet" in labels:
        return "ongoing"
    if "not_now" in labels:
        return "ongoing" if midterm else "not_achieved"
    if "far" in labels:
        return "not_achieved"
    if "negation" in labels:
        return "partly_achieved" if labels & {"fully", "top"} or _softened(changing) else "not_achieved"
    if labels & {"partly", "only"} or exception:
        return "partly_achieved"
    return "achieved"


def _softened(changing: tuple[Term, ...]) -> bool:
    """Whether a degree stands before the negation: "næsten, men ikke nået"."""
    negation = next(t for t in changing if t.label == "negation")
    return any(t.label == "partly" and t.start < negation.start for t in changing)


def _in_front(clauses: Clauses, kernel: Term) -> tuple[Term, ...]:
    stretches = clauses.before(kernel)
    found: list[Term] = []
    for start, end in stretches:
        found += clauses.labelled(_DEGREES, start, end)
    verbs = [t for start, end in stretches for t in clauses.labelled({"finite"}, start, end)]
    verb = max((t.start for t in verbs), default=None)
    kept = [t for t in found if _reaches(clauses, t, verb, stretches[-1][0])]
    return tuple(sorted((*kept, *_raised(clauses, kernel)), key=lambda t: t.start))


def _reaches(clauses: Clauses, term: Term, verb: int | None, start: int) -> bool:
    if verb is None or term.start > verb:
        return not _of_the_goal(clauses, term)
    if verb - term.end <= _REACH and not clauses.labelled({"goal"}, term.end, verb) and not _of_the_goal(clauses, term):
        between = clauses.words[term.end : verb]
        return all(word in _ADVERBS or word.endswith(("t", "vis")) for word in between)
    first = start
    while first < term.start and clauses.words[first] in {",", ";", "og", "men", "mens", "at", "(", "–"}:
        first += 1
    return term.start == first and not _counts_other(clauses, term)


_ADVERBS = frozenset(
    {
        "dermed",
        "derfor",
        "således",
        "dog",
        "altså",
        "alligevel",
        "imidlertid",
        "kun",
        "ud",
        "endnu",
        "heller",
        "helt",
        "blot",
        "af",
        "målene",
        "målet",
        "mål",
        "alle",
        "de",
        "projektets",
    }
)


def _of_the_goal(clauses: Clauses, term: Term) -> bool:
    """Whether a negation belongs to the goal's own words: "målet om ikke at …"."""
    words = clauses.words
    after = words[term.end] if term.end < len(words) else ""
    before = words[term.start - 1] if term.start else ""
    return term.label == "negation" and before in _PREPOSITIONS and after == "at"


def _counts_other(clauses: Clauses, term: Term) -> bool:
    """Whether "ingen", first in its clause, counts something that is no goal: "Ingen deltagere …"."""
    if clauses.words[term.start] not in {"ingen", "intet"}:
        return False
    return not clauses.labelled({"goal"}, term.end, min(term.end + 5, len(clauses.words)))


def _raised(clauses: Clauses, kernel: Term) -> tuple[Term, ...]:
    """The negation of the clause above: "Vi vurderer ikke, at målet er nået"."""
    matrix = clauses.matrix(kernel)
    if matrix is None or not clauses.labelled({"say"}, *matrix):
        return ()
    return tuple(
        term
        for term in clauses.labelled({"negation", "far", "partly"}, *matrix)
        if any(
            abs(said.start - term.end) <= 2 or abs(term.start - said.end) <= 2
            for said in clauses.labelled({"say"}, *matrix)
        )
    )


def _behind(clauses: Clauses, kernel: Term, end: int) -> tuple[Term, ...]:
    limit = min(end, clauses.clause(kernel.start)[1])
    found = [*clauses.labelled(_DEGREES, kernel.start, kernel.end), *clauses.labelled(_BEHIND, kernel.end, limit)]
    finite = any(t.start == kernel.start for t in clauses.labelled({"finite"}, kernel.start, kernel.end))
    if finite:
        near = min(limit, kernel.end + 5)
        near = next((i for i in range(kernel.end, near) if clauses.words[i] in _TURNS), near)
        found += clauses.labelled({"negation", "not_yet", "not_now", "only"}, kernel.end, near)
    return tuple(sorted(found, key=lambda t: t.start))


def _exception(clauses: Clauses, kernel: Term, end: int) -> bool:
    """Whether a part is taken out behind the kernel: "opfyldt på nær i Furesø", "nået i to af fem kommuner"."""
    for term in clauses.labelled({"except"}, kernel.end, end):
        stretch = (term.end, min((c for c in clauses.cuts if c > term.end), default=end))
        labelled = clauses.labelled({"goal"}, *stretch)
        if not labelled and not clauses.labelled({"finite"}, *stretch):
            return True
    words = clauses.words[kernel.end : min(end, clauses.clause(kernel.start)[1])]
    return any(w == "af" and i >= 1 and (words[i - 1] == "ud" or _number(words[i - 1])) for i, w in enumerate(words))


def _number(word: str) -> bool:
    return word.isdigit() or word in _PARTS
