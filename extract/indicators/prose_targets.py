"""Targets that stand in running text: lists, labelled paragraphs and forms, headings, single sentences.

Only for levels that no target table holds, and only where the text says that they are targets: an announcement before
a list ("Projektet havde følgende succeskriterier:"), printed ids, a label ("Effektmål: …"), a heading that is a goal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.danish.words import sentences
from extract.indicators.draft import Draft, Reason
from extract.indicators.ids import split_id
from extract.indicators.levels import COLUMN, hint, own_hints, section_hints, weigh
from extract.indicators.prose_announce import TARGET_WORD, announces
from extract.indicators.prose_items import Item, labelled, lead_of, read_item
from extract.indicators.prose_places import is_midterm
from extract.indicators.prose_words import coverage, stems
from extract.quotes import quote_block, quote_title
from extract.report import Block, Quote, Report, Section, SectionRole

_STATUS: frozenset[SectionRole] = frozenset({"activity_status", "outcome_status", "impact_status"})
_ALSO: frozenset[SectionRole] = frozenset({"project", "other", "theory_of_change"})
"""Roles of sections that may list goals beforehand; they count where no section on results does."""
_SAME = 0.7
"""Share of a goal's words that makes it one that a table holds already."""
_FEWEST = 2
_LABELLED_ID = re.compile(r"^[A-ZÆØÅ]{1,3}[.\-]?\d|mål|kriteri|milepæl|leverance|indikator", re.IGNORECASE)
_SAYS = re.compile(
    r"\b(?P<lead>(?:det\s+(?:første|andet|tredje)\s+)?(?:effektmålet|resultatmålet|aktivitetsmålet|procesmålet|succeskriteriet"
    r"|projektets\s+(?:effektmål|resultatmål|aktivitetsmål|succeskriterium)|det\s+overordnede\s+mål|det\s+overordnede\s+formål))"
    r"\s+(?:med\s+projektet\s+|for\s+projektet\s+)?(?:er|var|har\s+været|lød|lyder)(?:\s+således)?\s*,?\s+at\s+(?P<goal>\S.*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Found:
    item: Item
    section: Section
    quotes: tuple[Quote, ...]
    lead: str | None
    why: str


def read_prose_targets(report: Report, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The targets of the running text, in reading order; ids not printed are left empty for the caller to count."""
    sections = {section.id: section for section in report.sections}
    kept: list[Draft] = []
    alone = not any(draft.table for draft in drafts)
    for roles in (_STATUS, _ALSO):
        covered = {draft.level for draft in (*drafts, *kept)}
        for draft in _of_roles(report, roles, sections, alone=alone):
            if draft.level not in covered and not _known(draft, [*drafts, *kept]):
                kept.append(draft)
    order = {section.id: i for i, section in enumerate(report.sections)}
    return tuple(sorted(kept, key=lambda draft: order[draft.section or ""]))


def _of_roles(
    report: Report, roles: frozenset[SectionRole], sections: Mapping[str, Section], *, alone: bool
) -> Iterator[Draft]:
    midterm = is_midterm(report)
    for section in report.sections:
        if section.role in roles:
            for found in _in_section(report, section, midterm, alone=alone):
                yield _draft(found, sections)


def _in_section(report: Report, section: Section, midterm: bool, *, alone: bool) -> Iterator[_Found]:
    found = [*_headed(report, section, midterm), *_listed(section, midterm, alone=alone), *_led(section, midterm)]
    yield from found or (_said(section) if section.role in _STATUS else ())


def _headed(report: Report, section: Section, midterm: bool) -> Iterator[_Found]:
    """A heading that is a goal ("Mål 2: Mindst 60 borgere er i job"), where it has a sister."""
    ident, text = split_id(section.title)
    sisters = [s for s in report.sections if s.parent == section.parent and split_id(s.title)[0]]
    plainly = section.role in _STATUS or (ident is not None and TARGET_WORD.search(ident))
    if ident is None or not plainly or not _LABELLED_ID.search(ident) or len(sisters) < _FEWEST:
        return
    body = " ".join(block.text for block in section.blocks if block.type in ("paragraph", "list_item"))
    item = read_item(f"{text.rstrip('.')}. {body}", midterm=midterm)
    quote = quote_title(section)
    if item and quote:
        yield _Found(
            replace(item, ident=ident, actual=labelled(body).get("actual")), section, (quote,), ident, "heading"
        )


def _listed(section: Section, midterm: bool, *, alone: bool) -> Iterator[_Found]:
    """The items of a list that is announced as one of goals, or whose items have goals' ids."""
    for before, items in _lists(section):
        read = [(block, read_item(block.text, midterm=midterm)) for block in items]
        named = [item for _, item in read if item and item.ident and _LABELLED_ID.search(item.ident)]
        announced = announces(before, section, [item for _, item in read], alone=alone)
        if not announced and (len(named) < _FEWEST or section.role not in _STATUS):
            continue
        for block, item in read:
            quote = quote_block(block, 0, len(block.text), section.id)
            if item and quote and lead_of(block.text) is None:
                yield _Found(item, section, (quote,), before if announced else None, "list")


def _lists(section: Section) -> Iterator[tuple[str, list[Block]]]:
    before, items = section.title, list[Block]()
    for block in section.blocks:
        if block.type == "list_item":
            items.append(block)
        elif block.type == "paragraph":
            if items:
                yield before, items
            before, items = block.text, []
    if items:
        yield before, items


def _led(section: Section, midterm: bool) -> Iterator[_Found]:
    """Paragraphs and items that a label opens, with the labelled lines that follow."""
    blocks = [block for block in section.blocks if block.type in ("paragraph", "list_item") and block.text]
    for i, block in enumerate(blocks):
        lead = lead_of(block.text)
        if lead is None or (lead.bare and section.role not in _STATUS):
            continue
        following = _following(lead.word, blocks[i + 1 :])
        text = " ".join([block.text[lead.end :].strip(), *(other.text for other in following)])
        item = read_item(text, midterm=midterm)
        quotes = [quote_block(other, 0, len(other.text), section.id) for other in (block, *following)]
        kept = tuple(quote for quote in quotes if quote is not None)
        if item and kept:
            yield _Found(replace(item, ident=lead.ident or item.ident), section, kept, lead.word, "label")


def _following(opening: str, blocks: Sequence[Block]) -> list[Block]:
    """The labelled lines of a form that belong to the goal above them, up to the next that opens as it does."""
    found: list[Block] = []
    for block in blocks:
        lead, parts = lead_of(block.text), labelled(block.text)
        if lead and (lead.word == opening or (not found and parts.get("target") is None)):
            break
        if parts.get(""):
            break
        found.append(block)
    return found


def _said(section: Section) -> Iterator[_Found]:
    """A sentence that states the goal: "Effektmålet var, at 30 pct. er i job"."""
    for block in section.blocks:
        for start, end in sentences(block.text) if block.type == "paragraph" else ():
            found = _SAYS.search(block.text, start, end)
            item = read_item(found["goal"], midterm=False) if found else None
            quote = quote_block(block, start, end, section.id)
            if found and item and quote:
                yield _Found(replace(item, actual=None, status=None), section, (quote,), found["lead"], "sentence")


def _draft(found: _Found, sections: Mapping[str, Section]) -> Draft:
    item = found.item
    level, why = weigh((
        *hint(found.lead, COLUMN, "lead"),
        *section_hints(found.section, sections),
        *own_hints(item.text, item.ident),
    ))  # fmt: skip
    return Draft(
        id=item.ident or "",
        printed_id=item.ident,
        level=level,
        text=item.text,
        target_text=item.target,
        actual_text=item.actual,
        baseline_text=item.baseline,
        status_text=item.status,
        section=found.section.id,
        quotes=found.quotes,
        trace=(
            Reason("found", f"prose_{found.why}", item.text, found.section.title, found.quotes[0]),
            *why,
            *_parts(item),
        ),
    )


def _parts(item: Item) -> Iterator[Reason]:
    if item.target:
        yield Reason("target", "in_text" if item.target not in item.text else "own_words", item.target)
    if item.actual:
        yield Reason("actual", "in_text", item.actual)
    if item.baseline:
        yield Reason("baseline", "in_text", item.baseline)
    if item.status:
        yield Reason("status", "in_text", item.status)


def _known(draft: Draft, others: Sequence[Draft]) -> bool:
    """Whether another draft has the same id or the same words."""
    words = stems(draft.text)
    return any(
        (draft.printed_id and draft.printed_id == other.printed_id)
        or (
            words
            and coverage(words, stems(other.text), {}) >= _SAME
            and coverage(stems(other.text), words, {}) >= _SAME
        )
        for other in others
    )
