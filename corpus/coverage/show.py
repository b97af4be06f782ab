"""A silence map for reading: a table for the terminal, Markdown, or a file's content in the format asked for."""

from __future__ import annotations

import json

from corpus.coverage.silence import COVERAGES, ReportCoverage, SilenceMap
from corpus.coverage.tables import FlatTable, codebook_table, grid_table, plain_data, quote_table, theme_name, word
from extract.flat_tables import as_text, csv_of
from extract.output import CoverageFormat, Locale
from extract.spreadsheet import Sheet, workbook

SIDE_BY_SIDE = 4
"""Reports that stand beside each other on a terminal, at most; of more only counts."""
SHORT = 110
"""Letters of a quote on a terminal."""


def render(silence: SilenceMap, fmt: CoverageFormat, lang: Locale, locale: Locale) -> bytes:
    """A silence map as a file's content; CSV has one row a quote."""
    if fmt is CoverageFormat.JSON:
        return (json.dumps(plain_data(silence, lang), ensure_ascii=False, indent=1) + "\n").encode()
    if fmt is CoverageFormat.CSV:
        table = quote_table(silence, lang)
        return csv_of(table.heads, table.rows, locale).encode()
    if fmt is CoverageFormat.XLSX:
        return workbook([*map(_sheet, tables_of(silence, lang))])
    return (_markdown(silence, lang) if fmt is CoverageFormat.MD else _screen(silence, lang)).encode()


def tables_of(silence: SilenceMap, lang: Locale) -> tuple[FlatTable, ...]:
    """The tables of a workbook: the map, its quotes, the codebook, and what the words mean."""
    means = tuple((word(kind, lang), word(f"{kind}_means", lang)) for kind in COVERAGES)
    heads = (word("coverage", lang), word("means", lang))
    return (
        grid_table(silence, lang),
        quote_table(silence, lang),
        codebook_table(silence, lang),
        FlatTable(word("means", lang), heads, (*means, ("", word("caution", lang)))),
    )


def _sheet(table: FlatTable) -> Sheet:
    return Sheet(table.name, [table.heads, *table.rows], head=True)


def _screen(silence: SilenceMap, lang: Locale) -> str:
    if len(silence.reports) == 1:
        return _one(silence, silence.reports[0], lang)
    grid = grid_table(silence, lang)
    many = len(silence.reports) > SIDE_BY_SIDE
    shown = range(5) if many else (0, 1, *range(5, len(grid.heads)))
    rows = [[_cell(row[k]) for k in shown] for row in grid.rows]
    lines = [as_text([grid.heads[k] for k in shown], rows, silence.codebook.title[lang.value])]
    lines += [f"{one.name}: {_told(one, lang)}\n" for one in silence.reports] if not many else []
    return "".join(lines) + word("caution", lang) + "\n"


def _one(silence: SilenceMap, report: ReportCoverage, lang: Locale) -> str:
    """A report alone, with the best quote of each item."""
    heads = [word(name, lang) for name in ("item", "coverage", "page", "quote")]
    rows = []
    for item, covered in zip(silence.codebook.items, report.items, strict=True):
        best = next(iter((*covered.quotes, *covered.unknown)), None)
        quote = (best.quote or "") if best else ""
        short = quote if len(quote) <= SHORT else f"{quote[: SHORT - 1]}…"
        page = str(best.page) if best and best.page else ""
        rows.append([item.label[lang.value], word(covered.coverage, lang), page, short])
    return as_text(heads, rows, f"{report.name} ({report.file})") + _told(report, lang) + "\n"


def _markdown(silence: SilenceMap, lang: Locale) -> str:
    grid = grid_table(silence, lang)
    lines = [f"# {word('title', lang)}: {silence.codebook.title[lang.value]}", "", word("caution", lang), ""]
    lines += [_pipes(grid.heads), _pipes(["---"] * len(grid.heads)), *map(_pipes, grid.rows)]
    for report in silence.reports:
        lines += ["", f"## {report.name}", "", _told(report, lang), ""]
        for item, covered in zip(silence.codebook.items, report.items, strict=True):
            said = [(covered.coverage, one) for one in (*covered.quotes, *covered.unknown)[:1]]
            theme = theme_name(silence, item, lang)
            lines += [f"- **{item.label[lang.value]}** ({theme}): {word(covered.coverage, lang)}"]
            lines += [f"  > {one.quote} ({report.file}, {word('page', lang).lower()} {one.page})" for _, one in said]
    return "\n".join(lines) + "\n"


def _told(report: ReportCoverage, lang: Locale) -> str:
    counts = {kind: report.count(kind) for kind in COVERAGES}
    return word("told", lang).format(items=len(report.items), **counts)


def _pipes(cells: object) -> str:
    assert isinstance(cells, tuple | list)
    return f"| {' | '.join(_cell(cell).replace('|', chr(92) + '|') for cell in cells)} |"


def _cell(value: object) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
