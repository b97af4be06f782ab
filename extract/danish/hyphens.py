"""Printed lines to running text: broken words joined, real and suspended hyphens kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.danish.addresses import is_address, rest_of
from extract.danish.characters import SOFT, tidy
from extract.danish.lexicon import Lexicon, bare
from extract.danish.seams import BROKEN, SUSPENDED, is_conjunction, seam

_DASHES = "–—"


@dataclass(frozen=True, slots=True)
class Joined:
    """One text and where each printed line stands in it."""

    text: str
    spans: tuple[tuple[int, int], ...]
    """``(start, end)`` of each line, in order, never overlapping; a space between two lines is in neither."""


def join_lines(lines: Sequence[str], lexicon: Lexicon) -> Joined:
    """Join printed lines to one text as Danish needs it; an empty line has an empty span."""
    pieces: list[str] = []
    gaps: list[str] = []
    word, last = "", -1
    for line in lines:
        piece, gap = repair_inline(line, lexicon), ""
        if piece and word:
            right = piece.split(" ", 1)[0]
            cut, gap = _join(word, right, lexicon)
            if cut:
                word, pieces[last] = word[:-1], pieces[last][:-1]
        pieces.append(piece)
        gaps.append(gap)
        if piece:
            last = len(pieces) - 1
            word = word + piece if not gap and " " not in piece else piece.rsplit(" ", 1)[-1]
    return Joined("".join(gap + piece for gap, piece in zip(gaps, pieces, strict=True)), _spans(pieces, gaps))


def repair_inline(text: str, lexicon: Lexicon) -> str:
    """Tidy characters, resolve soft hyphens, and join words with a stray space behind a hyphen ("Handi- cap").

    A hyphen at the text's end stays: only the next line tells what it is.
    """
    text = tidy(text)
    if SOFT in text:
        text = " ".join(filter(None, (_resolve_soft(word, lexicon) for word in text.split(" "))))
    if "- " not in text:
        return text
    words: list[str] = []
    for word in text.split(" "):
        joined = _close(words[-1], word, lexicon) if words and words[-1][-1] == "-" else None
        if joined:
            words[-1] = joined
        else:
            words.append(word)
    return " ".join(words)


def _spans(pieces: Sequence[str], gaps: Sequence[str]) -> tuple[tuple[int, int], ...]:
    spans, end = [], 0
    for piece, gap in zip(pieces, gaps, strict=True):
        start = end + len(gap)
        end = start + len(piece)
        spans.append((start, end))
    return tuple(spans)


def _join(word: str, right: str, lexicon: Lexicon) -> tuple[bool, str]:
    """Whether the last character of ``word`` goes, and what stands between it and ``right``, the next line's first."""
    end = word[-1]
    if len(word) == 1:
        return False, " "
    if is_address(word):
        return rest_of(word, right, lexicon)
    if end == "-" and word[-2] != "-":
        kind = seam(word[:-1], right, lexicon)
        return kind == BROKEN, " " if kind == SUSPENDED else ""
    return False, "" if _tight(word, right) else " "


def _tight(word: str, right: str) -> bool:
    """Whether a slash or a dash holds the last word of a line and the first of the next together."""
    start, end = right[0], word[-1]
    if end in _DASHES:
        return word[-2].isalnum() and start.isalnum() and not is_conjunction(right)
    if end == "/":
        return start.isalnum() or (start in "-/" and len(right) > 1)
    return start == "/" and len(right) > 1 and right[1] != "/" and (end.isalnum() or end == ")")


def _resolve_soft(word: str, lexicon: Lexicon) -> str:
    first, *rest = word.lstrip(SOFT).split(SOFT)
    for part in rest:
        if not part:
            first += "-" if first and first[-1] != "-" else ""
        elif first and first[-1].isalnum():
            first += ("-" if seam(first, part, lexicon) != BROKEN else "") + part
        else:
            first += part
    return first


def _close(left: str, right: str, lexicon: Lexicon) -> str | None:
    """``left`` and ``right`` as one word where that is clear, else ``None``."""
    stem, tail = left[:-1], bare(right)
    if not (stem and stem[-1].isalpha() and right[0].islower()) or is_conjunction(right):
        return None
    head = bare(stem)
    joined = head + tail
    if lexicon.count(joined):
        return stem + right
    if lexicon.count(f"{head}-{tail}"):
        return left + right
    # Two whole words may be "kort- langsigtet", a conjunction left out; a head in a linking -s- is none.
    half = not lexicon.danish(head) or head.endswith("s")
    return stem + right if lexicon.danish(joined) or (half and lexicon.compound(joined)) else None
