"""Random reports: one that agrees with itself gives no finding, a planted conflict of any kind is found."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.audit.read import audit
from tests.extract.audit.conflicts import PLANTED, drawn
from tests.extract.audit.reports import made

RUNS = 20
"""Reports for each kind of conflict; more in `bench/audit.py`."""
FOUND = 0.9
MOST = 3
"""Findings of one conflict: a wrong verdict in a table stands against its figures, the summary and the count."""


@settings(max_examples=60, deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_a_report_that_agrees_with_itself_gives_no_finding(seed: int) -> None:
    findings = audit(made(*drawn(Random(seed)))).findings
    assert not [finding.message for finding in findings]


@pytest.mark.parametrize("kind", PLANTED)
def test_a_planted_conflict_is_found(kind: str) -> None:
    hits: Counter[bool] = Counter()
    for seed in range(RUNS):
        codes = [finding.code for finding in audit(made(*drawn(Random(seed), kind))).findings]
        hits[PLANTED[kind] in codes] += 1
        assert len(codes) <= MOST, (kind, seed, codes)
    assert hits[True] >= FOUND * RUNS, f"{kind}: {hits[True]} of {RUNS}"
