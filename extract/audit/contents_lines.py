"""The lines of the contents list against the headings: each has one, and it stands on the page that the line says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from extract.audit.check import Check, Place
from extract.audit.material import Material
from extract.quotes import quote_furniture, quote_title
from extract.report import Furniture, Section

ALIKE = 0.8
"""So like must two titles be to be the same with a slip of the pen."""
_RUN_TOGETHER = re.compile(r"\.\s?\d+\s+\d|\.{4}")
"""Two lines of the list that were read as one: the page is the second one's."""
TRUSTED = 0.6
"""The share of the lines that must have a heading, and stand on the right page, before one that does not is told."""


def contents_lines(material: Material) -> Iterator[Check]:
    """Each line of the contents list with a title."""
    lines = [item for item in material.report.furniture if item.kind == "contents" and item.title]
    headings = [section for section in material.report.sections if section.title]
    found = [(line, _heading(line, headings)) for line in lines]
    missing = [line for line, heading in found if heading is None]
    trusted = len(lines) >= 3 and len(missing) <= (1 - TRUSTED) * len(lines)
    paged = [(line, heading) for line, heading in found if heading is not None and line.target_page]
    moved = [line for line, heading in paged if line.target_page != heading.pages[0]]
    for place, (line, heading) in enumerate(found):
        if heading is None:
            yield _without_heading(material, line, place, trusted=trusted)
        elif line.target_page:
            sure = len(paged) >= 3 and len(moved) <= (1 - TRUSTED) * len(paged)
            yield _on_page(line, heading, place, sure=sure)


def _without_heading(material: Material, line: Furniture, place: int, *, trusted: bool) -> Check:
    assert line.title, "only lines with titles are looked at"
    where = _place(place)
    if not trusted or _printed_elsewhere(material, line.title):
        why = f"Indholdsfortegnelsens linje ”{line.title}”: overskriften er ikke fundet med sikkerhed."
        return Check("cross_reference", quote_furniture(line), where, None, why)
    message = (
        f"Indholdsfortegnelsens linje ”{line.title}” stemmer ikke overens med rapporten, som ikke har den overskrift."
    )
    return Check("cross_reference", quote_furniture(line), where, holds=False, message=message, stated=line.title)


def _on_page(line: Furniture, heading: Section, place: int, *, sure: bool) -> Check:
    where, claim, against = _place(place), quote_furniture(line), quote_title(heading)
    page = heading.pages[0]
    if line.target_page == page or _RUN_TOGETHER.search(line.title or ""):
        return Check("cross_reference", claim, where, holds=True, against=against)
    if not sure:
        why = "Sidetallene i indholdsfortegnelsen kan ikke føres sikkert tilbage til rapportens sider."
        return Check("cross_reference", claim, where, None, why)
    message = (
        f"Indholdsfortegnelsens sidetal for ”{line.title}” stemmer ikke overens med rapporten: "
        f"overskriften står på side {page} og ikke på side {line.target_page}."
    )
    return Check(
        "cross_reference", claim, where, holds=False, message=message, severity="warning", against=against,
        stated=float(line.target_page or 0), computed=float(page),
    )  # fmt: skip


def _place(number: int) -> Place:
    return Place(-1, number, number + 1)


def _heading(line: Furniture, headings: Sequence[Section]) -> Section | None:
    """The heading that a line names: by number and title, by title, or by a title that is nearly the same."""
    wanted = _plain(line.title or "")
    exact = [h for h in headings if _plain(h.title) == wanted]
    if exact:
        by_number = [h for h in exact if h.number == line.number] or exact
        return min(by_number, key=lambda h: abs(h.pages[0] - (line.target_page or 0)))
    near = [h for h in headings if _near(wanted, _plain(h.title)) or (line.number and h.number == line.number)]
    return next((h for h in near if h.number == line.number), near[0] if near else None)


def _near(first: str, second: str) -> bool:
    short, long = sorted((first, second), key=len)
    if (len(short) > 8 and long.startswith(short)) or (len(short) > 16 and short in long):
        return True
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= ALIKE


def _printed_elsewhere(material: Material, title: str) -> bool:
    """Whether a block begins with the title: a heading that was read as something else."""
    wanted = _plain(title)
    blocks = (block for section in material.report.sections for block in section.blocks)
    captions = (table.caption or "" for table in material.report.tables)
    texts = [*(b.text for b in blocks), *captions, *(s.title for s in material.report.sections)]
    return any(wanted in _plain(text)[: len(wanted) + 20] for text in texts if text)


def _plain(title: str) -> str:
    return re.sub(r"[\W_]+", " ", title.casefold()).strip()
