"""References in Danish text: "jf. Tabel 2-4", "afsnit 3.1-3.3", "kapitel 5 og 6", "Bilag IV", "side 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from extract.audit.terms import pattern

TargetKind = Literal["table", "figure", "section", "annex", "page"]

_LABEL = r"(?:[A-ZÆØÅ][.-]?)?\d{1,3}(?:[.\-–]\d{1,3})*[a-z]?(?!\w)|[IVX]{1,5}(?:[.-]\d{1,2})?(?!\w)|[A-ZÆØÅ](?!\w)"
_JOIN = r"(?:\s*,\s*|\s+(?:og|samt|eller|til|hhv\.|henholdsvis)\s+|\s*[-–/]\s*)"
_WORD = (
    r"(?P<table>tabel(?:len|lerne|ler)?|skema(?:et|er)?|oversigt)"
    r"|(?P<figure>figur(?:en|er|erne)?|illustration(?:en|er)?|diagram(?:met)?|graf(?:en)?)"
    r"|(?P<section>afsnit(?:tet|tene)?|kapit(?:el|let|ler|lerne)|kap\.|afsn\.)"
    r"|(?P<annex>bilag(?:et|ene)?|appendiks|appendix|annex)"
    r"|(?P<page>side(?:n|r|rne)?|(?<=jf\. )s\.|(?<=se )s\.|(?<=på )s\.)"
)
_REFERENCE = re.compile(
    rf"(?<![\w-])(?P<word>{_WORD})(?:\s+nr\.)?\s+(?P<labels>(?-i:{_LABEL})(?:{_JOIN}(?-i:{_LABEL}))*)", re.IGNORECASE
)
_ONE = re.compile(_LABEL)
_CITED = re.compile(r"\(?(?:19|20)\d\d\)?[a-z]?\s*[,:]\s*$|\bet al\.,?\s*$")
_SELF = re.compile(
    r"\s*(?:,\s*)?i\s+(?:denne|dette|nærværende|rapporten|notatet|den\s+foreliggende|kapit|afsnit|bilag|tabel|figur|resum|sammenfatning|indledning|\d)",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(r"\s*,?\s*(?:i|fra|til|på|under)\s+(?:[^\W\d]|»|”|“|\"|')", re.IGNORECASE)
_BRACKETED = re.compile(r"\b(?:i|fra|af|jf\.)\s+\[")
_BEFORE = 60
_AFTER = 60


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to something of this report: the word and the label as printed, and where the label stands."""

    kind: TargetKind
    word: str
    label: str
    start: int
    end: int


def references_in(text: str) -> Iterator[Reference]:
    """The references to things of the same report; those to other documents are left out."""
    for match in _REFERENCE.finditer(text):
        if _external(text, match.start(), match.end()):
            continue
        kind = _kind(match)
        if kind == "page" and not re.match(r"\d", match["labels"]):
            continue
        first = match.start("labels")
        for number, label in enumerate(_labels(match["labels"])):
            start = match.start() if number == 0 else first + label[1]
            yield Reference(kind, match["word"], label[0], start, first + label[2])


def _kind(match: re.Match[str]) -> TargetKind:
    kinds: tuple[TargetKind, ...] = ("table", "figure", "section", "annex", "page")
    return next(kind for kind in kinds if match[kind])


def _labels(text: str) -> Iterator[tuple[str, int, int]]:
    """The labels of "2, 3 og 4"; of a range its ends."""
    for match in _ONE.finditer(text):
        yield match.group(), match.start(), match.end()


def _external(text: str, start: int, end: int) -> bool:
    """Whether another document is referred to: a law, the application, another report, a cited book."""
    before, after = text[max(0, start - _BEFORE) : start], text[end : end + _AFTER]
    if _CITED.search(before) or pattern("other_document_before").search(_clause_before(before)):
        return True
    if _SELF.match(after):
        return False
    if _BRACKETED.search(_sentence_after(text, end)):
        return True
    if pattern("other_document_after").search(_clause_after(after)) and re.match(
        r"\s*,?\s*(?:i|fra|til|af|på|under)\s", after
    ):
        return True
    return (
        _ELSEWHERE.match(after) is not None
        and re.match(
            r"\s*,?\s*(?:i|fra)\s+(?:[A-ZÆØÅ»”“\"]|\w+s\s|\w+(?:loven|rapporten|evalueringen|ansøgningen|aftalen|planen)\b)",
            after,
        )
        is not None
    )


def _clause_before(text: str) -> str:
    return re.split(r"[;:()]|\.\s+(?=[A-ZÆØÅ])", text)[-1]


def _sentence_after(text: str, end: int) -> str:
    return re.split(r"\.\s+(?=[A-ZÆØÅ])", text[end:])[0]


def _clause_after(text: str) -> str:
    return re.split(r"[;:(),]|\.(?:\s|$)", text.lstrip(" ,"))[0]
