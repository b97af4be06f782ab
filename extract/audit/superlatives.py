"""Prose that says which municipality has most or least, against the tables: "Målopfyldelsen er lavest i Vejle"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.audit.check import Check
from extract.audit.material import Material, Sentence
from extract.audit.measures_named import Column, columns_by_municipality, named_columns
from extract.audit.terms import matches, pattern
from extract.danish.names import Mention, municipalities_in

_NUMBER_BEHIND = re.compile(
    r"\s+(?:ca\.\s+)?(?:\d|én\b|ét\b|to\b|tre\b|fire\b|fem\b|seks\b|syv\b|otte\b|ni\b|ti\b|halv|hver|en\b|et\b)",
    re.IGNORECASE,
)
"""Behind "mindst" and "højst": at least, at most."""
_AND = re.compile(r"(?:['’]?s)?(?:\s+Kommune)?(?:\s+\([^)]*\))?\s*(?:,|og|samt)\s*(?:i\s+)?")
_CUT = re.compile(r"[.;:!?]|,\s(?!(?:der|som)\s)")
NEAR = 0.51
"""How far a rounded figure may be from the table's."""
REACH = 70
"""Letters between the superlative and the name."""


@dataclass(frozen=True, slots=True)
class Claim:
    """These municipalities have the most (or the least), by the words of the sentence."""

    names: tuple[str, ...]
    highest: bool
    start: int
    end: int
    words: str


def superlatives(material: Material) -> Iterator[Check]:
    """The sentences that name who has most or least of what a table has."""
    columns = list(columns_by_municipality(material))
    for sentence in material.sentences if columns else ():
        if matches("no_measure", sentence.text) or matches("another_time", sentence.text) or sentence.dates:
            continue
        for claim in _claims(sentence):
            yield from _checked(sentence, claim, columns)


def _checked(sentence: Sentence, claim: Claim, columns: list[Column]) -> Iterator[Check]:
    quote = sentence.piece.quote(sentence.start, sentence.start + claim.end)
    named = [c for c in named_columns(claim.words, columns) if set(claim.names) <= set(c.values)]
    meant = [c for c in named if all(_may_be_of(c, name, sentence.text) for name in claim.names)]
    if quote is None or not meant:
        return
    place = sentence.piece.place(sentence.start + claim.start, sentence.start + claim.end)
    if any(set(claim.names) <= _extreme(column, claim) for column in meant):
        yield Check("text_table_conflict", quote, place, holds=True)
        return
    column = meant[0]
    right = sorted(_extreme(column, claim), key=lambda name: column.values[name][1])
    line = column.values[right[0]][1]
    table = column.grid.table.label or "tabellen"
    figures = ", ".join(
        f"{name} {column.grid.text(column.values[name][1], column.number)}" for name in (*claim.names, *right)
    )
    message = (
        f"”{quote.quote.strip(' .,')}” stemmer ikke overens med {table}, ”{column.header}”: {figures.rstrip('.')}."
    )
    yield Check(
        "text_table_conflict", quote, place, holds=False, message=message,
        against=column.grid.row_quote(line, column.number), stated=_join(claim.names), computed=_join(right),
    )  # fmt: skip


def _may_be_of(column: Column, name: str, text: str) -> bool:
    """Whether the figure behind a name, if there is one, is the column's: "højest i Stevns (88 pct.)" is of a share."""
    behind = re.search(rf"{re.escape(name)}(?:\s+Kommune)?\s+(?:\(|med\s)(?P<number>\d+(?:[.,]\d+)*)", text)
    if behind is None:
        return True
    value, _ = column.values[name]
    printed = behind["number"]
    readings = {printed.replace(".", "").replace(",", "."), printed.replace(",", ".")}
    return any(reading.count(".") <= 1 and abs(float(reading) - value) < NEAR for reading in readings)


def _extreme(column: Column, claim: Claim) -> set[str]:
    """The municipalities with the greatest (least) values, as many as are named, and those that share the last one."""
    ranked = sorted((value for value, _ in column.values.values()), reverse=claim.highest)
    last = ranked[len(claim.names) - 1]
    return {name for name, (value, _) in column.values.items() if (value >= last if claim.highest else value <= last)}


def _claims(sentence: Sentence) -> Iterator[Claim]:
    text = sentence.text
    mentions = municipalities_in(text)
    found = sorted(
        (match.start(), match.end(), term == "highest")
        for term in ("highest", "lowest") for match in pattern(term).finditer(text)
        if not _NUMBER_BEHIND.match(text, match.end())
    )  # fmt: skip
    for place, (start, end, highest) in enumerate(found):
        limit = found[place + 1][0] if place + 1 < len(found) else len(text)
        run = _behind(text, mentions, end, limit) or _ahead(text, mentions, start)
        if run:
            names = tuple(dict.fromkeys(m.name for m in run))
            first, last = min(start, run[0].start), max(end, run[-1].end)
            stop = _CUT.search(text, last)
            told = last if run[-1].start >= end else stop.start() if stop else len(text)
            yield Claim(names, highest, first, max(last, told), _words(text, mentions, told, text[start:end]))


def _behind(text: str, mentions: Sequence[Mention], end: int, limit: int) -> list[Mention]:
    """The names behind a superlative: "lavest i A og B", "flest borgere er begyndt i A"."""
    first = next((m for m in mentions if end <= m.start < min(limit, end + REACH)), None)
    if (
        first is None
        or _CUT.search(text, end, first.start)
        or not re.search(r"\b(?:i|hos|for|af|har)\s+$", text[end : first.start])
    ):
        return []
    run = [first]
    for mention in mentions[mentions.index(first) + 1 :]:
        if mention.start >= limit or not _AND.fullmatch(text, run[-1].end, mention.start):
            break
        run.append(mention)
    return run


def _ahead(text: str, mentions: Sequence[Mention], start: int) -> list[Mention]:
    """The names before a superlative in its clause: "Roskilde ligger klart højest", "A og B har de laveste"."""
    before = [m for m in mentions if m.end <= start and not _CUT.search(text, m.end, start)]
    run = before[-1:]
    for mention in reversed([m for m in mentions if run and m.end <= run[0].start]):
        if not _AND.fullmatch(text, mention.end, run[0].start):
            break
        run.insert(0, mention)
    alone = all(mention in run for mention in before)
    return run if run and alone and start - run[-1].end <= REACH else []


def _words(text: str, mentions: Sequence[Mention], end: int, superlative: str) -> str:
    """What the sentence says up to the name, without names."""
    said, at = [], 0
    for mention in mentions:
        if mention.end <= end:
            said.append(text[at : mention.start])
            at = mention.end
    return " ".join([*said, text[at:end], superlative])


def _join(names: Sequence[str]) -> str:
    return " og ".join(filter(None, (", ".join(names[:-1]), names[-1])))
