"""Characters → words, by white space and by gaps.

Text layers leave blanks out (a bold run set beside a plain one) and put them in (letter-spaced
capitals), so a gap between two characters counts for more than a blank in the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from extract.glyphs import Glyph
from extract.page import Word

WORD_GAP = 0.13  # em; a gap this wide parts two words (TeX shrinks its blanks to 0.22, kerning stays under 0.08)
SPACED_GAP = 0.07  # em; from this median gap on a run is letter-spaced
RUN_GAP = 3.0  # em; a wider gap begins a new run
BASELINE_SHIFT = 0.12  # em; a greater change of baseline begins a new word
RAISED_SIZE = 0.82  # of its neighbour's size: at most this is a superscript
GLUE_GAP = 0.12  # em; a mark nearer than this to its word is glued to it
SAME_PLACE = 0.15  # em; a character this near an equal one before it is a second stroke (imitated bold)

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"

_Token = list[Glyph]


def words_of(glyphs: Sequence[Glyph]) -> tuple[Word, ...]:
    """The words of a page in the order of the content stream."""
    words: list[Word] = []
    for run in _runs(glyphs):
        words.extend(_word(token) for token in _tokens(run))
    return tuple(_marked(_once(words)))


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Stretches of characters that follow each other along one line of writing."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _follows(run[-1], glyph):
            yield run
            run = []
        if run and _second_stroke(run, glyph):
            continue
        run.append(glyph)
    if run:
        yield run


def _along(glyph: Glyph) -> tuple[float, float, float]:
    """Start, end and baseline of a character in its own direction of reading."""
    _, x0, top, x1, bottom, x, y, run = glyph
    if run.angle == 0:
        return (x0, x1, y)
    if run.angle == 90:
        return (top, bottom, -x)
    if run.angle == 270:
        return (-bottom, -top, x)
    if run.angle == 180:
        return (-x1, -x0, -y)
    return (x0, x1, y)


def _follows(before: Glyph, after: Glyph) -> bool:
    size = max(before[7].style.size, after[7].style.size, 1.0)
    if before[7].angle != after[7].angle:
        return False
    _, end, base = _along(before)
    start, _, other = _along(after)
    return abs(base - other) < 0.6 * size and -0.6 * size < start - end < RUN_GAP * size


def _second_stroke(run: Sequence[Glyph], glyph: Glyph) -> bool:
    near = SAME_PLACE * max(glyph[7].style.size, 1.0)
    return any(g[0] == glyph[0] != " " and abs(g[5] - glyph[5]) < near and abs(g[6] - glyph[6]) < near for g in run[-2:])


def _tokens(run: Sequence[Glyph]) -> Iterator[_Token]:
    """A run cut at blanks and gaps; letter-spaced words are put together again."""
    gaps = [_gap(a, b) for a, b in zip(run, run[1:], strict=False) if a[0] != " " and b[0] != " "]
    spacing = median(gaps) if len(gaps) >= 3 else 0.0
    limit = WORD_GAP + (max(0.0, spacing) if spacing > SPACED_GAP else 0.0)
    tokens = list(_cut(run, limit))
    yield from _joined(tokens) if _is_spelled_out(tokens) else tokens


def _cut(run: Sequence[Glyph], limit: float) -> Iterator[_Token]:
    token: _Token = []
    for glyph in run:
        if glyph[0] == " ":
            if token:
                yield token
            token = []
            continue
        if token and (_gap(token[-1], glyph) > limit or _shifted(token[-1], glyph)):
            yield token
            token = []
        token.append(glyph)
    if token:
        yield token


def _gap(a: Glyph, b: Glyph) -> float:
    """Gap between two characters in em of the larger."""
    return (_along(b)[0] - _along(a)[1]) / max(a[7].style.size, b[7].style.size, 1.0)


def _shifted(a: Glyph, b: Glyph) -> bool:
    size = max(a[7].style.size, b[7].style.size, 1.0)
    if a[0] in SUPERSCRIPTS or b[0] in SUPERSCRIPTS:
        return (a[0] in SUPERSCRIPTS) != (b[0] in SUPERSCRIPTS)
    return abs(_along(a)[2] - _along(b)[2]) > BASELINE_SHIFT * size


def _is_spelled_out(tokens: Sequence[_Token]) -> bool:
    single = sum(len(t) == 1 and t[0][0].isalpha() for t in tokens)
    return len(tokens) >= 4 and single >= 0.8 * len(tokens)


def _joined(tokens: Sequence[_Token]) -> Iterator[_Token]:
    gaps = [_gap(a[-1], b[0]) for a, b in zip(tokens, tokens[1:], strict=False)]
    limit = 1.6 * median(gaps)
    word = list(tokens[0])
    for token, gap in zip(tokens[1:], gaps, strict=True):
        if gap > limit:
            yield word
            word = []
        word.extend(token)
    yield word


def _word(token: _Token) -> Word:
    text = "".join(g[0] for g in token)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        body = text[:-1].replace("\u00ad", "")  # a soft hyphen shows at a line's end alone
        text = body + text[-1]
    run = token[0][7] if len(token) < 3 else token[len(token) // 2][7]
    return Word(
        text=text,
        x0=round(min(g[1] for g in token), 2),
        top=round(min(g[2] for g in token), 2),
        x1=round(max(g[3] for g in token), 2),
        bottom=round(max(g[4] for g in token), 2),
        baseline=round(token[0][6] if run.angle in (0, 180) else token[0][5], 2),
        style=run.style,
        mcid=run.mcid,
        artifact=run.artifact,
        glued=False,
        raised=text[0] in SUPERSCRIPTS,
        angle=run.angle,
    )


def _once(words: Sequence[Word]) -> Iterator[Word]:
    """Words drawn twice at one place (imitated bold, shadows) only once."""
    seen: set[tuple[str, int, int]] = set()
    for word in words:
        key = (word.text, round(word.x0), round(word.baseline))
        if key in seen:
            continue
        seen.add(key)
        yield word


def _marked(words: Iterator[Word]) -> Iterator[Word]:
    """Words with ``glued`` and ``raised`` set, from their neighbours in the content stream."""
    all_words = list(words)
    for i, word in enumerate(all_words):
        before = all_words[i - 1] if i else None
        after = all_words[i + 1] if i + 1 < len(all_words) else None
        raised = word.raised or any(n is not None and _above(word, n) for n in (before, after))
        glued = before is not None and word.angle == before.angle == 0 and _touches(before, word)
        yield replace(word, raised=raised, glued=glued) if raised != word.raised or glued else word


def _above(word: Word, neighbour: Word) -> bool:
    """Whether `word` is set small above the baseline of `neighbour`, close beside it."""
    size = neighbour.style.size
    return (
        word.angle == neighbour.angle == 0
        and word.style.size <= RAISED_SIZE * size
        and 0.15 * size < neighbour.baseline - word.baseline < 0.7 * size
        and min(abs(word.x0 - neighbour.x1), abs(neighbour.x0 - word.x1)) < size
    )


def _touches(before: Word, word: Word) -> bool:
    size = max(before.style.size, word.style.size)
    return abs(word.x0 - before.x1) < GLUE_GAP * size and abs(word.baseline - before.baseline) < 0.7 * size
