"""The report's title and the project's name: front page, first heading, running headers and document properties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.danish.dates import dates_in
from extract.metadata.candidates import Candidate
from extract.metadata.kind import KIND, SORTS, is_kind_alone, named_kind
from extract.metadata.labels import field_of
from extract.metadata.strips import run_of_labels
from extract.report import Block, Region, Report

SAME_SIZE = 0.12
"""Difference of line heights, as a share, up to which two blocks are one title."""
LONGEST_TITLE = 40
LONGEST_NAME = 6
"""Words of a project's name; what is longer describes it."""
_ADDRESS = re.compile(
    r"\b\d{4}\s[A-ZÆØÅ]|@|www\.|\bwww\b|https?:|\btlf\b|\btelefon\b|\bfax\b|\bCVR\b|\bISBN\b", re.IGNORECASE
)
_OPEN = re.compile(r"(?:\b(?:af|af projektet|af projekt|for|om|på|i|og)|[:–-])$", re.IGNORECASE)
_JUNK = re.compile(
    r"^microsoft|\.(?:docx?|pdf|indd|pptx?|xlsx?|odt|tex|rtf)\b|^<|untitled|unavngivet|uden titel|^do[ck]ument ?\d*$|"
    r"skabelon|template|^print|^power ?point|^rapport$|^layout|_|\\|/|^\S*\d\S*$|indsæt|^word\b",
    re.IGNORECASE,
)
_LEAD = re.compile(
    rf"^(?:{SORTS}\s)*{KIND}(?:\s(?:og\s)?{KIND})?"
    rf"(?:\s*[:–-]\s*|\s(?:af|for|om|vedr\.|vedrørende|på|til)\s)(?P<rest>.+)$",
    re.IGNORECASE,
)
_TRAIL = re.compile(rf"^(?P<rest>.+?)\s*[:–·|,-]\s*(?:\w+\s)?{KIND}\b.*$", re.IGNORECASE)
_WORD = re.compile(
    r"^(?:projektet|projekt|indsatsen|initiativet|forsøget|puljeprojektet|udviklingsprojektet|forløbet)\s"
    r"(?-i:(?=[\"“”„»«'A-ZÆØÅ]))",
    re.IGNORECASE,
)
_SUBTITLE = re.compile(r"^(?P<name>[A-ZÆØÅ0-9][^–—:|]{2,50}?)(?:\s[–—|-]\s|:\s)(?=[a-zæøå])")
"""A name with a description behind it: "Broen – et forløb for unge"."""
_YEARS = re.compile(r",?\s\(?\d{4}\s?[-–/]\s?\d{2,4}\)?$")
_QUOTED = re.compile(r"[\"“”„»«](?P<name>[^\"“”„»«]{2,120})[\"“”«»]")


@dataclass(frozen=True, slots=True)
class Front:
    """The front page's blocks that may be a title, each with the height of its lines in points."""

    block: Block
    height: float


def titles(report: Report, properties: Mapping[str, str]) -> Iterator[Candidate]:
    """Candidates for the title, the front page's largest type before all others."""
    yield from _front_titles(front(report))
    own = properties.get("title", "").strip()
    if not is_junk(own):
        yield Candidate("title", own, 5.5, ())
    for section in report.sections:
        if section.title and section.pages[0] <= 2:
            kind = named_kind(section.title, "strong") or named_kind(section.title, "weak")
            if kind and len(section.title.split()) > 1 and section.level == 1:
                yield Candidate("title", section.title, 5.0, section.title_regions[:1])
            break
    for item in report.furniture:
        if item.kind == "header" and len(item.text.split()) > 1 and named_kind(item.text, "strong"):
            yield Candidate("title", item.text, 3.0, (Region(item.page, item.bbox),))
            break


def is_junk(title: str) -> bool:
    """Whether a document property is no title: a file's name, a program's default, a template's words."""
    return len(title) < 4 or _JUNK.search(title) is not None


def front(report: Report) -> tuple[Front, ...]:
    """The blocks of the first page before the first heading, without addresses, dates, labels and strips."""
    found: list[Front] = []
    for section in report.sections[:1]:
        for block in section.blocks if section.role == "front" or not section.title else ():
            if block.type != "paragraph" or not block.lines or block.lines[0].page > 1 or not _may_be_title(block.text):
                continue
            heights = sorted(line.bbox[3] - line.bbox[1] for line in block.lines)
            found.append(Front(block, heights[len(heights) // 2]))
    return tuple(found)


def project_names(title: str, regions: tuple[Region, ...], weight: float) -> Iterator[Candidate]:
    """The project's name as a title tells it: what is quoted, what follows "Evaluering af", or the title itself."""
    quoted = _QUOTED.search(title)
    if quoted:
        yield Candidate("project", quoted.group("name").strip(), weight + 0.5, regions)
        return
    lead = _LEAD.match(title) or _TRAIL.match(title)
    rest = _WORD.sub("", (lead.group("rest") if lead else title).strip()).strip(" \"“”„»«'.,–-")
    name = _SUBTITLE.match(rest)
    if name and not is_kind_alone(name["name"]):
        yield Candidate("project", name["name"], weight - (0 if lead else 0.4), regions)
    if rest and not is_kind_alone(rest):
        yield Candidate("project", rest[0].upper() + rest[1:], weight - (0 if lead else 0.5), regions)


def subtitle_projects(report: Report) -> Iterator[Candidate]:
    """The project's name as a line of its own on the front tells it: "Evaluering af Nabohaven 2020-2023"."""
    for one in front(report):
        lead = _LEAD.match(one.block.text)
        rest = _YEARS.sub("", lead.group("rest")) if lead else ""
        if rest[:1].isupper() and len(rest.split()) <= LONGEST_NAME and not dates_in(rest):
            yield from project_names(rest, one.block.regions, 6.5)


def _may_be_title(text: str) -> bool:
    words = text.split()
    if not words or len(words) > LONGEST_TITLE or _ADDRESS.search(text) or run_of_labels(text):
        return False
    dates = dates_in(text)
    only_date = dates and len(text) - sum(date.end - date.start for date in dates) < 14
    labelled = ":" in text[:40] and field_of(text.split(":", maxsplit=1)[0])
    return not only_date and not labelled and any(c.isalpha() for c in text)


def _front_titles(blocks: Sequence[Front]) -> Iterator[Candidate]:
    by_height = sorted(range(len(blocks)), key=lambda k: (-blocks[k].height, k))
    for rank, first in enumerate(by_height[:2]):
        text, regions = _joined(blocks, first)
        if is_kind_alone(text):
            yield Candidate("title", text, 4.0, regions)
        elif rank == 0:
            yield Candidate("title", text, 8.0, regions)
            return
        elif blocks[first].height > _smallest(blocks) and field_of(text) is None:
            yield Candidate("title", text, 4.5, regions)


def _joined(blocks: Sequence[Front], first: int) -> tuple[str, tuple[Region, ...]]:
    """The block with those right after it that carry its title on: of one size, or behind an open end."""
    text, regions = blocks[first].block.text, blocks[first].block.regions
    for one in blocks[first + 1 :]:
        close = abs(one.height - blocks[first].height) <= SAME_SIZE * blocks[first].height
        if not (close and len(blocks) > 1 and one.height > _smallest(blocks)) and not _OPEN.search(text):
            break
        text, regions = f"{text} {one.block.text}", (*regions, *one.block.regions)
    return text, regions


def _smallest(blocks: Sequence[Front]) -> float:
    return min(one.height for one in blocks)
