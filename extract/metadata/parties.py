"""Evaluator, date and client as the front page, the letterhead and the document properties give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from extract.danish.dates import dates_in
from extract.danish.names import mentions_in
from extract.metadata.candidates import Candidate, plain
from extract.metadata.kind import is_kind_alone, named_kind
from extract.metadata.labels import field_of
from extract.metadata.organisations import ORGANISATION, bare_name, is_firm, is_name, is_person
from extract.metadata.passages import Passage
from extract.report import Block, Region, Report

LAST_FRONT_PAGE = 3
LONGEST_NAME = 7
FEWEST_PAGES = 2
_POSTAL = re.compile(r"\b\d{4}\s[A-ZÆØÅ][a-zæøå]+")
_STREET = re.compile(
    r"(?:vej|gade|all[eé]|boulevard(?:en)?|plads(?:en)?|stræde|vænge|kaj|torv(?:et)?|parken|havn)\s\d+", re.I
)
_WEB = re.compile(r"(?:www\.?\s?|@|https?://(?:www\.)?)(?P<host>[a-zæøå0-9-]+)\.[a-z]{2,}", re.IGNORECASE)
_EVALUATES = re.compile(
    r"evaluer|analyse|institut|consult|research|rådgivning|COWI|Rambøll|Deloitte|KPMG|PwC|universitet|VIVE|SFI|KORA|Oxford|Epinion",
    re.IGNORECASE,
)
_LEGAL_NAME = re.compile(rf"{ORGANISATION}")
_PLACE_DATE = re.compile(
    r"^(?:[A-ZÆØÅ][\wæøå-]+(?:\s[A-ZÆØÅ][\wæøå]*){0,3},?\s)?(?:den\s|d\.\s|udgivet\s|dato:\s)?$", re.IGNORECASE
)
_SIGNED = re.compile(
    r"^[^.]{0,90}\b(?:udarbejdet|udgivet|afleveret|skrevet|evaluering|rapport|notat)\b[^.]{0,60}$", re.IGNORECASE
)
_MADE_FOR = re.compile(
    r"^(?:[\wæøå]+\s)?(?:udarbejdet\s|udført\s|skrevet\s)?(?:til|for)\s(?P<who>[A-ZÆØÅ].+)$", re.IGNORECASE
)
LONGEST_ADDRESS = 8
_REPORT_DATE = re.compile(r"evaluering|rapport|notat|udgivet|status|version", re.IGNORECASE)


def front_dates(report: Report) -> Iterator[Candidate]:
    """Dates that stand alone on the first pages or beside the report's name in a running header or footer."""
    blocks = _front_blocks(report)
    for block, above in zip(blocks, [None, *blocks], strict=False):
        field = field_of(above.text) if above else None
        if field and field != "published":
            continue  # the value of another label
        for date in dates_in(block.text):
            before, after = block.text[: date.start], block.text[date.end :]
            alone = _PLACE_DATE.match(before) and len(after.strip(" .")) < 3
            if alone and date.first:
                yield _published(date.first, date.last, 7.0, block.regions[:1])
            elif _SIGNED.search(before) and len(after.strip(" .")) < 3 and date.first == date.last:
                yield _published(date.first, date.last, 4.5, block.regions[:1])
    for item in report.furniture:
        dates = dates_in(item.text) if item.kind in ("header", "footer") else ()
        if len(dates) == 1 and len(item.text.split()) <= 10 and _REPORT_DATE.search(item.text):
            yield _published(dates[0].first, dates[0].last, 5.0, (Region(item.page, item.bbox),))


def published(text: str) -> str | None:
    """The date of a labelled value, as precise as stated."""
    date = next((date for date in dates_in(text) if date.first), None)
    return _precise(date.first, date.last) if date else None


def front_organisations(report: Report) -> Iterator[Candidate]:
    """Names alone on the front page: over an address, or of a firm that evaluates."""
    blocks = _front_blocks(report)
    for k, block in enumerate(blocks):
        name = bare_name(block.text)
        body = next((m for m in mentions_in(name, ("agency",)) if m.end - m.start >= len(name) - 2), None)
        if not body and not _stands_alone(name):
            continue
        below = blocks[k + 1].text if k + 1 < len(blocks) else ""
        addressed = _POSTAL.search(below) or _WEB.search(below)
        if addressed or _EVALUATES.search(name):
            yield Candidate("evaluator", name, 5.5 if addressed else 4.5, block.regions[:1])


def addressees(report: Report) -> Iterator[Candidate]:
    """The agency that the front page says the report was made for: "Rapport til Socialstyrelsen"."""
    for block in _front_blocks(report):
        if len(block.text.split()) <= LONGEST_ADDRESS and (match := _MADE_FOR.match(block.text)):
            bodies = mentions_in(match.group("who"), ("agency",))
            if bodies and bodies[0].start <= 1:
                yield Candidate("funder", bodies[0].name, 4.0, block.regions[:1])


def letterhead(report: Report, found: tuple[Passage, ...]) -> Iterator[Candidate]:
    """The owner of the front page's web or mail address, where the text names it with a capital."""
    for block in _front_blocks(report):
        for match in _WEB.finditer(block.text):
            host = plain(match.group("host"))
            for passage in found:
                word = next((w for w in re.findall(r"[A-ZÆØÅ][\w&]+", passage.text) if plain(w) == host), None)
                if word:
                    yield Candidate("evaluator", word, 4.5, block.regions[:1])
                    break


def authors(properties: Mapping[str, str]) -> Iterator[Candidate]:
    """The document's author where it is an organisation; persons and programs are none."""
    for key in ("author", "company"):
        name = bare_name(properties.get(key, ""))
        if name and is_firm(name) and not is_person(name) and "@" not in name:
            yield Candidate("evaluator", name, 4.5, ())


def running_names(report: Report) -> Iterator[Candidate]:
    """A firm's name that runs through headers or footers."""
    pages: dict[str, list[Region]] = {}
    for item in report.furniture:
        if item.kind in ("header", "footer") and _EVALUATES.search(item.text):
            pages.setdefault(bare_name(item.text), []).append(Region(item.page, item.bbox))
    for name, regions in pages.items():
        if len(regions) >= FEWEST_PAGES and _stands_alone(name) and is_firm(name):
            yield Candidate("evaluator", name, 4.0, tuple(regions[:1]))


def _stands_alone(name: str) -> bool:
    """Whether a text is nothing but an organisation's name: no title, no date, no person."""
    if not name or len(name.split()) > LONGEST_NAME or named_kind(name, "strong") or dates_in(name):
        return False
    if is_kind_alone(name) or (_STREET.search(name) and not is_firm(name)):
        return False
    return bool(_LEGAL_NAME.fullmatch(name)) and is_name(name) and not is_person(name)


def _front_blocks(report: Report) -> list[Block]:
    return [
        block
        for section in report.sections[:1]
        for block in section.blocks
        if block.text and block.regions and block.regions[0].page <= LAST_FRONT_PAGE
    ]


def _published(first: str | None, last: str | None, weight: float, regions: tuple[Region, ...]) -> Candidate:
    return Candidate("published", _precise(first, last) or "", weight, regions)


def _precise(first: str | None, last: str | None) -> str | None:
    return first if first == last or not first or not last else first[:4] if first[:4] == last[:4] else None
