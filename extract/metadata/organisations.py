"""Names of organisations in Danish text: "Foreningen Genvej", "Kjær & Nordby Evaluering", "Styrelsen for …"."""

from __future__ import annotations

import re

from extract.danish.lists import words
from extract.danish.names import mentions_in, municipality

_CAP = r"(?:(?:[A-ZÆØÅ]\.)+(?=\s[A-ZÆØÅ])|[A-ZÆØÅÉ][\w'’.&/-]*(?<![.'’/-]))"
_TAIL = rf"(?:&|\+|{_CAP}|\d{{1,3}}(?=[\s,.;:)]|$)|(?:for|og)\s(?={_CAP})|A/S|I/S|P/S|ApS|IVS|F\.?M\.?B\.?A\.?)"
ORGANISATION = rf"(?:[A-ZÆØÅ][\wæøå]+-\sog\s)?{_CAP}(?:\s{_TAIL}(?:{_CAP})?)*"
"""A pattern of a name: capitalised words with "&", "for" and legal forms between; "og" only as `trimmed` allows."""

_NAME = re.compile(ORGANISATION)
_FOR_FITS = re.compile(
    r"(?:center|centret|centeret|styrelsen|instituttet|institut|rådet|råd|ministeriet|foreningen|forening|fonden|fond|"
    r"enhed|enheden|selskabet|selskab|huset|netværket|netværk|afdeling|afdelingen|sekretariat|sekretariatet|"
    r"forbundet|akademi|akademiet|skolen|organisation|organisationen|forskningscenter|videnscenter|klinik)$",
    re.IGNORECASE,
)
_AND = re.compile(r"\sog\s")
_AND_FITS = re.compile(r"\b(?:for|Center|Institut|Fonden|Styrelsen|Ministeriet|Rådet)\b|-$|&", re.IGNORECASE)
_AND_AFTER = re.compile(r"(?:Partnere?|Co|Søn(?:ner)?|Datter|Døtre|Kompagni)\b")
_ABBREVIATION = re.compile(r"\s*\([^)]*\)?$")
_FIRM = re.compile(
    r"\b(?:A/S|I/S|P/S|ApS|IVS|f\.?m\.?b\.?a|institut\w*|evaluering\w*|analyse\w*|center|centret|rådgivning\w*|consult\w*|"
    r"research|universitet\w*|forening\w*|fond\w*|styrelsen\w*|ministeriet\w*|kommune|region|høj?skole\w*|skole\w*|forbund\w*|"
    r"råd|fællesråd|netværk\w*|hus|huset|selskab\w*|gruppen|group|bureau\w*|advice|management|sociologer|partners?|"
    r"organisation\w*|udvikling|innovation|viden\w*|sekretariat\w*|consulting|advisory|kontor\w*|klinik\w*|hospital\w*)\b"
    r"|[a-zæøå](?:analyse|institut|evaluering|forening|forbund|fond|fonden|råd|netværk|huset|center|centret|styrelsen|ministeriet)\b"
    r"|&",
    re.IGNORECASE,
)


def organisation_at(text: str, start: int) -> tuple[int, int] | None:
    """The span of the name that begins at an offset, without a bracketed abbreviation; ``None`` where none does."""
    for body in mentions_in(text[start : start + 140], ("agency", "region")):
        if body.start == 0:
            return start, start + body.end
    match = _NAME.match(text, start)
    if match is None:
        return None
    name = trimmed(match.group())
    return (start, start + len(name)) if is_name(name) else None


def trimmed(name: str) -> str:
    """The name up to an "og" that joins another name to it, without a genitive's or a sentence's end."""
    for joint in re.finditer(r"\sfor\s", name):
        if not _FOR_FITS.search(name[: joint.start()]):
            name = name[: joint.start()]
            break
    for joint in _AND.finditer(name):
        if not _AND_FITS.search(name[: joint.start()]) and not _AND_AFTER.match(name[joint.end() :]):
            name = name[: joint.start()]
            break
    return name.rstrip(" .,;:–-")


def bare_name(text: str) -> str:
    """A name as printed, without a bracketed abbreviation behind it and an end that is no part of it."""
    return _ABBREVIATION.sub("", " ".join(text.split())).strip(" .,;:")


def is_name(name: str) -> bool:
    """Whether this can be an organisation's name: more than a letter, and no word such as "Projektet"."""
    return len(name) > 1 and name.lower() not in words("no_organisations") and not name.isdigit()


def is_firm(name: str) -> bool:
    """Whether the name itself says that it is an organisation and no person."""
    if _FIRM.search(name) or municipality(name):
        return True
    return any(len(word) >= 3 and word.isupper() and word.isalpha() for word in name.split())


def is_person(name: str) -> bool:
    """Whether a text looks like a person's name or initials."""
    parts = name.replace(",", " ").split()
    if is_firm(name):
        return False
    initials = all(len(part) <= 4 for part in parts) and len(parts) <= 3 and name.islower()
    return initials or (2 <= len(parts) <= 4 and all(re.fullmatch(r"[A-ZÆØÅ][a-zæøåéü.-]*", part) for part in parts))
