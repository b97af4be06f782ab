"""Rule `cross_reference`: a reference to a section, table, figure, annex or page that is not there.

Checked: "Tabel 3-9", "afsnit 4.5", "kapitel 7", "Bilag IV", "Figur 2", "side 12" in running text against what the
report has, and the lines of the contents list against the headings and the pages they stand on.
Source: the numbers as printed; a label counts as there when anything in the report begins with it.
Limits: references to other documents ("kapitel 3 i loven", "tabel 2 i midtvejsevalueringen") are left out, and so are
"næste kapitel" and references to a section that exists but says something else. Where the report has no numbers of a
kind, or a gap in them, nothing is held against a reference: the reader may have missed what is there.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.audit.check import Check
from extract.audit.contents_lines import contents_lines
from extract.audit.material import Material, Piece
from extract.audit.references import Reference, references_in
from extract.audit.targets import Targets, find_targets

NAMES = {
    "table": "ingen tabel med det nummer",
    "figure": "ingen figur med det nummer",
    "section": "intet afsnit med det nummer",
    "annex": "intet bilag med det nummer",
    "page": "ingen side med det nummer",
}


def cross_reference(material: Material) -> Iterator[Check]:
    """The references in the running text, then the contents list."""
    targets = find_targets(material)
    for piece in material.pieces:
        for reference in references_in(piece.text):
            yield from _checked(piece, reference, targets)
    yield from contents_lines(material)


def _checked(piece: Piece, reference: Reference, targets: Targets) -> Iterator[Check]:
    claim = piece.quote(*_quoted(piece, reference))
    if claim is None:
        return
    place = piece.place(reference.start, reference.end)
    name = f"{reference.word} {reference.label}"
    there = targets.has(reference.kind, reference.label)
    if there is None:
        why = f"{name}: det kan ikke ses, om rapporten har det, der henvises til."
        yield Check("cross_reference", claim, place, None, why)
        return
    message = f"Henvisningen til {name} stemmer ikke overens med rapporten, som har {NAMES[reference.kind]}."
    yield Check("cross_reference", claim, place, there, "" if there else message, "error", stated=name)


def _quoted(piece: Piece, reference: Reference) -> tuple[int, int]:
    """From a few words before the reference to its end."""
    sentence = next((s for s in piece.sentences if s.start <= reference.start < s.end), None)
    first = sentence.start if sentence else 0
    words = piece.text[first : reference.start].split()
    kept = " ".join(words[-4:])
    start = piece.text.rfind(kept, first, reference.start) if kept else reference.start
    return max(first, start), reference.end
