"""Who did what, from running text: "Projektet er gennemført af …", "Evalueringen er foretaget af …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.metadata.candidates import Candidate
from extract.metadata.organisations import is_firm, is_person, organisation_at
from extract.metadata.passages import Passage, Sentence, sentences_of
from extract.report import Region

GATE = re.compile(
    r"evaluer|udarbejdet|rapport|notat|projekt|gennemf|ansøg|søgt|bevil|ansvarlig|stå[re]?t? |stod |indsats|evaluator",
    re.I,
)
_REPORT = (
    r"\b(?:slut|midtvejs|virknings|proces)?(?:evaluering(?:en|er)?|rapport(?:en)?|notat(?:et)?|evalueringsrapport(?:en)?|"
    r"undersøgelse(?:n)?|analyse(?:n)?|publikation(?:en)?)\b"
)
_PROJECT = r"\b(?:projekt\w*|indsats(?:en)?|initiativ(?:et)?|forsøg(?:et)?|forløb(?:et)?)\b"
_HAS = r"(?:er|blev|bliver|er blevet|var|har været|har|havde)"
_MADE = r"(?:udarbejdet|gennemført|foretaget|lavet|skrevet|forestået|udført|udfærdiget|varetaget|forfattet|evalueret|leveret)"
_RUN = (
    r"(?:gennemført|gennemføres|udført|udføres|drevet|drives|ledet|ledes|initieret|igangsat|iværksat|udviklet|forankret i|"
    r"forankret hos|ejet|ejes|organiseret|båret|startet|etableret|skabt|realiseret|varetaget|varetages|forestået|udarbejdet)"
)
_GAP = r"[^.;:]{0,90}?"
_SHORT = r"(?:(?!projekt|indsats)[^.;:]){0,40}?"
_FIRMWORD = r"(?-i:(?:konsulent|analyse|rådgivnings|evaluerings)?(?:firmaet|huset|bureauet|virksomheden))\s"
_BY = rf"\s+af\s+(?:den\s|det\s)?(?:eksterne?\s|uafhængige\s)?(?:evaluator(?:en)?\s|{_FIRMWORD})?"

# Patterns that end where the name begins; weights as in `candidates`.
_AFTER: tuple[tuple[str, float, str], ...] = (
    ("evaluator", 7.5, rf"{_REPORT}{_SHORT}\s{_HAS}\s{_SHORT}{_MADE}{_BY}"),
    ("evaluator", 6.5, rf"^\W*(?:{_REPORT}\s)?(?:udarbejdet|skrevet|evalueret|forfattet){_BY}"),
    ("evaluator", 6.0, rf"{_PROJECT}{_GAP}\bevalueret{_BY}"),
    ("evaluator", 6.5, r"\b(?:ekstern|uafhængig|projektets|som)\s+evaluator(?:en)?,?\s+(?:er|var|har været|,)?\s*"),
    ("grantee", 7.5, rf"{_PROJECT}{_GAP}\s(?:{_HAS}\s)?(?:også\s|blevet\s)?{_RUN}(?:\s(?:og|samt)\s\w+)?{_BY}"),
    ("grantee", 7.0, r"\b(?:projektejer(?:en)?|tilskudsmodtager(?:en)?|bevillingshaver(?:en)?|projektholder(?:en)?|ansøger(?:en)?)\s(?:er|var)\s"),
    ("grantee", 6.5, r"\b(?:bevilling(?:en)?|tilskud(?:det)?|støtten|midlerne)\s(?:er|blev)\s(?:givet|tildelt|bevilget)\s(?:til\s)?"),
    ("grantee", 6.0, rf"{_PROJECT}{_GAP}\ber\s(?:et\sprojekt\s)?(?:under|hos|i\sregi\saf)\s"),
    ("grantee", 5.0, rf"^\W*(?:{_REPORT}{_SHORT})?udarbejdet[^.]{{0,70}}?\sfor\s"),
    ("grantee", 5.0, rf"{_REPORT}{_SHORT}\b(?:udarbejdet|foretaget|gennemført)\b{_GAP}\sfor\s(?=[A-ZÆØÅ])"),
    ("grantee", 3.0, r"^\W*for\s(?=[A-ZÆØÅ])"),
)  # fmt: skip
# Patterns that begin where the name ends.
_BEFORE: tuple[tuple[str, float, str], ...] = (
    ("evaluator", 7.0, rf"\s(?:har|havde)\s{_SHORT}(?:gennemført|foretaget|udarbejdet|lavet|stået\sfor|forestået|været\sansvarlig\sfor)\s{_SHORT}(?:slut|midtvejs|virknings)?evaluering(?:en)?\b"),
    ("evaluator", 7.0, r"\s(?:har|skal)\s(?:evalueret|evaluere)\s"),
    ("evaluator", 6.5, r"\s(?:er|har\sværet|var)\s(?:ekstern\s|projektets\s|uafhængig\s)?evaluator\b"),
    ("evaluator", 5.0, r"\shar\si\sforbindelse\smed\s(?:slut|midtvejs)?evalueringen\s"),
    ("grantee", 7.0, r"\s(?:har\s|og\s[^.,]{3,60}?\shar\s)?(?:står|stod|stået)\s(?:for|bag)\s(?:gennemførelsen\saf\s|driften\saf\s)?(?:projektet|indsatsen)\b"),
    ("grantee", 7.0, rf"(?:,?\s(?:som|der))?\s(?:har\s|gennemfører\s)?(?:gennemført|gennemfører|drevet|ledet|udført|haft\sansvaret\sfor|været\sansvarlig\sfor|er\sansvarlig\sfor|ejer|ansvaret\sfor)\s{_SHORT}{_PROJECT}"),
    ("grantee", 6.5, r"\s(?:har\s)?gennemført\sfra\s"),
    ("grantee", 6.5, r"\s(?:er|har\sværet|var)\s(?:projektejer|tilskudsmodtager|bevillingshaver|projektholder|ansøger|projektansvarlig|ansvarlig\sfor\sprojektet|hovedansøger)\b"),
    ("grantee", 6.5, r"\s(?:fik|har\sfået|modtog|har\smodtaget|blev\sbevilget|er\sblevet\sbevilget|fik\sbevilget)\s[^.]{0,60}?(?:bevilling|midler|tilskud|støtte|tilsagn|kr\.|pulje)"),
    ("grantee", 6.0, r"\s(?:an)?søgte\s"),
    ("grantee", 5.5, r"\s(?:i\s\d{4}\s)?idéen\s(?:om|til)\s"),
)  # fmt: skip
_INTERN = re.compile(r"\bintern(?:e|t)?\b|selvevaluering|midtvejsevalueringen?\saf\b|tidligere evaluering", re.I)
_NAME_START = re.compile(r"(?<![\w.])(?=[A-ZÆØÅ])")
_EARLY = frozenset({"front", "summary", "introduction", "project", "method"})


def roles(found: tuple[Passage, ...]) -> Iterator[Candidate]:
    """Candidates for the evaluator and the grantee."""
    for sentence in sentences_of(found, GATE):
        text = sentence.text
        factor = 1.0 if sentence.passage.role in _EARLY or sentence.passage.place < 0.3 else 0.8
        for field, weight, start, end in (*_after(text), *_before(text)):
            name = text[start:end]
            if field == "evaluator" and (_INTERN.search(text) or is_person(name)):
                continue
            bonus = 0.3 if is_firm(name) else 0.0
            yield Candidate(field, name, (weight + bonus) * factor, _place(sentence, start, end))


def _after(text: str) -> Iterator[tuple[str, float, int, int]]:
    for field, weight, pattern in _AFTER:
        for match in re.finditer(pattern, text, re.IGNORECASE):
            span = organisation_at(text, match.end()) if text[match.end() : match.end() + 1].isupper() else None
            if span:
                yield field, weight, *span
                break


def _before(text: str) -> Iterator[tuple[str, float, int, int]]:
    ends: dict[int, int] = {}
    for start in (match.start() for match in _NAME_START.finditer(text)):
        span = organisation_at(text, start)
        if span and span[1] not in ends:
            ends[span[1]] = start
    for field, weight, pattern in _BEFORE:
        compiled = re.compile(r"(?:\s\([^)]*\))?" + pattern)
        for end, start in ends.items():
            if compiled.match(text, end):
                yield field, weight, start, end
                break


def _place(sentence: Sentence, start: int, end: int) -> tuple[Region, ...]:
    return sentence.regions(start, end)
