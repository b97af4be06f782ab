"""How one target of a report came to be: for each part the words and rules that gave it, with their pages."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import get_args

from extract.errors import NoSuchRecord
from extract.indicators.draft import Part, Reason
from extract.indicators.read import Explained, explained_indicators
from extract.report import Indicator, Quote, Report


@dataclass(frozen=True, slots=True)
class Step:
    """One reason in the reader's language."""

    part: Part
    rule: str
    text: str
    """One or two Danish sentences."""
    words: str
    where: str
    quote: Quote | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A target with the steps that led to it, part by part."""

    file: str
    indicator: Indicator
    steps: tuple[Step, ...]


def explain(report: Report, ident: str) -> Explanation:
    """How the target with this id came to be; raises `NoSuchRecord` where the report has none such.

    The targets are read again from the report's sections and tables by the very functions that `extract run` uses.
    """
    found = explained_indicators(report)
    one = _chosen(found, ident)
    if one is None:
        raise NoSuchRecord(f"{report.source.file} has no target {ident}.", _known(found))
    order = {part: number for number, part in enumerate(get_args(Part))}
    steps = sorted(one.reasons, key=lambda reason: order[reason.part])
    return Explanation(report.source.file, one.indicator, tuple(map(_step, steps)))


def part_name(part: str) -> str:
    """What a Danish reader calls a part of a target."""
    return _texts()["parts"][part]


def _chosen(found: Sequence[Explained], ident: str) -> Explained | None:
    """The target with the id as printed, else with the same id in other case or spacing."""
    exact = (one for one in found if one.indicator.id == ident)
    return next(exact, None) or next((one for one in found if _plain(one.indicator.id) == _plain(ident)), None)


def _plain(ident: str) -> str:
    return "".join(ident.lower().split()).rstrip(".:")


def _known(found: Sequence[Explained]) -> str:
    names = ", ".join(one.indicator.id for one in found)
    return f"Its targets are: {names}." if names else "No targets were found in it."


def _step(reason: Reason) -> Step:
    text = _texts()["rules"][reason.rule].format(words=reason.words, where=reason.where)
    return Step(reason.part, reason.rule, " ".join(text.split()), reason.words, reason.where, reason.quote)


@cache
def _texts() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(files("extract.danish").joinpath("data/explain.toml").read_text("utf-8"))
