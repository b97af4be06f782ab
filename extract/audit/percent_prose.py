"""Percentages of the prose against the counts of their sentence, of a target, or of a group that the report counts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import permutations

from extract.audit.check import Check
from extract.audit.groups import Group, groups_of, named_group
from extract.audit.material import Material, Sentence
from extract.audit.printed import HAIR, agrees, bounds, excluded, share_bounds
from extract.audit.prose_shares import Share
from extract.audit.rows import aims_of
from extract.audit.share_across import shares_of
from extract.audit.spoken import PERCENT, Marked, Spoken, fits_a_sentence, marked
from extract.audit.wording import number, percent
from extract.danish.names import municipalities_in
from extract.report import Quote

LIKELY = 2.0
"""Shares further apart than this factor are of different things."""


@dataclass(frozen=True, slots=True)
class Whole:
    """What a percentage is a share of, and where that is said if not in its sentence."""

    value: float
    quote: Quote | None = None


def percent_prose(material: Material) -> Iterator[Check]:
    """The shares of the running text."""
    groups: list[Group] | None = None
    for place, sentence in enumerate(material.sentences):
        text = marked(sentence.text) if fits_a_sentence(sentence.text) else None
        if text is None or PERCENT not in text.text:
            continue
        if groups is None:
            groups = list(groups_of(material.sentences))
        before = _before(material, place)
        for share in shares_of(text, before):
            check = _judged(material, sentence, share, (text, before), groups)
            if check is not None:
                yield check


def _before(material: Material, place: int) -> Marked | None:
    """The sentence before in the same block."""
    sentence = material.sentences[place]
    last = material.sentences[place - 1] if place else None
    near = last is not None and last.piece is sentence.piece and fits_a_sentence(last.text)
    return marked(last.text) if last is not None and near else None


def _judged(
    material: Material, sentence: Sentence, share: Share, texts: tuple[Marked, Marked | None], groups: Collection[Group]
) -> Check | None:
    part = share.part
    if part is None:
        return None
    if any(_fits(share, part, whole) for whole in share.wholes if whole.value > 0):
        return _check(sentence, share, holds=True)
    whole = _whole(material, sentence, share, groups)
    if whole is None or not whole.value or _approximate(share):
        return _check(sentence, share, holds=None)
    value = 100 * part.value / whole.value
    if agrees(share.stated, value):
        return _check(sentence, share, holds=True)
    if not excluded(share.stated, value) or _explained(share, texts) or _of_another(share, value):
        return _check(sentence, share, holds=None)
    return _wrong(material, sentence, share, whole)


def _fits(share: Share, part: Spoken, whole: Spoken) -> bool:
    """Whether the percentage may be that share, or what is left ("et frafald på 20 pct."), as all three are rounded."""
    low, high = share_bounds(part, whole)
    least, most = bounds(share.stated)
    left = bool(share.name) and 100 - high <= most + HAIR and least - HAIR <= 100 - low
    return left or (low <= most + HAIR and least - HAIR <= high)


def _whole(material: Material, sentence: Sentence, share: Share, groups: Collection[Group]) -> Whole | None:
    """The one whole that a share must be of; ``None`` where that is not sure."""
    assert share.part is not None, "shares without a part are left out"
    if share.base == "target":
        aims = aims_of(material, share.part.value, sentence.text)
        return Whole(aims[0].value, aims[0].quote) if aims else None
    if share.base == "named":
        found = [] if municipalities_in(sentence.text) else named_group(share.name, groups)
        if len({group.count for group in found}) == 1 and found[0].count >= share.part.value:
            group = found[0]
            return Whole(
                group.count, group.sentence.piece.quote(group.sentence.start + group.start, group.sentence.end)
            )
        return None
    return Whole(share.wholes[0].value) if share.tight and share.wholes else None


def _approximate(share: Share) -> bool:
    return any(n is not None and n.qualifier is not None for n in (share.part, *share.wholes))


def _of_another(share: Share, value: float) -> bool:
    """Whether a target found by its result alone is so far off that it is another one's."""
    return share.base == "target" and not 1 / LIKELY <= value / max(share.stated.value, 1) <= LIKELY


def _explained(share: Share, texts: tuple[Marked, Marked | None]) -> bool:
    """Whether other counts of the sentence, of a target also of the one before, give the percentage."""
    if share.base == "stated":
        return False
    read = texts if share.base == "target" else texts[:1]
    values = {n.value for text in read if text is not None for n in text.numbers if n.kind == "count" and n.value}
    return any(agrees(share.stated, 100 * a / b) for a, b in permutations(values, 2))


def _check(sentence: Sentence, share: Share, *, holds: bool | None) -> Check | None:
    claim = sentence.piece.quote(sentence.start + share.start, sentence.start + share.stated.end)
    if claim is None:
        return None
    place = sentence.piece.place(sentence.start + share.stated.start, sentence.start + share.stated.end)
    reason = "det kan ikke ses, hvad procenten er af" if holds is None else ""
    return Check("percent_mismatch", claim, place, holds=holds, message=reason)


def _wrong(material: Material, sentence: Sentence, share: Share, whole: Whole) -> Check | None:
    start, end = min(share.start, share.stated.start), share.stated.end
    claim = sentence.piece.quote(sentence.start + start, sentence.start + end)
    if claim is None or share.part is None:
        return None
    value = 100 * share.part.value / whole.value
    raw = sentence.text[share.stated.start : end]
    message = (
        f"”{raw}” stemmer ikke overens med tallene: {number(share.part.value)} af {number(whole.value)} "
        f"er {percent(value)}{_other_base(material, share, whole)}"
    )
    place = sentence.piece.place(sentence.start + share.stated.start, sentence.start + end)
    return Check(
        "percent_mismatch", claim, place, holds=False, message=message, against=whole.quote,
        stated=share.stated.value, computed=round(value, 1),
    )  # fmt: skip


def _other_base(material: Material, share: Share, whole: Whole) -> str:
    """Which of the report's numbers the percentage is a share of instead, where only one fits."""
    assert share.part is not None, "shares without a part are left out"
    part = share.part.value
    fitting = [
        n for n in material.known_numbers if n != whole.value and n >= part and agrees(share.stated, 100 * part / n)
    ]
    return f" ({number(share.stated.value)} pct. er andelen af {number(fitting[0])})." if len(fitting) == 1 else ""
