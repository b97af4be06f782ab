"""Rule `count_mismatch`: a number of things that is not the number of things listed.

Checked: counts of targets against the target tables and lists; names and points listed in the sentence itself, in the
points behind it, in the sub-sections; the number of municipalities against those that take part or once did.
Source: the counts as printed; what is counted are the targets, municipalities, points and headings that were read.
Limits: a count of some ("tre af målene", "de to kommuner, der …"), of another time ("oprindeligt fem") and an
approximate one are not checked; where a list has a gap in its numbers it cannot be counted surely.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.audit.announced import Announced, announced_in
from extract.audit.check import Check
from extract.audit.count_goals import count_goals
from extract.audit.count_municipalities import count_municipalities
from extract.audit.count_points import count_points
from extract.audit.enumerations import enumerated
from extract.audit.material import Material


def count_mismatch(material: Material) -> Iterator[Check]:
    """The counts of the running text, each checked once."""
    for sentence in material.sentences:
        for found in announced_in(sentence):
            yield from _checked(material, found)


def _checked(material: Material, found: Announced) -> Iterator[Check]:
    """By what is listed in the sentence itself, else by what the noun says."""
    listed = enumerated(found)
    if listed is not None:
        yield listed
    elif found.kind == "goals":
        yield from count_goals(material, found)
    elif found.kind == "municipalities":
        yield from count_municipalities(material, found)
    else:
        yield from count_points(material, found)
