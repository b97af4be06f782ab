"""What won in each field, and what fields say of each other: who left does not take part, a client may be grantee."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from extract.danish.names import municipality
from extract.metadata.candidates import Candidate, Choice, T, agree, choose
from extract.metadata.participants import named
from extract.report import Dropout, Period, Region

TOLD = 7.0
"""Weight from which a document that names no kind of report is believed to tell a project or an evaluator."""
SAID = 6.0
"""Weight from which an evaluator is told in words."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The reading that won in each field that has one."""

    choices: Mapping[str, Choice]

    def value(self, field: str, kind: type[T]) -> T | None:
        """The value of a field, ``None`` where nothing tells it."""
        choice = self.choices.get(field)
        return choice.candidate.value if choice and isinstance(choice.candidate.value, kind) else None

    def regions(self, field: str) -> tuple[Region, ...]:
        """Where the value of a field was read."""
        return self.choices[field].candidate.regions if field in self.choices else ()


def sure(chosen: Chosen) -> Chosen:
    """The choices of a document that calls itself no evaluation: project and evaluator only where they are told."""
    weak = [f for f in ("project", "evaluator") if f in chosen.choices and chosen.choices[f].candidate.weight < TOLD]
    return Chosen({field: choice for field, choice in chosen.choices.items() if field not in weak})


def without_own_evaluators(candidates: list[Candidate]) -> list[Candidate]:
    """The readings without evaluators that are the grantee, where they are only seen on the front and not said."""
    grantee = choose(candidates, "grantee")
    return [
        one
        for one in candidates
        if not (
            one.field == "evaluator" and grantee and one.weight < SAID and agree(one.value, grantee.candidate.value)
        )
    ]


def settled(chosen: Chosen, candidates: list[Candidate], left: tuple[Dropout, ...], came: tuple[str, ...]) -> Chosen:
    """The choices with those who left taken from the municipalities, and gaps filled from weaker fields."""
    choices = dict(chosen.choices)
    choices.pop("municipalities", None)
    best = choose(_taking_part(chosen, candidates, {one.name for one in left}, came), "municipalities")
    if best:
        choices["municipalities"] = best
    if "grantee" not in choices and "client" in choices:
        client = choices["client"].candidate
        choices["grantee"] = Choice(replace(client, field="grantee"), None)
    start, end = chosen.value("start", str), chosen.value("end", str)
    if start and end and chosen.value("period", Period) is None:
        places = (*chosen.regions("start"), *chosen.regions("end"))
        choices["period"] = Choice(Candidate("period", Period(start, end), 6.0, places), None)
    return Chosen(choices)


def _taking_part(
    chosen: Chosen, candidates: list[Candidate], gone: set[str], came: tuple[str, ...]
) -> Iterator[Candidate]:
    """The lists of municipalities without those that left; a list that held one of them tells less of the end."""
    for one in candidates:
        if one.field in ("municipalities", "partners") and isinstance(one.value, tuple):
            less = (0.5 if one.field == "partners" else 0.0) + (2.0 if gone & set(one.value) else 0.0)
            yield from _list(one.value, gone, one.weight - less, one.regions)
    yield from _list((*(chosen.value("initial", tuple) or ()), *came), gone, 4.0, chosen.regions("initial"))
    yield from _list(named(chosen.value("title", str) or ""), gone, 5.0, chosen.regions("title"))
    own = municipality(chosen.value("grantee", str) or "")
    yield from _list((own.name,) if own else (), gone, 2.0, chosen.regions("grantee"))


def _list(names: tuple[str, ...], gone: set[str], weight: float, regions: tuple[Region, ...]) -> Iterator[Candidate]:
    staying = tuple(dict.fromkeys(name for name in names if name not in gone))
    if staying:
        yield Candidate("municipalities", staying, weight, regions)
