"""Words → lines: words on one baseline, cut where a gutter or a change of column parts them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from extract.page import Line, Style, Word

SAME_BASELINE = 0.3  # em; words whose baselines differ by less stand on one line
WIDE_GAP = 1.5  # em; a wider gap between two words may be a gutter, and parts a line


def lines_of(page: int, words: Iterable[Word], gap: float = WIDE_GAP) -> list[Line]:
    """The lines of upright words, top to bottom, left to right; `gap` in em parts a line.

    Turned words are left out: see `turned_lines_of`.
    """
    return [line_of(page, piece) for row in _rows([w for w in words if w.angle == 0]) for piece in _pieces(row, gap)]


def turned_lines_of(page: int, words: Iterable[Word]) -> list[Line]:
    """Words set at an angle, gathered to lines in their own direction of reading."""
    groups: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        if word.angle:
            step = max(word.style.size * SAME_BASELINE, 1.0)
            base = (
                word.baseline
                if word.angle in (90, 270)
                else (word.x0 + word.top if word.angle != 180 else word.baseline)
            )
            groups.setdefault((word.angle, round(base / step / 2)), []).append(word)
    backwards = {270: lambda w: -w.bottom, 180: lambda w: -w.x1}
    return [line_of(page, sorted(g, key=backwards.get(angle, lambda w: w.top))) for (angle, _), g in groups.items()]


def line_of(page: int, words: Sequence[Word]) -> Line:
    """One line of these words, which stand in reading order."""
    style = dominant_style(words)
    return Line(
        page=page,
        words=tuple(words),
        x0=min(w.x0 for w in words),
        top=min(w.top for w in words),
        x1=max(w.x1 for w in words),
        bottom=max(w.bottom for w in words),
        baseline=next((w.baseline for w in words if w.style is style), words[0].baseline),
        style=style,
        text=text_of(words),
    )


def text_of(words: Sequence[Word]) -> str:
    """The words joined by one blank, glued ones without."""
    parts: list[str] = []
    for i, word in enumerate(words):
        parts.append(word.text if (word.glued and i) or not parts else f" {word.text}")
    return "".join(parts)


def dominant_style(words: Sequence[Word]) -> Style:
    """The style of most characters, raised marks left out where there is anything else."""
    first = words[0].style
    if all(w.style is first for w in words):
        return first
    weights: Counter[Style] = Counter()
    for word in words:
        weights[word.style] += len(word.text) if not word.raised else 0
    return weights.most_common(1)[0][0]


def _rows(words: Sequence[Word]) -> Iterator[list[Word]]:
    """Words of about one baseline, left to right, raised marks with the line they belong to."""
    rows: list[tuple[float, float, list[Word]]] = []  # baseline, size, words
    for word in sorted((w for w in words if not w.raised), key=lambda w: w.baseline):
        if rows and abs(word.baseline - rows[-1][0]) <= SAME_BASELINE * min(word.style.size, rows[-1][1]):
            rows[-1][2].append(word)
        else:
            rows.append((word.baseline, word.style.size, [word]))
    for mark in (w for w in words if w.raised):
        _host(rows, mark).append(mark)
    for _, _, row in rows:
        row.sort(key=lambda w: w.x0)
        yield row


def _host(rows: list[tuple[float, float, list[Word]]], mark: Word) -> list[Word]:
    """The row a raised mark belongs to: the one whose word it touches, else the nearest below its foot."""

    def distance(row: tuple[float, float, list[Word]]) -> float:
        beside = min((min(abs(w.x1 - mark.x0), abs(w.x0 - mark.x1)) for w in row[2]), default=99.0)
        return abs(row[0] - mark.baseline - 0.35 * row[1]) + min(beside, 40.0) * 0.5

    near = [r for r in rows if -0.2 * r[1] < r[0] - mark.baseline < 0.9 * r[1]]
    if near:
        return min(near, key=distance)[2]
    rows.append((mark.baseline, mark.style.size, []))
    return rows[-1][2]


def _pieces(row: Sequence[Word], gap: float) -> Iterator[list[Word]]:
    piece: list[Word] = []
    right = 0.0
    for word in row:
        size = max(word.style.size, piece[-1].style.size if piece else 0.0)
        if piece and word.x0 - right > gap * size:
            yield piece
            piece = []
        piece.append(word)
        right = max(right, word.x1) if len(piece) > 1 else word.x1
    if piece:
        yield piece
