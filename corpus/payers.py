"""Who pays for what lives on after a project, in the words of the statement itself."""

from __future__ import annotations

import re
from functools import cache

from corpus.wordlist import data, pattern

_SENTENCE = re.compile(r"(?<=[^\d\s][.!?])\s+(?=[A-ZÆØÅ])")
_CLAUSE = re.compile(r"[,;:()]")


def payer_in(text: str) -> str | None:
    """The sentence of a statement that says who pays, as it stands; ``None`` where none does, or says that nobody will.

    What denies it counts only in the clause that speaks of money.
    """
    pays, denies = _patterns()
    for sentence in _SENTENCE.split(text):
        for clause in _CLAUSE.split(sentence.lower()):
            if pays.search(clause) and not denies.search(clause):
                return sentence.strip()
    return None


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return pattern(data("payers")["pays"]), pattern(data("payers")["not"])
