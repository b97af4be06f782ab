"""Characters → words, by white space and by gaps.

Text layers leave blanks out (a bold run set beside a plain one) and put them in (letter-spaced
capitals), so a gap between two characters counts for more than a blank in the text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from extract.glyphs import SUPERSCRIPTS, Glyph
from extract.page import Word

WORD_GAP = 0.13  # em; a gap this wide parts two words (TeX shrinks its blanks to 0.22, kerning stays under 0.08)
SPACED_GAP = 0.07  # em; from this median gap on a run is letter-spaced
LEAST_SINGLE = 3  # letters standing alone from which a run may be letter-spaced
RUN_GAP = 3.0  # em; a wider gap begins a new run
BASELINE_SHIFT = 0.12  # em; a greater change of baseline begins a new word
RAISED_SIZE = 0.87  # of its neighbour's size: at most this is a superscript
GLUE_GAP = 0.12  # em; a mark nearer than this to its word is glued to it
SAME_PLACE = 0.15  # em; a character this near an equal one before it is a second stroke (imitated bold)

SUPERSCRIPT_SIGNS = frozenset(SUPERSCRIPTS)

_Token = list[Glyph]


def words_of(glyphs: Sequence[Glyph]) -> tuple[Word, ...]:
    """The words of a page in the order of the content stream."""
    words: list[Word] = []
    blank = False
    for run in _runs(glyphs):
        apart = {id(b) for a, b in pairwise(run) if a[0] == " "}
        tokens = list(_tokens(run))
        if blank and tokens:
            apart.add(id(tokens[0][0]))
        words.extend(_word(token, id(token[0]) in apart) for token in tokens)
        blank = run[-1][0] == " "
    return tuple(_marked(_once(words)))


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Stretches of characters that follow each other along one line of writing."""
    run: list[Glyph] = []
    end = base = size = 0.0
    angle = -1
    for glyph in glyphs:
        if glyph[0] == " " and run:  # it stands where the character before it stands
            run.append(glyph)
            continue
        start, stop, line, own, style = glyph[5:]
        em = own if own > size else size
        if run and (style.angle != angle or not -0.6 * em < start - end < RUN_GAP * em or abs(line - base) >= 0.6 * em):
            yield run
            run = []
        if start - end < -SAME_PLACE * em and run and _second_stroke(run, glyph):
            continue
        run.append(glyph)
        end, base, size, angle = stop, line, own or 1.0, style.angle
    if run:
        yield run


def _second_stroke(run: Sequence[Glyph], glyph: Glyph) -> bool:
    near = SAME_PLACE * max(glyph[8], 1.0)
    return any(
        g[0] == glyph[0] != " " and abs(g[5] - glyph[5]) < near and abs(g[7] - glyph[7]) < near for g in run[-2:]
    )


def _tokens(run: Sequence[Glyph]) -> Iterator[_Token]:
    """A run cut at blanks and gaps; letter-spaced words are put together again."""
    tokens = list(_cut(run, WORD_GAP))
    single = sum(len(t) == 1 and t[0][0].isalpha() for t in tokens)
    if single >= LEAST_SINGLE and single > 0.3 * len(tokens):
        gaps = [_gap(a, b) for a, b in pairwise(run) if a[0] != " " and b[0] != " "]
        spacing = median(gaps) if len(gaps) >= 3 else 0.0
        if spacing > SPACED_GAP:
            tokens = list(_cut(run, WORD_GAP + spacing))
    yield from _joined(tokens) if _is_spelled_out(tokens) else tokens


def _cut(run: Sequence[Glyph], limit: float) -> Iterator[_Token]:
    token: _Token = []
    end = base = size = 0.0
    mark = False
    for glyph in run:
        text, start, line, own = glyph[0], glyph[5], glyph[7], glyph[8]
        if text == " ":
            if token:
                yield token
            token = []
            continue
        em = own if own > size else size
        was, mark = mark, text in SUPERSCRIPT_SIGNS
        if token and (start - end > limit * em or was is not mark or abs(line - base) > BASELINE_SHIFT * em):
            yield token
            token = []
        token.append(glyph)
        end, base, size = glyph[6], line, own
    if token:
        yield token


def _gap(a: Glyph, b: Glyph) -> float:
    """Gap between two characters in em of the larger."""
    return (b[5] - a[6]) / max(a[8], b[8], 1.0)


def _is_spelled_out(tokens: Sequence[_Token]) -> bool:
    single = sum(len(t) == 1 and t[0][0].isalpha() for t in tokens)
    return len(tokens) >= 4 and single >= 0.8 * len(tokens)


def _joined(tokens: Sequence[_Token]) -> Iterator[_Token]:
    gaps = [_gap(a[-1], b[0]) for a, b in pairwise(tokens)]
    limit = 1.6 * median(gaps)
    word = list(tokens[0])
    for token, gap in zip(tokens[1:], gaps, strict=True):
        if gap > limit:
            yield word
            word = []
        word.extend(token)
    yield word


def _word(token: _Token, apart: bool) -> Word:
    """The word of these characters; `glued` is provisional: False where the text has a blank before it."""
    first = token[0]
    text = "".join([g[0] for g in token])
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        body = text[:-1].replace("\u00ad", "")  # a soft hyphen shows at a line's end alone
        text = body + text[-1]
    run = first[9] if len(token) < 3 else token[len(token) // 2][9]
    return Word(
        text,
        round(first[1] if run.angle == 0 else min([g[1] for g in token]), 2),
        round(min([g[2] for g in token]), 2),
        round(token[-1][3] if run.angle == 0 else max([g[3] for g in token]), 2),
        round(max([g[4] for g in token]), 2),
        round(first[7] if run.angle not in (90, 180) else -first[7], 2),
        run.style,
        run.mcid,
        run.artifact,
        not apart,
        text[0] in SUPERSCRIPTS,
        run.angle,
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
    last = len(all_words) - 1
    for i, word in enumerate(all_words):
        before = all_words[i - 1] if i else None
        raised = word.raised
        if not raised:
            after = all_words[i + 1] if i < last else None
            raised = (before is not None and _above(word, before)) or (after is not None and _above(word, after))
        # Italics lean over their blank: where the text has one, touching alone does not glue.
        glued = before is not None and (word.glued or raised or before.raised) and _touches(before, word)
        yield replace(word, raised=raised, glued=glued) if raised != word.raised or glued != word.glued else word


def _above(word: Word, neighbour: Word) -> bool:
    """Whether `word` is set small above the baseline of `neighbour`, close beside it."""
    size = neighbour.style.size
    if word.style.size > RAISED_SIZE * size:
        return False
    return (
        word.angle == neighbour.angle == 0
        and 0.2 * size < neighbour.baseline - word.baseline < 0.7 * size
        and min(abs(word.x0 - neighbour.x1), abs(neighbour.x0 - word.x1)) < size
    )


def _touches(before: Word, word: Word) -> bool:
    if abs(word.x0 - before.x1) > 4.0 or word.angle or before.angle:  # the quick answer for most words
        return False
    size = max(before.style.size, word.style.size)
    return abs(word.x0 - before.x1) < GLUE_GAP * size and abs(word.baseline - before.baseline) < 0.7 * size
