"""Made libraries for tests of comparison: any targets under any projects."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from corpus.comparison import Evidence, Target
from corpus.entry import entry_of
from corpus.library import Library, open_library
from corpus.writing import keep
from extract.report import Breakdown, Indicator, Quantity, Quote, Report
from tests import nouns
from tests.corpus import made


def target(report: str, text: str, level: str = "activity", kind: str | None = "count", **rest: object) -> Target:
    """A target of a project, by default with a count of 50 and no result."""
    plain = Target(
        report=report, project=report.upper(), place=0, id="A1", level=level, text=text, target_raw="50",  # type: ignore[arg-type]
        target_kind=kind, target=50.0, target_unit=None, actual_raw=None, actual_kind=None, actual=None,  # type: ignore[arg-type]
        status="unknown", status_raw=None, status_basis=None, computed_status=None, achievement=None,
        evidence=Evidence(report, f"{report}.pdf", 3, text),
    )  # fmt: skip
    return replace(plain, **rest)  # type: ignore[arg-type]


def indicator(text: str, level: str, status: str, achievement: float | None, **rest: object) -> Indicator:
    """A target with a verdict and an achievement."""
    quote = Quote(text, 1, nouns.BOX, "2")
    actual = None if achievement is None else Quantity(f"{50 * achievement:.0f}", "count", 50 * achievement)
    plain = Indicator(
        id="A1", level=level, text=text, target=Quantity("50", "count", 50.0), actual=actual, baseline=None,  # type: ignore[arg-type]
        status=status, status_raw=None, status_basis="table", computed_status=None, achievement=achievement,  # type: ignore[arg-type]
        breakdown=(), table=None, row=None, evidence=(quote,),
    )  # fmt: skip
    return replace(plain, **rest)  # type: ignore[arg-type]


def with_targets(name: str, indicators: Sequence[Indicator], **about: object) -> Report:
    """A made report with these targets; its hash goes by its name."""
    plain = made.report(name, **about)  # type: ignore[arg-type]
    source = replace(plain.source, sha256=hashlib.sha256(name.encode()).hexdigest())
    return replace(plain, source=source, indicators=tuple(indicators))


def parts(*figures: tuple[str, float | None, float | None]) -> tuple[Breakdown, ...]:
    """Figures by unit: target and actual."""
    return tuple(
        Breakdown(unit, aimed, got, got / aimed if aimed and got is not None else None) for unit, aimed, got in figures
    )


def library_of(folder: Path, reports: Iterable[Report]) -> Library:
    """An open library of these reports, added in their order."""
    library = open_library(folder, make=True)
    library.connection.execute("PRAGMA synchronous = OFF")
    for held in reports:
        keep(library, made.found(held), entry_of(held), reader="1")
    return library
