"""A book → one HTML page that opens no connection: texts of reports are data in it, never markup.

Every value goes through the templates' autoescape; only our own style, script and drawings are put in as they are. A
Content-Security-Policy in the page lets nothing run or load but what it knows by its hash.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.comparison import FIGURES, Attainment, Evidence, KeyFigure
from corpus.coverage.silence import COVERAGES
from corpus.coverage.tables import word as coverage_word
from corpus.labels import day, grouped, label, reason_text, say
from corpus.page.book import LIVES_ON, Book
from corpus.page.charts import charts
from corpus.sections import unread
from corpus.wordlist import data
from extract.output import Locale

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent.parent / "data" / "page"
MARKS = {
    "achieved": "✓", "partly_achieved": "◐", "not_achieved": "✕", "ongoing": "…", "dropped": "–", "unknown": "?",
    "continues": "✓", "partly_continues": "◐", "does_not_continue": "✕", "stated": "●", "not_known": "?", "silent": "○",
}  # fmt: skip
"""A mark beside each word, so that nothing is told by colour alone."""


def page(book: Book, lang: Locale) -> str:
    """The page as text."""
    from markupsafe import Markup

    style, script = (FOLDER / "style.css").read_text("utf-8"), (FOLDER / "script.js").read_text("utf-8")
    drawings = [(chart, Markup(chart.svg)) for chart in charts(book, lang)]  # noqa: S704, escaped by what draws them
    return _environment().get_template("report.html.j2").render(
        book=book, lang=lang.value, charts=drawings, unread=unread(book.comparison.scope.unread, lang, lang),
        text=data("page")[lang.value],
        style=Markup(style), script=Markup(script), policy=_policy(style, script),  # noqa: S704, our own files
        figures=FIGURES, coverages=COVERAGES, lives_on=LIVES_ON, mark=MARKS, **_words(lang),
    )  # fmt: skip


def _words(lang: Locale) -> dict[str, Any]:
    """What templates call to put codes, numbers and places into words."""
    return {
        "label": lambda group, key: label(group, key, lang),
        "covered": lambda key: coverage_word(key, lang),
        "number": lambda value: grouped(value, lang),
        "per_cent": partial(_per_cent, lang=lang),
        "reason": lambda one: reason_text(one, lang),
        "figure": partial(_figure, lang=lang),
        "day": lambda when: day(when, lang),
        "place": partial(_place, lang=lang),
        "parts": _parts,
    }


def _per_cent(value: float | None, lang: Locale) -> str:
    return "" if value is None else f"{100 * value:.0f} {'pct.' if lang is Locale.DA else '%'}"


def _figure(one: KeyFigure, lang: Locale) -> str:
    """A key figure as it is shown; empty where there is none."""
    value = "" if one.value is None else grouped(round(one.value), lang)
    return say("so_far", lang, value=value) if one.so_far else value


def _place(seen: Evidence, lang: Locale) -> str:
    """File and page of a quote."""
    said = data("page")[lang.value]
    return seen.file if seen.page is None else f"{seen.file}, {said['page']} {seen.page}"


def _parts(cell: Attainment, statuses: tuple[str, ...]) -> list[tuple[str, int, float, float]]:
    """The statuses of a cell that are met, each with its count, and where its part of a bar of 100 begins and ends."""
    found, start = [], 0.0
    for status in statuses:
        count = cell.count(status)  # type: ignore[arg-type]
        if count:
            width = 100 * count / cell.targets
            found.append((status, count, start, width))
            start += width
    return found


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded or run but this style and this script; drawings are part of the page."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
