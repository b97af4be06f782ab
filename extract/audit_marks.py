"""Where the findings of an audit are marked on the pages: boxes line by line, and the notes beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.audit_view import AuditView, FindingView, Severity
from extract.report import BBox, Block, Quote, Report


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that are marked: their boxes on a page, the number of the finding, and the note beside them."""

    page: int
    boxes: tuple[BBox, ...]
    number: int
    severity: Severity
    against: bool
    """Whether the words are what the finding's words stand against."""
    heading: str
    note: str
    """Empty where no note is needed beside the page."""


def marks_of(report: Report, view: AuditView) -> tuple[Mark, ...]:
    """The marks of all findings, in their order: the claim, then what it stands against."""
    return tuple(mark for finding in view.findings for mark in _marks(report, finding))


def _marks(report: Report, finding: FindingView) -> Iterator[Mark]:
    claim, against = finding.claim, finding.against
    yield Mark(
        claim.page, boxes_of(report, claim), finding.number, finding.severity, against=False,
        heading=f"{finding.number}. {finding.kind} ({finding.certainty})", note=finding.message,
    )  # fmt: skip
    if against is None or (against.page == claim.page and _inside(against.bbox, claim.bbox)):
        return
    # On one page the number alone tells what belongs together.
    here = against.page == claim.page
    yield Mark(
        against.page, boxes_of(report, against), finding.number, finding.severity, against=True,
        heading=f"Til {finding.number}",
        note="" if here else f"Stemmer ikke overens med side {claim.page}, se {finding.number}.",
    )  # fmt: skip


def boxes_of(report: Report, quote: Quote) -> tuple[BBox, ...]:
    """The boxes of a quote, one a printed line where it stands in running text, else its own."""
    for section in report.sections:
        for block in section.blocks:
            start = block.text.find(quote.quote)
            if start >= 0 and any(region.page == quote.page for region in block.regions):
                boxes = tuple(_lines(block, quote.page, start, start + len(quote.quote)))
                if boxes and all(_inside(box, quote.bbox) for box in boxes):
                    return boxes
    return (quote.bbox,)


def _lines(block: Block, page: int, start: int, end: int) -> Iterator[BBox]:
    """The stretch of each line that the words take up, by their share of its letters."""
    for line in block.lines:
        if line.page != page or line.start >= end or line.end <= start:
            continue
        x0, top, x1, bottom = line.bbox
        length = max(1, line.end - line.start)
        first, last = (max(start, line.start) - line.start) / length, (min(end, line.end) - line.start) / length
        yield (x0 + first * (x1 - x0), top, x0 + last * (x1 - x0), bottom)


def _inside(box: BBox, other: BBox) -> bool:
    """Whether a box lies in another, a point of play aside."""
    return box[0] >= other[0] - 1 and box[1] >= other[1] - 1 and box[2] <= other[2] + 1 and box[3] <= other[3] + 1
