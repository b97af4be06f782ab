"""Who did what, from running text: "Projektet er gennemført af …", "Evalueringen er foretaget af …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.danish.names import mentions_in
from extract.danish.terms import any_of, bounded, tables
from extract.metadata.candidates import Candidate
from extract.metadata.organisations import is_firm, is_person, organisation_at
from extract.metadata.passages import Passage, sentences_of

GATE = re.compile(
    r"evaluer|udarbejdet|rapport|notat|projekt|gennemf|ansøg|søgt|bevil|ansvarlig|stå[re]?t? |stod |indsats|midler|"
    r"tilskud",
    re.I,
)
FIRM_BONUS = 0.3
"""Weight more for a name that says itself that it is an organisation."""
CLIENT = 5.0
"""Weight of what is only known as the evaluation's client: a public body that buys it need not run the project."""
EARLY = frozenset({"front", "summary", "introduction", "project", "method"})
LATE_FACTOR = 0.8

_INTERN = re.compile(
    r"\bintern(?:e|t)?\b|selvevaluering|midtvejsevalueringen?\saf\b|tidligere evaluering", re.IGNORECASE
)
_NAME_START = re.compile(r"(?<![\w.])(?=[A-ZÆØÅ])")
_BRACKET = r"(?:\s\([^)]*\))?"
_HAS = r"(?:er|blev|bliver|er blevet|var|har været|har|havde)"
_GAP = r"[^.;:]{0,90}?"
_BY = r"\s+af\s+"
_OWN = "\ue000"
"""Stands for each letter of the project's own names, so that no pattern has to be made anew for a report."""
_SHORT = r"(?:(?!projekt|indsats)[^.;:]){0,40}?"

Pattern = tuple[str, float, re.Pattern[str]]


def roles(found: tuple[Passage, ...], names: tuple[str, ...] = ()) -> Iterator[Candidate]:
    """Candidates for the evaluator and the grantee; ``names``: what the project may be called."""
    before, after = _named_patterns(), _then()
    gate = re.compile("|".join((GATE.pattern, *map(re.escape, names))), re.IGNORECASE)
    own = re.compile(rf"\b(?:{any_of(names)})\b", re.IGNORECASE) if names else None
    for sentence in sentences_of(found, gate):
        text = sentence.text
        factor = 1.0 if sentence.passage.role in EARLY or sentence.passage.place < 0.3 else LATE_FACTOR
        for field, weight, start, end in (*_after(text, before, own), *_before(text, after)):
            name = text[start:end]
            if field == "evaluator" and (_INTERN.search(text) or is_person(name)):
                continue
            if field == "grantee" and weight <= CLIENT and mentions_in(name, ("agency",)):
                continue
            bonus = FIRM_BONUS if is_firm(name) else 0.0
            yield Candidate(field, name, (weight + bonus) * factor, sentence.regions(start, end))


@cache
def _named_patterns() -> tuple[Pattern, ...]:
    """The phrases that end where a name begins: "evalueringen er udarbejdet af …"; the project's own as `_OWN`."""
    nouns, verbs = _words("nouns"), _words("verbs")
    report, subject = rf"\b{nouns['report']}", rf"(?:\b{nouns['project']}|{_OWN}+)"
    by = rf"{_BY}(?:(?-i:{nouns['firm']})\s)?"
    also = r"(?:\s(?:og|samt)\s\w+)?"
    outside = r"(?:eksterne?|uafhængige?|projektets|som)"
    phrases = (
        ("evaluator", 7.5, rf"{report}{_SHORT}\s{_HAS}\s{_SHORT}{verbs['made']}{by}"),
        ("evaluator", 6.5, rf"^\W*(?:{report}\s)?{verbs['made']}{by}"),
        ("evaluator", 6.0, rf"^\W*(?:{report}\s)?udarbejdet\sfor\s[^.]{{3,90}}?{by}"),
        ("evaluator", 6.0, rf"{subject}{_GAP}\bevalueret{by}"),
        ("evaluator", 6.5, rf"\b{outside}\s+evaluator(?:en)?,?\s+(?:er|var|har været|,)?\s*"),
        ("grantee", 7.5, rf"{subject}{_GAP}\s(?:{_HAS}\s)?(?:også\s|blevet\s)?{verbs['run']}{also}{by}"),
        ("grantee", 7.0, rf"\b{nouns['holder']}\s(?:er|var)\s"),
        ("grantee", 6.5, rf"\b{verbs['money']}\s(?:er|blev)\s(?:givet|tildelt|bevilget)\s(?:til\s)?"),
        ("grantee", 6.0, rf"{subject}{_GAP}\ber\s(?:et\sprojekt\s)?(?:under|hos|i\sregi\saf)\s"),
        ("grantee", 5.0, rf"^\W*(?:{report}{_SHORT})?udarbejdet[^.]{{0,70}}?\sfor\s"),
        ("grantee", 5.0, rf"{report}{_SHORT}\b{verbs['made']}{_GAP}\sfor\s(?-i:(?=[A-ZÆØÅ]))"),
        ("grantee", 3.0, r"^\W*for\s(?-i:(?=[A-ZÆØÅ]))"),
    )
    return tuple((field, weight, re.compile(pattern, re.IGNORECASE)) for field, weight, pattern in phrases)


