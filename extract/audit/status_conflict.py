"""Rule `status_conflict`: two places give different verdicts on one target.

Checked: verdicts of the prose (summary and conclusion too) against the verdict of the table, else of the target's
own chapter; a verdict against its own figures where these exclude it; counts of verdicts ("otte af ni mål er
opfyldt") against the targets; what a summary calls late or lacking although it is said to be met; whether a thing was
done, by a Ja or Nej and by the prose.
Source: the verdicts that `extract.danish.verdicts` reads and the targets they are given to by `extract.indicators`.
Limits: a verdict that names its target neither by its id nor by most of its words is not held against it; "ikke nået"
of a target met in part is no conflict; nor are verdicts on one municipality, of another time, or with other figures.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.audit.check import Check
from extract.audit.material import Material
from extract.audit.status_counts import against_counts
from extract.audit.status_deeds import against_deeds
from extract.audit.status_figures import against_figures
from extract.audit.status_late import against_late
from extract.audit.status_prose import against_prose


def status_conflict(material: Material) -> Iterator[Check]:
    """The verdicts of the report."""
    if material.report.indicators:
        yield from against_prose(material)
        yield from against_figures(material)
        yield from against_counts(material)
        yield from against_late(material)
        yield from against_deeds(material)
