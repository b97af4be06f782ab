"""A sentence → the percentages that are shares, each with its part and with what it may be a share of.

Read from marks (`spoken`): "49 af de 92 (53 pct.)", "Af de 92 er 49 kommet i job, svarende til 53 pct.", "49 …, 53 pct.
af de 92", "53 pct. (49 af 92)". What stands between a part and its percentage is told by `audit_shares.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from extract.audit.share_forms import (
    AF_FIRST,
    ANOTHER_CLAUSE,
    COUNTS_BEHIND,
    FRONTED,
    HERAF,
    OF_COUNT,
    OF_NAMED,
    OF_THEM,
    OUT_OF,
    PART_OF_ONE,
    WHOLE_THEN_PART,
    link_before,
)
from extract.audit.spoken import AMOUNT, COUNT, PERCENT, Marked, Spoken
from extract.audit.target_counts import reached_and_aimed
from extract.audit.terms import matches, pattern

Base = Literal["stated", "target", "named", "unknown"]
_FARTHEST = 170
_CLOSEST_BRACKET = 150


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage with its part and the wholes that it may be of.

    ``tight``: grammar leaves no other whole. ``name``: the words behind "pct. af" or "en … på". ``start`` is where
    the clause begins that is quoted. ``counts`` are all other counts of the sentence, which might be meant instead.
    """

    stated: Spoken
    part: Spoken | None
    wholes: tuple[Spoken, ...]
    base: Base
    tight: bool
    name: str = ""
    start: int = 0


def shares_in(sentence: Marked) -> Iterator[Share]:
    """The shares of a sentence; percentages that stand for themselves are left out."""
    sentence = _of_money(sentence)
    for mark in re.finditer(f"{PERCENT}(.)", sentence.text):
        before, after = sentence.text[: mark.start()], sentence.text[mark.end() :]
        if compares(after):
            continue
        stated = sentence.number(mark[1])
        share = (
            _counted_behind(sentence, stated, after)
            or _part_in_bracket(sentence, stated, after)
            or _linked(sentence, stated, before, after)
            or _of_count(sentence, stated, before, after)
        )
        if share is not None:
            yield share


def _of_money(sentence: Marked) -> Marked:
    """A sentence that has amounts and no counts, with the amounts in the place of counts."""
    if COUNT in sentence.text or sentence.text.count(AMOUNT) != 2:
        return sentence
    return Marked(sentence.text.replace(AMOUNT, COUNT), sentence.numbers)


def pairs_in(sentence: Marked, clause: str) -> list[tuple[Spoken, Spoken]]:
    """The parts with their wholes that a clause of the sentence counts: "49 af de 92", "Af de 92 er 49 …"."""
    found = list(OUT_OF.finditer(clause)) or list(AF_FIRST.finditer(clause.strip()))
    return [(sentence.number(m["part"]), sentence.number(m["whole"])) for m in found]


def compares(after: str) -> bool:
    """Whether the words behind a percentage make it one of a difference, or of something else than a count."""
    return re.match(rf"\s*(?:{pattern('comparing').pattern})", after, re.IGNORECASE) is not None


def _counted_behind(sentence: Marked, stated: Spoken, after: str) -> Share | None:
    """Counts in a bracket: "53 pct. (49 af 92)"."""
    match = COUNTS_BEHIND.match(after)
    if match is None:
        return None
    part, whole = sentence.number(match["part"]), sentence.number(match["whole"])
    return Share(stated, part, (whole,), "stated", part.value <= whole.value, start=stated.start)


def _part_in_bracket(sentence: Marked, stated: Spoken, after: str) -> Share | None:
    """The whole behind the percentage and the part behind that: "40 pct. af de 150 (60)"."""
    match = WHOLE_THEN_PART.match(after)
    if match is None:
        return None
    part, whole = sentence.number(match["part"]), sentence.number(match["whole"])
    return Share(stated, part, (whole,), "stated", part.value <= whole.value, start=stated.start)


