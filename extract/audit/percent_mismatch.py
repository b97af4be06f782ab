"""Rule `percent_mismatch`: a percentage that is not what its counts give."""

from __future__ import annotations

from collections.abc import Iterator

from extract.audit.check import Check
from extract.audit.material import Material


def percent_mismatch(material: Material) -> Iterator[Check]:
    """The percentages of the report."""
    yield from (check for check in material.table_checks if check.code == "percent_mismatch")
