"""Changes and differences that the prose states → checks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.audit.changes import Change, changes_in
from extract.audit.check import Check
from extract.audit.differences import Difference, differences_in
from extract.audit.material import Material, Sentence
from extract.audit.spoken import Spoken, fits_a_sentence, marked
from extract.audit.terms import pattern
from extract.audit.wording import number, percent

_DIFFERENCE = re.compile(r"\b(?:end|over|under|mangler|manglede)\b", re.IGNORECASE)
_MULTIPLE = re.compile(r"dobl|halver", re.IGNORECASE)


def prose_changes(material: Material) -> Iterator[Check]:
    """The changes and differences of the running text."""
    growth = pattern("growth")
    last: Sentence | None = None
    for sentence in material.sentences:
        before = marked(last.text) if last is not None and last.piece is sentence.piece else None
        if not fits_a_sentence(sentence.text):
            last = None
            continue
        last = sentence
        text = sentence.text
        if _MULTIPLE.search(text) or growth.search(text):
            yield from filter(None, (_changed(sentence, c) for c in changes_in(marked(text), before)))
        if _DIFFERENCE.search(text):
            yield from filter(None, (_differs(sentence, d) for d in differences_in(marked(text), before)))


def _changed(sentence: Sentence, change: Change) -> Check | None:
    computed = {
        "percent": percent(change.computed),
        "points": f"{number(round(change.computed, 1))} procentpoint",
        "number": number(round(change.computed, 2)),
        "multiple": f"{number(round(change.computed, 2))} gange så meget",
    }[change.kind]
    raw = sentence.text[change.start : change.end]
    message = (
        f"”{raw}” stemmer ikke overens med tallene: fra {_shown(change.first)} til {_shown(change.second)} "
        f"er {computed.removesuffix('.')}."
    )
    numbers = (change.first, change.second) if change.inside else ()
    return _check(sentence, (change.start, change.end), numbers, change.holds, message, change.stated, change.computed)


def _differs(sentence: Sentence, difference: Difference) -> Check | None:
    by = difference.by
    raw = sentence.text[by.start : by.end]
    message = (
        f"”{raw}” stemmer ikke overens med tallene: forskellen mellem {_shown(difference.number)} og "
        f"{_shown(difference.other)} er {number(round(difference.computed, 2))}."
    )
    numbers = (difference.number, difference.other) if difference.inside else ()
    return _check(
        sentence, (by.start, by.end), numbers, difference.holds, message, by.value, difference.computed
    )  # fmt: skip


def _check(
    sentence: Sentence, span: tuple[int, int], numbers: tuple[Spoken, ...], holds: bool | None, message: str,
    stated: float, computed: float,
) -> Check | None:  # fmt: skip
    """The check of a stated number; the claim takes in the numbers of the sentence that it is between."""
    start = min((span[0], *(n.start for n in numbers))) if numbers else 0
    end = max((span[1], *(n.end for n in numbers)))
    claim = sentence.piece.quote(sentence.start + start, sentence.start + end)
    if claim is None:
        return None
    place = sentence.piece.place(sentence.start + span[0], sentence.start + span[1])
    if holds is not False:
        reason = "" if holds else "tallene er rundet af, eller der kan være ment procentpoint"
        return Check("percent_mismatch", claim, place, holds=holds, message=reason)
    return Check(
        "percent_mismatch", claim, place, holds=False, message=message, severity="warning",
        stated=stated, computed=round(computed, 2),
    )  # fmt: skip


def _shown(spoken: Spoken) -> str:
    return f"{number(spoken.value)} pct." if spoken.kind == "percent" else number(spoken.value)
