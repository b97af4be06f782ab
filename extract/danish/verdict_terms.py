"""The words of verdicts in a sentence: kernels ("opfyldt"), what changes them ("delvist", "ikke"), and their frame.

The words stand in `data/verdicts.toml`; spaCy's `Matcher` finds them. Where phrases overlap the longest counts.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.danish.nlp import pipeline

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.matcher import Matcher
    from spacy.tokens import Doc

_DATA = Path(__file__).with_name("data") / "verdicts.toml"
MET = frozenset({"met", "reached", "done", "exceeded"})
KERNELS = MET | {"failed", "dropped", "ongoing", "delayed", "unknowable", "full", "part"}
"""Labels of terms that may say what became of a goal."""
_OPEN = frozenset({"met", "reached", "done", "except"})
"""Labels whose phrases hold what changes them: "lever *ikke* op til", "dog ikke"; they hide nothing."""
_FRAME = frozenset({"finite", "say", "prove", "goal", "modal", "activity", "some", "every", "legend"})
"""Labels that a longer phrase does not hide."""
_LABELLED = re.compile(r"^[A-ZÆØÅ]{1,3}[.-]?\d{1,2}(?:\.\d{1,2})*[a-z]?$")
_FINITE = re.compile(r"(?:s|r|ede|fyldte|førte|gik|steg|skred)$")
"""Endings of the present and past, as against the participle ("opfyldt") and the infinitive ("nå")."""
_ANY: dict[str, Any] = {"OP": "?", "IS_PUNCT": False}


@dataclass(frozen=True, slots=True)
class Term:
    """Words of a sentence with a label of `data/verdicts.toml`; offsets count tokens."""

    label: str
    start: int
    end: int


@cache
def word_lists() -> dict[str, dict[str, list[str]]]:
    """The tables of `data/verdicts.toml`."""
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


@cache
def tokenizer() -> Language:
    """The Danish pipeline, of which verdicts use the tokenizer alone."""
    return pipeline()


@cache
def _matcher() -> Matcher:
    from spacy.matcher import Matcher

    nlp = tokenizer()
    matcher = Matcher(nlp.vocab)
    for label, lists in word_lists().items():
        patterns = [[{"LOWER": {"IN": lists["words"]}}]] if "words" in lists else []
        patterns += [_pattern(phrase) for phrase in lists.get("phrases", ())]
        if patterns:
            matcher.add(label, patterns)
    return matcher


def _pattern(phrase: str) -> list[dict[str, Any]]:
    """A phrase of the data file as a pattern: "a|b" alternatives, "a?" may be missing, "*" any word or none."""
    pattern: list[dict[str, Any]] = []
    for word in phrase.split():
        if word == "*":
            pattern.append(_ANY)
        else:
            choice: dict[str, Any] = {"LOWER": {"IN": word.rstrip("?").split("|")}}
            pattern.append({**choice, "OP": "?"} if word.endswith("?") else choice)
    return pattern


def terms_in(doc: Doc) -> tuple[Term, ...]:
    """The terms of a sentence, in order; a term inside a longer one is hidden, unless it belongs to the frame."""
    strings = doc.vocab.strings
    found = {Term(strings[label], start, end) for label, start, end in _matcher()(doc)}
    found |= {Term("finite", t.start, t.end) for t in found if t.label in MET and _FINITE.search(doc[t.start].lower_)}
    found |= {Term("goal", token.i, token.i + 1) for token in doc if _is_goal(token.lower_, token.text)}
    ranked = sorted(found, key=lambda t: (t.start - t.end, t.start, t.label))
    kept: list[Term] = []
    for term in ranked:
        longer = [k for k in kept if k.end - k.start > term.end - term.start and k.label not in _FRAME | _OPEN]
        if term.label in _FRAME or not any(k.start < term.end and term.start < k.end for k in longer):
            kept.append(term)
    return tuple(sorted(kept, key=lambda t: (t.start, t.end, t.label)))


def _is_goal(lower: str, text: str) -> bool:
    lists = word_lists()["goal"]
    if lower in lists["never"]:
        return False
    return lower.endswith(tuple(lists["endings"])) or bool(_LABELLED.match(text))


@cache
def names_goal() -> re.Pattern[str]:
    """What a sentence must hold for a word such as "nået" to say something of a goal; or it is short."""
    lists = word_lists()
    stems = {"mål", "kriteri", *lists["activity"]["words"], *(w for w in lists["goal"]["endings"] if "mål" not in w)}
    names = "|".join(sorted(map(re.escape, stems), key=len, reverse=True))
    surely = "|".join(map(re.escape, [*lists["met"]["words"], "nået"]))
    return re.compile(rf"{names}|\b[A-ZÆØÅ]{{1,3}}[.-]?\d{{1,2}}\b|\b(?:{surely})\b", re.IGNORECASE)


@cache
def worth_reading() -> re.Pattern[str]:
    """What a text must hold for a verdict to be in it: a cheap look before the tokenizer's."""
    lists = word_lists()
    stems = {word for label in KERNELS for word in lists[label].get("words", ())}
    for label in KERNELS:
        for phrase in lists[label].get("phrases", ()):
            needed = [item for item in phrase.split() if item != "*" and not item.endswith("?")]
            stems |= set(max(needed, key=lambda item: min(map(len, item.split("|")))).split("|"))
    words = "|".join(sorted(map(re.escape, stems), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
