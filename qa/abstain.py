"""Whether the evidence found is enough for an answer: the question's weighty words must stand together somewhere.

The two thresholds are chosen on the questions of the examples, answerable and not (`examples/*/*.questions.json`).
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.answer import Citation
from qa.asked import Asked
from qa.evidence import AROUND, Stretch, share

LEAST = 0.5
"""Share of the question's weight that the best stretch must hold."""
MOST_MISSING = 0.3
"""Share of its weight in words that none of the best stretches holds itself."""
READ = 8
"""Best stretches in which a word is looked for."""


def is_enough(asked: Asked, ranked: Sequence[Stretch], best: Stretch) -> bool:
    """Whether the best stretch may be taken for an answer."""
    if not asked.terms:
        return True
    near = ranked[:READ]
    missing = [max(stretch.held[k] for stretch in near) <= AROUND for k in range(len(asked.terms))]
    return share(asked.terms, best.held) >= LEAST and share(asked.terms, [float(one) for one in missing]) < MOST_MISSING


def nearest(what: str, citation: Citation) -> str:
    """What is said instead of an answer: that it is not told, and what comes nearest."""
    place = f"afsnit {citation.section_title}, " if citation.section_title else ""
    return f"Det fremgår ikke af {what}. Det nærmeste, der står, er: “{citation.quote}” ({place}side {citation.page})."
