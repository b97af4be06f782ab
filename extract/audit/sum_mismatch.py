"""Rule `sum_mismatch`: a total that is not the sum of its parts.

Checked: total rows and columns of tables ("I alt", "Total", "Alle", sub-totals), also of money in thousands; totals of
the prose whose parts are listed beside them.
Source: cross-footing as bookkeeping does it; a figure that breaks its row and its column is told, not the two totals.
Limits: averages, percentages, figures with several units and totals of what is not all printed are not sums; notes
on overlap or on what is left out silence the rule; what a total is made of is told by labels and by what most of the
table agrees on, so that a table of which most does not add up is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.audit.check import Check
from extract.audit.material import Material
from extract.audit.prose_sums import prose_sums


def sum_mismatch(material: Material) -> Iterator[Check]:
    """The totals of the report."""
    yield from (check for check in material.table_checks if check.code == "sum_mismatch")
    yield from prose_sums(material)
