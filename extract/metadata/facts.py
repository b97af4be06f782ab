"""Labelled facts → candidates for the fields they tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from extract.danish.dates import accounts_in
from extract.danish.names import mentions_in
from extract.metadata.candidates import Candidate, Value
from extract.metadata.entries import Entry
from extract.metadata.funding import pool_in
from extract.metadata.labels import bare_label, budget_kind, field_of
from extract.metadata.money import budget_in
from extract.metadata.organisations import bare_name, is_firm, is_person
from extract.metadata.participants import named
from extract.metadata.parties import published
from extract.metadata.periods import end_of, period_of
from extract.metadata.target_groups import group_of, groups_of

_VERSION = re.compile(r"[vV]?(?:ersion\s)?(?P<version>\d+(?:\.\d+)*[a-z]?)(?=\s|$|,|;)")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")
_NUMBER = re.compile(r"(?=\S*\d)[\w./-]+")
_FIRST_NAME = re.compile(r"^(?P<name>.+?)(?:\s(?:v/|ved)\s|;|\s\(|,\s(?![A-ZÆØÅ]?[a-zæøå]+\s&)|\.\s|$)")
_FOR_WHOM = re.compile(
    r"(?<!enter)(?<!stitut)(?<!eningen)(?<!Rådet)(?<!Fonden)(?<!elskab)(?<!elskabet)(?<!ygruppen)\s(?:for|til)\s(?=[A-ZÆØÅ])"
)
"""Where an author's line goes on to name the client, and "for" is no part of the name ("Center for Ungdom")."""
_NAMED = re.compile(r"^(?:projektet?\s)?[\"“”„»«']?(?P<name>.+?)[\"“”«»']?$")
KIND_WEIGHT = {"granted": 0.4, "total": 0.2, "applied": -0.2, "unknown": 0.0}
"""What was granted says more of a project than what was applied for."""
PERSON_LABELS = frozenset(
    {"udarbejdet", "udarbejdet af", "forfatter", "forfattere", "skrevet af", "projektleder", "projektledelse", "tekst"}
)


def facts(entries: tuple[Entry, ...]) -> Iterator[Candidate]:
    """Candidates of all labelled facts; one label may tell two fields ("Pulje": its name, year and account)."""
    for entry in entries:
        kind = budget_kind(entry.label)
        budget = budget_in(entry.value, kind, labelled=True) if kind else None
        if budget:
            yield Candidate("budget", budget, entry.weight + KIND_WEIGHT[budget.kind], entry.regions)
        field = field_of(entry.label)
        reader = _READERS.get(field or "")
        value = reader(entry) if reader else None
        if value and field:
            yield Candidate(field, value, entry.weight, entry.regions)
        if field in ("pool", "funder", "account") or (budget and "pulje" in entry.value.lower()):
            yield from _pool(entry, whole=field == "pool")


def _pool(entry: Entry, *, whole: bool) -> Iterator[Candidate]:
    for one in pool_in(entry.value, None, entry.weight, whole=whole):
        yield Candidate(one.field, one.value, one.weight, entry.regions)


def _organisation(entry: Entry) -> str | None:
    value = _FOR_WHOM.split(entry.value, maxsplit=1)[0] if bare_label(entry.label) in PERSON_LABELS else entry.value
    match = _FIRST_NAME.match(value)
    name = bare_name(match.group("name") if match else value)
    persons = bare_label(entry.label) in PERSON_LABELS and not is_firm(name)
    too_long = len(name.split()) > 10
    return None if not name or too_long or (persons and is_person(name)) or not name[0].isupper() else name


def _funder(entry: Entry) -> str | None:
    bodies = mentions_in(entry.value, ("agency",))
    if bodies:
        return bodies[0].name
    name = _organisation(entry)
    money = re.search(r"\bkr\b|\d{3}|pulje|§", entry.value, re.IGNORECASE)
    return name if name and not money else None


def _document_number(entry: Entry) -> str | None:
    match = _NUMBER.match(entry.value)
    return match.group() if match else None


def _version(entry: Entry) -> str | None:
    match = _VERSION.match(entry.value)
    return match.group("version") if match else None


def _project(entry: Entry) -> str | None:
    match = _NAMED.match(entry.value.rstrip("."))
    name = match.group("name") if match else ""
    return name if 0 < len(name.split()) <= 16 and not name.endswith(".") else None


def _account(entry: Entry) -> str | None:
    found = accounts_in(entry.value)
    return found[0].first if found else None


def _year(entry: Entry) -> int | None:
    match = _YEAR.search(entry.value)
    return int(match.group()) if match else None


def _secondary(entry: Entry) -> Value:
    return (
        tuple(group_of(part) for part in entry.parts)
        if len(entry.parts) > 1 and _list_like(entry)
        else groups_of(entry.value)
    )


def _list_like(entry: Entry) -> bool:
    """Whether the cell's paragraphs are items and not one text with letters before its parts."""
    return not re.match(r"[A-H][.)]\s", entry.value)


_READERS: dict[str, Callable[[Entry], Value | None]] = {
    "project": _project,
    "grantee": _organisation,
    "client": lambda entry: None if mentions_in(entry.value, ("agency",)) else _organisation(entry),
    "evaluator": _organisation,
    "funder": _funder,
    "account": _account,
    "pool_year": _year,
    "period": lambda entry: period_of(entry.value),
    "start": lambda entry: end_of(entry.value),
    "end": lambda entry: end_of(entry.value),
    "published": lambda entry: published(entry.value),
    "version": _version,
    "document_number": _document_number,
    "municipalities": lambda entry: named(entry.value),
    "partners": lambda entry: named(entry.value),
    "initial": lambda entry: named(entry.value),
    "primary": lambda entry: group_of(entry.value),
    "secondary": _secondary,
}
