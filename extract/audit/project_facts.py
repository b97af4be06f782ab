"""The project's money and period, where two places state them: the fact table against the prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.audit.check import Check, Place, cell_place
from extract.audit.days import last_day
from extract.audit.material import Material
from extract.danish.dates import periods_in
from extract.danish.figures import Figure, figures_in
from extract.metadata.labels import budget_kind, field_of
from extract.quotes import quote_row
from extract.report import Quote, SectionRole

TOLD_IN: frozenset[SectionRole] = frozenset({"front", "summary", "introduction", "project", "conclusion"})
"""Roles of sections whose prose tells of the project as a whole."""
LIKELY = 2.0
"""Amounts further apart than this factor are of different things."""
_MONEY = {
    "granted": re.compile(r"\b(?:bevilling\w*|bevilget|bevilliget|bevilgede|tilsagn\w*)\b", re.IGNORECASE),
    "applied": re.compile(r"\b(?:ansøgt|ansøgte|søgt|søgte|ansøgning\w*)\b", re.IGNORECASE),
    "total": re.compile(
        r"\b(?:samlede?\s+budget\w*|budget(?:tet|ramme\w*)?\s+(?:er|var|udgør|på|i alt))\b", re.IGNORECASE
    ),
}
_OTHER_MONEY = re.compile(
    r"\b(?:heraf|medfinansier\w*|egenfinansier\w*|resten|årligt|om\s+året|pr\.|tillæg\w*|yderligere|ekstra|forbrug\w*|"
    r"brugt|restbeløb|pulje\w*\s+på|oprindelig\w*|reduceret|forhøjet|i\s+alt\s+til|projekter|den\s+samlede\s+pulje)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\bprojektperiode\w*\b|"
    r"\bprojektet\s+(?:er|blev|har|løb|løber|kørte|var)\b[^.]{0,60}\b(?:gennemført|løb\w*|kørt|varet|fra)\b|"
    r"\b(?:gennemført|løbet|kørt|løb)\s+(?:i\s+perioden|fra)\b",
    re.IGNORECASE,
)
_OTHER_PERIOD = re.compile(
    r"\b(?:forlænge\w*|oprindelig\w*|interview\w*|dataindsamling\w*|spørgeskema\w*|evalueringen|målingen|kurs\w*|"
    r"forløb\w*|udskudt|midtvejs\w*|tillægsperiode\w*|opgjort|kommune\w*)\b",
    re.IGNORECASE,
)
_NEAR = 45
"""Letters between the word and its amount."""


@dataclass(frozen=True, slots=True)
class Stated:
    """What a place states."""

    value: float | tuple[str, str]
    slack: float
    raw: str
    quote: Quote
    place: Place


def project_facts(material: Material) -> Iterator[Check]:
    """The amounts and periods of the prose against those of the fact tables."""
    facts = list(_facts(material))
    for sentence in material.sentences if facts else ():
        if sentence.piece.section.role not in TOLD_IN:
            continue
        for kind, stated in _told(sentence.text):
            start, end, told, slack = stated
            claim = sentence.piece.quote(sentence.start + start, sentence.start + end)
            place = sentence.piece.place(sentence.start + start, sentence.start + end)
            for known, fact in facts:
                if known == kind and claim is not None and place != fact.place:
                    raw = sentence.text[start:end]
                    yield from _compared(Stated(told, slack, raw, claim, place), fact, kind)


def _compared(told: Stated, fact: Stated, kind: str) -> Iterator[Check]:
    holds = _agree(told, fact)
    if holds is None:
        return
    name = "perioden" if kind == "period" else "beløbet"
    message = f"”{told.raw}” stemmer ikke overens med {name} i faktatabellen: ”{fact.raw}”."
    yield Check(
        "text_table_conflict", told.quote, told.place, holds=holds, message="" if holds else message,
        severity="warning", against=fact.quote, stated=_shown(told.value), computed=_shown(fact.value),
    )  # fmt: skip


def _agree(told: Stated, fact: Stated) -> bool | None:
    """Whether both say the same as precisely as they say it; ``None`` where they are of different things."""
    if isinstance(told.value, tuple) and isinstance(fact.value, tuple):
        return all(_dates_agree(a, b, end=bool(i)) for i, (a, b) in enumerate(zip(told.value, fact.value, strict=True)))
    if isinstance(told.value, tuple) or isinstance(fact.value, tuple) or min(told.value, fact.value) <= 0:
        return None
    if max(told.value, fact.value) > LIKELY * min(told.value, fact.value):
        return None
    return abs(told.value - fact.value) <= told.slack + fact.slack + 0.5


def _dates_agree(first: str, second: str, *, end: bool) -> bool:
    short = min(len(first), len(second))
    if first[:short] == second[:short]:
        return True
    # "til 1. januar" and "til udgangen af december" are one day apart.
    return end and abs(_days(first) - _days(second)) <= 1


def _days(iso: str) -> int:
    year, month, day = (int(part) for part in last_day(iso).split("-"))
    return 372 * year + 31 * (month - 1) + day


def _facts(material: Material) -> Iterator[tuple[str, Stated]]:
    for table in material.report.tables:
        for row, texts in enumerate(table.rows if table.role == "facts" else ()):
            quote = quote_row(table, row)
            if len(texts) < 2 or quote is None:
                continue
            place = cell_place(material.table_items[table.id], row, len(texts) - 1)
            yield from _fact(texts[0], texts[-1], quote, place)


def _fact(label: str, value: str, quote: Quote, place: Place) -> Iterator[tuple[str, Stated]]:
    periods = periods_in(value) if field_of(label) == "period" else ()
    if len(periods) == 1 and periods[0].first and periods[0].last and "forlæng" not in value.lower():
        yield "period", Stated((periods[0].first, periods[0].last), 0.0, periods[0].raw, quote, place)
    kind = budget_kind(label)
    amounts = [f for f in figures_in(value) if f.kind == "amount" and f.value is not None]
    if kind in _MONEY and len(amounts) == 1:
        yield kind, Stated(amounts[0].value or 0.0, _slack(amounts[0]), amounts[0].raw, quote, place)


def _told(text: str) -> Iterator[tuple[str, tuple[int, int, float | tuple[str, str], float]]]:
    """The kinds of fact in a sentence, each with its stretch, value and slack."""
    amounts = [f for f in figures_in(text) if f.kind == "amount" and f.value and f.qualifier is None]
    if len(amounts) == 1 and not _OTHER_MONEY.search(text):
        one = amounts[0]
        for kind, words in _MONEY.items():
            if any(
                abs(m.start() - one.end) <= _NEAR or 0 <= one.start - m.end() <= _NEAR for m in words.finditer(text)
            ):
                yield kind, (one.start, one.end, one.value or 0.0, _slack(one))
                break
    periods = [p for p in periods_in(text) if p.first and p.last and p.qualifier in (None, "after")]
    if len(periods) == 1 and _PERIOD.search(text) and not _OTHER_PERIOD.search(text):
        period = periods[0]
        yield "period", (period.start, period.end, (period.first or "", period.last or ""), 0.0)


def _slack(figure: Figure) -> float:
    """Half a unit of the last printed decimal of an amount in millions or thousands; whole kroner are exact."""
    raw = figure.raw.lower()
    unit = 1e9 if "mia" in raw or "milliard" in raw else 1e6 if "mio" in raw or "mill" in raw else 0.0
    unit = unit or (1e3 if re.search(r"1\.?000\s*kr|t\.?\s?kr|tusind", raw) else 0.0)
    return 0.5 * unit * 10.0**-figure.decimals


def _shown(value: float | tuple[str, str]) -> str | float:
    return "/".join(value) if isinstance(value, tuple) else value
