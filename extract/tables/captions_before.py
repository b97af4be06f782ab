"""A caption that a page break parts from its table: the last text of the page before."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from extract.geometry import union
from extract.page import Page
from extract.report import Region
from extract.tables.captions import continued, joined
from extract.tables.continuation import Part
from extract.tables.labels import LABEL
from extract.tables.lines import lines_of

FOOT = 0.92  # share of a page's height below which footers stand


@dataclass(frozen=True, slots=True)
class CaptionBefore:
    """A caption with where it stands."""

    label: str
    lines: tuple[str, ...]
    words: tuple[int, ...]
    region: Region


def caption_before(part: Part, page: Page | None, taken: Collection[int]) -> CaptionBefore | None:
    """The caption at the end of `page`, the one before, for a table that opens its own page without one.

    `taken` are the words of that page that belong to tables.
    """
    if page is None or not part.first or part.around.label or part.around.caption or part.angle:
        return None
    lines = lines_of(page.words, [i for i in range(len(page.words)) if i not in taken])
    body = [line for line in lines if line.bottom < FOOT * page.height]
    for k in range(len(body) - 1, -1, -1):
        match = LABEL.match(joined(body[k], 0))
        if match:
            break
    else:
        return None
    found = continued(body, k, 0)
    rest = body[k + len(found) :]
    if not _repeats(part, [run.text for line in rest for run in line.runs]):
        return None
    texts = [" ".join(run.text for run in runs) for runs in found]
    words = tuple(i for runs in found for run in runs for i in run.words)
    header = tuple(i for line in rest for run in line.runs for i in run.words)
    box = union([page.words[i].bbox for i in words])
    lines_ = tuple(text for text in (match.group(2), *texts[1:]) if text)
    return CaptionBefore(match.group(1), lines_, (*words, *header), Region(page.number, box))


def _repeats(part: Part, texts: Sequence[str]) -> bool:
    """Whether the texts are the table's header, left alone on the page before; nothing is nothing but it."""
    header = [part.page.words[i].text for c in part.grid.cells if c.row < max(1, part.header) for i in c.words]
    return not texts or sorted(" ".join(texts).split()) == sorted(header)


def with_caption(part: Part, caption: CaptionBefore) -> Part:
    """The part with the caption of the page before."""
    return replace(part, around=replace(part.around, label=caption.label, caption=caption.lines))
