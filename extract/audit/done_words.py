"""The stems of a clause with the verbs of doing, which the wording of goals leaves out as telling nothing."""

from __future__ import annotations

import re

from extract.indicators.prose_words import stems

_DONE = {
    "gennemført": re.compile(r"\bgennemfør(?:t|te|er|es|tes)\b", re.IGNORECASE),
    "holdt": re.compile(r"\b(?:af)?hold(?:t|te|er|es|tes)\b", re.IGNORECASE),
    "planlagt": re.compile(r"\bplanl(?:agt|agte|ægger|ægges)\b", re.IGNORECASE),
}


def done_stems(text: str) -> frozenset[str]:
    """The stems of a clause; "gennemførte" and "har gennemført" have one."""
    plain = {stem for stem in stems(text) if not any(stem.startswith(verb) for verb in _DONE)}
    return frozenset(plain | {verb for verb, form in _DONE.items() if form.search(text)})
