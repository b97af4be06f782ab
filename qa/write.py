"""What was worked out and what was found → the answer's text with its numbered citations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qa.answer import Citation
from qa.cite import repeats
from qa.compose import MOST_WORDS, Chosen, reply_of
from qa.find import Found
from qa.stated import Stated, source_citation
from qa.stretch import Stretch

QUOTED = 3
"""Citations of an answer, at most."""
STATED = 2
"""Rows that are quoted for what was worked out, where sentences were found too."""

ALSO = 0.65
"""Share of the best evidence's score from which other evidence is worth looking up beside it."""
LEAST_WORDS = 12
"""Words of room below which no further report is begun."""
NEAR_BEST = 0.85
"""Share of the best evidence's score from which another report has something to say to the question."""
EACH, REPORTS = 2, 5
"""Quotes of each report after the first, and reports that are quoted, at most."""
OWN = 0.6
"""Share of the question that a sentence beside a worked out answer must hold itself to be part of the answer."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer's text and what its numbers in brackets stand for."""

    text: str
    citations: tuple[Citation, ...]


def written(found: Found, stated: Sequence[Stated], names: Mapping[str, str], *, enough: bool) -> Reply:
    """First what was worked out of records, then the best sentences, if they are enough for an answer.

    ``names`` are those of the reports by their sha256 where several were asked: then each has its own line.
    """
    said, cited = _stated(stated, STATED if enough else QUOTED, names)
    rest = [one for one in found.chosen if not any(repeats(one[1], other) for other in cited)] if enough else []
    across = bool(names) and found.asked.asks("across")
    rest = [one for one in rest if across or one[0].score >= ALSO * rest[0][0].score]
    groups = _by_report(rest, 0.0 if across else NEAR_BEST) if names else [rest[: QUOTED - len(cited)]]
    for group in groups:
        if group and (not stated or (not names and _adds(group[0][0]))):
            room = MOST_WORDS - len(" ".join(said).split())
            reply = reply_of(found.asked, group, first=len(cited) + 1, room=room) if room > LEAST_WORDS else ""
            said += [_named(reply, group[0][1].document, names)] if reply else []
        cited += [citation for _, citation in group]
    return Reply(("\n" if names else " ").join(said), tuple(cited))


def _stated(stated: Sequence[Stated], most: int, names: Mapping[str, str]) -> tuple[list[str], list[Citation]]:
    """Each statement with the numbers of the rows that are quoted for it, one report's after the other."""
    said: list[str] = []
    cited: list[Citation] = []
    each = most if len(stated) == 1 else 1
    for one in stated:
        if said and len(" ".join([*said, one.said]).split()) > MOST_WORDS:
            continue
        quotes = [quote for source in one.sources[:each] if (quote := source_citation(source))]
        numbers = "".join(f" [{number}]" for number in range(len(cited) + 1, len(cited) + len(quotes) + 1))
        said.append(_named(f"{one.said}{numbers}", one.sources[0].document, names))
        cited += quotes
    return said, cited


def _by_report(chosen: Sequence[Chosen], near: float) -> list[list[Chosen]]:
    """What has this share of the best's score, one report's after the other, in the order of their best."""
    groups: dict[str, list[Chosen]] = {}
    least = near * chosen[0][0].score if chosen else 0.0
    for one in chosen:
        held = groups.setdefault(one[1].document, []) if one[0].score >= least else []
        if len(held) < (QUOTED if len(groups) == 1 else EACH):
            held.append(one)
    return list(groups.values())[:REPORTS]


def _named(said: str, document: str, names: Mapping[str, str]) -> str:
    """The words behind the name of the report that they are from, where several were asked."""
    return f"{names[document]}: {said}" if document in names else said


def _adds(stretch: Stretch) -> bool:
    """Whether a sentence says itself what was asked, beside what was worked out already."""
    return stretch.signs.own >= OWN and stretch.signs.shown == 1.0 and stretch.signs.cue == 1.0
