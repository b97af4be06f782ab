"""Passages and a question → the sentences and rows that may answer it, each with how well it does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from index.passage import Passage
from index.pieces import Piece, part_of, sentence_pieces
from index.search import Hit
from qa.asked import Asked
from qa.holding import NO_WORDS, holds, share, words_of
from qa.shows import shown_by
from qa.stretch import Signs, Stretch
from qa.weights import score_of
from qa.wording import fact_words, leads_in

NEXT, REASON, LED, AROUND, CAPTION = 0.55, 0.85, 0.75, 0.4, 0.7
"""What a term is worth that stands in the sentence before, in that before a reason, in what leads a list in, elsewhere
in the passage or in the headings above, and in the caption of the table whose row it is asked of."""
COMPARED = 8
"""Best stretches whose meaning is compared with the question's: each costs some milliseconds."""
ABOVE, MEANT = 14, 45
"""Words of the heading or caption, and of the stretch itself, whose meaning is compared: long texts cost more."""
FARTHER, UNKNOWN = 0.5, 0.6
"""What stands for the likeness of what was not compared, being worse by its words, and of all where nothing compares:
about the mean of what answers."""
LABEL = 5
"""Words below which a text is a label and no statement; what leads a list in is none either."""
SHORT = 3
"""Words of a phrase by which a fact is asked for and that says nothing else."""
LONG_ROW = 60
"""Words of a row from which it is read cell by cell: it would hold every question's words."""
WEIGHTY = 0.45
"""Weight of a word that a fact of the metadata must hold, itself or in what it is asked by, to be what is asked for."""
TABLES = frozenset(("table", "measure"))
ROWS = frozenset(("table", "measure", "indicator", "fact"))

_TOTAL = re.compile(r"^(?:[^:;]*: )?(?:i alt|total|samlet|alle|sum)\b", re.IGNORECASE)

Likeness = Callable[[Sequence[str]], Sequence[float]]
"""How near the meaning of each text is to the question's, 0 to 1."""


def stretches(asked: Asked, hits: Sequence[Hit], likeness: Likeness | None = None) -> list[Stretch]:
    """All sentences and rows of the passages, best first; the best by words are weighed by their meaning too."""
    found = [stretch for hit in hits for stretch in _of_passage(asked, hit)]
    found.sort(key=lambda stretch: -stretch.score)
    if likeness is None:
        return [_likened(stretch, UNKNOWN) for stretch in found]
    near = likeness(list(map(_meant, found[:COMPARED])))
    compared = [_likened(stretch, value) for stretch, value in zip(found, near, strict=False)]
    return sorted([*compared, *found[len(compared) :]], key=lambda stretch: -stretch.score)


def _likened(stretch: Stretch, likeness: float) -> Stretch:
    signs = replace(stretch.signs, likeness=likeness)
    return replace(stretch, signs=signs, score=score_of(signs))


def _meant(stretch: Stretch) -> str:
    """A stretch as its meaning is compared, under its heading."""
    return f"{heading_of(stretch.passage)}: {' '.join(stretch.part.shown.split()[:MEANT])}"


def heading_of(passage: Passage) -> str:
    """The last heading above a text, or the caption of a row's table, cut where it is long."""
    above = passage.context if passage.kind in ROWS and passage.kind != "fact" else " ".join(passage.path[-1:])
    return " ".join(above.split()[:ABOVE])


def _of_passage(asked: Asked, hit: Hit) -> Iterator[Stretch]:
    passage = hit.passage
    above = words_of(" ".join((*passage.path, passage.context)))
    whole = words_of(passage.text) | above
    caption = words_of(passage.context) if passage.record or passage.kind in ROWS else NO_WORDS
    named = _named(asked, passage)
    before = earlier = lead = NO_WORDS
    for piece in passage.pieces:
        for part in _parts(passage, piece):
            here = words_of(part.shown if part.shown == part.text else f"{part.shown} {part.text}")
            own = tuple(
                1.0 if names else max(holds(term, here), CAPTION * holds(term, caption))
                for term, names in zip(asked.terms, named, strict=True)
            )
            shows = shown_by(part.shown, asked)
            follows = REASON if "why" in shows else NEXT
            held = tuple(
                max(mine, follows * holds(term, before), LED * holds(term, lead), AROUND * holds(term, whole))
                for term, mine in zip(asked.terms, own, strict=True)
            )
            signs = _signs(asked, hit, part, own, held, shows)
            yield Stretch(hit, piece, part, score_of(signs), held, signs)
            before, earlier = here | earlier, here
        lead = here if leads_in(piece.text) else lead


def _parts(passage: Passage, piece: Piece) -> Iterator[Piece]:
    """The sentences of a text, a row whole; a row of long cells, as tables of activities and outcomes have, by them."""
    if passage.kind not in TABLES or len(piece.text.split()) <= LONG_ROW:
        yield from sentence_pieces(piece)
        return
    for cell in piece.lines:
        yield from sentence_pieces(part_of(piece, cell.start, cell.end))


def _signs(
    asked: Asked, hit: Hit, part: Piece, own: Sequence[float], held: Sequence[float], shows: frozenset[str]
) -> Signs:
    named = [value for term, value in zip(asked.terms, own, strict=True) if term.entity]
    counted = [value for term, value in zip(asked.terms, own, strict=True) if term.counted]
    kinds = [kind for kind in ("why", "learning", "embedding", "status") if asked.asks(kind)]
    shown = _mean([float(kind in shows) for kind in asked.expects])
    return Signs(
        held=share(asked.terms, held),
        own=share(asked.terms, own),
        rank=hit.score,
        likeness=FARTHER,
        shown=shown,
        cue=float(any(kind in shows for kind in kinds)) if kinds else 1.0,
        entities=_mean(named),
        counted=_mean(counted),
        statement=float(len(part.shown.split()) >= LABEL and not leads_in(part.shown)),
        fact=float(shown == 1.0 and _is_asked_for(asked, hit.passage) and _says_all(asked, own)),
        total=float(hit.passage.kind in TABLES and not asked.municipalities and bool(_TOTAL.search(part.shown))),
    )


def _field(passage: Passage) -> str:
    """The field of the metadata that a passage states, if any."""
    return (passage.record or "").partition("metadata:")[2]


def _named(asked: Asked, passage: Passage) -> list[bool]:
    """Of each word whether it only names the fact that the passage states: "startdato" of a period between two dates.

    So does each word of a short phrase that asks for it: "rapporten" of "står bag rapporten".
    """
    wording = fact_words().get(_field(passage))
    if wording is None:
        return [False] * len(asked.terms)
    phrases = [set(words) for m in wording.finditer(asked.lower) if len(words := m.group().split()) <= SHORT]
    terms = [term.words.lower() for term in asked.terms]
    return [bool(wording.search(term)) or any(set(term.split()) <= phrase for phrase in phrases) for term in terms]


def _is_asked_for(asked: Asked, passage: Passage) -> bool:
    """Whether it is a record of the kind asked for: the fact, the target by its id, what was learnt, what lives on."""
    if passage.kind in {"learning", "embedding"}:
        return asked.asks(passage.kind)
    target = (passage.record or "").partition("indicator:")[2]
    return _field(passage) in asked.facts or target in asked.targets


def _says_all(asked: Asked, own: Sequence[float]) -> bool:
    """Whether no weighty word of the question is missing: else it asks for more than the fact."""
    return not any(value == 0.0 and term.weight >= WEIGHTY for term, value in zip(asked.terms, own, strict=True))


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 1.0
