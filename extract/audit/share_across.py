"""Shares whose part and whole stand in two sentences: "Målet var 25 kurser. Der er holdt 18, svarende til 72 pct."."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.audit.prose_shares import Share, compares, shares_in
from extract.audit.share_forms import AF_FIRST, OF_ALL, OF_COUNT, OF_NAMED, OF_THEM, OUT_OF, again_at_start
from extract.audit.spoken import COUNT, PERCENT, Marked, Spoken
from extract.audit.target_counts import single_count
from extract.audit.terms import matches


def shares_of(sentence: Marked, before: Marked | None) -> Iterator[Share]:
    """The shares of a sentence, with what the sentence before says of their parts and wholes."""
    for share in shares_in(sentence):
        yield _completed(share, sentence, before) if before is not None and not share.tight else share
    if before is not None:
        yield from _again(sentence, before)


def _completed(share: Share, sentence: Marked, before: Marked) -> Share:
    """The share with the only count of the sentence before, where that is its target, its whole or its part."""
    own, earlier = single_count(sentence), single_count(before)
    if own is None or earlier is None or share.part != own[0]:
        return share
    if share.base == "target" and own[1] != earlier[1]:
        part, whole = (earlier[0], own[0]) if own[1] else (own[0], earlier[0])
        return replace(share, part=part, wholes=(whole,), base="stated", tight=True)
    of_them = OF_THEM.search(sentence.text) is not None
    answered = matches("answered", sentence.text) and matches("asked", before.text)
    if share.base == "unknown" and not share.wholes and earlier[0].value >= own[0].value and (of_them or answered):
        return replace(share, wholes=(earlier[0],), base="stated", tight=True)
    return share


def _again(sentence: Marked, before: Marked) -> Iterator[Share]:
    """A share of what the sentence before counted: "99 af de 145 har en plan. Det svarer til 68 pct."."""
    match = again_at_start().match(sentence.text)
    if match is None or compares(sentence.text[match.end() :]) or PERCENT in before.text:
        return
    noun, after = match["noun"] or "", sentence.text[match.end() :]
    if noun and not matches("share_noun", noun):
        return
    found = _counted(sentence, before, after)
    if found is not None and found[0].value <= found[1].value:
        yield Share(sentence.number(match["p"]), found[0], (found[1],), "stated", tight=True, name=noun, start=0)


def _counted(sentence: Marked, before: Marked, after: str) -> tuple[Spoken, Spoken] | None:
    """The part and the whole: a pair of the sentence before, or its only count of a whole behind the percentage."""
    counts = before.numbers_of(before.text, COUNT)
    of_count, named = OF_COUNT.match(after), OF_NAMED.match(after)
    if of_count:
        return (counts[0], sentence.number(of_count["whole"])) if len(counts) == 1 else None
    pairs = list(OUT_OF.finditer(before.text)) or list(AF_FIRST.finditer(before.text))
    if (named and not OF_ALL.match(after)) or len(counts) != 2 or len(pairs) != 1:
        return None
    return before.number(pairs[0]["part"]), before.number(pairs[0]["whole"])
