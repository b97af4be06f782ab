"""A table's cell that holds a verdict and little else: "Delvist opfyldt", "Nået (102 pct.)", "Grøn prik"."""

from __future__ import annotations

import re

from extract.danish.verdict_clauses import Clauses
from extract.danish.verdict_scope import graded, status_of
from extract.danish.verdict_terms import KERNELS, terms_in, tokenizer, word_lists
from extract.report import Status

_LABEL = re.compile(r"^(?:status|vurdering|målopfyldelse|konklusion|resultat|samlet vurdering)\s*:\s*", re.IGNORECASE)
_HEAD = re.compile(
    r"\s*(?:[.;:(\[–—]|\s-\s|\n|,(?!\s*(?:men|dog|om end|omend)\b)"
    r"|\s(?=(?:på grund af|pga\.?|grundet|fordi|idet|da|som følge af|efter at|hvilket)\s))"
)
_PLACE = re.compile(r"\s+(?:i|hos|for|blandt)\s+(?=[A-ZÆØÅ]|(?:kun\s+)?\w+\s+(?:ud\s+)?af\s)")
"""Where a verdict goes on to say where it holds: "Nået | i Kolding", "Nået | i 3 af 5 kommuner"."""
_AFTER_COLOUR = re.compile(r"(?<=\w)\s*(?::|\s[–—-]\s|\()")
"""Where a light is explained: "Grøn: følger planen"."""
_DEGREES = frozenset({"far", "partly", "top", "fully", "not_yet", "not_now"})
_WORD = re.compile(r"[^\W\d_]+|pct\.|%|\d+")
_LONGEST = 9


def cell_status(cell: str, *, midterm: bool) -> Status | None:
    """The status of a cell whose first part is nothing but a verdict; ``None`` for any other."""
    text = _LABEL.sub("", cell.strip())
    colour = _colour(text, midterm=midterm)
    if colour is not None:
        told = _AFTER_COLOUR.split(text, maxsplit=1)[1:]
        return (cell_status(told[0], midterm=midterm) if told else None) or colour
    if not text:
        return None
    head = _PLACE.split(_HEAD.split(text, maxsplit=1)[0].strip() or text, maxsplit=1)[0]
    words = head.split()
    if len(words) > _LONGEST or any(character.isdigit() for character in head):
        return None
    whole = tokenizer().make_doc(text[:300])
    length = len(tokenizer().make_doc(head))
    terms = terms_in(whole)
    clauses = Clauses(tuple(token.lower_ for token in whole), terms)
    if not _nothing_else(clauses, length):
        return None
    status = _of_head(clauses, length, midterm=midterm)
    if head != text and _PLACE.match(text, len(head)) and clauses.labelled({"done"}, 0, length):
        return None
    partial = status == "achieved" and head != text and bool(_PLACE.match(text, len(head)))
    return "partly_achieved" if partial else status


def _of_head(clauses: Clauses, length: int, *, midterm: bool) -> Status | None:
    kernels = [t for t in clauses.terms if t.label in KERNELS and t.start < length]
    if kernels:
        best = next((t for t in kernels if t.label == "unknowable"), kernels[-1])
        return status_of(clauses, best, (0, len(clauses.words)), midterm=midterm)[0]
    degrees = tuple(t for t in clauses.labelled(_DEGREES | {"negation", "only"}, 0, length))
    if any(t.label in _DEGREES for t in degrees):
        return graded(degrees, exception=False, midterm=midterm)
    return None


def _nothing_else(clauses: Clauses, length: int) -> bool:
    """Whether each word of the cell's first part belongs to a verdict."""
    fillers = set(word_lists()["cell"]["fillers"])
    covered = {i for term in clauses.terms if term.label != "goal" for i in range(term.start, term.end)}
    return all(i in covered or clauses.words[i] in fillers or not _WORD.search(clauses.words[i]) for i in range(length))


def _colour(text: str, *, midterm: bool) -> Status | None:
    """The status of a traffic light or tick; in the middle of a project amber is on its way."""
    lights = word_lists()["colour"]
    words = [word for word in re.split(r"[\s,.;:]+", _AFTER_COLOUR.split(text.lower(), maxsplit=1)[0]) if word]
    shapes = set(lights["shapes"])
    plain = [word for word in words if word not in shapes]
    if len(plain) != 1 or len(words) > 3:
        return None
    statuses: tuple[Status, ...] = ("achieved", "partly_achieved", "not_achieved")
    found = next((status for status in statuses if plain[0] in lights[status]), None)
    return "ongoing" if midterm and found == "partly_achieved" else found
