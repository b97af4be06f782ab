"""Counts of municipalities ("de fem deltagende kommuner") against those that take part in the project."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.audit.announced import Announced
from extract.audit.check import Check
from extract.audit.material import Material
from extract.audit.terms import matches
from extract.danish.names import municipalities_in
from extract.quotes import quote_block
from extract.report import Quote, Region

FEWEST = 2
_DEFINITE = re.compile(r"\b(?:de|projektets|alle|alle de|samtlige|samtlige de)\s+$", re.IGNORECASE)
_WITH = re.compile(r"\bsamarbejd\w*\s+(?:tæt\s+)?med\s+$", re.IGNORECASE)
_SOME = re.compile(r"\b(?:andre|disse|af)\b[^.]{0,25}$|\bén\b|\bén af", re.IGNORECASE)


def count_municipalities(material: Material, found: Announced) -> Iterator[Check]:
    """The check of one count of municipalities; none where it need not be of those that take part."""
    metadata = material.report.metadata
    now, left = set(metadata.municipalities), {dropout.name for dropout in metadata.dropouts}
    if len(now) < FEWEST or not _of_all(found):
        return
    claim = found.sentence.piece.quote(found.start, found.end)
    if claim is None:
        return
    place = found.sentence.piece.place(found.start, found.end)
    if found.number == len(now):
        yield Check("count_mismatch", claim, place, holds=True)
        return
    raw = found.sentence.piece.text[found.start : found.end]
    if len(now) < found.number <= len(now | left) or matches("other_time", found.sentence.text):
        yield Check("count_mismatch", claim, place, None, f"”{raw}”: antallet gælder muligvis et andet tidspunkt.")
        return
    if not _surely(found):
        yield Check("count_mismatch", claim, place, None, f"”{raw}”: det kan ikke ses, om alle kommuner er ment.")
        return
    names = ", ".join(metadata.municipalities)
    message = f"”{raw}” stemmer ikke overens med rapportens kommuner, som er {len(now)}: {names}."
    yield Check(
        "count_mismatch", claim, place, holds=False, message=message, severity="warning",
        against=_named_at(material), stated=float(found.number), computed=float(len(now)),
    )  # fmt: skip


def _of_all(found: Announced) -> bool:
    before = found.sentence.text[: found.start - found.sentence.start]
    if _SOME.search(before):
        return False
    taking_part = matches("taking_part", found.adjectives)
    return bool(_WITH.search(before)) or (found.whole and (taking_part or bool(_DEFINITE.search(before))))


def _surely(found: Announced) -> bool:
    """Whether the words leave no doubt that all who take part are meant: "de fem deltagende kommuner".

    Where municipalities have been named up to there, these may be meant.
    """
    if not matches("taking_part", found.adjectives):
        return False
    until = found.sentence.end
    return not municipalities_in(found.sentence.piece.text[:until])


def _named_at(material: Material) -> Quote | None:
    """Where the municipalities are named: the words on the place that the metadata were read from."""
    regions = material.report.metadata.evidence.get("municipalities", ())
    for piece in material.pieces:
        if any(_same(region, other) for region in regions for other in piece.block.regions):
            return quote_block(piece.block, 0, len(piece.text), piece.section.id)
    return None


def _same(region: Region, other: Region) -> bool:
    top, bottom = max(region.bbox[1], other.bbox[1]), min(region.bbox[3], other.bbox[3])
    return region.page == other.page and bottom - top > 0 and region.bbox[0] < other.bbox[2]
