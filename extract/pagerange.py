"""Page ranges as people write them: ``1-8``, ``3``, ``1-3,7``."""

from __future__ import annotations

import re

from extract.errors import WrongUsage

MAX_PAGES = 100_000
"""Beyond this a range is a slip of the keyboard, and listing it would fill the memory."""

_PART = re.compile(r"(\d{1,6})(?:\s*[-–]\s*(\d{1,6}))?")


def parse_pages(text: str | None) -> tuple[int, ...] | None:
    """The page numbers of a range, ascending and each once; ``None`` (all pages) for no range."""
    if text is None:
        return None
    numbers: set[int] = set()
    for part in text.split(","):
        numbers.update(_part(part.strip(), text))
    return tuple(sorted(numbers))


def _part(part: str, whole: str) -> range:
    match = _PART.fullmatch(part)
    first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
    if not 1 <= first <= last <= MAX_PAGES:
        todo = "Write pages as 4, 1-8 or 1-3,7, counted from 1 as a PDF viewer counts them."
        raise WrongUsage(f"“{whole}” is no page range.", todo)
    return range(first, last + 1)
