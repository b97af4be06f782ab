"""The registers of names: municipalities, regions, agencies, benefits and pools, from the data files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_DATA = files("extract.danish") / "data"


@dataclass(frozen=True, slots=True)
class Municipality:
    """One of the 98 municipalities."""

    code: str
    name: str
    """The short form: "Furesø", "Nordfyns"."""
    region: str
    """Without the word Region: "Hovedstaden"."""
    spellings: tuple[str, ...] = ()
    word: bool = False
    """Whether the name is also a common Danish word ("Vejen", the road)."""


@dataclass(frozen=True, slots=True)
class Named:
    """A region, agency, benefit or pool."""

    name: str
    forms: tuple[str, ...] = ()
    """Other forms of the name; for a benefit the stems that Danish endings may follow."""
    short: tuple[str, ...] = ()
    """Abbreviations, matched only as they are written."""
    successor: str | None = None
    """The body that took over, where the name is an old one."""
    ministry: str | None = None
    code: str | None = None
    """A region's code, or a pool's finance-act account."""


@cache
def all_municipalities() -> tuple[Municipality, ...]:
    """All 98 municipalities, by code."""
    lines = (_DATA / "municipalities.tsv").read_text("utf-8").splitlines()
    rows = ([*line.split("\t"), "", ""] for line in lines if line and not line.startswith("#"))
    return tuple(
        Municipality(code, name, region, tuple(filter(None, spellings.split(","))), word == "word")
        for code, name, region, spellings, word, *_ in rows
    )


def all_regions() -> tuple[Named, ...]:
    """The five regions."""
    return _named("regions", "region")


def all_agencies() -> tuple[Named, ...]:
    """Ministries, agencies and other public bodies, those of old names too."""
    return _named("agencies", "agency")


def all_benefits() -> tuple[Named, ...]:
    """Benefits and schemes."""
    return _named("benefits", "benefit")


def all_pools() -> tuple[Named, ...]:
    """Pools that are generally known."""
    return _named("pools", "pool")


@cache
def agency(name: str) -> Named | None:
    """The agency of this name or abbreviation, as it is written in the register."""
    for entry in all_agencies():
        if name in (entry.name, *entry.forms, *entry.short):
            return entry
    return None


@cache
def _named(file: str, key: str) -> tuple[Named, ...]:
    entries: list[dict[str, Any]] = tomllib.loads((_DATA / f"{file}.toml").read_text("utf-8"))[key]
    return tuple(
        Named(
            name=entry["name"],
            forms=tuple(entry.get("variants", ()) or entry.get("forms", ())),
            short=tuple(entry.get("short", ())),
            successor=entry.get("successor"),
            ministry=entry.get("ministry"),
            code=entry.get("code") or entry.get("account"),
        )
        for entry in entries
    )
