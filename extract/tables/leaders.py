"""Words that a leader holds together ("Alabama........12"), cut into label and number."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.page import Page, Word

GLUED = re.compile(r"^(.*?[^.·…_\s])[.·…_]{4,}([^.·…_\s].*)$")
DOT = 0.5  # width of a dot in widths of a letter


def with_cut_leaders(page: Page) -> Page:
    """The page with such words cut: the label keeps its place in `words`, the number is added at the end."""
    cut: dict[int, Word] = {}
    extra: list[Word] = []
    for i, word in enumerate(page.words):
        if len(word.text) < 6 or (".." not in word.text and "…" not in word.text and "__" not in word.text):
            continue
        match = GLUED.match(word.text)
        if match and word.angle == 0:
            left, right = match.groups()
            dots = len(word.text) - len(left) - len(right)
            unit = (word.x1 - word.x0) / (len(left) + len(right) + DOT * dots)
            cut[i] = replace(word, text=left, x1=word.x0 + unit * len(left))
            extra.append(replace(word, text=right, x0=word.x1 - unit * len(right)))
    if not cut:
        return page
    return replace(page, words=(*(cut.get(i, w) for i, w in enumerate(page.words)), *extra))
