"""What a text shows of what may be asked for: figures, dates, names, units, and the words of reasons and verdicts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.danish.dates import dates_in
from extract.danish.figures import figures_in
from extract.danish.names import municipalities_in
from qa.asked import Asked
from qa.wording import cues, units

_NAME = re.compile(r"(?<=[^.?!:;]\s)[\"“”»]?(?:[A-ZÆØÅ][\w&-]+|[A-ZÆØÅ]{2,})")
_LABELLED = re.compile(r":\s+[A-ZÆØÅ]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def shown_by(text: str, asked: Asked) -> frozenset[str]:
    """What a text shows of what is asked for, by the names of `Expected` and of the cues."""
    return frozenset(_shown(text, text.lower(), asked))


def _shown(text: str, lower: str, asked: Asked) -> Iterator[str]:
    for kind, cue in cues().items():
        if asked.asks(kind) and cue.search(lower):
            yield kind
    if "figure" in asked.expects and figures_in(text):
        yield "figure"
    if "date" in asked.expects and (_YEAR.search(text) or dates_in(text)):
        yield "date"
    if "unit" in asked.expects and all(units()[unit].shown.search(lower) for unit in asked.units):
        yield "unit"
    if "municipality" in asked.expects and municipalities_in(text):
        yield "municipality"
    if "name" in asked.expects and (_NAME.search(text) or _LABELLED.search(text)):
        yield "name"
