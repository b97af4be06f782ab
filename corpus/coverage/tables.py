"""A silence map as flat tables: items by reports, quotes one a row, the codebook, and the same as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.comparison import Evidence
from corpus.coverage.codebook import Item
from corpus.coverage.silence import COVERAGES, Covered, SilenceMap
from corpus.wordlist import data
from extract.output import Locale
from extract.spreadsheet import Value

NO_QUOTE = Evidence("", "", None)


@dataclass(frozen=True, slots=True)
class FlatTable:
    """A table with a name and headings in the language of the reader."""

    name: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def word(key: str, lang: Locale) -> str:
    """A word that the reader sees."""
    return str(data("coverage_words")[lang.value][key])


def theme_name(silence: SilenceMap, item: Item, lang: Locale) -> str:
    """The theme that an item stands under; empty where the codebook has none."""
    names = silence.codebook.themes.get(item.theme)
    return names[lang.value] if names else ""


def grid_table(silence: SilenceMap, lang: Locale) -> FlatTable:
    """One row an item, one column a report; of all reports how many are so."""
    heads = [word("theme", lang), word("item", lang), *(word(one, lang) for one in COVERAGES)]
    names = [one.name for one in silence.reports]
    rows: list[tuple[Value, ...]] = []
    for place, item in enumerate(silence.codebook.items):
        covered = silence.of_item(place)
        counts = [float(sum(one.coverage == kind for one in covered)) for kind in COVERAGES]
        said = [word(one.coverage, lang) for one in covered]
        rows.append((theme_name(silence, item, lang), item.label[lang.value], *counts, *said))
    return FlatTable(word("title", lang), (*heads, *names), tuple(rows))


def quote_table(silence: SilenceMap, lang: Locale) -> FlatTable:
    """One row a report, item and quote; a report that is silent has a row without one."""
    names = ("project", "file", "theme", "id", "item", "coverage", "says", "page", "section", "quote", "report")
    return FlatTable(word("quotes", lang), tuple(word(name, lang) for name in names), tuple(_quote_rows(silence, lang)))


def _quote_rows(silence: SilenceMap, lang: Locale) -> Iterator[tuple[Value, ...]]:
    for report in silence.reports:
        for item, covered in zip(silence.codebook.items, report.items, strict=True):
            about = (theme_name(silence, item, lang), item.id, item.label[lang.value], word(covered.coverage, lang))
            for says, one in _said(covered):
                told = (word(says, lang) if one is not NO_QUOTE else None, one.page, one.section, one.quote)
                yield (report.name, report.file, *about, *told, report.report)


def _said(covered: Covered) -> Sequence[tuple[str, Evidence]]:
    quotes = [("stated", one) for one in covered.quotes] + [("not_known", one) for one in covered.unknown]
    return quotes or [("silent", NO_QUOTE)]


def codebook_table(silence: SilenceMap, lang: Locale) -> FlatTable:
    """What each item asks, and what is looked for."""
    heads = tuple(word(name, lang) for name in ("theme", "id", "item", "question", "records", "rules"))
    rows = [
        (theme_name(silence, item, lang), item.id, item.label[lang.value], item.question[lang.value],
         ", ".join(item.records) or None, "; ".join(dict.fromkeys(p for r in item.says for p in r.any)) or None)
        for item in silence.codebook.items
    ]  # fmt: skip
    return FlatTable(word("codebook", lang), heads, tuple(rows))


def plain_data(silence: SilenceMap, lang: Locale) -> dict[str, Any]:
    """The map for programs: codes as they are, labels in the language asked for."""
    items = silence.codebook.items
    return {
        "codebook": silence.codebook.title[lang.value],
        "items": [
            {"id": item.id, "theme": item.theme, "label": item.label[lang.value], "question": item.question[lang.value]}
            for item in items
        ],
        "reports": [
            {
                "report": one.report, "file": one.file, "name": one.name,
                "counts": {kind: one.count(kind) for kind in COVERAGES},
                "items": [
                    {"id": covered.item, "coverage": covered.coverage, "quotes": [*map(_place, covered.quotes)],
                     "unknown": [*map(_place, covered.unknown)]}
                    for covered in one.items
                ],
            }
            for one in silence.reports
        ],
    }  # fmt: skip


def _place(one: Evidence) -> dict[str, Any]:
    return {"quote": one.quote, "page": one.page, "bbox": one.bbox, "section": one.section}
