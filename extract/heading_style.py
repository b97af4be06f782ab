"""How a run is set, as far as headings show in it: size, weight, colour, capitals, white space around."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.geometry import overlap
from extract.numbering import lone_number
from extract.page import Style, TextRun, Word

SIZE_STEP = 0.5  # points; sizes are counted in steps of this
CAPITALS = 0.9  # share of letters that are capitals in a line set in capitals
UNIFORM = 0.85  # share of characters in one style
LEAST_LETTERS = 3
FAR = 99.0  # em; the space above the first line of a column


@dataclass(frozen=True, slots=True)
class StyleClass:
    """What tells one level of headings from another."""

    size: float
    bold: bool
    italic: bool
    color: str
    capitals: bool

    @property
    def rank(self) -> tuple[float, bool, bool, bool]:
        """Prominence: the larger, the higher its level."""
        return (self.size, self.bold, self.capitals, not self.italic)


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks."""

    style: StyleClass
    uniform: bool
    """All of it is set alike."""
    above: float
    """White space above it in em; `FAR` at the head of a column."""
    below: float
    words: int


def look_of(runs: Sequence[TextRun], at: int) -> Look:
    """How the run at this place looks among its neighbours."""
    run = runs[at]
    # A line that holds only the number ("Kapitel 2") may be set otherwise than the title below it.
    lines = run.lines[1:] if len(run.lines) > 1 and lone_number(run.lines[0].text) else run.lines
    words = [w for line in lines for w in line.words]
    style, share = _style_of(words)
    size = max(style.size, 1.0)
    return Look(
        style=StyleClass(step(style.size), style.bold, style.italic, style.color, _capitals(run.text)),
        uniform=share >= UNIFORM,
        above=_space(runs[at - 1] if at else None, run) / size,
        below=_space(run, runs[at + 1] if at + 1 < len(runs) else None) / size,
        words=len(run.text.split()),
    )


def step(size: float) -> float:
    """A type size in steps, so that rounding does not part what is set alike."""
    return round(size / SIZE_STEP) * SIZE_STEP


def body_style(runs: Iterable[TextRun]) -> StyleClass:
    """The style of most characters of the running text."""
    weights: Counter[Style] = Counter()
    for run in runs:
        if run.kind in ("paragraph", "list_item"):
            for line in run.lines:
                weights[line.style] += len(line.text)
    if not weights:
        return StyleClass(10.0, bold=False, italic=False, color="#000000", capitals=False)
    style = weights.most_common(1)[0][0]
    return StyleClass(step(style.size), style.bold, style.italic, style.color, capitals=False)


def _style_of(words: Sequence[Word]) -> tuple[Style, float]:
    """The style of most characters, and the share of characters set like it."""
    sizes: dict[int, tuple[Style, int]] = {}
    for word in words:
        if not word.raised:
            key = id(word.style)
            sizes[key] = (word.style, sizes[key][1] + len(word.text) if key in sizes else len(word.text))
    if len(sizes) <= 1:
        return (words[0].style if not sizes else next(iter(sizes.values()))[0], 1.0)
    weights: Counter[tuple[float, bool, bool, str]] = Counter()
    styles: dict[tuple[float, bool, bool, str], Style] = {}
    for style, size in sizes.values():
        look = (step(style.size), style.bold, style.italic, style.color)
        styles.setdefault(look, style)
        weights[look] += size
    look, count = weights.most_common(1)[0]
    return styles[look], count / max(1, sum(weights.values()))


def _capitals(text: str) -> bool:
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return upper >= LEAST_LETTERS and upper >= CAPITALS * (upper + lower)


def _space(upper: TextRun | None, lower: TextRun | None) -> float:
    """White space between two runs that stand one below the other; `FAR` times a size where they do not."""
    if upper is None or lower is None:
        return FAR * 10
    if not upper.lines or not lower.lines:  # tables, pictures
        return FAR if upper.page == lower.page else FAR * 10
    a, b = upper.lines[-1], lower.lines[0]
    if a.page != b.page or b.top < a.top or not overlap(a.x0, a.x1, b.x0, b.x1):
        return FAR * 10
    return max(0.0, b.top - a.bottom)
