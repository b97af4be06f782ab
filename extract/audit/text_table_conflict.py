"""Rule `text_table_conflict`: prose and table state different numbers or names for the same thing.

Checked: figures of the prose on a target, a municipality or a group against its row; totals; which municipality has
most, least, or more than another, and which has met its targets; where a thing is or was declined, by a cell and by
the prose; the project's money and period against the fact table; a thing counted in two chapters.
Source: the words that the two have in common, weighed by how few targets or columns have them.
Limits: where the words do not surely name one row and one column nothing is compared; figures that are approximate,
of another time, of a part or of several municipalities are not, nor is a figure that stands in the row elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.audit.check import Check
from extract.audit.comparatives import comparatives
from extract.audit.goal_figures import goal_figures
from extract.audit.material import Material
from extract.audit.municipality_figures import municipality_figures
from extract.audit.municipality_targets import municipality_targets
from extract.audit.names_in_cells import names_in_cells
from extract.audit.project_facts import project_facts
from extract.audit.row_figures import row_figures
from extract.audit.superlatives import superlatives
from extract.audit.total_figures import total_figures
from extract.audit.twice_told import twice_told


def text_table_conflict(material: Material) -> Iterator[Check]:
    """The statements of the prose of which a table tells too."""
    yield from goal_figures(material)
    yield from municipality_figures(material)
    yield from row_figures(material)
    yield from total_figures(material)
    yield from superlatives(material)
    yield from comparatives(material)
    yield from municipality_targets(material)
    yield from names_in_cells(material)
    yield from project_facts(material)
    yield from twice_told(material)