def _linked(sentence: Marked, stated: Spoken, before: str, after: str) -> Share | None:
    """A count with its percentage behind it; the link says that it is one."""
    link = link_before().search(before[-_FARTHEST:])
    if link is None:
        return None
    head = before[: len(before) - (len(link[0]))]
    last = re.search(rf"{COUNT}(.)(?!.*{COUNT})", head)
    said = bool(link["said"] or link["subject"])
    if last is None or not _near(head[last.end() :], said=said):
        return None
    if not said and not re.match(r"\s*(?:[)\],;–]|mod\b|af\b|ud\s+af\b)", after):
        return None
    noun = link["noun"] or link["subject"] or ""
    if noun and not (matches("share_noun", noun) or matches("of_target", noun)):
        return None
    share = _based(sentence, stated, sentence.number(last[1]), (head, last.start(), after), noun)
    return replace(share, tight=False) if share.base == "stated" and ANOTHER_CLAUSE.search(head, last.end()) else share


def _near(between: str, *, said: bool) -> bool:
    """Whether a count and the link belong to one clause: no percentage between them, and not far."""
    return PERCENT not in between and ";" not in between and len(between) <= (_FARTHEST if said else _CLOSEST_BRACKET)


def _based(sentence: Marked, stated: Spoken, part: Spoken, where: tuple[str, int, str], noun: str) -> Share:
    """The share with its whole: behind it, before its part, at the beginning of the clause."""
    head, at, after = where
    wholes, part, tight = _wholes_before(sentence, head, at, part)
    counted = OF_COUNT.match(after)
    if counted:
        whole = sentence.number(counted["whole"])
        tight = part.value <= whole.value or bool(noun) or matches("of_target", counted.group())
        return Share(stated, part, (whole,), "stated", tight, noun, part.start)
    named = OF_NAMED.match(after)
    name = noun or (named["name"].strip() if named else "")
    aimed = reached_and_aimed(sentence)
    if aimed and (matches("of_target", name) or sentence.number(head[at + 1]) == aimed[1]):
        return Share(stated, aimed[0], (aimed[1],), "stated", True, name, min(n.start for n in aimed))
    if matches("of_target", name):
        return Share(stated, part, wholes, "target", False, name, part.start)
    return Share(stated, part, wholes, "named" if named else "stated" if wholes else "unknown", tight, name, part.start)


def _wholes_before(sentence: Marked, head: str, at: int, last: Spoken) -> tuple[tuple[Spoken, ...], Spoken, bool]:
    """The wholes before a percentage, its part, and whether no other whole can be meant; ``at``: the last count."""
    for pair in OUT_OF.finditer(head):
        if pair.end() == at + 2 and sentence.number(pair["part"]).value <= last.value:
            return (last,), sentence.number(pair["part"]), True
    fronted = [m for m in FRONTED.finditer(head) if m.end() <= at and not _ends_pair(head, m.end())]
    if fronted and not OF_THEM.match(head, at):
        whole = sentence.number(fronted[-1]["whole"])
        between = sentence.numbers_of(head[fronted[-1].end() : at], COUNT)
        alone = not between or PERCENT in head[fronted[-1].end() : at]
        return (whole,), last, whole.value >= last.value and alone and not HERAF.search(head[fronted[-1].end() : at])
    counts = sentence.numbers_of(head[:at], COUNT)
    said = PART_OF_ONE.search(head[:at]) or OF_THEM.match(head, at)
    alone = len(counts) == 1 and counts[0].value >= last.value and bool(said)
    return tuple(number for number in counts if number.value >= last.value), last, alone


def _ends_pair(head: str, end: int) -> bool:
    return any(pair.end() == end for pair in OUT_OF.finditer(head))


def _of_count(sentence: Marked, stated: Spoken, before: str, after: str) -> Share | None:
    """Its whole behind it, its part before it: "49 deltagere er kommet i job, 82 pct. af de 60"."""
    counted = OF_COUNT.match(after)
    if counted is None:
        return None
    whole = sentence.number(counted["whole"])
    last = re.search(rf"{COUNT}(.)(?!.*{COUNT})", before)
    part = sentence.number(last[1]) if last and _near(before[last.end() :], said=True) else None
    verb = bool(
        re.search(r"(?:[,–(]\s*|\b(?:er|var|udgør|udgjorde|svarer\s+til|svarede\s+til)\s+)(?:\S+\s+){0,2}$", before)
    )
    return Share(stated, part, (whole,), "stated", bool(part) and verb, "", part.start if part else stated.start)
