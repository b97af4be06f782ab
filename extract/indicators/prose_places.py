"""Where the running text of a report gives verdicts: each with its heading and the words that lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.danish.verdicts import Verdict, verdicts_in
from extract.danish.words import sentences
from extract.report import Block, Report, Section

_TEXT = frozenset({"paragraph", "list_item"})
_SHORT = 16
"""Words of a paragraph so short that what it speaks of stands in the one before."""
_LEAD = 9
"""Words of a paragraph's first sentence that may be its heading ("Høremiljøanalyser (A1)")."""
_VERB = re.compile(r"\b(?:er|var|har|blev|bliver|kan|skal|vil|havde|fik|får)\b", re.IGNORECASE)
_MIDTERM = frozenset({"midterm_evaluation", "status"})


@dataclass(frozen=True, slots=True)
class Place:
    """A verdict in running text and what stands around it."""

    section: Section
    block: Block
    verdict: Verdict
    heading: str
    """The margin heading or lead that it stands under, else the section's title."""
    words: str
    """The block's text since the verdict before, with the verdict's own words."""
    wider: str
    """The same from the topic's beginning, where the block alone says little; else ``words``."""
    closes: bool
    """Whether its sentence is a paragraph by itself."""
    alone: bool
    """Whether it is the only verdict under its heading, those on a part of the project aside."""
    last: bool
    """Whether no other follows under its heading."""


def is_midterm(report: Report) -> bool:
    """Whether the report is of the middle of a project."""
    return report.metadata.kind in _MIDTERM


def verdict_places(report: Report) -> tuple[Place, ...]:
    """The verdicts of the running text in reading order."""
    midterm = is_midterm(report)
    return tuple(
        place for section in report.sections for heading, blocks in topics(section)
        for place in _of_topic(section, heading, blocks, midterm)
    )  # fmt: skip


def topics(section: Section) -> Iterator[tuple[str, list[Block]]]:
    """The blocks of a section by what they stand under: a margin heading, a lead, or the title alone."""
    heading, blocks = section.title, list[Block]()
    for block in section.blocks:
        if block.type not in _TEXT or not block.text:
            continue
        own = block.margin_heading or _lead(block.text)
        if own and (own != heading or blocks):
            if blocks:
                yield heading, blocks
            heading, blocks = own, []
        blocks.append(block)
    if blocks:
        yield heading, blocks


def _lead(text: str) -> str | None:
    """A first sentence without a verb, such as a run-in heading, where more follows."""
    spans = sentences(text)
    if len(spans) < 2:
        return None
    first = text[slice(*spans[0])]
    short = first[:1].isupper() and len(first.split()) <= _LEAD
    return first if short and not _VERB.search(first) and not verdicts_in(first) else None


def _of_topic(section: Section, heading: str, blocks: list[Block], midterm: bool) -> Iterator[Place]:
    found = [(block, verdicts_in(block.text, midterm=midterm)) for block in blocks]
    count = sum(verdict.scope != "part" for _, verdicts in found for verdict in verdicts)
    final = next((verdicts[-1] for _, verdicts in reversed(found) if verdicts), None)
    since: list[str] = []
    for block, verdicts in found:
        done = 0
        for i, verdict in enumerate(verdicts):
            alone = i == 0 or verdicts[i - 1].sentence != verdict.sentence
            shared = not alone or (i + 1 < len(verdicts) and verdicts[i + 1].sentence == verdict.sentence)
            own = block.text[slice(*verdict.clause)] if shared else block.text[done : verdict.sentence[1]]
            short = done == 0 and len(own.split()) <= _SHORT
            wider = " ".join([*since, own]) if short else own
            closes = verdict.sentence[0] == 0 and verdict.sentence[1] >= len(block.text.rstrip())
            yield Place(section, block, verdict, heading, own, wider, closes, count == 1, verdict is final)
            if verdict.scope not in ("part", "some"):
                done, since = verdict.sentence[1], []
        since.append(block.text[done:])
