"""Printed page numbers: which words of headers and footers are one, and what they say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from extract.page import Line

NUMBER = r"(?P<number>\d{1,4}|[ivxlc]{1,7})"
TOTAL = r"(?:\s*(?:af|ud af|of|/|\||[-–])\s*\d{1,4})?"
WHOLE = re.compile(rf"[^\w.,]*(?:(?:side|page|pag|s|p)\b\.?)?[^\w.,]*{NUMBER}{TOTAL}[^\w,]*", re.IGNORECASE)
WORD = re.compile(rf"[\W_]*{NUMBER}[\W_]*", re.IGNORECASE)
ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
LEAST_PAGES = 2  # pages on which a number must count with the pages
COUNTING = 0.8  # share of a header's pages on which its number counts with the pages

Span = tuple[int, int]
"""First word of a line that belongs to the page number, and the first behind it."""


def whole_number(text: str) -> int | None:
    """The page number that a piece of text is ("Side 5 af 12", "– 7 –", "iv"), or `None`."""
    match = WHOLE.fullmatch(text.strip())
    return value_of(match["number"]) if match else None


def value_of(number: str) -> int | None:
    """The value of an arabic or roman number."""
    if number.isdigit():
        return int(number)
    values = [ROMAN_VALUES[c] for c in number.lower()]
    total = sum(-v if any(w > v for w in values[i + 1 : i + 2]) else v for i, v in enumerate(values))
    return total if total > 0 else None


def read_numbers(lines: Sequence[tuple[str, Line]]) -> dict[int, tuple[Span, int]]:
    """Index of a line → the words that are its page number, and its value.

    Lines of furniture come with what stays the same in them from page to page: a number in a
    header is the page's where it counts with the pages.
    """
    groups: dict[str, list[int]] = {}
    for at, (key, _) in enumerate(lines):
        groups.setdefault(key, []).append(at)
    found: dict[int, tuple[Span, int]] = {}
    for members in groups.values():
        whole = {at: n for at in members if (n := whole_number(lines[at][1].text)) is not None}
        if whole and (len(whole) == 1 or len(set(whole.values())) > 1):  # one that stays the same is a version's
            found |= {at: ((0, len(lines[at][1].words)), n) for at, n in whole.items()}
            continue
        for place in (0, -1):
            values = {at: n for at in members if (n := _word_number(lines[at][1], place)) is not None}
            if _counts((lines[at][1].page, n) for at, n in values.items()) >= max(LEAST_PAGES, COUNTING * len(members)):
                found |= {at: (_span(lines[at][1], place), n) for at, n in values.items()}
                break
    return found


def filled(printed: Mapping[int, int], pages: Sequence[int]) -> dict[int, int]:
    """Printed numbers of all pages: those without one count on from the nearest that has one."""
    if not printed:
        return {}
    known = sorted(printed)
    result = {}
    for page in pages:
        near = min(known, key=lambda k: (abs(k - page), -k))
        result[page] = printed[near] + page - near
    return {page: number for page, number in result.items() if number > 0}


def _counts(numbers: Iterable[tuple[int, int]]) -> int:
    """On how many pages the number differs from the page by what it mostly differs."""
    votes = Counter(number - page for page, number in set(numbers))
    return max(votes.values(), default=0)


def _word_number(line: Line, place: int) -> int | None:
    match = WORD.fullmatch(line.words[place].text)
    return value_of(match["number"]) if match else None


def _span(line: Line, place: int) -> Span:
    return (0, 1) if place == 0 else (len(line.words) - 1, len(line.words))
