"""Totals of the prose against the parts that are listed beside them.

"98 borgere: 45 i Kolding, 30 i Furesø og 23 i Vejle", "otte ledere, fem unge og to forældre, i alt 15", "fordelt på",
"131 unge, heraf 83 mænd og 48 kvinder", and money. A list is held against a total only where it says that it is all of
it. What may be some of it, counted twice or approximate (`audit_shares.toml`, some_parts) is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.audit.check import Check
from extract.audit.material import Material, Sentence
from extract.audit.spoken import AMOUNT, COUNT, Marked, Spoken, fits_a_sentence, marked
from extract.audit.terms import matches
from extract.audit.wording import number

_WORD = r"[^\W\d_][\w'’/&-]*\.?"
_PARTS = rf"(?P<parts>[^;:]*?[{COUNT}{AMOUNT}][^;:]*?)"
_TOTAL = rf"(?P<kind>[{COUNT}{AMOUNT}])(?P<total>.)"
_PLACES = rf"\s(?:på|i|fra|over|mellem)\s+(?:{_WORD}\s+)?{COUNT}(?P<places>.)\s+[^;:()\ue001-\ue006]{{0,40}}"
_GAP = rf"[^;:()\ue001-\ue006]{{0,70}}(?:{_PLACES})?"
_SPREAD = r"(?:som\s+|der\s+)?(?:fordel(?:t|er|te)|(?:op)?delt)\s+(?:sig\s+)?(?:ud\s+)?(?:på|med|mellem|således)"
_END = r"(?=[.;]?\s*$|;)"
_FORMS = {
    "listed": re.compile(rf"{_TOTAL}{_GAP}:\s+{_PARTS}{_END}", re.IGNORECASE),
    "spread": re.compile(rf"{_TOTAL}[^;:()\ue001-\ue006]{{0,70}}?[,\s]+{_SPREAD}:?\s+{_PARTS}{_END}", re.IGNORECASE),
    "bracket": re.compile(rf"{_TOTAL}[^;:()\ue001-\ue006]{{0,50}}\((?P<parts>[^;:()]*)\)", re.IGNORECASE),
    "total": re.compile(
        rf"(?:^|[:;]\s+){_PARTS}[,–(]?\s+(?:og\s+)?(?:i\s+alt|ialt|tilsammen|sammenlagt)\s+(?:{_WORD}\s+){{0,2}}?{_TOTAL}",
        re.IGNORECASE,
    ),
}
_SPLIT = re.compile(
    r",\s+(?:og\s+|samt\s+)?|\s+(?:og|samt)\s+(?=(?:[^\W\d_][\w'’-]*\.?\s+){0,4}?(?:[\ue001\ue004]|\([\ue001\ue004]))"
)
_CLAUSE = re.compile(
    r"\b(?:der|som|hvor|fordi|idet|hvis|når|mens|at|har|er|blev|var|kom|fik|gik|\w+ede|sagde|mente)\b", re.I
)
_OPPOSITES = (("kvinder", "mænd"), ("piger", "drenge"), ("kvindelige", "mandlige"), ("offentlige", "private"))
FEWEST = 2
LONGEST = 90
"""Letters of an item of a list."""
SOME = 0.15
"""A list behind a colon or in a bracket that falls this share short may be of some only."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A total and its parts."""

    total: Spoken
    parts: tuple[Spoken, ...]


def prose_sums(material: Material) -> Iterator[Check]:
    """The totals of the running text that have their parts beside them."""
    for sentence in material.sentences:
        if not fits_a_sentence(sentence.text):
            continue
        text = marked(sentence.text)
        if len(text.numbers) > FEWEST:
            yield from (check for listed in sums_in(text) if (check := _check(sentence, listed)))


