"""What the verifier reads of the evidence, and how sure it is that it answers."""

from __future__ import annotations

import math
from dataclasses import replace

from qa.evidence import TABLES, heading_of
from qa.find import Found
from qa.stretch import Stretch

READ = 3
"""Quotes that are read, the best ones: each costs some ten milliseconds."""
BESIDE, ITSELF = 40, 60
"""Words that are read of the sentence before and of that after, and of the one that may answer."""
SURE = 4.0
"""Log-odds from which the verifier is as sure as can be."""


def verified(found: Found) -> Found:
    """What was found with how sure the verifier is of the first quotes; unchanged where there is no verifier."""
    from qa.verifier import verifier

    model = verifier()
    if model is None:
        return found
    read = [told(stretch) for stretch, _ in found.chosen[:READ]]
    return replace(found, sure=tuple(map(_sureness, model.probabilities(found.asked.meant, read))))


def told(stretch: Stretch) -> str:
    """What is read of a stretch: the sentence between those beside it, or the row as it is shown, under its heading."""
    itself = " ".join(stretch.part.shown.split()[:ITSELF])
    if stretch.part.shown == stretch.part.text and stretch.passage.kind not in TABLES:
        sentences = [piece.shown for piece in stretch.passage.sentences]
        if stretch.part.shown in sentences:
            place = sentences.index(stretch.part.shown)
            before = " ".join(sentences[place - 1].split()[-BESIDE:]) if place else ""
            after = " ".join(" ".join(sentences[place + 1 : place + 2]).split()[:BESIDE])
            itself = " ".join(filter(None, (before, itself, after)))
    return f"{heading_of(stretch.passage)}: {itself}"


def _sureness(probability: float) -> float:
    """Evenly by log-odds: 0.5 where it is as likely as not."""
    odds = math.log(max(probability, 1e-9) / max(1 - probability, 1e-9))
    return min(1.0, max(0.0, (odds + SURE) / (2 * SURE)))
