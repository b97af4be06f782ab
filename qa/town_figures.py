"""Rows of numeric tables → figures by municipality, and the one column that a question is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.danish.names import municipalities_in
from extract.danish.quantities import read_quantity
from index.passage import Passage
from index.said import figures_said
from qa.asked import Asked, Term
from qa.holding import holds, words_of
from qa.wording import record_words

LEAST = 0.4
"""Share of the question's own words that a column must hold to be compared by."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One municipality's figure in a numeric table."""

    town: str
    concept: str
    """What it is a figure of: the column's name, in a table with a column a municipality the row's."""
    raw: str
    value: float
    passage: Passage


def figures_by_town(passages: Sequence[Passage]) -> list[Figure]:
    """The figures of all rows, or columns, that are a municipality's."""
    return [figure for passage in passages for figure in _of_row(passage)]


def _of_row(passage: Passage) -> Iterator[Figure]:
    label, figures = figures_said(passage)
    towns = municipalities_in(label)
    for column, raw in figures:
        quantity = read_quantity(raw)
        names = towns or municipalities_in(column)
        if quantity is None or quantity.value is None or len(names) != 1:
            continue
        yield Figure(names[0].name, column if towns else label, raw, quantity.value, passage)


def column_of(asked: Asked, figures: Sequence[Figure], lower: str) -> list[Figure]:
    """The figures of the one column that holds most of what the question is about, a target's only where it asks so."""
    words = record_words()
    wants_share = bool(words["towns.share_asked"].search(lower))
    best: tuple[float, float] = (0.0, 0.0)
    chosen: list[Figure] = []
    for group in _columns(figures):
        concept = group[0].concept.lower()
        fit = _fit(asked, group[0])
        is_share = bool(words["towns.percent"].search(concept)) or all("%" in f.raw or "pct" in f.raw for f in group)
        is_target = bool(words["towns.target_column"].search(concept))
        score = (fit, 0.5 * (is_share == wants_share) + 0.4 * (not is_target))
        if fit >= LEAST and score > best:
            best, chosen = score, group
    return chosen


def _columns(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Figures of one table and concept together, of two municipalities or more."""
    groups: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in figures:
        key = (figure.passage.document, figure.passage.context, figure.concept)
        groups.setdefault(key, []).append(figure)
    return [group for group in groups.values() if len({figure.town for figure in group}) > 1]


def _fit(asked: Asked, figure: Figure) -> float:
    """Share of the question's own words, names and words of comparison aside, that the column or its table holds."""
    concept, around = words_of(figure.concept), words_of(figure.passage.context)
    terms = [term for term in asked.terms if not term.entity and not _is_frame(term)]
    whole = sum(term.weight for term in terms)
    held = sum(term.weight * max(holds(term, concept), 0.5 * holds(term, around)) for term in terms)
    return held / whole if whole else 0.0


def _is_frame(term: Term) -> bool:
    lower = term.words.lower()
    words = record_words()
    return lower.startswith("kommun") or any(words[f"towns.{name}"].search(lower) for name in _COMPARING)


_COMPARING = ("most", "least", "reached", "together", "difference", "target_column")
