"""What was worked out and what was found → the answer's text with its numbered citations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qa.answer import Citation
from qa.compose import MOST_WORDS, reply_of
from qa.find import Found
from qa.stated import Stated, source_citation
from qa.stretch import Stretch

QUOTED = 3
"""Citations of an answer, at most."""
STATED = 2
"""Rows that are quoted for what was worked out, where sentences were found too."""

OWN = 0.6
"""Share of the question that a sentence beside a worked out answer must hold itself to be part of the answer."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer's text and what its numbers in brackets stand for."""

    text: str
    citations: tuple[Citation, ...]


def written(found: Found, stated: Sequence[Stated], *, several: bool, enough: bool) -> Reply:
    """First what was worked out of records, then the best sentences, if they are enough for an answer."""
    said, cited = _stated(stated, STATED if enough else QUOTED, several=several)
    rest = [one for one in found.chosen if not any(_same(one[1], other) for other in cited)] if enough else []
    rest = rest[: QUOTED - len(cited)]
    if rest and (not stated or _adds(rest[0][0])):
        room = MOST_WORDS - len(" ".join(said).split())
        said.append(reply_of(found.asked, rest, several=several, first=len(cited) + 1, room=room))
    return Reply(" ".join(said), (*cited, *(citation for _, citation in rest)))


def _stated(stated: Sequence[Stated], most: int, *, several: bool) -> tuple[list[str], list[Citation]]:
    """Each statement with the numbers of the rows that are quoted for it, one report's after the other."""
    said: list[str] = []
    cited: list[Citation] = []
    for one in stated:
        if said and len(" ".join([*said, one.said]).split()) > MOST_WORDS - most:
            break
        quotes = [quote for source in one.sources[:most] if (quote := source_citation(source))]
        room = max(0, most - len(cited))
        numbers = "".join(f" [{len(cited) + place}]" for place, _ in enumerate(quotes[:room], start=1))
        file = f" ({one.sources[0].file})" if several else ""
        said.append(f"{one.said}{file}{numbers}")
        cited += quotes[:room]
    return said, cited


def _adds(stretch: Stretch) -> bool:
    """Whether a sentence says itself what was asked, beside what was worked out already."""
    return stretch.signs.own >= OWN and stretch.signs.shown == 1.0 and stretch.signs.cue == 1.0


def _same(one: Citation, other: Citation) -> bool:
    return one.document == other.document and (one.quote in other.quote or other.quote in one.quote)
