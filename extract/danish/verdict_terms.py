"""The words of verdicts in a sentence: kernels ("opfyldt"), what changes them ("delvist", "ikke"), and their frame.

The words stand in `data/verdicts.toml`; spaCy's `Matcher` finds them. Where phrases overlap the longest counts.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
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
_WORDS = re.compile(r"\w+")
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
def _openings() -> dict[str, tuple[tuple[str, str], ...]]:
    """The phrases and words of each label by the words that they may begin with."""
    found: dict[str, list[tuple[str, str]]] = {}
    for label, lists in word_lists().items():
        for phrase in (*lists.get("words", ()), *lists.get("phrases", ())):
            for word in _first_words(phrase):
                found.setdefault(word, []).append((label, phrase))
    return {word: tuple(pairs) for word, pairs in found.items()}


def _first_words(phrase: str) -> Iterator[str]:
    for item in phrase.split():
        yield from item.rstrip("?").split("|")
        if not item.endswith("?"):
            return


@cache
def _matcher(word: str) -> Matcher:
    """The matcher of the terms that begin with a word; one of all terms would try each of them at each token."""
    from spacy.matcher import Matcher

    matcher = Matcher(tokenizer().vocab)
    by_label: dict[str, list[list[dict[str, Any]]]] = {}
    for label, phrase in _openings()[word]:
        by_label.setdefault(label, []).append(_pattern(phrase))
    for label, patterns in by_label.items():
        matcher.add(label, patterns)
    return matcher


@cache
def _choices(word: str) -> tuple[tuple[frozenset[str], ...], ...]:
    """For each phrase that a word may open: the words, of which it must have one each."""
    phrases = dict.fromkeys(phrase for _, phrase in _openings()[word])
    return tuple(
        tuple(frozenset(item.split("|")) for item in phrase.split() if item != "*" and not item.endswith("?"))
        for phrase in phrases
    )


@cache
def _longest(word: str) -> int:
    return max(len(phrase.split()) for _, phrase in _openings()[word])


def _found(doc: Doc, words: Sequence[str]) -> Iterator[Term]:
    """The terms of a sentence, each looked for where a word stands that it may begin with."""
    strings, openings = doc.vocab.strings, _openings()
    here = frozenset(words)
    for place, word in enumerate(words):
        if word not in openings:
            continue
        if _longest(word) == 1:
            yield from (Term(label, place, place + 1) for label, _ in openings[word])
            continue
        # Most words that open a phrase open none here: its other words are missing. The look costs less than the match.
        if not any(all(not here.isdisjoint(choice) for choice in needed) for needed in _choices(word)):
            continue
        for label, start, end in _matcher(word)(doc[place : place + _longest(word)]):
            if start == 0:
                yield Term(strings[label], place, place + end)


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
    texts = [token.text for token in doc]
    words = [text.lower() for text in texts]
    found = set(_found(doc, words))
    found |= {Term("finite", t.start, t.end) for t in found if t.label in MET and _FINITE.search(words[t.start])}
    goals = (place for place, word in enumerate(words) if _is_goal(word, texts[place]))
    found |= {Term("goal", place, place + 1) for place in goals}
    ranked = sorted(found, key=lambda t: (t.start - t.end, t.start, t.label))
    kept: list[Term] = []
    for term in ranked:
        longer = [k for k in kept if k.end - k.start > term.end - term.start and k.label not in _FRAME | _OPEN]
        if term.label in _FRAME or not any(k.start < term.end and term.start < k.end for k in longer):
            kept.append(term)
    return tuple(sorted(kept, key=lambda t: (t.start, t.end, t.label)))


def _is_goal(lower: str, text: str) -> bool:
    never, endings = _goal_words()
    return lower not in never and (lower.endswith(endings) or bool(_LABELLED.match(text)))


@cache
def _goal_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """Words that name no goal, and the endings of those that do."""
    lists = word_lists()["goal"]
    return frozenset(lists["never"]), tuple(lists["endings"])


@cache
def names_goal() -> re.Pattern[str]:
    """What a sentence in small letters must hold for a word such as "nået" to say something of a goal."""
    lists = word_lists()
    stems = {"mål", "kriteri", *lists["activity"]["words"], *(w for w in lists["goal"]["endings"] if "mål" not in w)}
    names = "|".join(sorted(map(re.escape, stems), key=len, reverse=True))
    surely = "|".join(map(re.escape, [*lists["met"]["words"], "nået"]))
    return re.compile(rf"{names}|\b[a-zæøå]{{1,3}}[.-]?\d{{1,2}}\b|\b(?:{surely})\b")


def worth_reading(text: str) -> bool:
    """Whether a text holds what every verdict has a word of: a cheap look before the tokenizer's."""
    return not _needed().isdisjoint(_WORDS.findall(text.lower()))


@cache
def _needed() -> frozenset[str]:
    """The words of the kernels; of a phrase the item that is least common, with its alternatives."""
    lists = word_lists()
    words = {word for label in KERNELS for word in lists[label].get("words", ())}
    for label in KERNELS:
        for phrase in lists[label].get("phrases", ()):
            needed = [item for item in phrase.split() if item != "*" and not item.endswith("?")]
            words |= set(max(needed, key=lambda item: min(map(len, item.split("|")))).split("|"))
    return frozenset(words)
