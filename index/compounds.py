"""Danish compounds → their parts: virksomhedspraktik is virksomhed and praktik, with a linking -s- or -e- between."""

from __future__ import annotations

from collections.abc import Callable

SHORTEST_COMPOUND = 7
"""Letters from which a word may be taken apart."""
LONG_PART = 10
"""Letters from which a part, being a word of its own, is taken apart again: dagpengemodtager, kontaktperson."""
SHORTEST_HEAD = 3
SHORTEST_TAIL = 3
LINKS = ("s", "e")
"""Letters between the parts of a compound that belong to neither."""
MOST_PARTS = 4
ENDINGS = frozenset((
    "ene", "erne", "ende", "ens", "ers", "ets", "ede", "est", "ere", "eres", "hed", "heds", "heden", "heder", "else",
    "elser", "elsen", "skab", "skabet", "skaber",
    "ing", "inger", "ingen", "ning", "ninger", "ningen", "dom", "som", "lig", "lige", "bar",
    "isk", "ske", "sel", "tion", "eren",
))  # fmt: skip
"""What looks like a word and is the ending of another, folded."""

PARTICLES = frozenset((
    "for", "an", "be", "ud", "ind", "op", "af", "til", "fra", "med", "sam", "mis", "gen", "van", "und", "bi", "ved",
    "paa", "hen", "ned", "bag", "hos",
))  # fmt: skip
"""What words are made with without being compounds for that: opfyldt is not what is looked for by "fyldt"."""

UNKNOWN, LISTED, FREQUENT = range(3)
Rank = Callable[[str], int]
"""How well a folded string is known as a word: `UNKNOWN`, `LISTED` in a dictionary, or `FREQUENT`."""


def parts(word: str, rank: Rank, least: int = LISTED) -> tuple[str, ...]:
    """The words that a folded compound is made of, first to last, without linking letters; empty where it is none.

    Of several ways, the one with the fewest parts; of those, one whose parts are frequent before one whose parts are
    merely listed; of those, the one with the longest tail, since a Danish compound is built from the right (its last
    part is what it is). A long part is followed by its own parts, where those are frequent: kontaktperson.
    """
    if len(word) < SHORTEST_COMPOUND:
        return ()
    ways = _ways(word, lambda part: rank(part) >= least, MOST_PARTS)
    if not ways:
        return ()
    best = min(ways, key=lambda way: (len(way), -min(map(rank, way)), -len(way[-1])))
    inner = (parts(part, rank, FREQUENT) if len(part) >= LONG_PART else () for part in best)
    return tuple(piece for part, within in zip(best, inner, strict=True) for piece in (part, *within))


def _ways(word: str, known: Callable[[str], bool], most: int) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for cut in range(SHORTEST_HEAD, len(word) - SHORTEST_TAIL + 1):
        tail = word[cut:]
        if tail in ENDINGS or not known(tail):
            continue
        for head in _heads(word[:cut]):
            if head in PARTICLES:
                continue
            if known(head):
                found.append((head, tail))
            elif most > 2 and len(head) >= SHORTEST_HEAD + SHORTEST_TAIL:
                found += [(*way, tail) for way in _ways(head, known, most - 1)]
    return found


def _heads(word: str) -> tuple[str, ...]:
    """What stands before the cut, with and without a linking letter."""
    linked = word.endswith(LINKS) and len(word) > SHORTEST_HEAD
    return (word[:-1], word) if linked else (word,)
