"""Shares that are stated without their counts, against the place in the report that counts the same.

"45 pct. af deltagerne er kommet i job" in the summary, "42 af de 120 deltagere er kommet i job" in a chapter; "42
deltagere, svarende til 45 pct., er kommet i job" where the 42 are of 120 elsewhere. Both must say the same in nearly
the same words, of no single place, time or target; where the report counts it in two ways nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.audit.check import Check
from extract.audit.done_words import done_stems
from extract.audit.material import Material, Sentence
from extract.audit.printed import agrees, excluded
from extract.audit.prose_shares import Share, pairs_in, shares_in
from extract.audit.spoken import COUNT, PERCENT, Marked, Spoken, fits_a_sentence, marked
from extract.audit.terms import matches, pattern
from extract.audit.wording import number, percent
from extract.danish.names import municipalities_in
from extract.indicators.prose_words import alike

_CLAUSE = re.compile(r";|,\s+(?:og|men|mens|hvilket|idet|fordi|så)\s|\s(?:mens|men)\s|,\s+(?=svarende)")
_SHARE = re.compile(rf"{PERCENT}.\s+af\s+(?!{COUNT})|\b(?:andel\w*|procentdel\w*)\b[^;]*{PERCENT}.", re.IGNORECASE)
NEAR = 0.75
FEWEST = 2
"""So many words of their own two statements must share."""
MOST = 0.8
FARTHEST = 2.0
"""Shares that lie no further apart than so many points may be counted a little differently."""


Frame = tuple[bool, tuple[float, ...]]
"""What must be the same in two statements besides their words: whether one denies, and its spans of time."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A clause that counts a part of a whole, with its words."""

    sentence: Sentence
    part: Spoken
    whole: Spoken
    words: frozenset[str]
    frame: Frame

    @property
    def share(self) -> float:
        """In per cent."""
        return 100 * self.part.value / self.whole.value


def restated(material: Material) -> Iterator[Check]:
    """The shares of the running text that are counted elsewhere."""
    sentences = [sentence for sentence in material.sentences if fits_a_sentence(sentence.text)]
    counted = list(_counted(sentences))
    for sentence in sentences if counted else ():
        text = marked(sentence.text)
        if PERCENT not in text.text:
            continue
        yield from _without_counts(sentence, text, counted)
        for share in shares_in(text):
            if share.base == "unknown" and share.part is not None and not share.wholes:
                yield from _of_part(sentence, share, counted)


def _counted(sentences: Iterable[Sentence]) -> Iterator[Counted]:
    for sentence in sentences:
        text = marked(sentence.text)
        if text.text.count(COUNT) < FEWEST:
            continue
        for clause in _clauses(text.text):
            pairs = pairs_in(text, clause)
            if len(pairs) == 1 and clause.count(COUNT) == FEWEST and _is_of_all(clause, sentence):
                part, whole = pairs[0]
                if part.qualifier is None and whole.qualifier is None and part.value <= whole.value:
                    yield Counted(sentence, part, whole, _words(clause), _frame(text, clause))


def _clauses(text: str) -> list[str]:
    return [clause for clause in _CLAUSE.split(text) if clause]


def _is_of_all(clause: str, sentence: Sentence) -> bool:
    """Whether a clause is of no single place, nor of another time or a target."""
    return not municipalities_in(sentence.text) and not matches("share_not_now", clause)


def _without_counts(sentence: Sentence, text: Marked, counted: Sequence[Counted]) -> Iterator[Check]:
    for clause in _clauses(text.text):
        stated = text.numbers_of(clause, PERCENT)
        if len(stated) != 1 or COUNT in clause or not _SHARE.search(clause) or not _is_of_all(clause, sentence):
            continue
        words, frame = _words(clause), _frame(text, clause)
        same = [c for c in counted if c.sentence is not sentence and c.frame == frame and _alike(words, c.words)]
        if same:
            yield from _compared(sentence, stated[0], same)


def _of_part(sentence: Sentence, share: Share, counted: Sequence[Counted]) -> Iterator[Check]:
    """A part with its percentage: the whole is that of the same part elsewhere."""
    assert share.part is not None, "only shares with a part are asked for"
    if not _is_of_all(sentence.text, sentence) or matches("of_target", sentence.text):
        return
    text = marked(sentence.text)
    words, frame = _words(text.text), _frame(text, text.text)
    near = [c for c in counted if c.part.value == share.part.value and c.frame == frame]
    same = [c for c in near if _overlap(c.words, words) >= MOST]
    if same:
        yield from _compared(sentence, share.stated, same)


def _compared(sentence: Sentence, stated: Spoken, same: Sequence[Counted]) -> Iterator[Check]:
    claim = sentence.piece.quote(sentence.start, sentence.end)
    shares = {round(c.share, 6) for c in same}
    if claim is None or (len(shares) > 1 and not any(agrees(stated, share) for share in shares)):
        return
    place = sentence.piece.place(sentence.start + stated.start, sentence.start + stated.end)
    if any(not excluded(stated, share) or abs(share - stated.value) <= FARTHEST for share in shares):
        yield Check("percent_mismatch", claim, place, holds=True)
        return
    one = same[0]
    raw = sentence.text[stated.start : stated.end]
    message = (
        f"”{raw}” stemmer ikke overens med, hvad der er talt andetsteds: "
        f"{number(one.part.value)} af {number(one.whole.value)} er {percent(one.share)}"
    )
    against = one.sentence.piece.quote(one.sentence.start, one.sentence.end)
    yield Check(
        "percent_mismatch", claim, place, holds=False, message=message, severity="warning", against=against,
        stated=stated.value, computed=round(one.share, 1),
    )  # fmt: skip


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(f"{pattern('share_plain').pattern}|{pattern('share_link').pattern}", re.IGNORECASE)


def _frame(text: Marked, clause: str) -> Frame:
    spans = (n.value for n in text.numbers_of(clause) if n.kind in ("measure", "other"))
    return matches("denies", clause), tuple(sorted(spans))


def _words(clause: str) -> frozenset[str]:
    """The stems of the words that tell what is counted."""
    bare = re.sub("[\ue001-\ue006].", " ", clause)
    return done_stems(_plain().sub(" ", bare))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two clauses say nearly the same."""
    shared = sum(any(alike(word, told) >= NEAR for told in other) for word in one)
    return shared >= FEWEST and _overlap(one, other) >= MOST and _overlap(other, one) >= MOST


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the first's words that the second has."""
    return sum(any(alike(word, told) >= NEAR for told in other) for word in one) / len(one) if one else 0.0
