"""Stretches with their quotes → a short Danish answer, every sentence of which is a quote or a stated figure."""

from __future__ import annotations

from collections.abc import Sequence

from qa.answer import Citation
from qa.evidence import Stretch

MOST_WORDS = 120
"""Words of an answer, at most."""


def reply_of(chosen: Sequence[tuple[Stretch, Citation]], *, several: bool) -> str:
    """The answering sentences with the numbers of their citations, at most `MOST_WORDS` words."""
    said: list[str] = []
    for number, (stretch, citation) in enumerate(chosen, start=1):
        sentence = said_of(stretch, citation)
        words = sum(len(one.split()) for one in said)
        if not said or words + len(sentence.split()) <= MOST_WORDS - number:
            place = f" ({citation.file})" if several else ""
            said.append(f"{_shortened(sentence)}{place} [{number}]")
    return " ".join(said)


def said_of(stretch: Stretch, citation: Citation) -> str:
    """What a stretch says: its sentence as a quote, a row or record as its facts."""
    part = stretch.part
    if part.shown != part.text:
        return part.shown
    return f"“{part.text if part.text in citation.quote else citation.quote}”"


def _shortened(sentence: str) -> str:
    words = sentence.split()
    return sentence if len(words) <= MOST_WORDS - 2 else " ".join(words[: MOST_WORDS - 2]) + " …"