@cache
def _then() -> tuple[Pattern, ...]:
    """The phrases that begin where a name ends: "… har gennemført projektet"."""
    nouns, verbs = _words("nouns"), _words("verbs")
    phrases = (
        ("evaluator", 7.0, rf"\s(?:har|havde)\s{_SHORT}{verbs['evaluated']}\s{_SHORT}{nouns['evaluation']}"),
        ("evaluator", 7.0, r"\s(?:har|skal)\s(?:[^.;:]{0,90}?\s)?(?:evalueret|evaluere)\s"),
        ("evaluator", 6.5, r"\s(?:er|har\sværet|var)\s(?:ekstern\s|projektets\s|uafhængig\s)?evaluator\b"),
        ("evaluator", 5.0, r"\shar\si\sforbindelse\smed\s(?:slut|midtvejs)?evalueringen\s"),
        ("grantee", 7.0, rf"(?:,?\s(?:som|der))?\s(?:har\s)?{verbs['runs']}\s{_SHORT}\b{nouns['project']}"),
        ("grantee", 6.5, r"\s(?:har\s)?gennemført\sfra\s"),
        ("grantee", 6.5, rf"\s(?:er|har\sværet|var)\s{nouns['holder']}"),
        ("grantee", 6.5, rf"\s{verbs['got']}\s[^.]{{0,60}}?\b{verbs['money']}"),
        ("grantee", 6.0, r"\s(?:an)?søgte\s"),
        ("grantee", 5.5, r"\s(?:i\s\d{4}\s)?idéen\s(?:om|til)\s"),
    )
    return tuple((field, weight, re.compile(_BRACKET + pattern)) for field, weight, pattern in phrases)


def _words(part: str) -> dict[str, str]:
    """A pattern for each list of words."""
    return {key: bounded(words) for key, words in tables("role_words")[part].items()}


def _after(
    text: str, patterns: tuple[Pattern, ...], own: re.Pattern[str] | None
) -> Iterator[tuple[str, float, int, int]]:
    masked = own.sub(lambda name: _OWN * len(name[0]), text) if own else text
    by_whom = "af" in text.lower().split()
    for field, weight, pattern in patterns:
        if not by_whom and _BY in pattern.pattern:  # the look costs less than the search
            continue
        for match in pattern.finditer(masked if _OWN in pattern.pattern else text):
            span = organisation_at(text, match.end()) if text[match.end() : match.end() + 1].isupper() else None
            if span and field == "evaluator" and is_person(text[slice(*span)]):
                span = _employer(text, span[1])
            if span:
                yield field, weight, *span
                break


def _employer(text: str, start: int) -> tuple[int, int] | None:
    """The firm that is named right after its people: "Lene Holm og Per Dam, Analyse & Tal"."""
    for match in _NAME_START.finditer(text, start, start + 80):
        span = organisation_at(text, match.start())
        if span and is_firm(text[slice(*span)]):
            return span
    return None


def _before(text: str, patterns: tuple[Pattern, ...]) -> Iterator[tuple[str, float, int, int]]:
    ends: dict[int, int] = {}
    for start in (match.start() for match in _NAME_START.finditer(text)):
        span = organisation_at(text, start)
        if span:
            ends.setdefault(span[1], start)
    for field, weight, pattern in patterns:
        for end, start in ends.items():
            if pattern.match(text, end):
                yield field, weight, start, end
                break
