"""What a hyphen between two lines is: the mark of a broken word, a real hyphen, or a suspended one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Literal

from extract.danish.characters import SOFT
from extract.danish.lexicon import Lexicon, bare
from extract.danish.lists import entries, words

Seam = Literal["", "-", "- "]
"""What stands between the halves in the text: nothing, a hyphen, or a hyphen and a space."""

BROKEN: Seam = ""
REAL: Seam = "-"
SUSPENDED: Seam = "- "

_VOWEL = re.compile("[aeiouyæøåäöüéèêáóà]", re.IGNORECASE)
_SHORT_CAPITALS = 5
# What ends a word inside a string without spaces: "XDIS91/Care", "Emessage.Letter".
_PARTS = re.compile(r"(?<=[^\W_])[/.:;,_=&()\[\]\\]+(?=.)")


def seam(left: str, right: str, lexicon: Lexicon) -> Seam:
    """How ``left`` (a word that ended in a hyphen, given without it) and ``right`` (the next word) belong together.

    The document's own words decide first, then Danish, then the form of the parts; a word is broken where nothing
    says otherwise.
    """
    head, tail = _last_part(left), _first_part(right)
    kind = _conjunction(right)
    if kind:
        word = lexicon.count(head + tail) or (kind == "unless-word" and lexicon.danish(head + tail))
        return BROKEN if word else SUSPENDED
    if not head or not right[0].isalnum():
        return REAL if right[0] == "/" else SUSPENDED
    if not (left[-1].isalpha() and tail[:1].isalpha()):
        return REAL
    joined, hyphened = _seen(head, tail, lexicon) or _seen(bare(left), bare(right), lexicon) or (0, 0)
    if joined or hyphened:
        return BROKEN if joined >= hyphened else REAL
    return REAL if any(rule(head, tail, lexicon) for rule in _REAL_WHERE) else BROKEN


def _seen(head: str, tail: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """How often the document has the halves as one word, and with a hyphen between them."""
    joined, hyphened = lexicon.count(head + tail), lexicon.count(f"{head}-{tail}")
    return (joined, hyphened) if joined or hyphened else None


def _last_part(left: str) -> str:
    """What of the text before the hyphen belongs to the broken word: "app" of "klienten/app"."""
    return bare(_PARTS.split(bare(left))[-1])


def _first_part(right: str) -> str:
    """What of the text after the hyphen belongs to the broken word: "delings" of "delings-/integrationsløsninger."."""
    return bare(_PARTS.split(right.lstrip(SOFT), maxsplit=1)[0]).rstrip("-")


def is_conjunction(right: str) -> bool:
    """Whether the word may follow a suspended hyphen."""
    return _conjunction(right) is not None


def _conjunction(right: str) -> str | None:
    kinds = _conjunctions()
    word = right.lower().rstrip(",;:)")
    return kinds.get(word) or kinds.get(word.rstrip("."))


@cache
def _conjunctions() -> dict[str, str]:
    return dict(line.split() for line in entries("conjunctions"))


def _own_case(head: str, tail: str, _lexicon: Lexicon) -> bool:
    """A capital after the hyphen ("Lyngby-Taarbæk", "e-Boks"), unless all is in capitals."""
    return tail[0].isupper() and not _shouted(head, tail)


def _abbreviation(head: str, tail: str, lexicon: Lexicon) -> bool:
    """Capitals before the hyphen: "IT-systemer", "NemID-løsning". In a line of capitals only words decide."""
    if _shouted(head, tail):
        return len(head) <= _SHORT_CAPITALS and not lexicon.danish(head + tail) and head.lower() in lexicon.heads
    if any(map(str.isdigit, head)):
        return True
    capitals = sum(map(str.isupper, head))
    # "CareCommunicati-ons" is half a word with a capital inside, "MedCom-" and "SMVs-" are names.
    return capitals > 1 and (any(map(str.isupper, head[-2:])) or _stands_alone(head, lexicon))


def _shouted(head: str, tail: str) -> bool:
    return head.isupper() and tail.isupper() and len(tail) > 1


def _no_syllable(head: str, tail: str, _lexicon: Lexicon) -> bool:
    """A single letter or a part without a vowel is no half of a broken word ("e-mail", "tv-avis")."""
    return len(head) == 1 or not _VOWEL.search(head) or not _VOWEL.search(tail)


def _head_of_hyphens(head: str, tail: str, lexicon: Lexicon) -> bool:
    """A first part that carries a hyphen by custom, or elsewhere in this document."""
    lower = head.lower()
    if lexicon.danish(head + tail):
        return False
    return lower in words("hyphen_heads") or (lower in lexicon.heads and _stands_alone(tail, lexicon))


def _tail_of_hyphens(head: str, tail: str, lexicon: Lexicon) -> bool:
    """The end of a loan word ("follow-up", "drop-in") or of a chain ("en-til-en", "system-til-system")."""
    if lexicon.knows(head + tail):
        return False
    links = words("hyphen_links")
    first, _, last = head.rpartition("-")
    link, _, rest = tail.partition("-")
    return tail.lower() in words("hyphen_tails") or bool(first and last in links) or bool(rest and link in links)


def _name(head: str, tail: str, lexicon: Lexicon) -> bool:
    """A proper name before a common noun ("Furesø-modellen")."""
    lower = head.lower()
    return (
        lower in lexicon.names
        and not lexicon.danish(lower)
        and not lexicon.danish(head + tail)
        and _stands_alone(tail, lexicon)
    )


def _stands_alone(word: str, lexicon: Lexicon) -> bool:
    return lexicon.count(word) > 0 or lexicon.danish(word)


_REAL_WHERE: tuple[Callable[[str, str, Lexicon], bool], ...] = (
    _own_case, _abbreviation, _no_syllable, _head_of_hyphens, _tail_of_hyphens, _name,
)  # fmt: skip
