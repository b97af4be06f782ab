"""Groups of people or things that a report counts by what they did: "de 135 unge, der gennemførte" is 135.

So a share "af de unge, der gennemførte" has a whole although its sentence names no number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.audit.done_words import done_stems
from extract.audit.material import Sentence
from extract.audit.spoken import ANY, COUNT, fits_a_sentence, marked
from extract.audit.terms import matches, pattern
from extract.danish.names import municipalities_in
from extract.indicators.prose_words import alike, stems

_WORD = r"[^\W\d_][\w'’-]*"
_NOUNS = rf"(?P<noun>{_WORD}(?:\s+{_WORD}){{0,2}}?)"
_CLAUSE = r"(?P<clause>[^,.;:()\ue001-\ue006]+)"
_RELATIVE = re.compile(
    rf"(?:\bde|\balle|\bsamtlige|\bdisse)\s+(?:{_WORD}\s+)?{COUNT}(?P<n>.)\s+{_NOUNS},?\s+(?:der|som)\s+{_CLAUSE}", re.I
)
_DID = re.compile(
    rf"{COUNT}(?P<n>.)\s+(?:ud\s+)?af\s+(?:{_WORD}\s+){{0,2}}?{COUNT}.\s+{_NOUNS}\s+(?:har|er|havde|var|blev)\s+{_CLAUSE}",
    re.I,
)
_ADJECTIVE = re.compile(
    rf"(?:\bde|\balle|\bsamtlige)\s+{COUNT}(?P<n>.)\s+(?P<clause>{_WORD}(?:te|ede|de|ende))\s+(?P<noun>{_WORD})", re.I
)
_NAMED = re.compile(rf"^(?:alle\s+|samtlige\s+)?(?:de|dem|projektets)?\s*{_NOUNS}?,?\s*(?:der|som)\s+{_CLAUSE}", re.I)
_NAMED_ADJECTIVE = re.compile(
    rf"^(?:alle\s+|samtlige\s+)?de\s+(?P<clause>{_WORD}(?:te|ede|de|ende))\s+(?P<noun>{_WORD})$", re.I
)
NEAR = 0.75


@dataclass(frozen=True, slots=True)
class Group:
    """How many they are, the stems of their noun and of what they did, and where that is said."""

    count: float
    noun: frozenset[str]
    did: frozenset[str]
    sentence: Sentence
    start: int
    end: int


def groups_of(sentences: Iterable[Sentence]) -> Iterator[Group]:
    """The groups of a report with their numbers; those of single places are none."""
    for sentence in sentences:
        text = marked(sentence.text) if fits_a_sentence(sentence.text) else None
        if text is None or COUNT not in text.text or municipalities_in(sentence.text):
            continue
        for form in (_RELATIVE, _DID, _ADJECTIVE):
            for match in form.finditer(text.text):
                number, did = text.number(match["n"]), _did(match["clause"])
                if did and number.qualifier is None:
                    yield Group(number.value, stems(match["noun"]), did, sentence, number.start, number.end)


def named_group(name: str, groups: Iterable[Group]) -> list[Group]:
    """The groups that a name without a number means: of the same noun, and all did the same and nothing else."""
    match = _NAMED.match(name) or _NAMED_ADJECTIVE.match(name)
    if match is None or re.search(ANY, name):
        return []
    noun, did = stems(match["noun"] or ""), _did(match["clause"])
    if not did:
        return []
    return [group for group in groups if _same(did, group.did) and (not noun or _shares_word(noun, group.noun))]


def _did(clause: str) -> frozenset[str]:
    """The stems of the words that tell what a group did."""
    words = pattern("base_filler").sub(" ", clause)
    other = matches("share_not_now", clause) or matches("denies", clause)
    return frozenset() if other else done_stems(words)


def _same(one: frozenset[str], other: frozenset[str]) -> bool:
    return _covered(one, other) and _covered(other, one)


def _covered(one: frozenset[str], other: frozenset[str]) -> bool:
    return all(any(alike(word, told) >= NEAR for told in other) for word in one)


def _shares_word(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(alike(word, told) >= NEAR for word in one for told in other)
