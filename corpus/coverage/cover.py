"""A report → what it says to each item of a codebook, with quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.comparison import Evidence
from corpus.coverage.codebook import Codebook
from corpus.coverage.judge import Judge, Judgement, judge_by
from corpus.coverage.silence import Coverage, Covered, ReportCoverage, SilenceMap
from corpus.coverage.stretches import stretches_of
from extract.report import Report
from index.passage import Passage
from index.pieces import Piece, place_on_one_page
from index.records import record_passages

QUOTES = 3
"""Quotes of an item, at most."""
FEWEST_WORDS = 3
"""Words of a quote that is not a whole row or sentence."""


def silence_map(reports: Sequence[Report], codebook: Codebook) -> SilenceMap:
    """What each report says to the items of a codebook."""
    judge = judge_by(codebook)
    return SilenceMap(codebook, tuple(cover(report, judge) for report in reports))


def cover(report: Report, judge: Judge) -> ReportCoverage:
    """What one report says to the items of the judge's codebook."""
    found = [one for stretch in stretches_of(report) for one in judge.judgements(stretch)]
    said: dict[str, list[Judgement]] = {}
    doubted: dict[str, list[Judgement]] = {}
    for one in found:
        (said if one.says == "stated" else doubted).setdefault(one.item, []).append(one)
    records = list(record_passages(report))
    covered = []
    for item in judge.codebook.items:
        stated = [e for name in item.records for e in _of_record(report, records, name)]
        stated += [
            e for one in _best(said.get(item.id, [])) for e in _evidence(report, one.stretch.piece, one.stretch.section)
        ]
        unknown = [
            e
            for one in _best(doubted.get(item.id, []))
            for e in _evidence(report, one.stretch.piece, one.stretch.section)
        ]
        coverage: Coverage = "stated" if stated else "not_known" if unknown else "silent"
        covered.append(Covered(item.id, coverage, _distinct(stated), _distinct(unknown)))
    about = report.metadata
    name = about.project or about.title or report.source.file
    return ReportCoverage(report.source.sha256, report.source.file, name, report.source.pages, tuple(covered))


def _best(judgements: Sequence[Judgement]) -> list[Judgement]:
    return sorted(judgements, key=lambda one: one.rank)


def _of_record(report: Report, passages: Sequence[Passage], name: str) -> Iterator[Evidence]:
    """Where a kind of record stands: ``metadata.pool``, ``indicators.actual``, ``learnings``, see `RECORDS`."""
    group, _, part = name.partition(".")
    if group == "indicators":
        wanted = {f"indicator:{one.id}" for one in report.indicators if _has_part(one, part)}
    elif group == "metadata":
        wanted = {f"metadata:{part}"}
    else:
        wanted = {p.record for p in passages if p.record and p.kind == group.removesuffix("s")}
    for passage in passages:
        if passage.record in wanted:
            for piece in passage.pieces:
                yield from _evidence(report, piece, passage.section)


def _has_part(indicator: object, part: str) -> bool:
    """Whether a target has that figure, or is of that level."""
    if part in ("target", "actual", "baseline"):
        return getattr(indicator, part) is not None
    return not part or str(getattr(indicator, "level")).startswith(part)  # noqa: B009


def _evidence(report: Report, piece: Piece, section: str) -> Iterator[Evidence]:
    place = place_on_one_page(piece, 0, len(piece.text))
    if place is None:
        return
    quote = piece.text[place.start : place.end]
    if len(quote.split()) >= FEWEST_WORDS or quote == piece.text:
        yield Evidence(report.source.sha256, report.source.file, place.page, quote, section, place.bbox)


def _distinct(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """The first few that do not repeat each other."""
    kept: list[Evidence] = []
    for one in evidence:
        if len(kept) == QUOTES:
            break
        said = one.quote or ""
        if not any(said in (other.quote or "") or (other.quote or "") in said for other in kept):
            kept.append(one)
    return tuple(kept)
