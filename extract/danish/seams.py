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
_ADJECTIVE = re.compile("(?:sk|lig)[et]?$")
_SHORT_CAPITALS = 5
_SHORTEST_NAME = 3
_SHORTEST_NOUN = 5  # letters; shorter ends of a name may be Danish words by chance ("Ander-sen")
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
        return BROKEN if _rest_of_word(head, tail, kind, lexicon) else SUSPENDED
    if not head or not right[0].isalnum():
        return REAL if right[0] == "/" else SUSPENDED
    if not (left[-1].isalpha() and tail[:1].isalpha()):
        return REAL
    if len(tail) == 1:  # no word is broken before its last letter
        return SUSPENDED
    joined, hyphened = _seen(head, tail, lexicon) or _seen(bare(left), bare(right), lexicon) or (0, 0)
    if joined or hyphened:
        return BROKEN if joined >= hyphened else REAL
    return REAL if any(rule(head, tail, lexicon) for rule in _REAL_WHERE) else BROKEN


def _rest_of_word(head: str, tail: str, kind: str, lexicon: Lexicon) -> bool:
    """Whether what looks like a conjunction is the rest of a broken word ("her-til", "mod-tog")."""
    if lexicon.count(head + tail):
        return True
    if not head.isalpha():
        return False
    stranger = not lexicon.knows(head) and not lexicon.knows(head.rstrip("s"))
    if kind == "always":
        return stranger and lexicon.danish(head + tail)
    return stranger or lexicon.knows(head + tail)


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
        known = head.lower() in lexicon.heads or lexicon.count(head) > 0
        return known and len(head) <= _SHORT_CAPITALS and not lexicon.danish(head + tail)
    if any(map(str.isdigit, head)):
        return True
    capitals = sum(map(str.isupper, head))
    # "CareCommunicati-ons" is half a word with a capital inside, "MedCom-" and "SMVs-" are names.
    return capitals > 1 and (any(map(str.isupper, head[-2:])) or _stands_alone(head, lexicon))


def _shouted(head: str, tail: str) -> bool:
    return head.isupper() and tail.isupper() and len(tail) > 1


def _no_syllable(head: str, _tail: str, _lexicon: Lexicon) -> bool:
    """A single letter or an abbreviation without a vowel is no half of a broken word ("e-mail", "http-hoved")."""
    return len(head) == 1 or (not _VOWEL.search(head) and (head.islower() or head.isupper()))


def _head_of_hyphens(head: str, tail: str, lexicon: Lexicon) -> bool:
    """A first part that carries a hyphen by custom, or elsewhere in this document."""
    if lexicon.danish(head + tail):
        return False
    elsewhere = head.lower() in lexicon.heads and (_stands_alone(tail, lexicon) or lexicon.compound(tail))
    return elsewhere or head.lower() in words("hyphen_heads")


def _pair_of_adjectives(head: str, tail: str, lexicon: Lexicon) -> bool:
    """Two adjectives side by side: "dansk-norske", "teknisk-faglig"."""
    sides = head.endswith("sk") and _ADJECTIVE.search(tail) is not None
    return sides and not lexicon.danish(head + tail) and _stands_alone(head, lexicon) and _stands_alone(tail, lexicon)


def _tail_of_hyphens(head: str, tail: str, lexicon: Lexicon) -> bool:
    """The end of a loan word ("follow-up", "drop-in") or of a chain ("en-til-en", "system-til-system")."""
    if lexicon.knows(head + tail):
        return False
    links = words("hyphen_links")
    first, _, last = head.rpartition("-")
    link, _, rest = tail.partition("-")
    return tail.lower() in words("hyphen_tails") or bool(first and last in links) or bool(rest and link in links)


def _name(head: str, tail: str, lexicon: Lexicon) -> bool:
    """A proper name before a common noun ("Furesø-modellen", "Interreg-projektet")."""
    whole = head + tail
    if not head[0].isupper() or len(head) < _SHORTEST_NAME or lexicon.danish(head) or lexicon.danish(whole):
        return False
    if lexicon.compound(head) or not _stands_alone(tail, lexicon):
        return False
    return head.lower() in lexicon.names or (len(tail) >= _SHORTEST_NOUN and not lexicon.knows(whole))


def _stands_alone(word: str, lexicon: Lexicon) -> bool:
    return lexicon.count(word) > 0 or lexicon.danish(word)


_REAL_WHERE: tuple[Callable[[str, str, Lexicon], bool], ...] = (
    _own_case, _abbreviation, _no_syllable, _head_of_hyphens, _pair_of_adjectives, _tail_of_hyphens, _name,
)  # fmt: skip
