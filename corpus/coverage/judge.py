"""One sentence or row → which items it states, and of which it says that they are not known.

A sentence states an item where a rule of the item holds: words, a figure, a place. It does not where it only asks,
tells what the report is about, or says what was planned or ought to be. It says that an item is not known where words
for that ("foreligger ikke", "kan … vurderes") stand near the item's own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from corpus.coverage.codebook import MOODS, NEAR, Codebook, Item
from corpus.coverage.phrases import Places, Spotter, spotter
from corpus.coverage.rules import fit
from corpus.coverage.stretches import Stretch

_BACK = frozenset(("dette", "disse", "tallet", "tallene", "andelen", "omfanget", "oplysningerne"))
"""A sentence that begins so speaks of what the one before it named."""
SHORT = 7
"""Words of a sentence in which "det" stands for what was named before; longer ones go on to say what it is."""
_CUES = Path(__file__).parent.parent / "data" / "coverage_cues.toml"


@dataclass(frozen=True, slots=True)
class Judgement:
    """That a stretch states an item, or says that it is not known; a lower ``rank`` shows it better."""

    item: str
    says: Literal["stated", "not_known"]
    rank: tuple[int, int, int]
    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Judge:
    """A codebook, ready to look through stretches."""

    codebook: Codebook
    spotter: Spotter

    def judgements(self, stretch: Stretch) -> Iterator[Judgement]:
        """What a stretch says to the items."""
        found = self.spotter.found(stretch.piece.shown)
        above = self.spotter.found(" . ".join(stretch.headings))
        if _stands_in(above, "no_statements") or self._only_announces(stretch, found):
            return
        speaker = self.spotter.found(stretch.speaker) if stretch.speaker else {}
        beside = {**(above if stretch.kind == "row" else {}), **speaker}
        doubt = [place for cue in _cues()["not_known"] for place in found.get(cue, ())]
        moods = {mood for mood in MOODS if _stands_in(found, mood)}
        for item in self.codebook.items:
            if any(phrase in found or phrase in beside for phrase in item.unless):
                continue
            if doubt and self._is_doubted(item, stretch, found, doubt):
                yield Judgement(item.id, "not_known", (0, _aside(stretch), 0), stretch)
            elif moods <= set(item.moods):
                fits = [
                    (place, how) for place, rule in enumerate(item.says) if (how := fit(rule, stretch, found, above))
                ]
                if fits:
                    place, how = fits[0]
                    yield Judgement(item.id, "stated", (place, _aside(stretch), how.apart), stretch)

    def _only_announces(self, stretch: Stretch, found: Places) -> bool:
        """Whether a sentence, or what opens its list, asks or tells what the report is about."""
        if stretch.piece.text.rstrip().endswith("?") or _stands_in(found, "announces"):
            return True
        opened = stretch.kind == "list_item" and stretch.before.endswith((":", "?"))
        return opened and _stands_in(self.spotter.found(stretch.before), "announces")

    def _is_doubted(self, item: Item, stretch: Stretch, found: Places, doubt: Sequence[int]) -> bool:
        own = [place for phrase in item.topic for place in found.get(phrase, ())]
        if own:
            return min(abs(a - b) for a in own for b in doubt) <= NEAR
        words = stretch.piece.text.lower().split()
        back = words[0] in _BACK or (words[0] in ("det", "den") and len(words) <= SHORT)
        return back and any(phrase in self.spotter.found(stretch.before) for phrase in item.topic)


def judge_by(codebook: Codebook) -> Judge:
    """A judge of a codebook."""
    own = [
        phrase
        for item in codebook.items
        for group in (item.topic, item.unless, *((*r.any, *r.with_, *r.under) for r in item.says))
        for phrase in group
    ]
    return Judge(codebook, spotter([*own, *(phrase for cues in _cues().values() for phrase in cues)]))


def _aside(stretch: Stretch) -> int:
    """Running text of the body is quoted before summaries, and these before notes and appendices."""
    if stretch.role == "appendix" or stretch.kind == "footnote":
        return 2
    return int(stretch.role in ("summary", "front", "introduction"))


def _stands_in(found: Places, kind: str) -> bool:
    return any(cue in found for cue in _cues()[kind])


@cache
def _cues() -> Mapping[str, Sequence[str]]:
    tables = tomllib.loads(_CUES.read_text(encoding="utf-8"))
    return {kind: table["phrases"] for kind, table in tables.items()}
