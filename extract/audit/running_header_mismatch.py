"""Rule `running_header_mismatch`: a running header or footer that names another document or project than the title.

Checked: every wording of a running header or footer, once, at its first page. It is held against the title page and
the body for the kind of document it names (a midterm evaluation in a final one) and for the name of the project.
Source: the kinds of `notes` on Danish evaluations in `audit_terms.toml`; names in quotation marks, after "projektet"
or beside the kind.
Limits: chapter titles, authors, addresses and dates are no names of documents; a name that stands anywhere in the
body or on the title page is none of another document; where the title page names no kind, kinds are not compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from extract.audit.check import Check, Place
from extract.audit.material import Material
from extract.audit.terms import pattern
from extract.quotes import quote_block, quote_furniture
from extract.report import Furniture, Quote

KINDS = ("final_kind", "midterm_kind", "self_kind", "baseline_kind")
ALIKE = 0.75
"""So like are two printings of one name, slips of the pen and all."""
_QUOTED = re.compile(r"[\"”“„»›'‘](?P<name>[^\"”“„»«›‹]{3,120}?)[\"”“«‹'’](?!\w)")
_AFTER = re.compile(r"\bprojektet\s+(?P<name>[^\"”“„»«.,:;|·]{3,80})", re.IGNORECASE)
_OF = re.compile(
    r"\w*(?:evaluering|rapport|notat|status)\w*\s+(?:af|for|om)\s+(?P<name>[^\"”“„»«.,:;|·]{3,80})", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{3,}")


def running_header_mismatch(material: Material) -> Iterator[Check]:
    """Each wording of the running headers and footers."""
    seen: set[str] = set()
    for item in sorted(_running(material), key=lambda f: f.page):
        wording = _plain(re.sub(r"\d+", "", item.text))
        if wording and wording not in seen:
            seen.add(wording)
            yield from _checked(material, item)


def _running(material: Material) -> Iterator[Furniture]:
    return (f for f in material.report.furniture if f.kind in {"header", "footer"} and len(f.text) > 3)


def _checked(material: Material, item: Furniture) -> Iterator[Check]:
    front, against = _front(material)
    if not front:
        return
    wrong = _other_kind(item.text, front) or _other_name(item.text, front, material)
    place = Place(-1, item.page * 10000 + int(item.bbox[1]), item.page * 10000 + int(item.bbox[1]) + 1)
    claim = quote_furniture(item)
    if wrong is None:
        yield Check("running_header_mismatch", claim, place, holds=True)
        return
    message = (
        f"Sidehovedet ”{item.text}” stemmer ikke overens med rapportens titel ”{against.quote if against else front}”."
    )
    yield Check(
        "running_header_mismatch", claim, place, holds=False, message=message, severity="warning", against=against,
        stated=item.text, computed=against.quote if against else None,
    )  # fmt: skip


def _other_kind(header: str, front: str) -> str | None:
    """The kind of document that the header names and the title page does not, where that names another one."""
    here = {kind for kind in KINDS if pattern(kind).search(header)}
    there = {kind for kind in KINDS if pattern(kind).search(front)}
    return "kind" if here and there and not here & there else None


def _other_name(header: str, front: str, material: Material) -> str | None:
    """A name of a project in the header that stands neither on the title page nor in the body."""
    match = _QUOTED.search(header) or _AFTER.search(header) or _OF.search(header)
    name = match["name"] if match else _beside_kind(header)
    if not name or len(_WORD.findall(name)) == 0:
        return None
    texts = [front, *(p.text for p in material.pieces), *(s.title for s in material.report.sections)]
    if any(_stands_in(name, text) for text in texts):
        return None
    return "name"


def _beside_kind(header: str) -> str | None:
    """The part of "Stjerneskud · Slutevaluering" that is not the kind."""
    parts = [part.strip() for part in re.split(r"\s[·|•–—-]\s|\s{3,}|\t", header) if part.strip()]
    kinds = [part for part in parts if any(pattern(kind).search(part) for kind in (*KINDS, "any_kind"))]
    others = [part for part in parts if part not in kinds and _WORD.search(part) and not re.search(r"\d", part)]
    return others[0] if kinds and len(others) == 1 else None


def _stands_in(name: str, text: str) -> bool:
    """Whether a name, a slip of the pen aside, stands in the text."""
    plain, wanted = _plain(text), _plain(name)
    if wanted in plain:
        return True
    words, parts = plain.split(), wanted.split()
    size = len(parts)
    return any(
        words[i][:2] == parts[0][:2]
        and SequenceMatcher(None, " ".join(words[i : i + size]), wanted, autojunk=False).ratio() >= ALIKE
        for i in range(max(1, len(words) - size + 1))
        if words
    )


def _front(material: Material) -> tuple[str, Quote | None]:
    """The words of the title page, and the title as a quote."""
    report = material.report
    blocks = [b for s in report.sections if s.role == "front" and not s.title for b in s.blocks if b.text]
    first = [b for b in blocks if b.regions and b.regions[0].page <= 2]
    title = report.metadata.title or ""
    front = " ".join([title, *(b.text for b in first)]).strip()
    named = [b for b in first if title and _plain(title) in _plain(b.text)]
    named += [b for b in first if any(pattern(kind).search(b.text) for kind in KINDS)]
    named += [b for b in first if pattern("any_kind").search(b.text)]
    section = report.sections[0].id if report.sections else None
    quote = quote_block(named[0], 0, len(named[0].text), section) if named else None
    return front, quote


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.casefold()).strip()
