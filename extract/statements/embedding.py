"""What lives on after a project and what does not, as single statements with a status."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.report import Embedding, EmbeddingStatus
from extract.statements.cues import embedding, learning
from extract.statements.pieces import Piece, introduces
from extract.statements.places import regions_of
from extract.statements.points import FEWEST_WORDS, MOST_WORDS, Span
from extract.statements.status import is_limited, status_of

_GROUPS = ("continues", "ends")
_SEVERAL = re.compile(r"\b(?:og|eller|samt)\b|/")
"""A heading over what goes on and what does not."""


def embedding_of(pieces: Sequence[Piece]) -> tuple[Embedding, ...]:
    """The statements in reading order; the summary speaks only where nothing else does."""
    found = [one for piece in pieces if piece.zone != "summary" for one in _of_piece(piece)]
    if not found:
        found = [one for piece in pieces if piece.zone == "summary" for one in _elsewhere(piece)]
    return tuple(found)


def _of_piece(piece: Piece) -> Iterator[Embedding]:
    if piece.zone != "embedding":
        yield from _elsewhere(piece)
    elif piece.block.type == "list_item":
        yield from _item(piece)
    else:
        yield from _paragraph(piece)


def _item(piece: Piece) -> Iterator[Embedding]:
    """An item of a list in the chapter is a statement; a long one, or one of several statuses, gives several."""
    spans = [span for span in piece.spans if not _is_aside(piece.words(*span))]
    if not spans:
        return
    whole = (spans[0][0], spans[-1][1])
    said = {status_of(piece.words(*span)) for span in spans} - {None}
    short = len(piece.words(*whole).split()) <= MOST_WORDS
    if short and (len(spans) == 1 or len(said) <= 1):
        if len(piece.words(*whole).split()) >= FEWEST_WORDS - 1:
            status = status_of(piece.words(*whole)) or _default(piece, whole)
            yield _statement(piece, whole, status)
        return
    yield from _paragraph(piece)


def _paragraph(piece: Piece) -> Iterator[Embedding]:
    """The sentences of the chapter that tell what becomes of something, each with what elaborates it."""
    heading = _by_heading(piece)
    groups: list[tuple[Span, EmbeddingStatus | None]] = []
    for start, end in piece.spans:
        sentence = piece.words(start, end)
        if _is_aside(sentence):
            continue
        status = status_of(sentence)
        if status is None and groups and len(piece.words(groups[-1][0][0], end).split()) <= MOST_WORDS:
            groups[-1] = ((groups[-1][0][0], end), groups[-1][1])
        elif status is not None or heading is not None:
            groups.append(((start, end), status or heading))
    for span, status in groups:
        if status and len(piece.words(*span).split()) >= FEWEST_WORDS:
            yield _statement(piece, span, status)


def _elsewhere(piece: Piece) -> Iterator[Embedding]:
    """The sentences of any other text that speak of what becomes of the project's things."""
    before = False
    for span in piece.spans:
        sentence = piece.words(*span)
        spoken = _speaks_of_it(sentence, beside=before)
        status = status_of(sentence) if spoken else None
        before = status is not None
        if status and len(sentence.split()) >= FEWEST_WORDS:
            yield _statement(piece, span, status)


def _speaks_of_it(sentence: str, *, beside: bool) -> bool:
    """Whether a sentence outside the chapter is about embedding; `beside` one that is, less will do."""
    sure = any(embedding(group, "sure").search(sentence) for group in _GROUPS)
    likely = [] if sure else [match for group in _GROUPS for match in embedding(group, "likely").finditer(sentence)]
    if not sure and not likely:
        return False
    if _is_aside(sentence) or embedding("modal").search(sentence):
        return False
    if sure:
        return True
    if embedding("people", "words").search(sentence[: likely[0].end()]):
        return False
    return beside or len(likely) > 1 or embedding("after_project").search(sentence) is not None


def _is_aside(sentence: str) -> bool:
    """Whether a sentence introduces, recommends, or tells what was meant to be."""
    cued = (learning("recommendation"), embedding("meant"))
    return introduces(sentence) or any(cue.search(sentence) for cue in cued)


def _by_heading(piece: Piece) -> EmbeddingStatus | None:
    """The status of a margin heading such as "Det, der ophører" in the chapter; beside a target it is the target."""
    theme = piece.theme if piece.theme != piece.section.title else None
    if not theme or piece.section.role != "embedding" or _SEVERAL.search(theme):
        return None
    return status_of(theme)


def _default(piece: Piece, span: Span) -> EmbeddingStatus:
    """What a chapter on embedding lists lives on, unless its heading or itself says otherwise."""
    heading = _by_heading(piece)
    if heading is not None:
        return heading
    return "partly_continues" if is_limited(piece.words(*span)) else "continues"


def _statement(piece: Piece, span: Span, status: EmbeddingStatus) -> Embedding:
    regions = regions_of(piece.block, *span)
    return Embedding(piece.words(*span), piece.theme, piece.section.id, regions[0].page, regions, status)
