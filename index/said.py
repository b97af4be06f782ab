"""A target as one Danish line, and back: what the passages of records say of targets and rows of numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.report import Indicator, Quantity
from index.passage import Passage

LEVELS = {
    "activity": "aktivitetsmål",
    "outcome_short": "resultatmål på kort sigt",
    "outcome_long": "resultatmål på længere sigt",
    "outcome": "resultatmål",
    "impact": "effektmål",
}
STATUS = {
    "achieved": "opfyldt",
    "partly_achieved": "delvist opfyldt",
    "not_achieved": "ikke opfyldt",
    "ongoing": "i gang",
    "dropped": "bortfaldet",
    "unknown": "kan ikke vurderes",
}


def said_of(indicator: Indicator) -> str:
    """A target in one Danish line: what it is, what was aimed at, what was reached, and the verdict."""
    facts = [f"{name}: {quantity.raw.rstrip('.')}" for name, quantity in _quantities(indicator) if quantity is not None]
    facts += [f"Status: {STATUS[indicator.status]}"]
    if indicator.status_raw and indicator.status_raw.lower() != STATUS[indicator.status]:
        facts[-1] += f" ({indicator.status_raw})"
    level = LEVELS[indicator.level].capitalize()
    return f"{level} {indicator.id}: {indicator.text.rstrip('.')}. {'. '.join(facts)}."


@dataclass(frozen=True, slots=True)
class Said:
    """A target as its passage says it."""

    id: str
    level: str
    text: str
    status: str


def target_said(passage: Passage) -> Said | None:
    """The target that a passage of `said_of` states; ``None`` where it states none."""
    if passage.kind != "indicator" or not passage.record:
        return None
    ident = passage.record.partition(":")[2]
    head, _, rest = passage.pieces[0].shown.partition(f" {ident}: ")
    level = next((name for name, words in LEVELS.items() if words == head.lower()), None)
    text, _, verdict = rest.rpartition("Status: ")
    fits = [name for name, words in STATUS.items() if re.match(rf"{words}(?: \(|\.)", verdict)]
    return (
        Said(ident, level, re.split(r"\. (?:Mål|Opnået|Udgangspunkt): ", text)[0], fits[0]) if level and fits else None
    )


def figures_said(passage: Passage) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The label of a row of numbers and its figures as (column, as printed); no figures where it is no such row."""
    if passage.kind != "measure":
        return "", ()
    label, _, rest = passage.pieces[0].shown.rstrip(".").partition(": ")
    pairs = (cell.rpartition(": ") for cell in rest.split("; "))
    return label, tuple((column, raw) for column, _, raw in pairs if column)


def _quantities(indicator: Indicator) -> tuple[tuple[str, Quantity | None], ...]:
    return (("Mål", indicator.target), ("Opnået", indicator.actual), ("Udgangspunkt", indicator.baseline))
