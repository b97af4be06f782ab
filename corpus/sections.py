"""A comparison for reading: what is compared, then its parts, each with as many rows as a reader can take in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from corpus.comparison import Comparison
from corpus.labels import grouped, label, say
from corpus.record_sections import dropouts, embedding, figures, findings, learnings
from corpus.section import Content, Section, Style
from corpus.target_sections import aligned, differing, matrix, municipalities, overview, statuses, unaligned
from extract.output import ComparePart, Locale

_READERS: dict[ComparePart, Callable[[Comparison, Style], Content]] = {
    ComparePart.OVERVIEW: overview,
    ComparePart.MATRIX: matrix,
    ComparePart.FIGURES: figures,
    ComparePart.MUNICIPALITIES: municipalities,
    ComparePart.ALIGNED: aligned,
    ComparePart.UNALIGNED: unaligned,
    ComparePart.STATUSES: statuses,
    ComparePart.DIFFERING: differing,
    ComparePart.FINDINGS: findings,
    ComparePart.DROPOUTS: dropouts,
    ComparePart.LEARNINGS: learnings,
    ComparePart.EMBEDDING: embedding,
}
ON_REQUEST = frozenset({ComparePart.UNALIGNED})
"""Parts that are shown only where they are asked for; that of municipalities also where they are the rows."""


UNREAD = 5
"""Files that could not be read which are named."""


def sections(comparison: Comparison, style: Style, what: ComparePart | None = None) -> Iterator[Section]:
    """The parts of a comparison that have something to say, or the one that is asked for."""
    passed = ON_REQUEST if comparison.scope.by == "municipality" else ON_REQUEST | {ComparePart.MUNICIPALITIES}
    for key in [what] if what else [key for key in _READERS if key not in passed]:
        grids, remark = _READERS[key](comparison, style)
        if what or remark or any(grid.rows for grid in grids):
            yield Section(key, label("lists", key.value, style.lang), grids, remark)


def preface(comparison: Comparison, style: Style) -> tuple[str, ...]:
    """What is compared, and what the figures mean; a heading first."""
    scope, lang = comparison.scope, style.lang
    count = grouped(scope.reports, style.locale)
    lines = [say("title_one" if scope.reports == 1 else "title", lang, reports=count)]
    if scope.pool:
        lines.append(say("pool", lang, pool=scope.pool))
    if scope.level:
        lines.append(say("level", lang, level=label("level", scope.level, lang)))
    if scope.detailed < scope.reports:
        lines.append(say("detailed", lang, reports=count, detailed=grouped(scope.detailed, style.locale)))
    if scope.unread:
        lines.append(unread(scope.unread, style.lang, style.locale))
    return (*lines, say("achievement", lang))


def unread(files: Sequence[str], lang: Locale, locale: Locale) -> str:
    """Which files could not be read, the first of them by name."""
    named = ", ".join(files[:UNREAD])
    key = "unread_one" if len(files) == 1 else "unread" if len(files) <= UNREAD else "unread_more"
    return say(key, lang, count=grouped(len(files), locale), files=named, more=grouped(len(files) - UNREAD, locale))
