"""How a target came to be, written for the screen or as JSON."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from extract.batch import Options, read_one
from extract.explain import Explanation, Step, explain, part_name
from extract.output import Locale
from extract.records_export import coded_word
from extract.report import Indicator, Quantity
from extract.serialise import to_json

WIDTH = 100


def deliver_explanation(file: Path, ident: str, options: Options, *, as_json: bool) -> None:
    """Read a report and print how one of its targets came to be."""
    found = explain(read_one(file, options), ident)
    sys.stdout.write((to_json(found) if as_json else as_text(found)) + "\n")


def as_text(found: Explanation) -> str:
    """Each part with its value and, below, what gave it."""
    one = found.indicator
    lines = textwrap.wrap(f"{one.id}: {one.text}", WIDTH)
    for part, steps in groupby(found.steps, key=lambda step: step.part):
        value = _value(one, part)
        lines += ["", f"{part_name(part)}: {value}" if value else f"{part_name(part)}"]
        lines += [line for step in steps for line in _lines(step)]
    lines += ["", "Citater"]
    for quote in one.evidence:
        lines += _wrapped(f"”{quote.quote}” (side {quote.page})")
    return "\n".join(lines)


def _lines(step: Step) -> Iterator[str]:
    page = f" (side {step.quote.page})" if step.quote else ""
    yield from _wrapped(f"{step.text}{page}")
    if step.quote and step.words not in step.quote.quote[: len(step.words) + 1]:
        yield from textwrap.wrap(f"”{step.quote.quote}”", WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 6)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="  - ", subsequent_indent="    ")


def _value(one: Indicator, part: str) -> str:
    if part in {"level", "status"}:
        return coded_word(one.level if part == "level" else one.status, Locale.DA)
    if part == "achievement":
        return "" if one.achievement is None else f"{100 * one.achievement:.1f} pct.".replace(".", ",", 1)
    if part == "breakdown":
        return ", ".join(
            f"{p.unit} {_number(p.actual)}" + (f" af {_number(p.target)}" if p.target else "") for p in one.breakdown
        )
    quantity: Quantity | None = getattr(one, part, None)
    return quantity.raw if quantity else ""


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.10g}".replace(".", ",")
