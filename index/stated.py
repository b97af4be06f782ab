"""Metadata as Danish sentences, and the words that people ask for each fact by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extract.report import Metadata

MONTHS = (
    "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november",
    "december",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """A field of the metadata as it is searched."""

    field: str
    asked: str
    """What it is called and asked for by; searched, not shown."""
    said: Callable[[Metadata], str]
    """The fact in a Danish sentence; empty where the report does not state it."""


def danish_date(iso: str) -> str:
    """An ISO date as Danish writes it, as precise as it is: 1. august 2016, august 2016, 2016."""
    year, *rest = iso.split("-")
    month = MONTHS[int(rest[0]) - 1] if rest and rest[0].isdigit() and 1 <= int(rest[0]) <= len(MONTHS) else ""
    day = f"{int(rest[1])}." if month and len(rest) > 1 and rest[1].isdigit() else ""
    return " ".join(filter(None, (day, month, year)))


def listed(names: tuple[str, ...]) -> str:
    """Names as a Danish enumeration: A, B og C."""
    return " og ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _period(about: Metadata) -> str:
    period = about.period
    if not period or not (period.start or period.end):
        return ""
    start = f"fra {danish_date(period.start)}" if period.start else ""
    end = f"til {danish_date(period.end)}" if period.end else ""
    return f"Projektperiode: {' '.join(filter(None, (start, end)))}."


def _budget(about: Metadata) -> str:
    kinds = {"applied": "søgt om", "granted": "bevilget", "total": "i alt", "unknown": ""}
    if not about.budget or about.budget.amount is None:
        return ""
    amount = f"{about.budget.amount:,.0f}".replace(",", ".")
    return f"Budget: {' '.join(filter(None, (amount, 'kr.', kinds[about.budget.kind])))}.".replace("..", ".")


def _pool(about: Metadata) -> str:
    pool = about.pool
    if not pool:
        return ""
    account = f"finanslovskonto {pool.account}" if pool.account else ""
    stated = ", ".join(filter(None, (pool.name, str(pool.year or ""), account)))
    return f"Pulje: {stated}." if stated else ""


def _dropouts(about: Metadata) -> str:
    told: dict[str, list[str]] = {}
    for left in about.dropouts:
        when = danish_date(left.when) if left.when and left.when[:4].isdigit() else left.when
        told.setdefault(left.reason or "", []).append(f"{left.name} ({when})" if when else left.name)
    said = (f"{listed(tuple(names))}{f': {reason}' if reason else ''}" for reason, names in told.items())
    return f"Kommuner, der trådte ud: {'; '.join(said)}." if told else ""


def _target_groups(about: Metadata) -> str:
    groups = about.target_groups
    if not groups:
        return ""
    second = f"Sekundær målgruppe: {listed(groups.secondary)}." if groups.secondary else ""
    return " ".join(filter(None, (f"Målgruppe: {groups.primary}." if groups.primary else "", second)))


def _named(label: str, field: str) -> Callable[[Metadata], str]:
    def said(about: Metadata) -> str:
        value = getattr(about, field)
        return f"{label}: {value}." if value else ""

    return said


FACTS = (
    Fact("period", "Hvornår projektet begyndte og sluttede, hvor længe det løb eller varede, fra hvornår til hvornår",
         _period),
    Fact("budget", "Hvor mange penge projektet har fået, hvor stort et tilskud, bevilling, budget og økonomi, hvad det "
         "kostede", _budget),
    Fact("pool", "Hvilken pulje der har støttet og finansieret projektet", _pool),
    Fact("grantee", "Hvem der har gennemført, ejet, drevet og stået bag projektet, projektejer, organisation",
         _named("Tilskudsmodtager", "grantee")),
    Fact("evaluator", "Hvem der har evalueret projektet", _named("Evaluator", "evaluator")),
    Fact("funder", "Hvem der har givet støtten og administrerer puljen", _named("Støttet af", "funder")),
    Fact("municipalities", "Hvilke kommuner der deltog, har været med og var med ved afslutningen",
         lambda about: f"Deltagende kommuner: {listed(about.municipalities)}." if about.municipalities else ""),
    Fact("dropouts", "Hvilke kommuner der trak sig, gik ud, meldte sig ud eller faldt fra, hvornår og "
         "hvorfor, og hvilke der kom i stedet", _dropouts),
    Fact("target_groups", "Hvem projektet er for", _target_groups),
    Fact("published", "Udgivelsesdato",
         lambda about: f"Udgivet: {danish_date(about.published)}." if about.published else ""),
)  # fmt: skip
"""In the order in which a reader is told about a project."""
