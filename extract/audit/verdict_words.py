"""Two verdicts on one target: whether they exclude each other, and how a message names them."""

from __future__ import annotations

from typing import Protocol

from extract.audit.terms import matches
from extract.danish.verdict_terms import word_lists
from extract.indicators.prose import OUTSIDE
from extract.indicators.prose_places import Place
from extract.report import Status

NAMES: dict[Status, str] = {
    "achieved": "opfyldt",
    "partly_achieved": "delvist opfyldt",
    "not_achieved": "ikke opfyldt",
    "ongoing": "i gang",
    "dropped": "opgivet",
    "unknown": "ikke vurderet",
}
_PLAIN_WORDS = frozenset({"i", "mål", "kommet", "kom", "er", "blev", "har", "nå", "at", "hus"})
_SHORT = 9
"""Words of a sentence that is a verdict and nothing else: "Dette aktivitetsmål er således ikke opfyldt."."""


class Judged(Protocol):
    """A verdict with its words."""

    @property
    def status(self) -> Status:
        """What became of the target."""

    @property
    def raw(self) -> str:
        """The words as printed."""


def clash(base: Judged, place: Place, *, midterm: bool) -> bool:
    """Whether what is told at a place excludes the verdict that a target has elsewhere.

    "Ikke nået" of a target that is reached in part is no contradiction, unless both are closing verdicts in the
    same words ("delvist opfyldt", "ikke opfyldt") in the chapter itself. "I gang" excludes "nået" in the middle
    of a project alone.
    """
    told = place.verdict.status
    pair = {base.status, told}
    if len(pair) == 1:
        return False
    if pair == {"partly_achieved", "not_achieved"}:
        return _graded(base, place)
    if "ongoing" in pair:
        return midterm and "achieved" in pair
    return "achieved" in pair or pair == {"partly_achieved", "dropped"}


def _graded(base: Judged, place: Place) -> bool:
    told = place.verdict
    if told.status == "partly_achieved":
        return matches("in_part", told.raw) and base.raw.lower().startswith("ikke") and not matches("in_part", base.raw)
    sentence = place.block.text[slice(*told.sentence)]
    same = base.raw.lower().split()[-1:] == told.raw.lower().split()[-1:]
    return same and place.section.role not in OUTSIDE and len(sentence.split()) <= _SHORT


def plainly_told(told: Judged) -> bool:
    """Whether the words themselves say so: a verdict below "nået" needs a word that lowers it.

    In "er kommet i mål med kurserne, men ikke med håndbogen" what lowers it is said of something else.
    """
    if told.status not in ("not_achieved", "partly_achieved"):
        return True
    words = told.raw.lower().split()
    return not set(words) <= _PLAIN_WORDS | set(word_lists()["met"]["words"]) | set(word_lists()["reached"]["words"])


def said(status: Status, raw: str) -> str:
    """The verdict in a message: its own words where they are few, else what they come to."""
    words = raw.strip(" .").lower()
    return f"”{words}”" if 0 < len(words.split()) <= 4 and words.endswith("t") else f"”{NAMES[status]}”"
