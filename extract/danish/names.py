"""Names in Danish text: municipalities, regions, agencies and benefits, with what tells them from other words.

A municipality's name is also a town's, a surname's, a part of other names ("Vejle Fjord", "Odense Universitet") and
sometimes a word ("Vejen"): what stands before and after it decides. Postal addresses and surnames are left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from extract.danish.lists import words
from extract.danish.registers import Municipality, Named, all_agencies, all_benefits, all_municipalities, all_regions

NameKind = Literal["municipality", "region", "agency", "benefit"]
_LONGEST_FIRST: tuple[NameKind, ...] = ("agency", "region", "municipality", "benefit")
KINDS: tuple[NameKind, ...] = ("municipality", "region", "agency", "benefit")

_KOMMUNE = r"(?:[Kk]ommune(?:s|n|ns|rne|rnes|r)?|KOMMUNES?|[Rr]egions\s?[Kk]ommunes?|REGIONSKOMMUNES?)"
_OFFICE = r"(?:[Jj]obcenter|[Jj]obcentret|[Jj]obcentre|[Bb]yråd|[Rr]ådhus)"
_FITS_AFTER = re.compile(rf"\s+(?:{_KOMMUNE}|{_OFFICE})\b")
_NAME_AFTER = re.compile(r"\s+(?:[A-ZÆØÅ][a-zæøå]|[NSØVKC]{1,2}\b(?!\.)|[A-ZÆØÅ]{2})")
_JOINED_AFTER = re.compile(r"[-–/‑](?=\w)|-(?=\s+(?:og|eller|samt)\b)|[@]|\.(?:dk|com)\b")
_WORD_BEFORE = re.compile(r"([\w.&'’-]+)\s+$")
_POSTCODE = re.compile(r"(?:^|[^\d.,])(?:DK[- ]?)?\d{4}\s+$")
_FITS_BEFORE = re.compile(
    r"(?:kommune\w*|jobcent\w*|region\w*|byråd\w*|[a-zæøå]+center|projekt\w*|i|på|fra|til|og|samt|eller|af|for|hos|ved|med"
    r"|både|dels|kun|kommuner:|kommunerne:)$",
    re.IGNORECASE,
)
_HEAD = re.compile(r"(?:^|[.!?:;•·|]\s+|\d[.)]\s+|^[-–*]\s*)$")
_LIST_AFTER = re.compile(r"(?:'?s?)(?:,|\s+(?:og|samt|eller)|:)\s")
_SAYS_PLACE = re.compile(r"\s*(?::\s*\d|[,;]\s+[A-ZÆØÅ]|\s(?:og|samt)\s+[A-ZÆØÅ])")


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in a text: ``text[start:end]``, the genitive's s left out."""

    start: int
    end: int
    kind: NameKind
    name: str
    """The short form of a municipality ("Furesø"), the full name of the body or benefit that is meant."""


def mentions_in(text: str, kinds: Collection[str] | None = None) -> tuple[Mention, ...]:
    """The names in a text in order; spans never overlap. ``kinds``: which ones, all where it is not given."""
    wanted: Collection[str] = KINDS if kinds is None else kinds
    found: list[Mention] = []
    for kind in _LONGEST_FIRST:
        if kind in wanted:
            taken = [(mention.start, mention.end) for mention in found]
            found += [
                mention
                for mention in _FINDERS[kind](text)
                if not any(mention.start < end and start < mention.end for start, end in taken)
            ]
    return tuple(sorted(found, key=lambda mention: mention.start))


@lru_cache(maxsize=8192)
def municipalities_in(text: str) -> tuple[Mention, ...]:
    """The municipalities of a text in order, each with its short form."""
    return tuple(_municipalities(text))


def municipality(name: str) -> Municipality | None:
    """The municipality of a name in any of its forms ("Århus", "Københavns Kommune"); ``None`` for other names."""
    bare = re.sub(rf"\s+{_KOMMUNE}$", "", name.strip().strip(".,:;")).strip()
    known = _by_form()
    for form in (bare, bare.removesuffix("'").removesuffix("’"), bare.removesuffix("s")):
        if form.casefold() in known:
            return known[form.casefold()]
    return None


