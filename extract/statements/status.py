"""Whether a statement says that something lives on after the project, in part, not at all, or that nobody knows.

A wording counts within its clause: "ikke" turns "videreføres" there and not behind the next comma, and "kun", "halv"
or "til udgangen af 2021" make less only of what stands in the same main clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.danish.words import sentences
from extract.report import EmbeddingStatus
from extract.statements.cues import embedding

_PART = re.compile(r"[,;:–]\s+|\s+(?=(?:men|mens|da|fordi|idet|selvom|hvorimod|medmindre)\s)")
_MAIN = re.compile(r"[,;]\s+(?:og|mens|hvorimod|samt)\s+(?!(?:kun|uden|ikke|dog|alene)\b)|,\s+hvor(?:efter)?\s+|;\s+")
_REASON = re.compile(r",?\s+(?:da|fordi|idet|eftersom|når|selv\s?om|hvis)\s.*?(?=,\s+(?:og|men|mens)\s|[.;]\s|$)")
_BOUND = re.compile(r"(?:der|som|at|om|hvor)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Leaning:
    """What the wordings of one main clause say."""

    continues: bool
    ends: bool
    limited: bool
    undecided: bool


def status_of(text: str) -> EmbeddingStatus | None:
    """The status that a statement's words give it; ``None`` where they say nothing of it.

    Reasons ("da kommunen ikke har midler") say something only where nothing else does, and so do hints ("budget").
    """
    for words in (_REASON.sub("", text), text):
        for keys in (("sure", "likely"), ("hints",)):
            status = _status(words, keys)
            if status is not None:
                return status
    return None


def _status(text: str, keys: tuple[str, ...]) -> EmbeddingStatus | None:
    found = [_lean(clause, keys) for start, end in sentences(text) for clause in _main_clauses(text[start:end])]
    goes_on = [lean for lean in found if lean.continues and not lean.undecided]
    ends = any(lean.ends and not lean.undecided for lean in found)
    if any(lean.undecided for lean in found) and not (goes_on or ends):
        return "unknown"
    if not goes_on:
        return "does_not_continue" if ends else None
    limited = ends or any(lean.limited for lean in goes_on)
    return "partly_continues" if limited else "continues"


def is_limited(text: str) -> bool:
    """Whether it speaks of less than there was: fewer places, a part, an end."""
    spared = [match.span() for match in embedding("limits", "without").finditer(text)]
    negated = [match.span() for match in embedding("negation", "not_negations").finditer(text)]
    return any(
        not any(a <= match.start() < b for a, b in (*spared, *negated)) for match in embedding("limits").finditer(text)
    )


def _main_clauses(sentence: str) -> Iterator[str]:
    start = 0
    for cut in _MAIN.finditer(sentence):
        yield sentence[start : cut.start()]
        start = cut.end()
    yield sentence[start:]


def _lean(clause: str, keys: tuple[str, ...]) -> Leaning:
    says = {True: False, False: False}
    for group in ("continues", "ends"):
        for key in keys:
            for match in embedding(group, key).finditer(clause):
                turned = _is_turned(group, clause, match.start(), match.end())
                says[(group == "continues") != turned] = True
    return Leaning(says[True], says[False], is_limited(clause), embedding("undecided").search(clause) is not None)


def _is_turned(group: str, clause: str, start: int, end: int) -> bool:
    """Whether a negation turns a wording: of an end only right beside it, of going on anywhere in its part."""
    inside = _is_negated(clause[start:end])
    if group == "ends":
        beside = " ".join([*clause[:start].split()[-1:], *clause[end:].split()[:1]])
        return not inside and _is_negated(beside)
    if inside:
        return True
    cuts = [0, *(cut.end() for cut in _PART.finditer(clause)), len(clause) + 1]
    place = next(k for k in range(len(cuts) - 1) if start < cuts[k + 1])
    first = cuts[place - 1] if place and _BOUND.match(clause[cuts[place] :]) else cuts[place]
    return _is_negated(clause[first : max(end, cuts[place + 1] - 1)])


def _is_negated(text: str) -> bool:
    bare = embedding("negation", "not_negations").sub(" ", text)
    return embedding("negation", "words").search(bare) is not None
