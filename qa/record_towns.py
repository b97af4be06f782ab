"""Questions that compare municipalities: which has most or least, which reached its target, sums and differences."""

from __future__ import annotations

from collections.abc import Sequence

from index.passage import Passage
from index.stated import listed
from qa.asked import Asked
from qa.stated import Stated
from qa.town_figures import Figure, column_of, figures_by_town
from qa.wording import record_words


def compared_towns(asked: Asked, passages: Sequence[Passage]) -> Stated | None:
    """The municipalities by the column that the question is about; ``None`` where it asks for something else."""
    lower = asked.lower
    named = set(asked.municipalities)
    if asked.asks("why"):
        return None
    if len(named) > 1:
        return _of_named(asked, passages, lower, named)
    return _of_all(asked, passages, lower) if "municipality" in asked.expects and not named else None


def _of_named(asked: Asked, passages: Sequence[Passage], lower: str, named: set[str]) -> Stated | None:
    """What several municipalities that are named have together, or two of them apart."""
    words = record_words()
    if words["towns.together"].search(lower):
        return _summed(column_of(asked, figures_by_town(passages), lower), named)
    if len(named) == 2 and words["towns.difference"].search(lower):
        return _differing(column_of(asked, figures_by_town(passages), lower), named)
    return None


def _of_all(asked: Asked, passages: Sequence[Passage], lower: str) -> Stated | None:
    """Which municipality has most or least, and which reached their targets."""
    words = record_words()
    for name, most in (("most", True), ("least", False)):
        if words[f"towns.{name}"].search(lower):
            return _ranked(column_of(asked, figures_by_town(passages), lower), most=most)
    if words["towns.reached"].search(lower) and "mål" in lower:
        missed = bool(words["towns.missed"].search(lower))
        return _by_target(asked, figures_by_town(passages), lower, missed=missed)
    return None


def _ranked(column: Sequence[Figure], *, most: bool) -> Stated | None:
    if not column:
        return None
    order = sorted(column, key=lambda figure: -figure.value if most else figure.value)
    first = [figure for figure in order if figure.value == order[0].value]
    rest = [figure for figure in order if figure not in first]
    names = listed(tuple(figure.town for figure in first))
    then = f"; derefter {_with_figures(rest)}" if rest else ""
    word = "Højest" if most else "Lavest"
    said = f"{word}: {names} ({first[0].raw}){then} (kolonnen “{first[0].concept}”)."
    return Stated(said, _rows(order))


def _by_target(asked: Asked, figures: Sequence[Figure], lower: str, *, missed: bool) -> Stated | None:
    """The municipalities that reached their target, by the percentage of it or by target and result side by side."""
    words = record_words()
    shares = [f for f in figures if words["towns.percent_of_target"].search(f.concept.lower())]
    column = column_of(asked, shares, f"{lower} procent")
    reached = {figure.town: figure.value >= 100 for figure in column}
    told = column
    if not column:
        told = column_of(asked, [f for f in figures if f not in shares], lower)
        same = [f for f in figures if told and f.passage.context == told[0].passage.context]
        aims = column_of(asked, [f for f in same if words["towns.target_column"].search(f.concept.lower())], lower)
        aimed = {figure.town: figure.value for figure in aims}
        told = [f for f in told if f.town in aimed and f.concept != aims[0].concept]
        reached = {figure.town: figure.value >= aimed[figure.town] for figure in told}
    if len(told) < 2:
        return None
    yes, no = [f for f in told if reached[f.town]], [f for f in told if not reached[f.town]]
    parts = [f"{_with_figures(yes)} nåede målet" if yes else "Ingen nåede målet"]
    parts += [f"{_with_figures(no)} nåede det ikke"] if no else []
    said = f"{'; '.join(reversed(parts) if missed and no else parts)} (kolonnen “{told[0].concept}”)."
    return Stated(said, _rows([*no, *yes] if missed else [*yes, *no]))


def _summed(column: Sequence[Figure], named: set[str]) -> Stated | None:
    own = [figure for figure in column if figure.town in named]
    if {figure.town for figure in own} != named or len(own) != len(named):
        return None
    if any("%" in figure.raw or "pct" in figure.raw for figure in own):
        return None
    whole = _number(sum(figure.value for figure in own))
    sums = " + ".join(figure.raw for figure in own)
    return Stated(f"{_with_figures(own)}: {sums} = {whole} (kolonnen “{own[0].concept}”).", _rows(own))


def _differing(column: Sequence[Figure], named: set[str]) -> Stated | None:
    own = sorted((figure for figure in column if figure.town in named), key=lambda figure: -figure.value)
    if len(own) != 2 or {figure.town for figure in own} != named:
        return None
    more = _number(own[0].value - own[1].value)
    points = " procentpoint" if "%" in own[0].raw or "pct" in own[0].raw else ""
    said = f"{_with_figures(own)}: forskellen er {more}{points} (kolonnen “{own[0].concept}”)."
    return Stated(said, _rows(own))


def _with_figures(figures: Sequence[Figure]) -> str:
    return listed(tuple(f"{figure.town} ({figure.raw})" for figure in figures))


def _rows(figures: Sequence[Figure]) -> tuple[Passage, ...]:
    return tuple({figure.passage.id: figure.passage for figure in figures}.values())


def _number(value: float) -> str:
    return f"{value:,.2f}".rstrip("0").rstrip(".").replace(",", " ").replace(".", ",").replace(" ", ".")
