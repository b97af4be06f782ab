"""What the header of a column says about the part of a target that it holds."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

Part = Literal["id", "goal", "level", "unit", "target", "actual", "baseline", "status", "achievement", "other"]
"""A part of a target as a column holds it; ``other`` is what says nothing of it (sources, remarks)."""

PARTS: tuple[Part, ...] = get_args(Part)

YEAR = re.compile(r"\b(?:19|20)\d{2}\b(?:\s*[/–-]\s*(?:\d{2}|\d{4})\b)?")
OPEN_QUESTION = re.compile(r"(?<!\w)(?:hvad|hvor|hvordan|hvorfor|hvornår|hvem|hvilke[nt]?|hvorledes)(?!\w)(?!\s+høj)")
"""Questions that Ja and Nej do not answer."""
ONLY_YEAR = re.compile(
    r"^(?:år\s+|pr\.\s+|ultimo\s+|primo\s+|medio\s+)?(?:19|20)\d{2}(?:\s*[/–-]\s*\d{2,4})?$", re.IGNORECASE
)


@cache
def roles_of(header: str) -> tuple[Part, ...]:
    """The parts that a column with this header may hold, likeliest first; none where the header says nothing."""
    name = " ".join(header.lower().split()).strip(" .:?*")
    levels = [part.strip(" .:?*") for part in name.split(" / ")]
    for text in dict.fromkeys([levels[-1], *reversed(levels[:-1]), name]):
        if text and (roles := _listed(text)):
            return roles
    return ("actual",) if levels and ONLY_YEAR.match(levels[-1]) else ()


@cache
def preferences() -> dict[str, tuple[str, ...]]:
    """Words of headers by which one of several columns of a part is chosen."""
    return {name: tuple(words) for name, words in _data()["prefer"].items()}


@cache
def asks_verdict(header: str) -> bool:
    """Whether a header asks if the goal was met ("Opfyldt?", "Er målet nået?"): there Ja and Nej are verdicts."""
    name = header.lower().strip()
    if name.endswith("?") and not OPEN_QUESTION.search(name):
        return True
    return any(re.search(rf"(?<!\w){re.escape(word)}", name) for word in _data()["asks"]["words"])


@cache
def total_words() -> frozenset[str]:
    """Labels of rows that sum up units."""
    return frozenset(_data()["rows"]["totals"])


def is_total(label: str) -> bool:
    """Whether a row's label says that it sums up the others."""
    name = label.lower().strip(" .:*")
    return name in total_words() or bool(re.search(r"(?<!\w)i alt$|^(?:i alt|total|sum|samlet)(?!\w)", name))


def year_of(header: str) -> int:
    """The last year that a header names, else 0."""
    years = [match[0] for match in YEAR.finditer(header)]
    return int(years[-1][:4]) if years else 0


def _listed(name: str) -> tuple[Part, ...]:
    edges = range(len(name) + 1)
    starts = [i for i in edges if i == 0 or not _is_letter(name[i - 1])]
    ends = [i for i in edges if i == len(name) or not _is_letter(name[i])]
    for whole, first, last, roles in _entries():
        begins = any(name.startswith(first, i) for i in starts)
        if name in whole or begins or any(name.endswith(last, 0, i) for i in ends):
            return roles
    return ()


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


@cache
def _entries() -> tuple[tuple[frozenset[str], tuple[str, ...], tuple[str, ...], tuple[Part, ...]], ...]:
    """What a header may be in whole, what one of its words may begin with, and end with, and what it is then."""
    return tuple(
        (_whole(entry), tuple(entry.get("starts", ())), tuple(entry.get("ends", ())), _roles(entry))
        for entry in _data()["column"]
    )


def _whole(entry: dict[str, list[str]]) -> frozenset[str]:
    return frozenset(word.strip(" .:?*") for word in entry.get("whole", []))


def _roles(entry: dict[str, list[str]]) -> tuple[Part, ...]:
    return tuple(part for name in entry["roles"] for part in PARTS if part == name)


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("extract.danish").joinpath("data/indicator_columns.toml").read_text(encoding="utf-8"))
