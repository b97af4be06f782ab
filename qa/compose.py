"""Evidence with its quotes → a short Danish answer, every sentence of which is a quote or a stated figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.danish.quantities import read_quantity
from extract.danish.words import sentences
from index.said import figures_said
from qa.answer import Citation
from qa.asked import Asked
from qa.holding import holds, words_of
from qa.stretch import Stretch
from qa.wording import cues

MOST_WORDS = 120
"""Words of an answer, at most."""
NEAR = {True: 0.82, False: 0.9}
"""Share of the best evidence's score from which other evidence is part of the answer too: where several reasons or
members are asked for, and where one fact is."""
SOON = 2
"""Sentences after one in which its reason is looked for."""
MANY_CELLS = 4
"""Figures of a row from which only those that were asked for are told."""
_SEVERAL = ("why", "list", "learning", "embedding", "across")
_TARGET = re.compile(r"Mål: (?P<aim>.+?)\. Opnået: (?P<actual>.+?)\. (?:Udgangspunkt|Status): ")

Chosen = tuple[Stretch, Citation]


def reply_of(asked: Asked, chosen: Sequence[Chosen], *, first: int = 1, room: int = MOST_WORDS) -> str:
    """The answering sentences with the numbers of their citations, counted from ``first``, within ``room`` words."""
    said: list[str] = []
    least = NEAR[asked.asks(*_SEVERAL)] * chosen[0][0].score if chosen else 0.0
    for number, (stretch, citation) in enumerate(chosen, start=first):
        sentence = said_of(asked, stretch, citation)
        words = sum(len(one.split()) for one in said)
        if not said or (stretch.score >= least and words + len(sentence.split()) <= room - number):
            said.append(f"{_shortened(sentence, room)} [{number}]")
    return " ".join(said)


def said_of(asked: Asked, stretch: Stretch, citation: Citation) -> str:
    """What a stretch says: its sentence as a quote, a row or record as its facts, a target with its achievement."""
    part = stretch.part
    if part.shown == part.text:
        return f"“{_with_reason(asked, part.text, citation.quote)}”"
    if stretch.passage.kind == "measure":
        return _figures(asked, stretch)
    return f"{part.shown}{_achievement(part.shown)}"


def _with_reason(asked: Asked, said: str, quote: str) -> str:
    """The sentence; where a reason is asked for and a sentence soon after gives it, up to that one."""
    start = quote.find(said)
    if start < 0:
        return quote
    end = start + len(said)
    if asked.asks("why") and not cues()["reason"].search(said.lower()):
        after = [span for span in sentences(quote) if span[0] >= end][:SOON]
        end = next((last for first, last in after if cues()["reason"].search(quote[first:last].lower())), end)
    return quote[start:end]


def _figures(asked: Asked, stretch: Stretch) -> str:
    """The row's figures that were asked for, where some columns hold words of the question and others do not."""
    label, figures = figures_said(stretch.passage)
    fits = [sum(term.weight * holds(term, words_of(column)) for term in asked.terms) for column, _ in figures]
    best = max(fits, default=0.0)
    if len(figures) < MANY_CELLS or best == 0.0:
        return stretch.part.shown
    kept = [f"{column}: {raw}" for (column, raw), fit in zip(figures, fits, strict=True) if fit >= 0.6 * best]
    return f"{label}: {'; '.join(kept)}".rstrip(".") + "."


def _achievement(shown: str) -> str:
    """Which share of the target was reached, with the division shown; nothing where it is no plain number."""
    found = _TARGET.search(shown)
    aim, actual = (read_quantity(found[name]) if found else None for name in ("aim", "actual"))
    if not (aim and actual and aim.kind == actual.kind == "count" and aim.value and actual.value is not None):
        return ""
    return f" ({actual.raw} af {aim.raw}, svarende til {100 * actual.value / aim.value:.0f} pct.)"


def _shortened(sentence: str, room: int) -> str:
    words = sentence.split()
    if len(words) <= room - 2:
        return sentence
    return " ".join(words[: room - 2]) + (" …”" if sentence.startswith("“") else " …")
