"""Target tables of many hands: what is a target, and each of its parts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.indicators.read import read_indicators
from extract.report import Report
from tests.extract.audit.reports import Grid
from tests.extract.indicators.shapes import NO_TARGETS, TARGETS, Shape, indicators_of, misses, report_of
from tests.extract.indicators.shapes_of_firms import MORE_TARGETS, MORE_WITHOUT
from tests.extract.indicators.shapes_of_prose import NOT_TOLD, TOLD


@pytest.mark.parametrize("shape", [*TARGETS, *MORE_TARGETS, *TOLD], ids=lambda shape: shape.name)
def test_the_targets_of_a_shape(shape: Shape) -> None:
    assert misses(shape) == []


@pytest.mark.parametrize("shape", [*NO_TARGETS, *MORE_WITHOUT, *NOT_TOLD], ids=lambda shape: shape.name)
def test_other_tables_and_lists_hold_no_targets(shape: Shape) -> None:
    assert indicators_of(shape) == ()


@pytest.mark.parametrize("shape", TARGETS, ids=lambda shape: shape.name)
def test_each_target_quotes_words_that_stand_there(shape: Shape) -> None:
    report = report_of(shape)
    for indicator in read_indicators(report):
        assert indicator.evidence
        assert all(quote.quote in _printed(report) for quote in indicator.evidence)


TEXTS = st.one_of(
    st.sampled_from(
        [
            "",
            "-",
            "Mål",
            "Opfyldt",
            "Ja",
            "12",
            "40 pct.",
            "1. Borgere i job",
            "Effektmål",
            "A1",
            "i alt",
            "Vi nåede",
            "Grøn",
        ]
    ),
    st.text(max_size=12).map(lambda text: " ".join(text.split())),
)


@settings(deadline=None, max_examples=100)
@given(st.integers(2, 5).flatmap(lambda n: st.lists(st.tuples(*[TEXTS] * n), min_size=2, max_size=6)))
def test_any_table_is_read_without_an_error(rows: list[tuple[str, ...]]) -> None:
    report = report_of(Shape("any", ("# Mål", Grid("Tabel 1 Mål", rows[0], tuple(rows[1:]))), ()))
    forced = replace(report, tables=tuple(replace(table, role="indicators") for table in report.tables))
    printed = _printed(forced)
    for indicator in read_indicators(forced):
        assert all(quote.quote in printed for quote in indicator.evidence)


def _printed(report: Report) -> str:
    """All that is printed, blocks and rows parted by lines."""
    lines = [section.title for section in report.sections]
    lines += [block.text for section in report.sections for block in section.blocks]
    for table in report.tables:
        lines += [" ".join(filter(None, row)) for row in (table.columns, *table.rows)]
        lines += [cell.text for cell in table.cells]
    return "\n".join(lines)
