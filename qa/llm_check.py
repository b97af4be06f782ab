"""A model's claims and the passages that it was sent → what of them holds: quotes that stand word for word, where."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.danish.words import sentences
from index.pieces import Piece, Place, place_on_one_page
from qa.answer import Citation
from qa.cite import LONGEST, SHORTEST, citation_at
from qa.llm_prompt import Shown
from qa.llm_reply import Said

LONGEST_SENTENCE = 60
"""Words; a longer one is no sentence of an answer."""
_MARKS = str.maketrans({**dict.fromkeys("“”„»«", '"'), **dict.fromkeys("’‘´`", "'"), **dict.fromkeys("–—", "-")})
"""Characters that a model writes for one another; each stands for one, so that places stay the same."""
_EDGES = " \"'.…"
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_THOUSANDS = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Held:
    """A sentence whose quote stands where it says."""

    text: str
    citation: Citation


def held(said: Said, shown: Sequence[Shown], question: str) -> Held | None:
    """The sentence with the quote in the report's own characters; ``None`` where it does not hold."""
    if len(said.text.split()) > LONGEST_SENTENCE:
        return None
    for one in shown:
        if said.passage in ("", one.id) and figures_of(said.text) <= figures_of(f"{one.words} {question}"):
            citation = next(_citations(said, one), None)
            if citation is not None:
                return Held(said.text, citation)
    return None


def figures_of(text: str) -> set[str]:
    """The figures of a text, however thousands are set apart."""
    return {_THOUSANDS.sub("", figure) for figure in _FIGURE.findall(text)}


def _citations(said: Said, shown: Shown) -> Iterator[Citation]:
    """Where the quote stands in the passage, on the page said."""
    for piece in shown.pieces:
        for start, end in _places(said.quote, piece):
            place = place_on_one_page(piece, start, end)
            if place is None or said.page not in (None, place.page) or not _is_quote(piece, place):
                continue
            yield citation_at(shown.passage, piece, _grown(piece, place), shown.hit.score)


def _places(quote: str, piece: Piece) -> Iterator[tuple[int, int]]:
    """Where the words stand in the text: whole words, with the marks that are printed at them."""
    wanted = " ".join(quote.translate(_MARKS).split()).strip(_EDGES)
    text = piece.text.translate(_MARKS)
    start = text.find(wanted) if wanted else -1
    while start >= 0:
        end = start + len(wanted)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield text.rfind(" ", 0, start) + 1, end + len(text[end:].split(" ", 1)[0])
        start = text.find(wanted, start + 1)


def _is_quote(piece: Piece, place: Place) -> bool:
    """Whether it is long enough: three words, or a whole cell of a row."""
    words = len(piece.text[place.start : place.end].split())
    cell = piece.shown != piece.text and any((line.start, line.end) == (place.start, place.end) for line in piece.lines)
    return words >= SHORTEST or cell


def _grown(piece: Piece, place: Place) -> Place:
    """The whole sentence that the quote is from, where it stands on the same page: a "not" before it is not lost."""
    if piece.shown != piece.text:
        return place
    touched = [span for span in sentences(piece.text) if span[0] < place.end and span[1] > place.start]
    if not touched or len(piece.text[touched[0][0] : touched[-1][1]].split()) > LONGEST:
        return place
    whole = place_on_one_page(piece, touched[0][0], touched[-1][1])
    within = whole is not None and whole.start <= place.start and whole.end >= place.end
    return whole if whole is not None and within and whole.page == place.page else place
