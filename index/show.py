"""What was found, and what an index holds, for the terminal and as JSON; in Danish, as all that readers see."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from textwrap import indent, shorten, wrap
from typing import TYPE_CHECKING, Any

from extract.report import Region
from index.search import Hit

if TYPE_CHECKING:
    from index.intake import Contents

WIDTH = 96
"""Columns of a line."""
LONGEST = 400
"""Characters of a passage that are shown."""
NOTHING = "Intet fundet: ingen af ordene står der."
KINDS = {
    "text": "tekst", "list": "liste", "table": "tabel", "figure": "figur", "footnote": "fodnote", "fact": "oplysning",
    "indicator": "mål", "measure": "tal", "learning": "læring", "embedding": "forankring",
}  # fmt: skip
"""What kinds of passages are called."""


def hits_text(hits: Sequence[Hit]) -> str:
    """A few lines a hit: its scores, where it stands, the headings above it, and the beginning of its text."""
    return "\n\n".join(_hit(rank, hit) for rank, hit in enumerate(hits, start=1)) or NOTHING


def hit_data(hit: Hit) -> dict[str, Any]:
    """A hit as it is written to JSON; boxes are one a page."""
    passage = hit.passage
    return {
        "id": passage.id, "document": passage.document, "file": passage.file, "section": passage.section,
        "section_title": passage.section_title, "path": list(passage.path), "role": passage.role,
        "kind": passage.kind, "record": passage.record, "language": passage.language,
        "page": passage.pages[0] if passage.pages else None, "pages": list(passage.pages),
        "regions": [_region(region) for region in passage.regions], "text": passage.text,
        "score": round(hit.score, 6), "lexical": _rounded(hit.lexical), "dense": _rounded(hit.dense),
    }  # fmt: skip


def contents_data(contents: Contents) -> dict[str, Any]:
    """The contents as they are written to JSON."""
    return {
        "dir": contents.folder, **asdict(contents.manifest), "complete": contents.complete,
        "files": list(contents.reports),
    }  # fmt: skip


def contents_text(contents: Contents) -> str:
    """The contents in lines: counts, encoder, whether it is whole, and the reports."""
    about = contents.manifest
    encoder = f"{about.encoder} ({about.dimension} dimensions)" if about.encoder else "none: searched by words alone"
    state = "complete" if contents.complete else f"unfinished, go on with: index build --dir {contents.folder}"
    held = f"{counted(about.reports, 'report')}, {counted(about.passages, 'passage')}"
    lines = [
        contents.folder,
        f"  {held}, {about.vectors} of them with a vector; {state}",
        f"  encoder: {encoder}",
        "",
    ]
    lines += [f"  {str(facts['sha256'])[:12]}  {facts['file']}" for facts in contents.reports]
    return "\n".join(lines)


def counted(count: int, noun: str) -> str:
    """The number with its noun: 1 report, 2 reports."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _hit(rank: int, hit: Hit) -> str:
    passage = hit.passage
    parts = [
        f"{name} {value:.3f}" for name, value in (("ord", hit.lexical), ("vektor", hit.dense)) if value is not None
    ]
    pages = "-".join(str(page) for page in dict.fromkeys((*passage.pages[:1], *passage.pages[-1:])))
    kind = " ".join(filter(None, (KINDS[passage.kind], f"({passage.record})" if passage.record else "")))
    place = ", ".join(filter(None, (passage.file, f"side {pages}" if pages else "", kind)))
    head = f"{rank}. {hit.score:.3f} ({', '.join(parts)})  {place}"
    path = [" › ".join(passage.path)] if passage.path else []
    text = wrap(shorten(passage.text, LONGEST, placeholder=" …"), WIDTH - 4)
    return "\n".join([head, *(indent(line, "    ") for line in (*path, *text))])


def _region(region: Region) -> dict[str, Any]:
    return {"page": region.page, "bbox": list(region.bbox)}


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
