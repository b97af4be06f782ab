"""Version strips: a run of labels (PROJEKTNR. DOKUMENTNR. VERSION …) with the run of their values after or below it.

The columns are gone in flowing text, so a value finds its label by its form: a version is a short number, a date is a
date, a document number holds a figure. Where a strip begins with empty places, the first value's place on the page
tells which label it stands under.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.danish.dates import dates_in
from extract.danish.terms import any_of, tables
from extract.metadata.labels import bare_label, field_of
from extract.report import Block, Region, Report

WEIGHT = 8.0
LAST_PAGE = 3
FEWEST_LABELS = 2
STRIP_FIELDS = ("document_number", "version", "published", "other", "evaluator")
_VERSION = re.compile(r"[vV]?\d{1,2}(?:\.\d{1,3}){0,3}[a-z]?(?=\s|$)")
_NUMBER = re.compile(r"(?=\S*\d)[\w./-]+(?=\s|$)")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d")

Found = tuple[str, str, float, tuple[Region, ...]]


@dataclass(frozen=True, slots=True)
class _Label:
    text: str
    start: int
    end: int


@cache
def _pattern() -> re.Pattern[str]:
    phrases = {phrase for name in STRIP_FIELDS for phrase in tables("metadata_labels")[name]["is"]}
    return re.compile(rf"(?<!\w)(?:{any_of(phrases)})(?:\.|:)?(?=\s|$)", re.IGNORECASE)


def strip_entries(report: Report) -> Iterator[Found]:
    """Label, value, weight and places of the facts in version strips on the first pages."""
    for section in report.sections[:3]:
        blocks = [b for b in section.blocks if b.text and b.regions and b.regions[0].page <= LAST_PAGE]
        k = 0
        while k < len(blocks):
            labels = run_of_labels(blocks[k].text)
            rest = blocks[k].text[labels[-1].end :].strip() if labels else ""
            run = _single_labels(blocks, k)
            if rest:
                yield from _assigned(labels, rest, blocks[k])
            elif labels and k + 1 < len(blocks) and not run_of_labels(blocks[k + 1].text):
                yield from _assigned(_shifted(labels, blocks[k], blocks[k + 1]), blocks[k + 1].text, blocks[k + 1])
            elif len(run) >= FEWEST_LABELS and k + len(run) < len(blocks):
                values = " ".join(block.text for block in blocks[k + len(run) : k + 2 * len(run)])
                yield from _assigned(run, values, blocks[k + len(run)])
                k += len(run)
            k += 1


def _single_labels(blocks: list[Block], first: int) -> list[_Label]:
    """The labels that stand in blocks of their own, one after the other."""
    found: list[_Label] = []
    for block in blocks[first:]:
        if not _pattern().fullmatch(block.text):
            break
        found.append(_Label(block.text, 0, len(block.text)))
    return found


def run_of_labels(text: str) -> list[_Label]:
    """The run of two or more labels at a text's beginning."""
    found: list[_Label] = []
    at = 0
    while match := _pattern().match(text, at):
        found.append(_Label(match.group(), match.start(), match.end()))
        at = match.end() + 1
    capitals = all(label.text.isupper() or label.text[0].isupper() for label in found)
    return found if len(found) >= FEWEST_LABELS and capitals else []


def _shifted(labels: list[_Label], above: Block, below: Block) -> list[_Label]:
    """The labels from that on which stands over the first value."""
    if not above.lines or not below.lines:
        return labels
    line, value = above.lines[0].bbox, below.lines[0].bbox
    width = (line[2] - line[0]) / max(1, len(above.text))
    nearest = min(range(len(labels)), key=lambda k: abs(line[0] + labels[k].start * width - value[0]))
    return labels[nearest:]


def _assigned(labels: list[_Label], text: str, block: Block) -> Iterator[Found]:
    """Each label with the next value of its form."""
    at = 0
    for label in labels:
        field = field_of(label.text)
        taken = _value(field, bare_label(label.text), text, at)
        if taken is None:
            continue
        start, end = taken
        at = end
        if field in ("document_number", "version", "published"):
            places = tuple(
                Region(line.page, line.bbox)
                for line in block.lines
                if text[start:end] in block.text[line.start : line.end]
            )
            yield label.text, text[start:end], WEIGHT, places or block.regions[:1]


def _value(field: str | None, label: str, text: str, at: int) -> tuple[int, int] | None:
    while at < len(text) and text[at].isspace():
        at += 1
    if field == "published":
        date = next(iter(dates_in(text[at:])), None)
        return (at + date.start, at + date.end) if date else None
    form = _VERSION if field == "version" else _NUMBER if field == "document_number" or "n" in label[-3:] else None
    match = form.match(text, at) if form else None
    if match is None or match.group().endswith(".") or _DATE.fullmatch(match.group()):
        return None
    return match.span()
