"""Which count of a sentence is the one aimed at, and which the one reached: "116 er begyndt mod et mål på 120"."""

from __future__ import annotations

import re
from functools import cache

from extract.audit.spoken import COUNT, Marked, Spoken
from extract.audit.terms import pattern

_WORD = r"[^\W\d_][\w'’-]*\.?"
_DIFFERENCE = re.compile(
    rf"{COUNT}(.)\s+(?:{_WORD}\s+){{0,3}}?(?:færre|flere|mere|mindre|over|under|for\s+lidt)\b", re.IGNORECASE
)
_MISSING = re.compile(rf"\b(?:mangler|manglede)\s+(?:{_WORD}\s+){{0,3}}?{COUNT}(.)", re.IGNORECASE)


@cache
def _aimed() -> re.Pattern[str]:
    words = pattern("of_target").pattern
    return re.compile(
        rf"(?:{words}),?\s+(?:(?:på|om|var|er|at|nemlig),?\s+){{0,2}}(?:{_WORD}\s+){{0,2}}?{COUNT}(?P<behind>.)"
        rf"|{COUNT}(?P<before>.)\s+(?:(?:{words})|(?:{_WORD}\s+){{0,2}}?(?:der|som)\s+(?:var|er|udgjorde|udgør)\s+(?:{words}))"
        rf"|{COUNT}(?P<told>.),\s+(?:der|som)\s+(?:var|er|udgjorde|udgør)\s+(?:{words})",
        re.IGNORECASE,
    )


def single_count(sentence: Marked) -> tuple[Spoken, bool] | None:
    """The only count of a sentence, and whether it is one aimed at."""
    counts = [m[1] for m in re.finditer(f"{COUNT}(.)", sentence.text)]
    if len(counts) != 1:
        return None
    aims = {mark for m in _aimed().finditer(sentence.text) for mark in m.groupdict().values() if mark}
    return sentence.number(counts[0]), counts[0] in aims


def reached_and_aimed(sentence: Marked) -> tuple[Spoken, Spoken] | None:
    """The count reached and the one aimed at, where a sentence has one of each; what is missing or more is neither."""
    aims = {mark for m in _aimed().finditer(sentence.text) for mark in m.groupdict().values() if mark}
    aside = {m[1] for form in (_DIFFERENCE, _MISSING) for m in form.finditer(sentence.text)}
    counts = [m[1] for m in re.finditer(f"{COUNT}(.)", sentence.text)]
    others = [mark for mark in counts if mark not in aims | aside]
    if len(aims - aside) != 1 or len(others) != 1:
        return None
    return sentence.number(others[0]), sentence.number((aims - aside).pop())
