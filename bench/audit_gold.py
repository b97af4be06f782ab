"""Findings against gold findings, by code: one is the other where code, page and a figure or name agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.report import Finding

_PIECE = re.compile(r"\d+(?:[.,]\d+)?|[a-zæøåé]{3,}")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many gold findings there are, how many of them are told, and how many findings are told in all."""

    gold: int = 0
    hit: int = 0
    told: int = 0

    def plus(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(self.gold + other.gold, self.hit + other.hit, self.told + other.told)


def compared(gold: Mapping[str, Any], told: Sequence[Finding], codes: Iterable[str]) -> dict[str, Tally]:
    """For each code its tally; findings that the gold file does not score are left out."""
    tallies = {code: Tally() for code in codes}
    left = list(told)
    for wanted in gold.get("findings", []):
        found = next((finding for finding in left if _same(wanted, finding)), None)
        hit = found is not None
        if found is not None:
            left.remove(found)
        tallies[wanted["code"]] = tallies[wanted["code"]].plus(Tally(1, int(hit), int(hit)))
    for finding in left:
        if not any(_unscored(one, finding) for one in gold.get("findings_unscored", [])):
            tallies[finding.code] = tallies[finding.code].plus(Tally(told=1))
    return {code: tally for code, tally in tallies.items() if tally != Tally()}


def _same(wanted: Mapping[str, Any], finding: Finding) -> bool:
    pages = {finding.claim.page, finding.against.page if finding.against else None}
    codes = {wanted["code"], *wanted.get("also_accept", [])}
    return (
        finding.code in codes and bool({wanted["page"], *wanted.get("pages", [])} & pages) and _about(wanted, finding)
    )


def _about(wanted: Mapping[str, Any], finding: Finding) -> bool:
    facts = [str(wanted[key]).lower() for key in ("stated", "computed") if wanted.get(key) not in (None, "")]
    pieces = [piece for fact in facts for piece in _PIECE.findall(fact)]
    against = finding.against.quote if finding.against else ""
    said = f"{finding.claim.quote} {against} {finding.stated} {finding.computed} {finding.message}".lower()
    return not pieces or any(piece in said for piece in pieces)


def _unscored(one: Mapping[str, Any], finding: Finding) -> bool:
    quote = str(one.get("quote", "")).lower()
    said = finding.claim.quote.lower()
    return one.get("page") == finding.claim.page and bool(quote) and (quote in said or said in quote)
