"""Charts of the page as SVG: bars of statuses, dots of achievement. The page's style sheet gives them its own colours.

Drawn with Vega-Altair, rendered without a browser. They are drawings alone: their figures stand beside them in tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from corpus.comparison import STATUSES
from corpus.labels import label
from corpus.page.book import LIVES_ON, Book
from corpus.wordlist import data
from extract.output import Locale

MOST_ROWS = 12
"""Projects of a chart, at most."""
MOST_LETTERS = 34
"""Letters of a name on an axis."""
MOST_ACHIEVED = 2.0
"""Achievement beyond which a dot stands at the edge."""
WIDTH, STEP, THICK = 340, 40, 14
"""Of a drawing, of a row and of its bar, in units that are pixels on a phone."""
INKS = {
    "achieved": "#1b7f5c", "partly_achieved": "#d99a00", "not_achieved": "#b8432f", "ongoing": "#3f78b5",
    "dropped": "#6f6f6f", "unknown": "#b9b9b9", "continues": "#1b7f5c", "partly_continues": "#d99a00",
    "does_not_continue": "#b8432f",
}  # fmt: skip
"""Colours of statuses, told apart also by people who do not see red or green; words stand beside them everywhere."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its title, what its colours mean, and its figures as a table."""

    id: str
    title: str
    svg: str
    legend: tuple[tuple[str, str], ...]
    """Statuses with their words."""
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def charts(book: Book, lang: Locale) -> tuple[Chart, ...]:
    """The charts that have something to show."""
    made = (_by_level(book, lang), _by_project(book, lang), _achievement(book, lang), _forankring(book, lang))
    held = [chart for chart in made if chart.rows]
    few = data("page")[lang.value]["first_rows"].format(shown=MOST_ROWS)
    return tuple(replace(one, title=f"{one.title} ({few})") if len(one.rows) == MOST_ROWS else one for one in held)


def _by_level(book: Book, lang: Locale) -> Chart:
    words = {status: label("status", status, lang) for status in STATUSES}
    counts = [
        (label("level", total.level, lang), {status: total.count(status) for status in book.statuses})
        for total in book.comparison.totals
    ]
    return _stacked("by-level", counts, words, lang)


def _by_project(book: Book, lang: Locale) -> Chart:
    words = {status: label("status", status, lang) for status in STATUSES}
    shown = [one for one in book.projects if one.total][:MOST_ROWS]
    counts = [(one.project.name, {status: one.count(status) for status in book.statuses}) for one in shown]
    return _stacked("by-project", counts if len(counts) > 1 else [], words, lang)


def _forankring(book: Book, lang: Locale) -> Chart:
    words = {status: label("embedding", status, lang) for status in LIVES_ON}
    shown = [one for one in book.projects if one.embedding][:MOST_ROWS]
    counts = [(one.project.name, {status: one.lives_on(status) for status in LIVES_ON}) for one in shown]
    return _stacked("embedding", counts, words, lang)


def _stacked(ident: str, counts: Sequence[tuple[str, dict[Any, int]]], words: dict[Any, str], lang: Locale) -> Chart:
    """Bars of counts, one a row, in the order of the statuses."""
    import altair as alt

    text = data("page")[lang.value]
    met = [status for status in words if any(held.get(status) for _, held in counts)]
    heads = (text["of"], *(words[status] for status in met))
    rows = tuple((name, *(str(held.get(status, 0)) for status in met)) for name, held in counts)
    values = [
        {"name": _short(name), "status": words[status], "count": held.get(status, 0), "rank": met.index(status)}
        for name, held in counts
        for status in met
    ]
    scale = alt.Scale(domain=[words[status] for status in met], range=[INKS[status] for status in met])
    base = alt.Chart(_data(values)).encode(y=_rows([name for name, _ in counts]))
    bars = base.mark_bar(size=THICK).encode(
        x=alt.X("count:Q", title=text[f"axis_{ident}"], axis=alt.Axis(tickMinStep=1, tickCount=5, format="d")),
        color=alt.Color("status:N", scale=scale, legend=None),
        order=alt.Order("rank:Q"),
    )
    legend = tuple((str(status), words[status]) for status in met)
    drawing = _svg(bars, [name for name, _ in counts]) if rows else ""
    return Chart(ident, text[f"chart_{ident}"], drawing, legend, heads, rows)