@cache
def _by_form() -> dict[str, Municipality]:
    return {form.casefold(): town for town in all_municipalities() for form in (town.name, *town.spellings)}


@cache
def _municipality_pattern() -> re.Pattern[str]:
    forms = sorted((f for town in all_municipalities() for f in (town.name, *town.spellings)), key=len, reverse=True)
    one = "|".join(f"{re.escape(form)}|{re.escape(form.upper())}" for form in forms)
    return re.compile(rf"(?<![\w@-])(?P<name>{one})(?P<s>['’]?s|['’]|S)?(?![\w])")


def _municipalities(text: str) -> Iterator[Mention]:
    for match in _municipality_pattern().finditer(text):
        town = _by_form()[match.group("name").casefold()]
        if _is_meant(text, match, word=town.word):
            yield Mention(match.start(), match.end("name"), "municipality", town.name)


def _is_meant(text: str, match: re.Match[str], *, word: bool) -> bool:
    """Whether the words around say a municipality, not an address, a person, another name or a word."""
    before, after = text[: match.start()], text[match.end() :]
    if _FITS_AFTER.match(after):
        return True
    if _POSTCODE.search(before) or _JOINED_AFTER.match(after):
        return False
    if _NAME_AFTER.match(after) and not _municipality_pattern().match(after.lstrip()):
        return False
    if _inside_a_name(before):
        return False
    return not word or not _HEAD.search(before) or not after.strip() or bool(_SAYS_PLACE.match(after))


def _inside_a_name(before: str) -> bool:
    """Whether the word before belongs to the same name: "Hotel Vejle", "Mette Viborg"."""
    word = _WORD_BEFORE.search(before)
    if word is None or not word.group(1)[0].isupper() or word.group(1).endswith((".", ":")):
        return False
    if _FITS_BEFORE.search(word.group(1)) or _municipality_pattern().fullmatch(word.group(1)):
        return False
    if _HEAD.search(before[: word.start()]) and word.group(1).lower() in words("sentence_openers"):
        return False
    return not word.group(1).isupper() or len(word.group(1)) > 4


@cache
def _bodies() -> tuple[re.Pattern[str], dict[str, str]]:
    """A pattern of all agencies and the name that each form stands for."""
    return _pattern_of(all_agencies())


@cache
def _region_forms() -> tuple[re.Pattern[str], dict[str, str]]:
    return _pattern_of(all_regions())


def _pattern_of(entries: tuple[Named, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    names = {form: entry.name for entry in entries for form in (entry.name, *entry.forms, *entry.short)}
    parts = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?P<name>{parts})(?:['’]?s|['’])?(?![\w]|-\w)"), names


def _agencies(text: str) -> Iterator[Mention]:
    pattern, names = _bodies()
    for match in pattern.finditer(text):
        yield Mention(match.start(), match.end("name"), "agency", names[" ".join(match.group("name").split())])


def _regions(text: str) -> Iterator[Mention]:
    pattern, names = _region_forms()
    for match in pattern.finditer(text):
        yield Mention(match.start(), match.end("name"), "region", names[" ".join(match.group("name").split())])


@cache
def _benefit_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    names = {form.casefold(): entry.name for entry in all_benefits() for form in entry.forms}
    parts = "|".join(re.escape(form) for form in sorted(names, key=len, reverse=True))
    ending = r"(?:smodtager\w*|modtager\w*|(?:e|en|et|er|erne|ene|n|ne|ns|s|ens|ets|ernes)?)"
    return re.compile(rf"(?<!\w)(?P<name>{parts}){ending}(?!\w)", re.IGNORECASE), names


def _benefits(text: str) -> Iterator[Mention]:
    pattern, names = _benefit_pattern()
    for match in pattern.finditer(text):
        form = match.group("name")
        if not form.isupper() and form.casefold().upper() in _ABBREVIATED:
            continue
        yield Mention(match.start(), match.end(), "benefit", names[form.casefold()])


_ABBREVIATED = frozenset({"STU", "FGU", "EGU", "IGU", "BPA"})
_FINDERS = {"municipality": _municipalities, "region": _regions, "agency": _agencies, "benefit": _benefits}
