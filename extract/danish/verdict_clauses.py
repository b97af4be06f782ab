"""A sentence with its terms, cut into the clauses that negation and degree reach.

Danish sets a comma before and after most clauses. A stretch between commas without a finite verb belongs to the
clause that a parenthesis cut in two ("er ikke, som ventet, nået"). Where no comma stands, *og*, *men*, *mens* and the
like begin a clause if both sides have a finite verb.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from extract.danish.verdict_terms import KERNELS, Term

_STOPS = frozenset({",", ";", ":", "(", ")", "–", "—", "-", '"', "”", "“", "»", "«", "...", "…", "/"})
_LINKS = frozenset(
    {
        "og",
        "men",
        "mens",
        "imens",
        "medens",
        "hvorimod",
        "så",
        "hvorfor",
        "hvilket",
        "samt",
        "eller",
        "idet",
        "da",
        "fordi",
    }
)
_STRONG = frozenset({"men", "mens", "imens", "medens", "hvorimod", ";"})
_RELATIVES = frozenset({"som", "der", "hvilket", "hvis", "hvor", "jf", "jf.", "dog", "ligesom", "herunder", "svarende"})


@dataclass(frozen=True)
class Clauses:
    """A sentence: its tokens in lower case, its terms, and where its clauses begin."""

    words: tuple[str, ...]
    terms: tuple[Term, ...]

    def labelled(self, labels: Collection[str], start: int, end: int) -> tuple[Term, ...]:
        """The terms with one of the labels that lie between two tokens."""
        return tuple(t for t in self.terms if t.label in labels and t.start >= start and t.end <= end)

    @cached_property
    def cuts(self) -> tuple[int, ...]:
        """The tokens at which a clause begins or a stop stands, with 0 and the number of tokens."""
        stops = [i for i, word in enumerate(self.words) if word in _STOPS]
        bounds = [0, *stops, len(self.words)]
        inner = [i for left, right in pairwise(bounds) for i in self._links(left, right)]
        return tuple(sorted({*bounds, *inner}))

    def _links(self, left: int, right: int) -> list[int]:
        """Conjunctions between two stops with a finite verb before and after them."""
        links = (i for i in range(left + 1, right) if self.words[i] in _LINKS)
        return [i for i in links if self._has_verb(left, i) and self._has_verb(i, right)]

    def _has_verb(self, start: int, end: int) -> bool:
        return bool(self.labelled({"finite"}, start, end))

    def clause(self, token: int) -> tuple[int, int]:
        """The stretch between cuts that a token lies in."""
        start = max(cut for cut in self.cuts if cut <= token)
        end = min((cut for cut in self.cuts if cut > token), default=len(self.words))
        return start, end

    def before(self, kernel: Term) -> tuple[tuple[int, int], ...]:
        """The stretches, nearest first, that make up the clause of a kernel up to it."""
        start, _ = self.clause(kernel.start)
        stretches = [(start, kernel.start)]
        while start > 0 and not self._has_verb(stretches[-1][0], kernel.end) and not self._own_verb(kernel):
            end, start = start, self.clause(start - 1)[0]
            if self.labelled(KERNELS, start, end):
                break
            if not self._parenthesis(start):
                stretches.append((start, end))
                if self._has_verb(start, end):
                    break
        return tuple(stretches)

    def _own_verb(self, kernel: Term) -> bool:
        return any(t.start == kernel.start for t in self.labelled({"finite"}, kernel.start, kernel.end))

    def _parenthesis(self, start: int) -> bool:
        first = start + 1 if start < len(self.words) and self.words[start] in _STOPS else start
        return first < len(self.words) and self.words[first] in _RELATIVES

    def opener(self, kernel: Term) -> str:
        """The first word of a kernel's clause, past stops and *og*."""
        return self.words[self.first_word(self.before(kernel)[-1][0], kernel.start)]

    def first_word(self, start: int, end: int) -> int:
        """The first token of a stretch that is neither a stop nor *og* or *men*."""
        return next((i for i in range(start, end) if self.words[i] not in _STOPS | {"og", "men"}), end)

    def last_word(self, start: int, end: int) -> int:
        """The token behind the last of a stretch that is no stop."""
        return next((i + 1 for i in range(end - 1, start, -1) if self.words[i] not in _STOPS), end)

    def matrix(self, kernel: Term) -> tuple[int, int] | None:
        """The clause that an *at*-clause depends on: "Vi vurderer ikke, | at målet er nået"."""
        start, _ = self.before(kernel)[-1]
        if self.opener(kernel) != "at" or start == 0:
            return None
        return self.clause(start - 1)

    def parting(self, left: Term, right: Term) -> int:
        """The token at which what is said with one kernel ends and the next begins."""
        between = range(left.end, right.start)
        for wanted in (_STRONG, {","}, {"og", "samt", "eller"}):
            for i in between:
                if self.words[i] in wanted:
                    return i
        return left.end