def _achievement(book: Book, lang: Locale) -> Chart:
    """A dot a target: what was reached of it; those beyond the edge stand at it."""
    import altair as alt

    text = data("page")[lang.value]
    shown = [one for one in book.projects if any(t.achievement is not None for t in one.targets)][:MOST_ROWS]
    values = [
        {
            "name": _short(one.project.name),
            "status": label("status", target.status, lang),
            "at": min(target.achievement, MOST_ACHIEVED),
        }
        for one in shown
        for target in one.targets
        if target.achievement is not None
    ]
    met = [status for status in STATUSES if any(t.status == status for one in shown for t in one.targets)]
    legend = tuple((str(status), label("status", status, lang)) for status in met)
    scale = alt.Scale(domain=[word for _, word in legend], range=[INKS[status] for status in met])
    across = alt.Scale(domain=[0, MOST_ACHIEVED])
    names = [one.project.name for one in shown]
    dots = (
        alt.Chart(_data(values))
        .mark_circle(size=70, opacity=0.85)
        .encode(
            y=_rows(names),
            x=alt.X("at:Q", title=text["axis_achievement"], scale=across, axis=alt.Axis(format="%", tickCount=5)),
            color=alt.Color("status:N", scale=scale, legend=None),
        )
    )
    line = alt.Chart(_data([{"met": 1.0}])).mark_rule(strokeDash=[4, 3], color="#333333").encode(x="met:Q")
    rows = tuple((one.project.name, *_spread(one.targets)) for one in shown)
    heads = (text["of"], text["measured"], text["least"], text["median"], text["most"])
    drawing = _svg(line + dots, names) if rows else ""
    return Chart("achievement", text["chart_achievement"], drawing, legend, heads, rows)


def _rows(names: Sequence[str]) -> Any:
    """The rows of a chart in their order; their names stand above them, where a narrow page has room."""
    import altair as alt

    return alt.Y("name:N", title=None, sort=list(dict.fromkeys(map(_short, names))), axis=None)


def _spread(targets: Sequence[Any]) -> tuple[str, ...]:
    """How many targets have an achievement, and the least, middle and greatest of them, in per cent."""
    from statistics import median

    values = [target.achievement for target in targets if target.achievement is not None]
    return (str(len(values)), *(f"{100 * one:.0f} %" for one in (min(values), median(values), max(values))))


def _data(values: list[dict[str, Any]]) -> Any:
    import altair as alt

    return alt.Data(values=values)  # type: ignore[no-untyped-call]


def _short(name: str) -> str:
    return name if len(name) <= MOST_LETTERS else f"{name[: MOST_LETTERS - 1]}…"


def _svg(drawing: Any, names: Sequence[str]) -> str:
    """The drawing without a background; its words are hidden from screen readers, which get the table."""
    import altair as alt
    import vl_convert

    above = (
        alt.Chart(_data([{"name": name} for name in dict.fromkeys(map(_short, names))]))
        .mark_text(align="left", baseline="bottom", dy=-THICK / 2 - 3, fontSize=12)
        .encode(y=_rows(names), x=alt.value(0), text="name:N")
    )
    whole = (drawing + above).properties(width=WIDTH, height=alt.Step(STEP))
    whole = whole.configure(background="transparent", font="system-ui, sans-serif").configure_view(stroke=None)
    whole = whole.configure_axis(labelFontSize=11, titleFontSize=11, titleFontWeight="normal")
    svg: str = vl_convert.vegalite_to_svg(whole.to_dict())
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)
