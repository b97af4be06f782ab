"""Which passages may be found: chosen before they are ranked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import get_args

from extract.errors import WrongUsage
from extract.report import Metadata, Report, SectionRole
from index.passage import PassageKind

SHORTEST_HASH = 6
"""Characters of a sha256 that name a report."""
HASH, HEX = 64, frozenset("0123456789abcdef")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Facts:
    """What reports are chosen by, as text; kept with each report of an index."""

    sha256: str
    file: str
    project: str = ""
    pool: str = ""
    """Name and account."""
    year: tuple[str, ...] = ()
    """Those of the pool, of publication, and of the project's period from start to end."""
    evaluator: str = ""
    municipality: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    """The municipalities that took part at first and left."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Values of which one has to hold, for each field that has any."""

    report: tuple[str, ...] = ()
    """File names, or beginnings of a sha256."""
    project: tuple[str, ...] = ()
    pool: tuple[str, ...] = ()
    year: tuple[str, ...] = ()
    evaluator: tuple[str, ...] = ()
    municipality: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()

    def chooses_reports(self) -> bool:
        """Whether some reports may be left out."""
        return any((self.report, self.project, self.pool, self.year, self.evaluator, self.municipality))

    def hashes(self) -> tuple[str, ...]:
        """The reports by their whole hashes where nothing else chooses among reports; else none."""
        others = (self.project, self.pool, self.year, self.evaluator, self.municipality)
        whole = all(len(value) == HASH and not set(value) - HEX for value in self.report)
        return self.report if whole and not any(others) else ()

    def holds(self, role: str, kind: str) -> bool:
        """Whether passages of this role and kind may be found."""
        return (not self.role or role in self.role) and (not self.kind or kind in self.kind)

    def allows(self, facts: Facts) -> bool:
        """Whether passages of this report may be found."""
        named = not self.report or any(_names(value, facts) for value in self.report)
        return named and all((
            _within(self.project, facts.project),
            _within(self.pool, facts.pool),
            _within(self.evaluator, facts.evaluator),
            _among(self.year, facts.year),
            _among(self.municipality, facts.municipality),
        ))  # fmt: skip


def facts_of(report: Report) -> Facts:
    """What the report can be chosen by."""
    about = report.metadata
    pool = about.pool
    return Facts(
        sha256=report.source.sha256,
        file=report.source.file,
        project=about.project or about.title or "",
        pool=" ".join(filter(None, (pool.name, pool.account))) if pool else "",
        year=_years(about),
        evaluator=about.evaluator or "",
        municipality=about.municipalities,
        left=tuple(dropout.name for dropout in about.dropouts),
    )


def read_filters(settings: Iterable[str]) -> Filters:
    """Filters written ``field=value``; several values of one field each allow. Raises `WrongUsage`."""
    filters = Filters()
    names = {field.name for field in fields(Filters)}
    choices: Mapping[str, Sequence[str]] = {"role": get_args(SectionRole), "kind": get_args(PassageKind)}
    for setting in settings:
        name, equals, value = (part.strip() for part in setting.partition("="))
        if not equals or name not in names or not value:
            raise WrongUsage(f"{setting} is no filter.", f"Write field=value; fields are {', '.join(sorted(names))}.")
        if name in choices and value not in choices[name]:
            raise WrongUsage(f"There is no {name} {value}.", f"It is one of {', '.join(choices[name])}.")
        filters = replace(filters, **{name: (*getattr(filters, name), value)})
    return filters


def _names(value: str, facts: Facts) -> bool:
    """Whether it is the report's file name or the beginning of its hash."""
    return value == facts.file or (len(value) >= SHORTEST_HASH and facts.sha256.startswith(value.lower()))


def _within(wanted: Sequence[str], text: str) -> bool:
    return not wanted or any(value.casefold() in text.casefold() for value in wanted)


def _among(wanted: Sequence[str], values: Sequence[str]) -> bool:
    return not wanted or not {value.casefold() for value in wanted}.isdisjoint(value.casefold() for value in values)


def _years(about: Metadata) -> tuple[str, ...]:
    years = {str(about.pool.year)} if about.pool and about.pool.year else set()
    years |= set(_YEAR.findall((about.published or "")[:4]))
    if about.period:
        ends = [int(date[:4]) for date in (about.period.start, about.period.end) if date and _YEAR.match(date)]
        years |= {str(year) for year in range(min(ends), max(ends) + 1)} if ends else set()
    return tuple(sorted(years))