def sums_in(text: Marked) -> Iterator[Listed]:
    """The totals of a sentence with their lists."""
    taken: set[int] = set()
    for name, form in _FORMS.items():
        for match in form.finditer(text.text):
            listed = _listed(text, match, whole=name in ("spread", "total"))
            if listed is not None and listed.total.start not in taken:
                taken.add(listed.total.start)
                yield listed
    if not taken:
        yield from _opposites(text)


def _listed(text: Marked, match: re.Match[str], *, whole: bool) -> Listed | None:
    """The parts of a list in which every item has one number of the total's kind; ``None`` for any other list."""
    total = text.number(match["total"])
    numbers: list[Spoken] = []
    for item in _SPLIT.split(match["parts"]):
        found = [n for n in text.numbers_of(item) if n.kind not in ("percent", "points")]
        if len(found) != 1 or found[0].kind != total.kind or len(item) > LONGEST or _CLAUSE.search(_behind(item)):
            return None
        numbers += found
    places = match.groupdict().get("places")
    if places and text.number(places).value != len(numbers):
        return None
    listed = Listed(total, tuple(numbers))
    said = re.search(f"[{COUNT}{AMOUNT}].*", match.group())
    return listed if _is_all(listed, said.group() if said else "", whole=whole) else None


def _behind(item: str) -> str:
    """The words of an item behind its number; before the first one stands how the sentence begins."""
    return re.split(f"[{COUNT}{AMOUNT}].", item, maxsplit=1)[-1]


def _is_all(listed: Listed, words: str, *, whole: bool) -> bool:
    """Whether the parts are said to be all of the total, exactly."""
    values = [n.value for n in listed.parts]
    if len(values) < FEWEST or max(values) > listed.total.value or matches("some_parts", words):
        return False
    if any(n.qualifier for n in (listed.total, *listed.parts)):
        return False
    return whole or sum(values) >= (1 - SOME) * listed.total.value


def _opposites(text: Marked) -> Iterator[Listed]:
    """Two groups that leave no third: "Af de 131 unge var 83 mænd og 48 kvinder"."""
    counts = text.numbers_of(text.text, COUNT)
    for one, other in _OPPOSITES:
        found = [
            re.search(rf"(?<!de ){COUNT}(.)\s+(?:{_WORD}\s+)?{word}\b", text.text, re.IGNORECASE)
            for word in (one, other)
        ]
        if not all(found) or len(counts) != FEWEST + 1 or any(n.qualifier for n in counts):
            continue
        parts = tuple(text.number(m[1]) for m in found if m)
        total = next(n for n in counts if n not in parts)
        if total.start < min(p.start for p in parts) and max(p.value for p in parts) < total.value:
            yield Listed(total, parts)


def _check(sentence: Sentence, listed: Listed) -> Check | None:
    total, parts = listed.total, listed.parts
    start, end = min(n.start for n in (total, *parts)), max(n.end for n in (total, *parts))
    claim = sentence.piece.quote(sentence.start + start, sentence.start + end)
    if claim is None:
        return None
    place = sentence.piece.place(sentence.start + total.start, sentence.start + total.end)
    computed = sum(n.value for n in parts)
    holds = abs(computed - total.value) <= sum(_slack(n) for n in (total, *parts))
    terms = " + ".join(number(n.value) for n in parts)
    message = (
        f"”{sentence.text[total.start : total.end]}” stemmer ikke overens med det, der er opregnet: "
        f"{terms} = {number(round(computed, 2))}."
    )
    uses = tuple(sentence.piece.place(sentence.start + n.start, sentence.start + n.end) for n in parts)
    return Check(
        "sum_mismatch", claim, place, holds=holds, message="" if holds else message,
        stated=total.value, computed=computed, uses=uses,
    )  # fmt: skip


def _slack(spoken: Spoken) -> float:
    """Half a unit of the last printed digit of what is rounded; counts and whole kroner are exact."""
    return 0.5 * spoken.scale * 10.0**-spoken.decimals if spoken.kind == "amount" and spoken.scale > 1 else 1e-6
