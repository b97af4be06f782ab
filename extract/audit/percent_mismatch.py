"""Rule `percent_mismatch`: a percentage that is not what its counts give.

Checked: percentages of tables against the columns or the whole that most of a column agrees with; in prose shares of
counts in the same sentence ("49 af de 92, svarende til 53 pct.", "Af de 92 er 49 …", "53 pct. (49 af 92)", "heraf"),
of a target, of a group that the report counts elsewhere ("af de unge, der gennemførte"), of the columns that a total's
share is of; growth, fall, multiples and differences between two stated numbers; shares without counts against the
place that counts the same; percentages of which only n is known (GRIM).
Source: a share is 100 times the part over the whole, and may lie half a unit of its last printed digit off; words like
ca., knap, godt and mindst widen that. The whole that the grammar names is the whole; which other number of the report
was taken instead is told where only one fits.
Limits: a percentage is held against counts only where no other whole can be meant; of approximate counts, of weighted
means, of several answers a person and of what is planned nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from extract.audit.check import Check
from extract.audit.grim import grim
from extract.audit.material import Material
from extract.audit.percent_prose import percent_prose
from extract.audit.place_shares import place_shares
from extract.audit.prose_changes import prose_changes
from extract.audit.restated import restated

_RULES = (percent_prose, place_shares, prose_changes, restated, grim)


def percent_mismatch(material: Material) -> Iterator[Check]:
    """The percentages of the report; of two checks of one figure the one that explains it, else the one that tells."""
    yield from (check for check in material.table_checks if check.code == "percent_mismatch")
    checks = [check for rule in _RULES for check in rule(material)]
    right = {check.place for check in checks if check.holds}
    told = right | {check.place for check in checks if check.holds is False}
    for check in checks:
        if check.holds or check.place not in (right if check.holds is False else told):
            yield check
